# SPDX-License-Identifier: GPL-3.0-or-later
"""Decisions and their records, for the tests of what is made of them."""

import json
import re

from program import equal

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


def read_record(path):
    """What machines read of it."""
    return json.loads(FENCE.search(path.read_text(encoding="utf-8")).group(1))


def alter(path, change):
    """Changes what machines read of a record."""
    text = path.read_text(encoding="utf-8")
    record = read_record(path)
    change(record)
    block = f"```json steelyard-confirmation\n{json.dumps(record)}\n```\n"
    path.write_text(FENCE.sub(lambda _: block, text), encoding="utf-8")
    return str(path)
