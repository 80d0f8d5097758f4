#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes pseudo-translations of a template, which show what a translation would meet.

Usage: pseudo.py TEMPLATE FOLDER STAMP

FOLDER gets two catalogues: en@long, 40 % longer and with accents, in brackets that show what is cut
off; and en@bidi, whose letters run from right to left.  A program takes one of them with
LC_ALL=C.UTF-8 LANGUAGE=en@long STEELYARD_LOCALE_DIR=FOLDER.
"""

import pathlib
import re
import subprocess
import sys

ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "äçéïñöšüýžÄÇÉÏÑÖŠÜÝŽ")
LONGER = 0.4

# What a translation has to keep: directives of printf, markup, entities, and line breaks.
KEPT = re.compile(r"(%(?:\d+\$)?[-+ #0']*[\d*]*(?:\.[\d*]+)?(?:hh|h|ll|l|z|j|t)?[a-zA-Z%]"
                  r"|<[^>]+>|&\w+;|\n|%<\w+>)")
RIGHT_TO_LEFT, POP = "\u202e", "\u202c"


def map_words(text, change):
    return "".join(part if not part or KEPT.fullmatch(part) else change(part)
                   for part in KEPT.split(text))


def lengthen(text):
    length = max(1, round(len(text) * LONGER))
    padding = ("~~~~~~~ " * length)[:length].strip()
    before, body, after = re.fullmatch(r"(\n*)(.*?)(\n*)", text, re.DOTALL).groups()
    return f"{before}[{map_words(body, lambda part: part.translate(ACCENTS))} {padding}]{after}"


def turn_round(text):
    return map_words(text, lambda part: f"{RIGHT_TO_LEFT}{part}{POP}" if part.strip() else part)


CHANGES = {"en@long": lengthen, "en@bidi": turn_round}

HEADER = ("Content-Type: text/plain; charset=UTF-8\n"
          "Plural-Forms: nplurals=2; plural=(n != 1);\n")
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


def unquote(lines):
    """The text of the quoted pieces in some lines of a template."""
    quoted = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', lines))
    return re.sub(r"\\(.)", lambda match: ESCAPES[match.group(1)], quoted)


def quote(text):
    for letter, character in [("\\", "\\"), ('"', '"'), ("n", "\n"), ("t", "\t")]:
        text = text.replace(character, "\\" + letter)
    return f'"{text}"'


def translate_entry(entry, change):
    """One entry of a template, translated; its comments say nothing to a program."""
    pieces = re.split(r"^(msg\w+(?:\[\d\])?) ", entry, flags=re.MULTILINE)
    texts = {pieces[i]: unquote(pieces[i + 1]) for i in range(1, len(pieces), 2)}
    flags = ["#, c-format"] if re.search(r"^#, (?:.*, )?c-format", entry, re.MULTILINE) else []
    lines = flags + [f"{key} {quote(text)}" for key, text in texts.items()
                     if not key.startswith("msgstr")]
    if "msgid_plural" in texts:
        lines += [f"msgstr[0] {quote(change(texts['msgid']))}",
                  f"msgstr[1] {quote(change(texts['msgid_plural']))}"]
    else:
        lines += [f"msgstr {quote(change(texts['msgid']) if texts['msgid'] else HEADER)}"]
    return "\n".join(lines)


def translate(template, change):
    entries = [entry for entry in template.split("\n\n") if "msgid" in entry]
    return "\n\n".join(translate_entry(entry, change) for entry in entries) + "\n"


def main(template, folder, stamp):
    text = pathlib.Path(template).read_text(encoding="utf-8")
    for language, change in CHANGES.items():
        place = pathlib.Path(folder, language, "LC_MESSAGES")
        place.mkdir(parents=True, exist_ok=True)
        subprocess.run(["msgfmt", "--check-format", "-o", place / "steelyard.mo", "-"], check=True,
                       input=translate(text, change), text=True, encoding="utf-8")
    pathlib.Path(stamp).touch()


if __name__ == "__main__":
    main(*sys.argv[1:])
