#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people read can be translated, as far as a machine can see."""

import re
import sys

import tap

TEMPLATE_TEXT = re.compile(
    r"<(?P<tag>property|attribute|item|response|object)\b(?P<attributes>[^>]*)>(?P<text>[^<]*)</")
SHOWN = {"accessible-description", "body", "comments", "description", "heading", "label",
         "placeholder-text", "subtitle", "text", "title", "tooltip-text"}

# What C is made of here: comments, strings, characters, names, and the rest.
TOKEN = re.compile(r'/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\]|\\.)+\'|^#[^\n]*|\w+|\S',
                   re.DOTALL | re.MULTILINE)
WRAPPERS = {"_", "N_", "C_", "NC_", "ngettext", "g_dngettext", "g_dpgettext2"}
WRAPPED = re.compile(r'\bN?_\((?:"(?:[^"\\\n]|\\.)*"|[\w\s])+\)')
SENTENCE = re.compile(r'^"(?:%\S+ )?[A-Z“][^"]*\w+[ ][a-z]\w*')

# Calls whose literals people read, whatever they look like.
SHOWING = re.compile(r"^(?:adw_toast_new|gtk_label_(?:new|set_text|set_label|set_markup)|"
                     r"gtk_button_(?:new_with_label|set_label)|gtk_widget_set_tooltip_text|"
                     r"adw_\w+_set_(?:title|subtitle|description|heading|body))\b")
# Calls whose literals only developers read.
HIDDEN = re.compile(r"^(?:g_debug|g_error|g_critical|g_message|g_warning|g_assert\w*|g_test_\w+|"
                    r"g_thread_new|soup_\w+)\b")
# What a server says to a client that does not speak its language.
UNREAD = {"src/server/sy-lean-exchange.c"}


def list_matching(files, folder, ending):
    return [(name, text) for name, text in files.items()
            if name.startswith(folder) and name.endswith(ending)]


def count_lines(text, place):
    return text.count("\n", 0, place) + 1


def check_templates(files):
    """texts in templates are marked translatable"""
    for name, text in list_matching(files, "ui/", ".ui"):
        for match in TEMPLATE_TEXT.finditer(text):
            attributes = match["attributes"]
            named = re.search(r'name="([^"]*)"', attributes)
            is_shown = match["tag"] in {"item", "response"} or named and named[1] in SHOWN
            is_text = re.search(r"[^\W\d_]{2}", match["text"])
            if is_shown and is_text and 'translatable="yes"' not in attributes:
                yield f"{name}:{count_lines(text, match.start())}: {match['text']}"


def list_literals(text):
    """The literals of some C, each with its line and the calls it stands in, outermost first."""
    calls, last = [], ""
    for match in TOKEN.finditer(text):
        token = match[0]
        if token.startswith(("/*", "#")):
            continue
        if token == "(":
            calls.append(last)
        elif token == ")" and calls:
            calls.pop()
        elif token.startswith('"'):
            yield token, count_lines(text, match.start()), calls[:]
        last = token


def check_literals(files):
    """texts in code are wrapped in _() or N_()"""
    for name, text in list_matching(files, "src/", ".c"):
        if name in UNREAD:
            continue
        for literal, line, calls in list_literals(text):
            if calls and calls[-1] in WRAPPERS or any(map(HIDDEN.match, calls)):
                continue
            is_shown = calls and SHOWING.match(calls[-1]) and re.search(r"[^\W\d_]{2}", literal)
            if is_shown or SENTENCE.search(literal):
                yield f"{name}:{line}: {literal}"


def check_formats(files):
    """xgettext can read the formats of numbers in texts"""
    for name, text in list_matching(files, "src/", ".c"):
        for match in WRAPPED.finditer(text):
            if re.search(r"\bG_G\w+_FORMAT\b", match[0]):
                yield f"{name}:{count_lines(text, match.start())}: PRId64 and its like can be read"


def has_texts(name, text):
    if name.startswith("ui/") and name.endswith(".ui"):
        return 'translatable="yes"' in text
    if name.startswith("src/") and name.endswith(".c"):
        return re.search(r"\b(?:N?C?_|ngettext|g_dngettext) ?\(\s*\"|g_dngettext", text)
    return name.startswith("data/") and name.endswith((".gschema.xml", ".desktop.in",
                                                       ".metainfo.xml.in"))


def check_listed(files):
    """po/POTFILES lists every file with texts, in order, and no other"""
    listed = files.get("po/POTFILES", "").split()
    for name, text in files.items():
        if has_texts(name, text) and name not in listed:
            yield f"{name}: not in po/POTFILES"
    for name in listed:
        if name not in files and name != "knowledge-texts.c":
            yield f"po/POTFILES: there is no {name}"
    if listed != sorted(listed):
        yield "po/POTFILES: not sorted"


GOOD = {
    "po/POTFILES": "knowledge-texts.c\nsrc/a/sy-a.c\nui/sy-a.ui\n",
    "ui/sy-a.ui": '<property name="label" translatable="yes">Do</property>\n'
                  '<property name="name">start</property>\n',
    "src/a/sy-a.c": '/* "Such a text" */\nf (_("Cannot read “%s”: %" PRId64 " MiB"), "a-b");\n'
                    'const char *s = N_("Nothing at all "\n  "here");\n'
                    'g_error ("Waited in vain");\n#include "a b.h"\n'
                    'gtk_label_set_text (label, _("Do"));\n'
                    'g_dngettext (GETTEXT_PACKAGE, "One of these", "Two of these", n);\n',
}

SAMPLES = [
    (check_templates, "ui/sy-x.ui", '<property name="label">Do It</property>\n'),
    (check_templates, "ui/sy-x.ui", '<item>Do It</item>\n'),
    (check_literals, "src/a/sy-x.c", 'gtk_label_set_text (label, "Do");\n'),
    (check_literals, "src/a/sy-x.c", 'g_print ("Answered %u requests\\n", n);\n'),
    (check_literals, "src/a/sy-x.c", 'static const char *s = { "Nothing was measured" };\n'),
    (check_formats, "src/a/sy-x.c", 'f (_("its %" G_GINT64_FORMAT " MiB"), n);\n'),
    (check_listed, "src/a/sy-x.c", 'f (_("Do"));\n'),
    (check_listed, "ui/sy-x.ui", '<item translatable="yes">Do</item>\n'),
    (check_listed, "po/POTFILES", "src/a/sy-gone.c\n"),
]

RULES = [check_templates, check_literals, check_formats, check_listed]

if __name__ == "__main__":
    sys.exit(tap.main(RULES, GOOD, SAMPLES))
