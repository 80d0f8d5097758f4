# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person finds at home: the programs, what they keep, and where things are in the window."""

import json
import os
import pathlib
import subprocess
import sys

from person import Person, get_states, wait_for

PROGRAM, CLI, SAMPLE_TOOL = sys.argv[1:4]
RUNS = pathlib.Path(os.environ["XDG_DATA_HOME"], "steelyard", "runs")
DECISIONS = RUNS.with_name("decisions")
SETTINGS = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings", "keyfile")

# Measuring all three scenes takes more than a minute, and a checked build is slow.
LONG_S = 900


def start(*arguments, **settings):
    """The program with settings a person could have left, as GSettings writes them."""
    SETTINGS.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{key.replace('_', '-')}={value}" for key, value in settings.items()]
    SETTINGS.write_text("\n".join(["[io/github/steelyard_app/Steelyard]", *lines, ""]),
                        encoding="utf-8")
    return Person(PROGRAM, *arguments, GSETTINGS_BACKEND="keyfile")


def list_runs():
    return sorted(RUNS.glob("*.json"))


def keep_sample(name, day):
    """A saved run of that name, measured on that day of November."""
    run = json.loads(subprocess.run([SAMPLE_TOOL], check=True, stdout=subprocess.PIPE).stdout)
    run["id"] = f"2026-11-{day:02d}T10-15-02Z-3f2a"
    run["name"] = name
    RUNS.mkdir(parents=True, exist_ok=True)
    path = RUNS / f"{run['id']}.json"
    path.write_text(json.dumps(run), encoding="utf-8")
    return path


# As short as a measurement can be; it has figures, but no verdict.
SHORT = {"pairs": 2.0, "turn_seconds": 0.1, "clients": 4.0}


def go_to(person, page):
    """A page of the window, or a tab of a result."""
    tab = person.find("page tab", page)
    person.click(tab)
    wait_for(f"the page {page}", lambda: "selected" in get_states(tab))


def use_cli(*arguments):
    """What the program without a window says, as JSON, and how it ends."""
    done = subprocess.run([CLI, *map(str, arguments), "--json"], encoding="utf-8", check=False,
                          stdout=subprocess.PIPE)
    return json.loads(done.stdout), done.returncode
