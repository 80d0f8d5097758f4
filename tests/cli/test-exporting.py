#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves a saved run for other programs, and what is never overwritten on the way."""

import csv
import io
import json
import os
import resource
import struct
import subprocess
import sys
import xml.etree.ElementTree

from program import contains, equal, main

FORMATS = ["csv", "csv-slices", "json", "hlog", "trace"]
KINDS = ["capacity", "response-time", "ratio", "spectrum", "throughput", "latency", "sweep",
         "loop-lag", "lock-wait", "lock-held", "architecture"]
SVG = "{http://www.w3.org/2000/svg}"


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


def test_no_folder(program):
    """a folder that is not there is said before anything is measured, and is not made"""
    folder = program.get_path("reprots")
    run = make_run(program)
    for command in [["measure", "--scene", "waiting"], ["export", run, "--format", "csv"],
                    ["chart", run, "--kind", "capacity"],
                    ["decide", "--profile", run, "--format", "json"]]:
        done = program.run(*command, "--output", str(folder / "out.svg"))
        equal((done.returncode, done.stdout), (1, ""))
        contains(done.stderr, str(folder), "is no folder")
    equal((folder.exists(), program.get_runs()), (False, []))


def test_no_run(program):
    """a run that is not there is named"""
    for arguments in (["export", "2020", "--format", "csv"],
                      ["chart", "2020", "--kind", "capacity", "--output", "x.svg"]):
        done = program.run(*arguments)
        equal((done.returncode, done.stdout), (1, ""))
        contains(done.stderr, "2020")


def read_svg(path):
    root = xml.etree.ElementTree.parse(path).getroot()
    return ([root.get("width"), root.get("height")], root.findtext(SVG + "title"),
            " ".join(root.itertext()))


def test_every_chart(program):
    """every kind of chart can be drawn, into every form of picture, twice the same bytes"""
    run = make_run(program)
    for kind in KINDS:
        output = program.get_path(f"{kind}.svg")
        done = program.run("chart", run, "--kind", kind, "--output", str(output))
        equal((kind, done.returncode, done.stdout, done.stderr), (kind, 0, "", ""))
        equal(bool(read_svg(output)[1]), True)
    for form, magic in [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")]:
        outputs = [program.get_path(f"{name}.{form}") for name in ("one", "two")]
        for output in outputs:
            equal(program.run("chart", run, "--kind", "ratio", "--output", str(output)).returncode,
                  0)
        equal(outputs[0].read_bytes()[:len(magic)], magic)
        equal(outputs[0].read_bytes() == outputs[1].read_bytes(), True)


def test_chart_options(program):
    """--phase, --scene, --size, --scale and --theme do what they say"""
    run = make_run(program)
    output = program.get_path("a.svg")
    for arguments, title in [(["--phase", "1"], "Arrivals at 333/s"), ([], "4 clients"),
                             (["--scene", "waiting"], "Mostly waiting")]:
        equal(program.run("chart", run, "--kind", "capacity", "--output", str(output), "--force",
                          "--size", "500x300", *arguments).returncode, 0)
        size, found, text = read_svg(output)
        equal(size, ["500", "300"])
        contains(found, "Requests per second", title)
        contains(text, "Event loop", "Threads with one lock")
    seen = set()
    for theme in ["light", "dark", "high-contrast", "high-contrast-dark", "print"]:
        equal(program.run("chart", run, "--kind", "capacity", "--output", str(output), "--force",
                          "--theme", theme).returncode, 0)
        seen.add(output.read_bytes())
    equal(len(seen), 5)
    picture = program.get_path("a.png")
    for scale in (1, 3):
        equal(program.run("chart", run, "--kind", "ratio", "--output", str(picture), "--force",
                          "--size", "400x300", "--scale", str(scale)).returncode, 0)
        equal(struct.unpack(">II", picture.read_bytes()[16:24]), (400 * scale, 300 * scale))


def test_chart_wrong_usage(program):
    """what a chart lacks is named with what there is, and nothing is written"""
    run = make_run(program)
    output = str(program.get_path("a.svg"))
    for arguments, words in [
            ([], ["--kind", *KINDS]),
            (["--kind", "pie", "--output", output], ["pie", *KINDS]),
            (["--kind", "capacity"], ["--output", ".svg"]),
            (["--kind", "capacity", "--output", output + ".jpg"], [".png"]),
            (["--kind", "capacity", "--output", output, "--size", "10x10"], ["10x10", "320x200"]),
            (["--kind", "capacity", "--output", output, "--size", "800"], ["--size"]),
            (["--kind", "capacity", "--output", output, "--scale", "4"], ["--scale"]),
            (["--kind", "capacity", "--output", output, "--theme", "pink"], ["print"]),
            (["--kind", "capacity", "--output", output, "--phase", "9"], ["--phase"])]:
        done = program.run("chart", run, *arguments)
        equal((arguments, done.returncode, done.stdout), (arguments, 2, ""))
        contains(done.stderr, *words)
    done = program.run("chart", run, "--kind", "capacity", "--output", output, "--scene", "nowhere")
    equal(done.returncode, 1)
    contains(done.stderr, "nowhere")
    equal(os.listdir(program.folder.name), ["run.json"])


def test_chart_of_criteria(program):
    """what the articles say is drawn without a run, for all criteria or for one"""
    for name, words in [("all", []), ("one", ["performance"])]:
        output = program.get_path(f"{name}.svg")
        done = program.run("chart", *words, "--kind", "criteria", "--output", str(output))
        equal((done.returncode, done.stdout, done.stderr), (0, "", ""))
        contains(output.read_text(encoding="utf-8"), "Performance", "Python")
    contains(program.get_path("one.svg").read_text(encoding="utf-8"), "Capital Numbers")
    output = str(program.get_path("none.svg"))
    done = program.run("chart", "weather", "--kind", "criteria", "--output", output)
    equal(done.returncode, 2)
    contains(done.stderr, "weather")
    done = program.run("chart", "--kind", "capacity", "--output", output)
    equal(done.returncode, 2)
    contains(done.stderr, "latest")


def test_chart_never_overwrites(program):
    """a picture replaces a file with --force alone"""
    run = make_run(program)
    output = program.get_path("a.pdf")
    output.write_text("mine", encoding="utf-8")
    done = program.run("chart", run, "--kind", "capacity", "--output", str(output))
    equal((done.returncode, done.stdout), (1, ""))
    contains(done.stderr, str(output), "--force")
    equal(output.read_text(encoding="utf-8"), "mine")


if __name__ == "__main__":
    sys.exit(main([test_tables, test_same_bytes, test_guessed_format, test_never_overwrites,
                   test_no_folder, test_no_run, test_every_chart, test_chart_options,
                   test_chart_wrong_usage, test_chart_of_criteria, test_chart_never_overwrites]))
