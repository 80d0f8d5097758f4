#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves a saved run for other programs, and what is never overwritten on the way."""

import csv
import io
import json
import os
import resource
import subprocess
import sys

from program import contains, equal, main

FORMATS = ["csv", "csv-slices", "json", "hlog"]


def make_run(program):
    """The hand-made run of the library's tests, so that nothing has to be measured."""
    path = program.get_path("run.json")
    path.write_bytes(subprocess.run([sys.argv[2]], check=True, capture_output=True).stdout)
    return str(path)


def read_table(text):
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_tables(program):
    """csv and csv-slices are tables whose rows add up to the run"""
    run = make_run(program)
    document = json.loads(program.get_path("run.json").read_text(encoding="utf-8"))
    expected = [turn for phase in document["phases"] for turn in phase["turns"]]
    turns = read_table(program.run("export", run, "--format", "csv").stdout)
    equal(len(turns), len(expected))
    for row, turn in zip(turns, expected):
        equal((row["arm"], int(row["round"])), (turn["arm"], turn["round"]))
        equal(row["run_note"], document["note"])
        equal(None in row or None in row.values(), False)
    slices = read_table(program.run("export", run, "--format", "csv-slices").stdout)
    equal(len(slices), 2 * len(turns))


def test_same_bytes(program):
    """a file has the bytes of standard output, and twice the same"""
    run = make_run(program)
    for name in FORMATS:
        output = program.get_path(f"out.{name}")
        printed = program.run("export", run, "--format", name, encoding=None).stdout
        done = program.run("export", run, "--format", name, "--output", str(output))
        equal((done.returncode, done.stdout, done.stderr), (0, "", ""))
        equal(output.read_bytes() == printed and len(printed) > 0, True)
    equal(program.get_path("out.json").read_bytes(), program.get_path("run.json").read_bytes())


def test_guessed_format(program):
    """without --format the file's name tells, or one is asked for"""
    run = make_run(program)
    output = program.get_path("out.HLOG")
    equal(program.run("export", run, "--output", str(output)).returncode, 0)
    contains(output.read_text(encoding="utf-8"), "#[Histogram log format version 1.3]\n")
    for arguments in (["--output", str(program.get_path("out.xls"))], [], ["--format", "xls"]):
        done = program.run("export", run, *arguments)
        equal((done.returncode, done.stdout), (2, ""))
        contains(done.stderr, "--format", *FORMATS)
    equal(program.get_path("out.xls").exists(), False)


def test_never_overwrites(program):
    """a file is replaced with --force alone, and never with half of it"""
    run = make_run(program)
    output = program.get_path("out.csv")
    output.write_text("mine", encoding="utf-8")
    done = program.run("export", run, "--output", str(output))
    equal((done.returncode, done.stdout), (1, ""))
    contains(done.stderr, str(output), "--force")
    equal(output.read_text(encoding="utf-8"), "mine")

    done = program.run("export", run, "--output", str(output), "--force", restore_signals=False,
                       preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)))
    equal((done.returncode, done.stdout), (1, ""))
    contains(done.stderr, str(output))
    equal(output.read_text(encoding="utf-8"), "mine")
    equal(sorted(os.listdir(program.folder.name)), ["out.csv", "run.json"])

    equal(program.run("export", run, "--output", str(output), "--force").returncode, 0)
    equal(len(read_table(output.read_text(encoding="utf-8"))), 4)


def test_no_run(program):
    """a run that is not there is named"""
    done = program.run("export", "2020", "--format", "csv")
    equal((done.returncode, done.stdout), (1, ""))
    contains(done.stderr, "2020")


if __name__ == "__main__":
    sys.exit(main([test_tables, test_same_bytes, test_guessed_format, test_never_overwrites,
                   test_no_run]))
