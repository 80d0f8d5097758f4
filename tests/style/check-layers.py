#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A module includes its own headers and those of the modules it stands on, and nothing else."""

import re
import subprocess
import sys

import tap

MAY_INCLUDE = {
    "core": set(),
    "stats": {"core"},
    "knowledge": {"core"},
    "decision": {"core", "stats", "knowledge"},
    "server": {"core", "stats"},
    "load": {"core", "stats"},
    "lab": {"core", "stats", "server", "load"},
    "evidence": {"core", "stats", "knowledge", "server", "load", "lab"},
    "chart": {"core", "stats"},
    "export": {"core", "stats", "knowledge", "decision", "lab", "evidence", "chart"},
}
PROGRAMS = {"cli", "gui"}
MODULES = set(MAY_INCLUDE) | PROGRAMS
for program in PROGRAMS:
    MAY_INCLUDE[program] = MODULES - PROGRAMS

TOP_LEVEL = {"meson.build", "README.md", "LICENSE",
             "src", "ui", "data", "po", "tests", "flatpak"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
TOOLKIT = re.compile(r"^(gtk|gdk|gsk)/|^adwaita\.h$")


def list_includes(files):
    for name, text in files.items():
        parts = name.split("/")
        if parts[0] != "src" or not name.endswith((".c", ".h")):
            continue
        for match in INCLUDE.finditer(text):
            yield name, parts[1], match.group(1), match.group(2)


def check_modules(files):
    """modules are known"""
    for name in files:
        parts = name.split("/")
        if parts[0] == "src" and len(parts) > 2 and parts[1] not in MODULES:
            yield f"{name}: there is no module “{parts[1]}”"


def check_includes(files):
    """includes keep to the layers"""
    for name, module, quote, header in list_includes(files):
        if quote != '"':
            continue
        used = header.split("/")[0]
        if "/" not in header or used not in MODULES:
            yield f"{name}: “{header}” is not written as module/header"
        elif used != module and used not in MAY_INCLUDE.get(module, MODULES):
            yield f"{name}: {module} must not include “{header}”"


def check_toolkit(files):
    """only gui knows the toolkit"""
    for name, module, _, header in list_includes(files):
        if module != "gui" and TOOLKIT.search(header):
            yield f"{name}: {module} must not include <{header}>"


def check_top_level(files):
    """nothing new at the top"""
    for name in files:
        top = name.split("/")[0]
        if top not in TOP_LEVEL and not top.startswith("."):
            yield f"{name}: “{top}” does not belong at the top"


GOOD = {
    "meson.build": "", "README.md": "", "src/README.md": "", ".editorconfig": "",
    "src/core/sy-a.h": "#include <glib.h>\n",
    "src/core/sy-a.c": '#include "core/sy-a.h"\n',
    "src/lab/sy-b.c": '#include "server/sy-c.h"\n#include "load/sy-d.h"\n',
    "src/gui/sy-e.c": '#include <gtk/gtk.h>\n#include <adwaita.h>\n#include "export/sy-f.h"\n',
}

SAMPLES = [
    (check_modules, "src/misc/sy-a.c", ""),
    (check_includes, "src/core/sy-x.c", '#include "stats/sy-b.h"\n'),
    (check_includes, "src/load/sy-x.c", '#include <glib.h>\n\n# include "server/sy-server.h"\n'),
    (check_includes, "src/cli/sy-x.c", '#include "gui/sy-b.h"\n'),
    (check_includes, "src/gui/sy-x.c", '#include "cli/sy-b.h"\n'),
    (check_includes, "src/lab/sy-x.c", '#include "sy-plan.h"\n'),
    (check_includes, "src/lab/sy-x.c", '#include "../load/sy-client.h"\n'),
    (check_toolkit, "src/chart/sy-x.c", "#include <gtk/gtk.h>\n"),
    (check_toolkit, "src/cli/sy-x.c", "#include <adwaita.h>\n"),
    (check_top_level, "docs/x.md", ""),
    (check_top_level, "meson_options.txt", ""),
]

RULES = [check_modules, check_includes, check_toolkit, check_top_level]


def list_tracked(root):
    command = ["git", "-c", "safe.directory=*", "-C", root, "ls-files", "-z"]
    try:
        done = subprocess.run(command, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return [name for name in done.stdout.split("\0") if name]


def check_checkout(root):
    result = tap.run_rules([check_modules, check_includes, check_toolkit], tap.read_tree(root))
    tracked = list_tracked(root)
    if tracked is None:
        result.skip(check_top_level.__doc__, "not a git checkout")
    else:
        result.report(check_top_level.__doc__, list(check_top_level(tracked)))
    return result.finish()


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        sys.exit(tap.run_samples(RULES, GOOD, SAMPLES).finish())
    sys.exit(check_checkout(sys.argv[1]))
