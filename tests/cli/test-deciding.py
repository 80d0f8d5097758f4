#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands about decisions say: profile, decide."""

import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from program import contains, equal, main

EXAMPLES = ["chat", "streaming", "public-api", "dashboard", "machine-learning", "shop",
            "iot-gateway", "crud"]


def decide(program, text, *arguments):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "profile.json")
        path.write_text(text, encoding="utf-8")
        return program.run("decide", "--profile", str(path), *arguments)


def test_examples(program):
    """every example is decided, as text and as JSON"""
    for name in EXAMPLES:
        profile = program.run("profile", "--example", name).stdout
        text = decide(program, profile).stdout
        contains(text, "It rests on")
        equal(sum(map(int, re.findall(r"wins in (\d+) of 100 weightings near yours", text))), 100)
        decision = json.loads(decide(program, profile, "--format", "json").stdout)
        equal(decision["format"], "steelyard-decision")
        equal(decision["profile"]["name"], json.loads(profile)["name"])
        shares = [option["acceptability"][0] for option in decision["options"]
                  if "acceptability" in option]
        equal(round(sum(shares), 9), 1)


def test_expected(program):
    """clear cases have the winner one would expect"""
    for name, language, winner in [("streaming", "javascript", "node"),
                                   ("crud", "python", "python-threads"),
                                   ("dashboard", "python", None),
                                   ("machine-learning", "python", None),
                                   ("chat", None, None)]:
        profile = program.run("profile", "--example", name).stdout
        decision = json.loads(decide(program, profile, "--format", "json").stdout)
        equal((name, decision.get("language"), decision.get("winner")), (name, language, winner))


def test_same_again(program):
    """the same profile is decided the same, to the last digit"""
    profile = program.run("profile", "--example", "shop").stdout
    equal(decide(program, profile, "--format", "json").stdout,
          decide(program, profile, "--format", "json").stdout)


def test_grounds(program):
    """every reason can be traced to claims"""
    profile = program.run("profile", "--example", "chat").stdout
    decision = json.loads(decide(program, profile, "--format", "json").stdout)
    claims = {claim["id"] for claim in program.run_json("claims")["claims"]}
    reasons = [sentence for sentence in decision["explanation"]
               if sentence["kind"] in ("reason", "against")]
    equal(len(reasons) > 2, True)
    for sentence in reasons:
        found = [ground["id"] for ground in sentence["grounds"] if ground["kind"] == "claim"]
        equal(bool(found) and set(found) <= claims, True)


def test_counted(program):
    """a reason that counts articles can be traced to so many, each once"""
    for name in EXAMPLES:
        profile = program.run("profile", "--example", name).stdout
        decision = json.loads(decide(program, profile, "--format", "json").stdout)
        for sentence in decision["explanation"]:
            kinds = [ground["kind"] for ground in sentence["grounds"]]
            if sentence["kind"] not in ("reason", "against", "level") or "answer" in kinds:
                continue
            found = re.search(r": (\d+|no) articles? ", sentence["text"])
            sources = [ground["id"] for ground in sentence["grounds"]
                       if ground["kind"] == "source"]
            equal((sentence["text"], len(set(sources)), len(sources)),
                  (sentence["text"], int(found[1].replace("no", "0")), len(sources)))


def list_texts(program, name, kind):
    profile = program.run("profile", "--example", name).stdout
    decision = json.loads(decide(program, profile, "--format", "json").stdout)
    return [sentence["text"] for sentence in decision["explanation"] if sentence["kind"] == kind]


def test_level(program):
    """what tells nothing apart is not passed over in silence, nor what the answers leave out"""
    equal(list_texts(program, "public-api", "level")[0],
          "API back ends: no article that counts judges it")
    equal(list_texts(program, "chat", "level"),
          ["What the project does without is left out: AI and data"])


def test_left_open(program):
    """each question left open that bears on the answer is named once, as it was asked"""
    decision = json.loads(decide(program, program.run("profile").stdout, "--json").stdout)
    texts = [sentence["text"] for sentence in decision["explanation"]
             if sentence["kind"] == "guess" and "was left open" in sentence["text"]]
    equal(len(texts), len(set(texts)))
    equal(sorted(re.search("“(.*)”", text)[1] for text in texts),
          ["Does the team know JavaScript?", "Does the team know Python?", "How is it built?",
           "Is data science, machine learning or AI part of it?", "Is it a web application?",
           "What does one request do?"])


