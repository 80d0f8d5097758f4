#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema of decisions describes what “decide --json” writes.

Usage: check-decision-schema.py PROGRAM RUN_TOOL DECISION_SCHEMA PROFILE_SCHEMA
"""

import importlib
import json
import sys

import schemas
import tap
from program import Program

deciding = importlib.import_module("test-deciding")


def decide(program, profile):
    run = deciding.make_run(program, "models", ["event-loop", "lock-threaded"], 1.4)
    return json.loads(deciding.decide(program, json.dumps(profile), "--json", "--evidence",
                                      run).stdout)


def list_decisions(program):
    """Of all examples, and where one option and where every option is ruled out."""
    profiles = [json.loads(program.run("profile", "--example", name).stdout)
                for name in deciding.EXAMPLES]
    for vetoed in (["node"], ["node", "python-threads", "python-asyncio"]):
        profiles.append({**profiles[0], "constraints": {"vetoed": vetoed}})
    return [decide(program, profile) for profile in profiles]


def main(path, _run_tool, decision_schema, profile_schema):
    schema, inner = schemas.load(decision_schema), schemas.load(profile_schema)
    decisions = list_decisions(Program(path))
    report = tap.Tap()

    report.report("every decision satisfies the schema",
                  [complaint for decision in decisions for complaint in schema.complain(decision)])
    report.report("every profile within satisfies that of profiles",
                  [complaint for decision in decisions
                   for complaint in inner.complain(decision["profile"])])
    report.report("every member written is in the schema",
                  [complaint for decision in decisions
                   for complaint in schemas.check_described(schema, decision)])
    report.report("every member of the schema is written",
                  list(schemas.check_written(schema, decisions)))
    report.report("every member is described", list(schemas.check_descriptions(schema)))
    return report.finish()


sys.exit(main(*sys.argv[1:]))
