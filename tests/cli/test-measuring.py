#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What measuring does with its results, and with what gets in its way."""

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile

from program import (TINY, Busy, Skipped, contains, equal, is_disturbed, main, read_rest,
                     read_until)

MAX_ATTEMPTS = 20
QUANTILES = {"p50", "p90", "p99", "p99_9", "max"}


def check_arm(arm):
    contains(arm, "id", "scene", "steps", "load", "placement", "turns", "requests_per_s",
             "response_ms", "service_ms", "failures", "cpu_us_per_request", "intervals")
    equal(arm["requests_per_s"] > 0, True)
    for times in (arm["response_ms"], arm["service_ms"]):
        equal(set(times) <= QUANTILES and "max" in times, True)
    n_failed = sum(arm["failures"].values())
    equal(arm["sent"], arm["completed"] + n_failed + arm["unfinished"])


def check_verdict(verdict, ids):
    equal(verdict["metric"], "capacity")
    equal({verdict["a"], verdict["b"]} == ids, True)
    equal(verdict["winner"] in ids | {"too-close"}, True)
    ratio = verdict["ratio"]
    equal(ratio["low"] <= ratio["value"] <= ratio["high"], True)
    equal(verdict["pairs"], 3)


def test_json(program):
    """--json prints the documented members and nothing else, and show derives the same again"""
    done = program.run("measure", *TINY, "--seed", "7", "--json")
    equal((done.returncode, done.stderr), (0, ""))
    result = json.loads(done.stdout)
    ids = {"event-loop", "lock-threaded"}
    equal({arm["id"] for arm in result["arms"]} == ids, True)
    for arm in result["arms"]:
        check_arm(arm)
    equal(len(result["verdicts"]), 1)
    check_verdict(result["verdicts"][0], ids)
    equal((result["seed"], result["complete"]), (7, True))
    equal([result["file"]], [str(path) for path in program.get_runs()])
    contains(result["environment"], "cpu", "kernel", "libsoup")
    contains([warning["code"] for warning in result["warnings"]], "few-pairs")
    equal(program.run("show", result["id"], "--json").stdout, done.stdout)
    equal(program.run("show", "latest", "--json").stdout, done.stdout)


def test_text(program):
    """the text fits 80 columns, says the verdict, and show says the same again"""
    done = program.run("measure", *TINY)
    equal((done.returncode, done.stderr), (0, ""))
    contains(done.stdout, "Too few pairs", "Requests/s", "Failed", "Saved as")
    saved = [line for line in done.stdout.split("\n") if not line.startswith("Saved as")]
    equal([line for line in saved if len(line) > 80], [])
    equal(program.run("show", "latest").stdout, done.stdout)
    contains(program.run("list").stdout, "Event loop", "Your own workload")
    equal(program.run("show", "latest", "--quiet").stdout.count("Requests/s"), 0)


def test_alone(program):
    """one server is measured without a verdict, to a file that is not replaced unasked"""
    output = program.get_path("run.json")
    arguments = ["measure", *TINY, "--arm", "event-loop", "--output", str(output)]
    result = program.run_json(*arguments)
    equal((result["verdicts"], result["file"]), ([], str(output)))
    equal(program.get_runs(), [])

    before = output.read_bytes()
    done = program.run(*arguments)
    equal((done.returncode, done.stdout), (1, ""))
    contains(done.stderr, str(output), "--force")
    equal(output.read_bytes(), before)

    equal(program.run_json(*arguments, "--force")["file"], str(output))
    equal(output.read_bytes() == before, False)


def measure_until_told(program, condition):
    """A busy machine may leave a server without any request in so short a time."""
    for _ in range(MAX_ATTEMPTS):
        done = program.run("measure", *TINY, "--quiet", "--fail-if", condition)
        if "cannot be told" not in done.stderr:
            return done
        equal(done.returncode, 0)
    if is_disturbed(program, "latest"):
        raise Busy
    raise AssertionError(f"{condition} was never told")


def test_conditions(program):
    """--fail-if exits with 3 when it holds and with 0 when it does not"""
    for condition, status in [("capacity:event-loop/lock-threaded>0.000001", 3),
                              ("capacity:event-loop/lock-threaded<0.000001", 0)]:
        done = measure_until_told(program, condition)
        equal((condition, done.returncode), (condition, status))
        equal("holds" in done.stderr, status == 3)


