#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of the house style that a machine can see."""

import re
import sys

import tap

MAX_COLUMNS = 100
MAX_FILE_LINES = 500
MAX_FUNCTION_LINES = 60
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"

# In two pieces each, or this file would complain about itself.
PUT_OFF = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")
WORKPLACE = re.compile(r"/work" r"/shared|/work" r"/main|DEVELOPERS" r"\.md|/tmp" r"/h/")


def is_c(name):
    return name.endswith((".c", ".h"))


def is_script(name):
    return name.endswith((".py", ".sh")) or is_shell(name)


def is_shell(name):
    folder, _, stem = name.rpartition("/")
    return folder == ".ci" and "." not in stem and not stem.startswith("packages")


def is_code(name):
    return is_c(name) or is_script(name) or name.endswith((".build", ".ui", ".css"))


def list_lines(files, is_wanted):
    for name, text in files.items():
        if is_wanted(name):
            for number, line in enumerate(text.split("\n"), 1):
                yield name, number, line


def check_licence(files):
    """the licence comes first"""
    for name, text in files.items():
        lines = text.split("\n")
        if is_c(name) and lines[0] != f"/* {LICENCE} */":
            yield f"{name}:1: the first line is not “/* {LICENCE} */”"
        if is_script(name) and f"# {LICENCE}" not in lines[:2]:
            yield f"{name}:1: no “# {LICENCE}” in the first two lines"


def check_white_space(files):
    """no tabs, no white space at a line's end"""
    for name, number, line in list_lines(files, is_code):
        if "\t" in line:
            yield f"{name}:{number}: a tab"
        if line != line.rstrip():
            yield f"{name}:{number}: white space at the end"


def check_last_line(files):
    """files end with one line feed"""
    for name, text in files.items():
        if is_code(name) and text and (not text.endswith("\n") or text.endswith("\n\n")):
            yield f"{name}: does not end with one line feed"


def check_columns(files):
    """lines fit, but for texts in templates, which cannot be broken"""
    for name, number, line in list_lines(files, is_code):
        is_text = name.endswith(".ui") and 'translatable="yes"' in line
        if len(line) > MAX_COLUMNS and not is_text:
            yield f"{name}:{number}: {len(line)} columns, more than {MAX_COLUMNS}"


def check_file_length(files):
    """files are short"""
    for name, text in files.items():
        n_lines = text.count("\n")
        if is_code(name) and n_lines > MAX_FILE_LINES:
            yield f"{name}: {n_lines} lines, more than {MAX_FILE_LINES}"


def check_function_length(files):
    """functions are short"""
    for name, text in files.items():
        if not is_c(name):
            continue
        lines = text.split("\n")
        start = None
        for number, line in enumerate(lines, 1):
            if line == "{" and lines[number - 2].endswith(")"):
                start = number
            elif line == "}" and start is not None:
                n_lines = number - start - 1
                if n_lines > MAX_FUNCTION_LINES:
                    yield f"{name}:{start}: a function of {n_lines} lines"
                start = None


def check_guards(files):
    """headers guard themselves by #pragma once"""
    for name, text in files.items():
        if name.endswith(".h") and text.split("\n")[1:3] != ["", "#pragma once"]:
            yield f"{name}:3: no “#pragma once” below the licence"


def check_own_header(files):
    """a file includes its own header first"""
    for name, text in files.items():
        header = name.removeprefix("src/")[:-2] + ".h"
        if not name.endswith(".c") or f"src/{header}" not in files:
            continue
        first = re.search(r"^#include (.*)$", text, re.MULTILINE)
        if first is None or first.group(1) != f'"{header}"':
            yield f"{name}: does not include “{header}” first"


def check_put_off(files):
    """nothing is put off"""
    for name, number, line in list_lines(files, is_code):
        if PUT_OFF.search(line):
            yield f"{name}:{number}: {line.strip()}"


def check_workplace(files):
    """no word about the workplace"""
    for name, number, line in list_lines(files, lambda name: True):
        if WORKPLACE.search(line):
            yield f"{name}:{number}: {line.strip()}"


def check_sorted(files):
    """source lists are sorted"""
    for name, text in files.items():
        if not name.endswith("meson.build"):
            continue
        for block in re.findall(r"files\(\n(.*?)^\)", text, re.MULTILINE | re.DOTALL):
            sources = [line.strip() for line in block.splitlines()]
            if sources != sorted(sources):
                yield f"{name}: the list that starts with {sources[0]} is not sorted"


def check_listed(files):
    """every source is built"""
    for name in files:
        folder, _, source = name.rpartition("/")
        if not name.endswith(".c"):
            continue
        build = files.get(f"{folder}/meson.build", "")
        names = [source, re.sub("^(test|bench|fuzz)-", "", source)[:-2]]
        if not any(f"'{word}'" in build for word in names):
            yield f"{name}: not in {folder}/meson.build"


HEAD = f"/* {LICENCE} */\n\n"

GOOD = {
    "src/core/sy-a.h": HEAD + "#pragma once\n",
    "src/core/sy-a.c": HEAD + '#include "core/sy-a.h"\n\nint\nf (void)\n{\n}\n',
    "src/core/sy-b.c": HEAD + "#include <glib.h>\n",
    "src/core/meson.build": "lib_sources += files(\n  'sy-a.c',\n  'sy-b.c',\n)\n",
    "tests/core/test-a.c": HEAD + '#include "core/sy-a.h"\n',
    "tests/core/meson.build": "foreach name : ['a']\nendforeach\n",
    ".ci/run": f"#!/bin/sh\n# {LICENCE}\n",
    ".ci/packages": "gcc\n",
}

SAMPLES = [
    (check_licence, "src/core/sy-x.c", "/* GPL */\n"),
    (check_licence, "tests/x.py", "import sys\n"),
    (check_licence, ".ci/x", "#!/bin/sh\n"),
    (check_white_space, "src/core/sy-x.c", "int\tx;\n"),
    (check_white_space, "src/core/meson.build", "x = 1 \n"),
    (check_last_line, "src/core/sy-x.c", "int x;"),
    (check_last_line, "src/core/sy-x.c", "int x;\n\n"),
    (check_columns, "src/core/sy-x.c", "x" * (MAX_COLUMNS + 1) + "\n"),
    (check_file_length, "src/core/sy-x.c", "\n" * (MAX_FILE_LINES + 1)),
    (check_function_length, "src/core/sy-x.c",
     "int\nf (void)\n{\n" + "  g ();\n" * (MAX_FUNCTION_LINES + 1) + "}\n"),
    (check_guards, "src/core/sy-x.h", HEAD + "#ifndef SY_X_H\n"),
    (check_own_header, "src/core/sy-a.c", HEAD + '#include <glib.h>\n#include "core/sy-a.h"\n'),
    (check_put_off, "src/core/sy-x.c", "/* TO" "DO: later */\n"),
    (check_put_off, "src/core/sy-x.c", "// FIX" "ME\n"),
    (check_workplace, "src/README.md", "see /work" "/shared/x\n"),
    (check_sorted, "src/core/meson.build", "x = files(\n  'sy-b.c',\n  'sy-a.c',\n)\n"),
    (check_listed, "src/core/sy-x.c", ""),
    (check_listed, "tests/core/test-x.c", ""),
]

RULES = [
    check_licence, check_white_space, check_last_line, check_columns, check_file_length,
    check_function_length, check_guards, check_own_header, check_put_off, check_workplace,
    check_sorted, check_listed,
]

if __name__ == "__main__":
    sys.exit(tap.main(RULES, GOOD, SAMPLES))
