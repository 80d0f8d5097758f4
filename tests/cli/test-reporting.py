#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports and records of decisions, and what confirms a record."""

import json
import re
import sys

from program import TINY, contains, equal, main, read_rest

FENCE = re.compile(r"```json steelyard-confirmation\n(.*?)\n```\n", re.DOTALL)


def make_profile(program, name="streaming"):
    path = program.get_path("profile.json")
    path.write_text(program.run("profile", "--example", name).stdout, encoding="utf-8")
    return str(path)


def decide(program, *arguments, status=0):
    done = program.run("decide", "--profile", make_profile(program), *arguments)
    equal((done.returncode, done.stderr if status == 0 else ""), (status, ""))
    return done


def make_record(program, *arguments):
    path = program.get_path("record.md")
    decide(program, "--output", str(path), "--force", *arguments)
    return path


def alter(path, change):
    """Changes what machines read of a record."""
    text = path.read_text(encoding="utf-8")
    record = json.loads(FENCE.search(text).group(1))
    change(record)
    block = f"```json steelyard-confirmation\n{json.dumps(record)}\n```\n"
    path.write_text(FENCE.sub(lambda _: block, text), encoding="utf-8")
    return str(path)


def test_formats(program):
    """pdf, html and madr are told by the file's name or by --format"""
    for extension, begin in [("pdf", b"%PDF-"), ("html", b"<!DOCTYPE html>"),
                             ("md", b"---\nstatus: ")]:
        path = program.get_path(f"report.{extension}")
        decide(program, "--output", str(path))
        equal(path.read_bytes().startswith(begin), True)
    contains(decide(program, "--format", "madr").stdout, "## Decision Outcome")
    contains(decide(program, "--format", "doc", status=2).stderr,
             "text, json, pdf, html, madr")
    contains(decide(program, "--format", "pdf", "--paper", "a5", status=2).stderr,
             "--paper: “a5” is not one of a4, letter")


def test_terminal(program):
    """what is no text is kept from a terminal"""
    for form, status, is_written in [("pdf", 1, False), ("madr", 0, True)]:
        process, reader = program.start_on_terminal(
            "decide", "--profile", make_profile(program), "--format", form, stream="stdout")
        equal(bool(read_rest(reader)), is_written)
        equal(process.wait(), status)


def test_never_overwrites(program):
    """a report that is there is replaced with --force alone"""
    path = program.get_path("report.html")
    path.write_text("mine", encoding="utf-8")
    equal(decide(program, "--output", str(path), status=1).stdout, "")
    equal(path.read_text(encoding="utf-8"), "mine")
    decide(program, "--output", str(path), "--force")
    contains(path.read_text(encoding="utf-8"), "</html>")


def test_title_page(program):
    """title, client, author and scope stand as they were written, escaped"""
    text = decide(program, "--format", "html", "--title", "A <b> & Ω", "--client", "مثال",
                  "--author", "\"Me\"", "--scope", "only this").stdout
    contains(text, "<h1 dir=\"auto\">A &lt;b&gt; &amp; Ω</h1>", "مثال", "&quot;Me&quot;",
             "only this")
    equal("<b>" in text, False)


def test_same_again(program):
    """the same decision is the same report on the same day"""
    for name in ("pdf", "html", "madr"):
        first, second = (program.run("decide", "--profile", make_profile(program), "--format",
                                     name, encoding=None).stdout for _ in range(2))
        equal(len(first) > 0 and first == second, True)


def test_confirms_weighing(program):
    """without a run the decision is weighed again: it holds, or no longer does"""
    path = make_record(program)
    contains(path.read_text(encoding="utf-8"), "steelyard-cli confirm -- 'record.md'\n")
    done = program.run("confirm", "--", str(path))
    equal((done.returncode, done.stderr), (0, ""))
    contains(done.stdout, "The decision holds.")
    found = program.run_json("confirm", str(path))
    equal((found["outcome"], found["answer"], found["relations"]), ("holds", "holds", []))

    other = alter(path, lambda record: record.update(
        answer={"best": "python-threads", "winner": "python-threads", "language": "python"}))
    done = program.run("confirm", other)
    equal(done.returncode, 3)
    contains(done.stdout, "The decision no longer holds.")


def test_damaged(program):
    """a damaged record is named with the place that is damaged"""
    path = make_record(program)
    path.write_text("# Nothing", encoding="utf-8")
    done = program.run("confirm", str(path))
    equal((done.returncode, done.stdout), (1, ""))
    contains(done.stderr, "record.md", "```json steelyard-confirmation")
    done = program.run("confirm", alter(make_record(program),
                                        lambda record: record["answer"].update(best="x")))
    equal((done.returncode, done.stdout), (1, ""))
    contains(done.stderr, "record.md: answer.best: ")
    equal(program.run("confirm").returncode, 2)
    equal(program.run("confirm", str(program.get_path("nowhere.md"))).returncode, 1)


def test_confirms_measuring(program):
    """what was measured is measured again, but not on another machine"""
    run = str(program.get_path("run.json"))
    measured = program.run("measure", *TINY[:-6], "--pairs", "8", "--duration", "0.1",
                           "--settle", "0.02", "--output", run, "--quiet")
    equal(measured.returncode, 0)
    program.run("decide", "--profile", make_profile(program), "--evidence", run, "--output",
                str(program.get_path("record.md")))
    path = program.get_path("record.md")
    record = json.loads(FENCE.search(path.read_text(encoding="utf-8")).group(1))
    relations = record["runs"][0]["relations"]
    done = program.run("confirm", str(path), "--json")
    found = json.loads(done.stdout)
    equal({"holds": 0, "unknown": 1, "no-longer-holds": 3}[found["outcome"]], done.returncode)
    equal(len(found["relations"]), len(relations))
    equal(len(found["runs"]), 1 if relations else 0)

    if relations:
        elsewhere = alter(path, lambda altered: altered["runs"][0]["environment"].update(
            cpu="Another one"))
        done = program.run("confirm", elsewhere)
        equal(done.returncode, 1)
        contains(done.stdout, "cannot be told", "another machine", "“Another one”")


if __name__ == "__main__":
    sys.exit(main([test_formats, test_terminal, test_never_overwrites, test_title_page,
                   test_same_again, test_confirms_weighing, test_damaged,
                   test_confirms_measuring]))
