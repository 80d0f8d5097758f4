#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What .ci/run says and returns, with steps that only pretend."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tap

RUN = pathlib.Path(__file__).parents[2] / ".ci/run"
CLOSING = "Ok:                 {}   \nFail:               {}   \nSkipped:            1   \n"

# Notes that it was called; the words after its name in the file beside it are what it does.
STEP = """#!/bin/sh
echo "$1" >> called
eval "$(sed -n "s/^$1 //p" behaviour)"
"""


def run(behaviour, minutes="5"):
    """What comes of a run: its result, its last line, all it said, and the steps it called."""
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        (folder / ".ci").mkdir()
        shutil.copy(RUN, folder / ".ci/run")
        step = folder / ".ci/step"
        step.write_text(STEP)
        step.chmod(0o755)
        (folder / "called").touch()
        (folder / "behaviour").write_text("".join(f"{line}\n" for line in behaviour))
        done = subprocess.run([folder / ".ci/run"], check=False, text=True, capture_output=True,
                              env={"PATH": os.environ["PATH"], "MINUTES": minutes})
        said = done.stdout.strip()
        return done.returncode, said.split("\n")[-1], said, (folder / "called").read_text().split()


def write_log(name, log, n_passed, n_failed):
    closing = CLOSING.format(n_passed, n_failed).replace("\n", "\\n")
    return f"{name} mkdir -p $(dirname {log}); printf '{closing}' > {log}"


TESTS = write_log("everyday", "build-test/meson-logs/testlog.txt", 7, 0)
LEAKS = write_log("address", "build-asan/meson-logs/testlog.txt", 5, 0)


def check_sums():
    """the tests of all steps are counted, and steps called once each"""
    result, last, said, called = run([TESTS, LEAKS])
    if result != 0 or last != "12 passed, 0 failed, 2 skipped":
        yield said
    if len(set(called)) != len(called) or called[0] != "everyday" or called[-1] != "newest":
        yield f"{called}"


def check_failing_test():
    """a test that fails makes the run fail, whatever its runner returned"""
    failing = write_log("address", "build-asan/meson-logs/testlog.txt", 5, 2)
    result, last, said, _ = run([TESTS, failing])
    if result == 0 or last != "12 passed, 2 failed, 2 skipped":
        yield said


def check_failing_step():
    """a step that fails is named, and those after it are done"""
    result, _, said, called = run([TESTS, "clang exit 3"])
    if result == 0 or "Failed:\n  clang failed\n" not in said or "newer" not in called:
        yield said


def check_no_tests():
    """a run without a test fails"""
    result, last, said, _ = run([])
    if result == 0 or last != "0 passed, 0 failed, 0 skipped":
        yield said


def check_not_blocking():
    """what is not released yet does not count"""
    result, _, said, _ = run([TESTS, "newest exit 1"])
    if result != 0 or "== newest failed" not in said or "Failed:" in said:
        yield said


def check_time():
    """what there is no time for is not begun, and said"""
    result, _, said, called = run([TESTS], minutes="0")
    if result == 0 or called or not re.search("Failed:\n  everyday ran out of time\n", said):
        yield said


if __name__ == "__main__":
    answers = tap.Tap()
    for check in [check_sums, check_failing_test, check_failing_step, check_no_tests,
                  check_not_blocking, check_time]:
        answers.report(check.__doc__, list(check()))
    sys.exit(answers.finish())
