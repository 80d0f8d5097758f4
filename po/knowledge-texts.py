#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the texts of data files that are translated in a form that xgettext reads.

Usage: knowledge-texts.py OUTPUT FOLDER

What frames the evidence is translated; the evidence itself (claims, verdicts, doubts, facts) stays
in the words it was recorded in.
"""

import json
import pathlib
import sys

# By noun: where the texts stand that are read by sy_json_translated.
TEXTS = [
    ("knowledge/criteria", "objectives", ["name", "text"]),
    ("knowledge/criteria", "criteria", ["name", "question", "why"]),
    ("knowledge/sources", "clusters", ["text"]),
    ("knowledge/sources", "sources", ["dating", "stake"]),
    ("knowledge/conditions", "conditions", ["text"]),
    ("knowledge/obstacles", "obstacles", ["text"]),
    ("knowledge/recipes", "recipes", ["name", "text"]),
    ("decision/options", "options", ["name", "text"]),
    ("decision/options", "must_haves", ["text"]),
    ("decision/rules", "parts", ["text"]),
    ("decision/rules", "asynchronous", ["why"]),
]


# Examples are a file each, with texts of their own.
EXAMPLE_MEMBERS = ["name", "note"]


def list_examples(folder):
    for path in sorted(pathlib.Path(folder, "decision/examples").glob("*.json")):
        example = json.loads(path.read_text(encoding="utf-8"))
        for member in EXAMPLE_MEMBERS:
            yield f"decision/examples/{path.name}: {member}", example[member]


def list_texts(folder):
    """Every text with the place a translator is told."""
    yield from list_examples(folder)
    for file, noun, members in TEXTS:
        items = json.loads(pathlib.Path(folder, f"{file}.json").read_text(encoding="utf-8"))[noun]
        for item in items:
            for member in members:
                if member in item:
                    yield f"{file}.json: {noun}, {item.get('id', '')}, {member}", item[member]


def main(output, folder):
    lines = []
    for place, text in list_texts(folder):
        lines.append(f"/* {place} */")
        lines.append(f"N_({json.dumps(text, ensure_ascii=False)})")
    pathlib.Path(output).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