def test_excluded(program):
    """what rules an option out is said"""
    equal(list_texts(program, "streaming", "excluded"),
          ["Python (threads) cannot give what is a must: “Ten thousand open connections in one "
           "process”"])


def test_sureness(program):
    """how sure the answer is stands next to what is sure"""
    for name, answer in [
            ("dashboard", "Python, quite sure; which way is less clear, Python (threads) is ahead"),
            ("machine-learning", "Python, quite sure; which way is too close to call, Python "
                                 "(asyncio) is slightly ahead")]:
        equal(list_texts(program, name, "answer"), [answer])


SIDE = re.compile(r"speaks? for (Node\.js|Python)(, to which |$)")


def test_sides(program):
    """articles speak for a side, never for one way of taking it, and nothing is said twice"""
    for name in EXAMPLES:
        profile = program.run("profile", "--example", name).stdout
        decision = json.loads(decide(program, profile, "--format", "json").stdout)
        texts = [sentence["text"] for sentence in decision["explanation"]]
        equal(sorted(texts), sorted(set(texts)))
        for sentence in decision["explanation"]:
            is_reason = sentence["kind"] in ("reason", "against")
            if is_reason and not SIDE.search(sentence["text"]):
                raise AssertionError(sentence["text"])


def test_wrong(program):
    """what is wrong is said with its place, and nothing is decided"""
    head = '{"format": "steelyard-profile", "schema_version": 1'
    for text, arguments, status, words in [
            (head + ', "seed": "x"}', [], 1, ["profile.json: seed: expected a whole number"]),
            (head + "}", ["--format", "poem"], 2, ["text, json"]),
            (head + "}", ["--evidence", "nothing"], 1, ["nothing"]),
            (head + "}", ["--runtime", "here"], 2, ["127.0.0.1:8080=node"])]:
        done = decide(program, text, *arguments)
        equal((arguments, done.returncode, done.stdout), (arguments, status, ""))
        contains(done.stderr, *words)
    equal(program.run("decide").returncode, 2)
    equal(program.run("profile", "--example", "bakery").returncode, 2)



NODE, PYTHON = "127.0.0.1:8080", "127.0.0.1:8081"
RUNTIMES = ["--runtime", f"{NODE}=node", "--runtime", f"{PYTHON}=python-threads"]
SERVED = 4000


