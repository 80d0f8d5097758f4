#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands about decisions say: profile, decide."""

import json
import pathlib
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
        contains(text, "weightings near yours", "It rests on")
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


if __name__ == "__main__":
    sys.exit(main([test_examples, test_expected, test_same_again, test_grounds, test_wrong]))
