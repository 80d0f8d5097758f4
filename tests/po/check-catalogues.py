#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language of po/LINGUAS is complete: all texts of the template, all forms, all directives.

Usage: check-catalogues.py TEMPLATE FOLDER, or --self-test
"""

import pathlib
import re
import subprocess
import sys

import pseudo
import tap

TEMPLATE = "steelyard.pot"


def list_languages(files):
    return [line for line in files["LINGUAS"].split("\n") if line and not line.startswith("#")]


def read_texts(catalogue):
    """Entries by context and text: whether it is only nearly right, and its translations."""
    texts = {}
    for entry in catalogue.split("\n\n"):
        pieces = re.split(r"^(msg\w+(?:\[\d\])?) ", entry, flags=re.MULTILINE)
        parts = {pieces[i]: pseudo.unquote(pieces[i + 1]) for i in range(1, len(pieces), 2)}
        if parts.get("msgid"):
            is_fuzzy = re.search(r"^#,.*\bfuzzy\b", entry, re.MULTILINE) is not None
            forms = [text for name, text in parts.items() if name.startswith("msgstr")]
            texts[parts.get("msgctxt"), parts["msgid"]] = is_fuzzy, "msgid_plural" in parts, forms
    return texts


def check_listed(files):
    """every catalogue is listed, and every listed one is there"""
    listed = {f"{language}.po" for language in list_languages(files)}
    for name in sorted(listed ^ {name for name in files if name.endswith(".po")}):
        yield f"{name}: in LINGUAS alone, or not there"


def check_directives(files):
    """translations keep the directives of their texts"""
    for language in list_languages(files):
        name = f"{language}.po"
        judged = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", "-"], check=False,
                                input=files[name], capture_output=True, text=True,
                                encoding="utf-8")
        if judged.returncode != 0:
            yield f"{name}: {judged.stderr}"


def check_complete(files):
    """every text is translated, in every plural form and not just nearly"""
    wanted = read_texts(files[TEMPLATE])
    for language in list_languages(files):
        catalogue = files[f"{language}.po"]
        n_forms = int(re.search(r"nplurals=(\d+)", catalogue)[1])
        texts = read_texts(catalogue)
        for key in wanted:
            is_fuzzy, is_plural, forms = texts.get(key, (False, False, []))
            if is_fuzzy or not all(forms) or len(forms) != (n_forms if is_plural else 1):
                yield f"{language}.po: {key[1]!r} is {'fuzzy' if is_fuzzy else 'not translated'}"


HEADER = ('msgid ""\nmsgstr ""\n"Language: de\\n"\n"MIME-Version: 1.0\\n"\n'
          '"Content-Type: text/plain; charset=UTF-8\\n"\n'
          '"Content-Transfer-Encoding: 8bit\\n"\n'
          '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n')
STOP = '#. Of what\n#: src/a.c\nmsgctxt "menu"\nmsgid "Stop"\nmsgstr "Anhalten"\n\n'
TURNS = ('#, c-format\nmsgid "%u turn"\nmsgid_plural "%u turns"\nmsgstr[0] "%u Durchgang"\n'
         'msgstr[1] "%u Durchgänge"\n\n')
GONE = '#~ msgid "Gone"\n#~ msgstr "Fort"\n'

GOOD = {
    "LINGUAS": "# All of them\nde\n",
    TEMPLATE: re.sub(r'(msgstr(?:\[\d\])?) "\w[^"]*"', r'\1 ""', HEADER + STOP + TURNS),
    "de.po": HEADER + STOP + TURNS + GONE,
}

SAMPLES = [
    (check_listed, "fr.po", HEADER),
    (check_directives, "de.po", HEADER + STOP + TURNS.replace("%u Durchgänge", "%s Durchgänge")),
    (check_complete, "de.po", HEADER + TURNS),
    (check_complete, "de.po", HEADER + STOP.replace("Anhalten", "") + TURNS),
    (check_complete, "de.po", HEADER + STOP.replace("msgctxt", "#, fuzzy\nmsgctxt") + TURNS),
    (check_complete, "de.po", HEADER + STOP + TURNS.replace("%u Durchgänge", "")),
    (check_complete, "de.po", HEADER + STOP.replace('msgctxt "menu"\n', "") + TURNS),
]

RULES = [check_listed, check_directives, check_complete]


def main(template, folder):
    files = tap.read_tree(folder)
    files[TEMPLATE] = pathlib.Path(template).read_text(encoding="utf-8")
    return tap.run_rules(RULES, files).finish()


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        sys.exit(tap.run_samples(RULES, GOOD, SAMPLES).finish())
    sys.exit(main(*sys.argv[1:]))