def make_turn(sample, arm, number, n_served):
    """A turn in which nothing failed, and in which so many requests were answered."""
    turn = copy.deepcopy(sample)
    turn.update(arm=arm, round=number // 2, started_at_ns=number * 10**9)
    turn["trial"].update(n_completed_in_window=n_served, n_unfinished=0)
    turn["trial"]["n_failed"] = dict.fromkeys(turn["trial"]["n_failed"], 0)
    turn["trial"]["n_sent"] = turn["trial"]["n_completed"]
    return turn


def make_run(program, name, arms, ratio, has_cpu=True):
    """A saved run of ten pairs, in which the first server did ratio times as much, and its path."""
    run = json.loads(subprocess.check_output([sys.argv[2]], encoding="utf-8"))
    sample = run["phases"][0]["turns"][0]
    for part in ("trace",) if has_cpu else ("trace", "server_cpu_ns"):
        sample.pop(part)
    plan = {**run["plan"]["phases"][0], "n_rounds": 10, "has_looks": False}
    turns = []
    for number in range(20):
        is_first = number % 4 in (0, 3)
        n_served = SERVED * (ratio if is_first else 1) * (1 + number % 3 / 100)
        turns.append(make_turn(sample, arms[0 if is_first else 1], number, round(n_served)))
    run.update(id=name, is_complete=True, phases=[{"plan": plan, "turns": turns}])
    run["plan"].update(arms=arms, phases=[plan])
    path = program.get_path(f"{name}.json")
    path.write_text(json.dumps(run), encoding="utf-8")
    return str(path)


def decide_by(program, runs, *arguments):
    evidence = [word for run in runs for word in ("--evidence", run)]
    done = decide(program, program.run("profile").stdout, "--json", *evidence, *arguments)
    equal((done.stderr, done.returncode), ("", 0))
    return json.loads(done.stdout)


def list_moved(program, decision):
    """The criteria that are not as they are without any measurement."""
    before = {criterion["criterion"]: criterion for criterion in decide_by(program, [])["criteria"]}
    for criterion in decision["criteria"]:
        is_moved = criterion["score"] != before[criterion["criterion"]]["score"]
        equal((criterion["criterion"], criterion["measured"]), (criterion["criterion"], is_moved))
    return [criterion["criterion"] for criterion in decision["criteria"] if criterion["measured"]]


def list_measured(decision):
    return "\n".join(sentence["text"] for sentence in decision["explanation"]
                     if sentence["kind"] == "measured")


def find_width(decision):
    scores = {criterion["criterion"]: criterion["score"] for criterion in decision["criteria"]}
    return scores["performance"]["high"] - scores["performance"]["low"]


def test_models_measured(program):
    """servers of this program move the architecture only, and that is said"""
    run = make_run(program, "models", ["event-loop", "lock-threaded"], 1.4)
    decision = decide_by(program, [run])
    equal(list_moved(program, decision), ["architecture"])
    equal([observation["real"] for observation in decision["observations"]], [False])
    contains(list_measured(decision), "is about the architecture alone")


def test_runtimes_measured(program):
    """real runtimes take the articles' place where they were measured, and only there"""
    run = make_run(program, "runtimes", [NODE, PYTHON], 1.4)
    decision = decide_by(program, [run], *RUNTIMES)
    equal(list_moved(program, decision), ["performance", "resource-use", "scalability"])
    contains(list_measured(decision), "served 1.40 times", "times the processor time of")

    outside = make_run(program, "outside", [NODE, PYTHON], 1.4, has_cpu=False)
    decision = decide_by(program, [outside], *RUNTIMES)
    equal(list_moved(program, decision), ["performance", "scalability"])
    contains(list_measured(decision), "No run measured the real runtimes for “Resource use”")


def test_wrong_evidence(program):
    """servers of this program are never runtimes, and no run counts twice"""
    models = ["event-loop", "lock-threaded"]
    run = make_run(program, "models", models, 1.4)
    profile = program.run("profile").stdout
    for arguments, words in [
            (["--runtime", "event-loop=node", "--runtime", "lock-threaded=python-threads"],
             "--runtime: no run under --evidence has a server “"),
            (["--runtime", "127.0.0.1:808=node"], "has a server “127.0.0.1:808” from outside"),
            (["--evidence", run], "--evidence: “models” is there twice")]:
        done = decide(program, profile, "--evidence", run, *arguments)
        equal((done.returncode, done.stdout), (2, ""))
        contains(done.stderr, words)


def test_contradicting_runs(program):
    """runs that contradict each other leave more open, and that is said"""
    one = make_run(program, "one", [NODE, PYTHON], 1.4, has_cpu=False)
    other = make_run(program, "other", [NODE, PYTHON], 0.7, has_cpu=False)
    alone = decide_by(program, [one], *RUNTIMES)
    both = decide_by(program, [one, other], *RUNTIMES)
    equal(find_width(both) > 3 * find_width(alone), True)
    equal("contradicts itself" in list_measured(alone), False)
    contains(list_measured(both), "contradicts itself")
    grounds = [sentence["grounds"] for sentence in both["explanation"]
               if "contradicts itself" in sentence["text"]]
    equal([[ground["id"] for ground in found] for found in grounds], [["one", "other"]])


def test_silent_run(program):
    """a run that says nothing to the decision is named, with why"""
    run = make_run(program, "silent", ["event-loop", "event-loop-lean"], 1.4)
    done = decide(program, program.run("profile").stdout, "--evidence", run)
    equal(done.returncode, 0)
    contains(done.stderr, "The run silent does not count: no two of its servers stand for ")


def interview(program, lines, *arguments):
    return program.run("decide", "--interactive", *arguments, input="".join(f"{line}\n"
                                                                            for line in lines))


# One line a question, in the wizard's order, and the file at the end.
ANSWERS = ["Tickets", "3 use-collaboration", "2", "yes", "2", "1", "no", "0", "unsure",
           "compute 0.2 ms, wait 5 ms, answer 1 kB", "python", "2k", "500", "80 ms",
           "javascript python", "no", "yes", "1", "", "real-time, 2 9"]


def test_interview(program):
    """the wizard's questions make the profile that decides the same"""
    path = program.get_path("tickets.json")
    done = interview(program, [*ANSWERS, str(path)], "--json")
    equal(done.returncode, 0)
    profile = json.loads(path.read_text(encoding="utf-8"))
    equal(profile["name"], "Tickets")
    equal(profile["context"], {"use_cases": ["use-chat", "use-collaboration"],
                               "structure": "services", "web": "yes", "data_ai": "no",
                               "real_time": "yes", "large_project": "no"})
    equal(profile["request"], {"computes_on": "python",
                               "steps": [{"compute_ms": 0.2}, {"wait_ms": 5},
                                         {"answer_bytes": 1000}]})
    equal(profile["traffic"], {"peak_per_s": 2000, "clients": 500, "response_ms": 80})
    equal(profile["team"], {"languages": ["javascript", "python"], "beginners": "no"})
    equal(profile["constraints"], {"known_languages_only": True,
                                   "must_haves": ["browser-language"]})
    equal(profile["priorities"], ["real-time", "building", "scalability"])
    equal(done.stdout, program.run("decide", "--profile", str(path), "--json").stdout)
    contains(done.stderr, "Step 5 of 5 · What matters most")


def test_interview_unsure(program):
    """whoever is unsure of everything gets an answer, too"""
    done = interview(program, ["0"] * 17 + ["", "", ""], "--json")
    equal(done.returncode, 0)
    equal(json.loads(done.stdout)["profile"], json.loads(program.run("profile").stdout))


def test_interview_corrected(program):
    """one can go back, and what is wrong is said and asked again"""
    path = program.get_path("corrected.json")
    wrong = ["Wrong", "b", *ANSWERS[:2], "3", *ANSWERS[2:11], "-1", "20000000000", *ANSWERS[11:19],
             "1 1", "1 2 3 4 5 6", *ANSWERS[19:]]
    done = interview(program, [*wrong, str(path), ""])
    equal(done.returncode, 0)
    contains(done.stderr, "[Wrong]", "“3” is not among them: answer by a number from 0 to 2",
             "traffic.peak_per_s", "“load” is there twice", "are more than 5")
    equal(json.loads(path.read_text(encoding="utf-8"))["priorities"],
          ["real-time", "building", "scalability"])


def test_interview_stopped(program):
    """what was answered until one quits can be saved and taken up again"""
    path = program.get_path("half.json")
    stopped = interview(program, [*ANSWERS[:5], "q", str(path)])
    equal((stopped.returncode, stopped.stdout), (1, ""))
    contains(stopped.stderr, "Nothing was decided; the answers are saved")
    resumed = interview(program, [""] * 5 + ANSWERS[5:] + [str(path), ""], "--profile", str(path),
                        "--json")
    equal(resumed.returncode, 0)
    contains(resumed.stderr, "[Tickets]", "it exists already")
    whole = interview(program, ANSWERS, "--json")
    equal(resumed.stdout, whole.stdout)


def test_interview_alone(program):
    """where nobody answers, or not to the end, nothing is decided"""
    for lines, words in [([], "Nobody answers"), (ANSWERS[:4], "ended at question 5 of 20")]:
        done = interview(program, lines)
        equal((done.returncode, done.stdout), (1, ""))
        contains(done.stderr, words)


def test_json(program):
    """--json is what --format json is, and --output takes either"""
    profile = program.run("profile", "--example", "crud", "--json").stdout
    equal(profile, program.run("profile", "--example", "crud").stdout)
    path = program.get_path("decision.json")
    decide(program, profile, "--json", "--output", str(path))
    equal(path.read_text(encoding="utf-8"), decide(program, profile, "--format", "json").stdout)


if __name__ == "__main__":
    sys.exit(main([test_examples, test_expected, test_same_again, test_grounds, test_counted,
                   test_level, test_left_open, test_excluded, test_sureness, test_sides, test_wrong,
                   test_models_measured, test_runtimes_measured, test_wrong_evidence,
                   test_contradicting_runs, test_silent_run, test_interview, test_interview_unsure,
                   test_interview_corrected, test_interview_stopped, test_interview_alone,
                   test_json]))
