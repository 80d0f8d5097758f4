#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports and records of decisions."""

import sys

from program import contains, equal, main, read_rest
from records import decide, make_profile

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


def test_left_out(program):
    """what the project does without is in no table, and the report says so"""
    text = decide(program, "--format", "html").stdout
    contains(text, "left out: AI and data", "those that the project does without, are left out",
             "10,000 draws, seed 1.")
    equal(text.count(">AI and data<"), 0)


def test_outcome(program):
    """a record chooses an option only if one wins; what makes no difference is no consequence"""
    text = decide(program, "--format", "madr").stdout
    contains(text, "\nChosen option: “Node.js (event loop)” (fairly sure), because it wins most",
             "\n* Good, because “Real time” speaks for it\n",
             "\n### Makes no difference\n\n* Cost: ")
    equal(text.count("Neutral, because"), 0)
    text = program.run("decide", "--profile", make_profile(program, "chat"),
                       "--format", "madr").stdout
    contains(text, "\nChosen option: none yet. No clear winner; Python (asyncio) is slightly ")


def test_alone(program):
    """what is left alone is chosen for that, and no heading stands over nothing"""
    path = program.get_path("alone.json")
    path.write_text('{"format": "steelyard-profile", "schema_version": 1, "constraints": '
                    '{"vetoed": ["node", "python-threads"]}}', encoding="utf-8")
    text = program.run("decide", "--profile", str(path), "--format", "madr").stdout
    contains(text, "“Python (asyncio)”, because every other one is ruled out:\n")
    equal(text.count("### Consequences"), 0)
    text = program.run("decide", "--profile", str(path), "--format", "html").stdout
    equal(text.count("Part of the lead"), 0)


def test_answers(program):
    """answers are told in the words in which they were asked for, never as they are stored"""
    path = program.get_path("answers.json")
    for languages, words in [('["python", "other"]', "Python, Others"), ("[]", "Others")]:
        path.write_text('{"format": "steelyard-profile", "schema_version": 1, "context": '
                        '{"structure": "single"}, "team": {"languages": ' + languages + "}}",
                        encoding="utf-8")
        text = program.run("decide", "--profile", str(path), "--format", "madr").stdout
        contains(text, "\n* How is it built? One program\n", f"\n* The team knows: {words}\n")


if __name__ == "__main__":
    sys.exit(main([test_formats, test_never_overwrites, test_title_page, test_same_again,
                   test_terminal, test_left_out, test_outcome, test_alone,
                   test_answers]))
