#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands about published articles say: criteria, claims, sources."""

import sys
import unicodedata

from program import contains, equal, main


MARKS = ["reproduced", "not-reproduced", "too-close", "unsound"]


def count_columns(line):
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)


def list_wide_lines(text):
    """Addresses stay whole, however long they are."""
    return [line for line in text.split("\n")
            if count_columns(line) > 80 and "://" not in line]


def test_all_fit(program):
    """what is printed fits 80 columns and names every item"""
    for command in ["criteria", "claims", "sources"]:
        text = program.run(command).stdout
        equal(list_wide_lines(text), [])
        items = program.run_json(command)[command]
        headings = [line.split("  ")[0] for line in text.split("\n")[:-2]
                    if line and not line.startswith(" ")]
        equal(headings, [item["id"] for item in items])


def test_counts(program):
    """criteria and sources count the same claims as are listed"""
    claims = program.run_json("claims")["claims"]
    for command, key in [("criteria", "criterion"), ("sources", "source")]:
        for item in program.run_json(command)[command]:
            own = [claim for claim in claims if claim[key] == item["id"]]
            equal((item["id"], item["claims"]), (item["id"], len(own)))
            equal(item["disputed"], sum(claim["disputed"] for claim in own))
            equal(item["testable"], sum("recipe" in claim for claim in own))
            equal(bool(item["verdicts"]), bool(own))


def test_totals(program):
    """the last line counts what is listed"""
    for arguments in [["criteria"], ["sources"], ["claims"], ["claims", "--disputed"],
                      ["claims", "--source", "unsigned", "--testable"]]:
        claims = program.run_json("claims", *arguments[1:])["claims"]
        equal(program.run(*arguments).stdout.split("\n")[-3:],
              ["", f"{len(claims)} claims, {sum(claim['disputed'] for claim in claims)} disputed, "
                   f"{sum('recipe' in claim for claim in claims)} testable", ""])


def test_filters(program):
    """each filter keeps what it says, and filters add up"""
    claims = program.run_json("claims")["claims"]
    for arguments, keeps in [
            (["--criterion", "cost"], lambda claim: claim["criterion"] == "cost"),
            (["--source", "unsigned"], lambda claim: claim["source"] == "unsigned"),
            (["--side", "both"], lambda claim: claim["side"] == "both"),
            (["--disputed"], lambda claim: claim["disputed"]),
            (["--testable"], lambda claim: "recipe" in claim),
            (["--side", "python", "--disputed", "--testable"],
             lambda claim: claim["side"] == "python" and claim["disputed"] and "recipe" in claim)]:
        found = program.run_json("claims", *arguments)["claims"]
        equal((arguments, [claim["id"] for claim in found]),
              (arguments, [claim["id"] for claim in claims if keeps(claim)]))
        equal(0 < len(found) < len(claims), True)


def test_nothing_passes(program):
    """filters that leave nothing are no failure"""
    arguments = ["claims", "--criterion", "licensing", "--testable"]
    equal(program.run(*arguments).stdout, "There is no such claim\n")
    equal(program.run_json(*arguments), {"claims": []})


def test_first_article(program):
    """the section whose verdict contradicts its text is disputed"""
    arguments = ["claims", "--disputed", "--source", "capital-numbers",
                 "--criterion", "performance"]
    claims = program.run_json(*arguments)["claims"]
    equal(len(claims), len(program.run_json(*arguments[:1], *arguments[2:])["claims"]))
    for claim in claims:
        equal(claim["verdict"]["verdict"], "python")
        equal(claim["verdict"]["contradiction"]["side"], "node")
    contains([claim["favours"] for claim in claims], "node", "python")
    contains(program.run(*arguments).stdout,
             "On “Performance” its verdict is “Python”, while its text speaks for Node.js")


def test_doubts(program):
    """doubts about the documentation name it"""
    claims = program.run_json("claims", "--disputed")["claims"]
    doubts = [doubt for claim in claims for doubt in claim["doubts"]]
    equal({doubt["kind"] for doubt in doubts}, {"within", "between", "documentation"})
    for doubt in doubts:
        equal((doubt["id"], bool(doubt["references"])),
              (doubt["id"], doubt["kind"] == "documentation"))


def test_tried(program):
    """claims that a saved run tried have their mark, its figures and that run"""
    equal(program.run_json("claims", "--tried"), {"claims": []})
    program.run("measure", "--arm", "event-loop", "--arm", "lock-threaded", "--steps",
                "c20,w5,b1024", "--connections", "64", "--pairs", "3", "--duration", "0.1",
                "--settle", "0.02")
    run = program.get_runs()[0].stem
    tried = program.run_json("claims", "--tried")["claims"]
    equal({claim["recipe"] for claim in tried}, {"waiting-capacity"})
    equal([claim["id"] for claim in tried],
          [claim["id"] for claim in program.run_json("claims")["claims"]
           if claim.get("recipe") == "waiting-capacity"])
    for claim in tried:
        equal((claim["mark"] in MARKS, claim["run"]), (True, run))
        equal(claim["mark"] == "unsound", "problem" in claim)
        ratio = claim.get("ratio", {"low": 0, "value": 0, "high": 0})
        equal("ratio" in claim or claim["mark"] == "unsound", True)
        equal(ratio["low"] <= ratio["value"] <= ratio["high"], True)
    text = " ".join(program.run("claims", "--tried").stdout.split())
    equal(text.count(f"(run {run})"), len(tried))
    equal(list_wide_lines(program.run("claims", "--tried").stdout), [])


def test_wrong_names(program):
    """what is not known is named, with what was probably meant"""
    for arguments, words in [(["--criterion", "performence"], ["--criterion", "“performance”"]),
                             (["--source", "creole"], ["--source", "“creole-studios”"]),
                             (["--side", "java"], ["--side", "node, python, both"])]:
        done = program.run("claims", *arguments)
        equal((arguments, done.returncode, done.stdout), (arguments, 2, ""))
        contains(done.stderr, "claims --help", *words)


if __name__ == "__main__":
    sys.exit(main([test_all_fit, test_counts, test_totals, test_filters, test_nothing_passes,
                   test_first_article, test_doubts, test_tried, test_wrong_names]))