def test_sweep(program):
    """sweep measures a phase for each value; compare puts runs side by side without a verdict"""
    arguments = ["--steps", "w1", "--arm", "event-loop", "--pairs", "2", "--duration", "0.1",
                 "--settle", "0.02"]
    result = program.run_json("sweep", *arguments, "--connections", "1,3")
    equal([arm["load"]["connections"] for arm in result["arms"]], [1, 3])
    text = program.run("sweep", *arguments, "--connections", "1,3").stdout
    contains(text, "1 client ", "3 clients", "Requests/s")

    runs = [path.stem for path in program.get_runs()]
    done = program.run("compare", *runs)
    equal(done.returncode, 0)
    contains(done.stdout, *runs, "no verdict", "1: 3 clients", "2: 3 clients")
    both = program.run_json("compare", *runs)
    equal((both["comparable"], len(both["runs"])), (True, 2))
    equal((both["runs"][0]["id"], both["findings"]), (runs[0], []))
    done = program.run("compare", runs[0], runs[0])
    equal((done.returncode, done.stdout), (1, ""))
    contains(done.stderr, "twice")


def interrupt(program, pattern):
    """Stops a long measurement once the pattern is on the terminal."""
    process, reader = program.start_on_terminal(
        "measure", "--steps", "c1,w1", "--connections", "4", "--arm", "event-loop", "--json",
        "--pairs", "1000", "--duration", "0.1", "--settle", "0.02")
    seen = read_until(reader, pattern)
    process.send_signal(signal.SIGINT)
    output = process.stdout.read()
    status = process.wait()
    seen += read_rest(reader)
    return status, json.loads(output), seen


def test_interrupted(program):
    """Ctrl-C stops, keeps every complete turn and says so"""
    status, result, seen = interrupt(program, r"turn (\d\d+|[3-9]) of 1000")
    equal((status, result["complete"]), (1, False))
    contains(seen, "Event loop", "left", "Stopping", "what was measured is saved")
    equal([result["file"]], [str(path) for path in program.get_runs()])
    equal(2 <= result["arms"][0]["turns"] < 1000, True)
    equal(program.run_json("show", "latest")["arms"], result["arms"])


def test_interrupted_early(program):
    """Ctrl-C before anything was measured saves nothing"""
    status, result, seen = interrupt(program, "Warming up")
    equal((status, result["complete"], result["arms"]), (1, False, []))
    contains(seen, "nothing is saved")
    equal(program.get_runs(), [])


def test_few_descriptors(program):
    """too few open files is said, and nothing is saved as if it were a result"""
    done = program.run("measure", "--steps", "w1", "--connections", "64", "--pairs", "2",
                       preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64)))
    equal(done.returncode, 1)
    contains(done.stdout + done.stderr, "open files", "ulimit -n")
    equal(program.get_runs(), [])


def check_unsaved(done):
    equal(done.returncode, 1)
    contains(done.stderr, "could not be saved")
    result = json.loads(done.stdout)
    equal(("file" in result, len(result["arms"])), (False, 1))


def test_file_too_large(program):
    """a run that cannot be saved is still shown"""
    check_unsaved(program.run(
        "measure", *TINY, "--arm", "event-loop", "--json", restore_signals=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))))
    equal(program.get_runs(), [])


def test_disk_full(program):
    """a full disk while saving is named, and leaves no half file"""
    with tempfile.TemporaryDirectory() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", "size=8k", "steelyard-test", folder]
        if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
            raise Skipped("only root can mount a small file system")
        try:
            output = os.path.join(folder, "run.json")
            done = program.run("measure", *TINY, "--arm", "event-loop", "--json",
                               "--output", output)
            check_unsaved(done)
            contains(done.stderr, output, "space")
            equal(os.listdir(folder), [])
        finally:
            subprocess.run(["umount", folder], check=True)


def test_read_only_folder(program):
    """a folder that does not take the run is named"""
    blocked = program.get_path("steelyard")
    blocked.write_text("in the way", encoding="utf-8")
    done = program.run("measure", *TINY, "--arm", "event-loop", "--json")
    check_unsaved(done)
    contains(done.stderr, str(blocked))


if __name__ == "__main__":
    sys.exit(main([test_json, test_text, test_alone, test_conditions, test_sweep,
                   test_interrupted, test_interrupted_early, test_few_descriptors,
                   test_file_too_large, test_disk_full, test_read_only_folder]))
