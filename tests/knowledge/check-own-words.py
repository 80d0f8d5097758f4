#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the articles say is told in words of our own.

Usage: check-own-words.py FOLDER
STEELYARD_ARTICLES names a folder with the articles' texts; without it nothing can be checked.
"""

import json
import os
import pathlib
import re
import sys

import tap

N_WORDS = 6

# Titles are quoted as they are, so that what they name can be found.
QUOTED = {"title"}


def list_words(text):
    return re.findall(r"[a-z0-9]+", re.sub(r"['’]|(?<=\d),(?=\d)", "", text.lower()))


def list_runs(text):
    words = list_words(text)
    return {tuple(words[i:i + N_WORDS]) for i in range(len(words) - N_WORDS + 1)}


def list_texts(value, place=""):
    """Every text below a JSON value with its place, but for those that are quoted."""
    if isinstance(value, dict):
        for name, member in value.items():
            if name not in QUOTED:
                yield from list_texts(member, f"{place}.{name}")
    elif isinstance(value, list):
        for index, element in enumerate(value):
            yield from list_texts(element, f"{place}[{index}]")
    elif isinstance(value, str):
        yield place, value


def check_file(path, runs):
    document = json.loads(path.read_text(encoding="utf-8"))
    return [f"{path.name}: {place[1:]}: “{' '.join(run)}” is in an article"
            for place, text in list_texts(document)
            for run in sorted(list_runs(text) & runs)]


def check_itself():
    """a borrowed run of words is found"""
    runs = list_runs("It’s the engine that makes your app run, always.")
    texts = {"text": "Its the engine THAT makes your — app",
             "title": "the engine that makes your app"}
    found = [place for place, text in list_texts(texts) if list_runs(text) & runs]
    return [] if found == [".text"] else [f"found {found}"]


def main():
    result = tap.Tap()
    result.report(check_itself.__doc__, check_itself())
    folder = os.environ.get("STEELYARD_ARTICLES")
    paths = sorted(pathlib.Path(sys.argv[1]).glob("*.json"))
    runs = set()
    for article in pathlib.Path(folder).iterdir() if folder else []:
        runs |= list_runs(article.read_text(encoding="utf-8"))
    for path in paths:
        if runs:
            result.report(f"{path.name} uses its own words", check_file(path, runs))
        else:
            result.skip(f"{path.name} uses its own words", "STEELYARD_ARTICLES names no articles")
    return result.finish()


if __name__ == "__main__":
    sys.exit(main())
