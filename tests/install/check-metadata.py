#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stores and desktops show of the program, beyond what their own validators ask for."""

import re
import sys
import xml.etree.ElementTree as xml

import tap

ID = "io.github.steelyard_app.Steelyard"
MAX_SUMMARY = 35
N_SCREENSHOTS = 4
NUMBERS = set("ynqiuxtd")


def parse(files, suffix):
    return xml.fromstring(files[ID + suffix])


def check_summary(files):
    """the summary fits a store's tile"""
    summary = parse(files, ".metainfo.xml.in").findtext("summary") or ""
    if not 0 < len(summary) <= MAX_SUMMARY or summary.endswith("."):
        yield f"{ID}.metainfo.xml.in: “{summary}”: {len(summary)} letters, or a full stop"


def check_screenshots(files):
    """screenshots have captions, and files below data/screenshots"""
    shots = parse(files, ".metainfo.xml.in").findall("screenshots/screenshot")
    if len(shots) != N_SCREENSHOTS:
        yield f"{ID}.metainfo.xml.in: {len(shots)} screenshots"
    for shot in shots:
        image = shot.findtext("image") or ""
        if not shot.findtext("caption"):
            yield f"{ID}.metainfo.xml.in: no caption of {image}"
        if not re.fullmatch(r"https://.*/data/screenshots/[a-z-]+\.png", image):
            yield f"{ID}.metainfo.xml.in: “{image}” is not below data/screenshots"


def check_settings(files):
    """every setting says what it is, and every number its range"""
    for key in parse(files, ".gschema.xml").iter("key"):
        if not key.findtext("summary"):
            yield f"{ID}.gschema.xml: {key.get('name')} has no summary"
        if key.get("type") in NUMBERS and key.find("range") is None:
            yield f"{ID}.gschema.xml: {key.get('name')} has no range"


def check_type(files):
    """the type of runs is one type everywhere"""
    name = parse(files, ".mime.xml")[0].get("type")
    for suffix in [".desktop.in", ".metainfo.xml.in"]:
        if name not in files[ID + suffix]:
            yield f"{ID}{suffix}: does not know {name}"


def check_actions(files):
    """every action of the desktop file is one the program knows, and started by an option too"""
    text = files[ID + ".desktop.in"]
    listed = re.search(r"^Actions=(.*)$", text, re.MULTILINE).group(1).strip(";").split(";")
    for action in listed:
        if f"[Desktop Action {action}]" not in text or f"Exec=steelyard --{action}\n" not in text:
            yield f"{ID}.desktop.in: {action} has no section or no option"


METAINFO = """<component><summary>Short</summary>
<provides><mediatype>a/b</mediatype></provides><screenshots>""" + "".join(
    f"<screenshot><caption>A</caption><image>https://x/data/screenshots/{name}.png</image>"
    "</screenshot>" for name in "abcd") + "</screenshots></component>"
SETTINGS = """<schemalist><schema><key name="n" type="i"><range min="1"/><summary>N</summary></key>
</schema></schemalist>"""
DESKTOP = "Actions=go;\nMimeType=a/b;\n[Desktop Action go]\nExec=steelyard --go\n"

GOOD = {
    f"{ID}.metainfo.xml.in": METAINFO,
    f"{ID}.gschema.xml": SETTINGS,
    f"{ID}.mime.xml": '<mime-info><mime-type type="a/b"/></mime-info>',
    f"{ID}.desktop.in": DESKTOP,
}

SAMPLES = [
    (check_summary, f"{ID}.metainfo.xml.in", METAINFO.replace("Short", "Long " * 8)),
    (check_screenshots, f"{ID}.metainfo.xml.in", METAINFO.replace("<caption>A</caption>", "", 1)),
    (check_screenshots, f"{ID}.metainfo.xml.in", METAINFO.replace("/a.png", "/a.svg")),
    (check_settings, f"{ID}.gschema.xml", SETTINGS.replace('<range min="1"/>', "")),
    (check_settings, f"{ID}.gschema.xml", SETTINGS.replace("<summary>N</summary>", "")),
    (check_type, f"{ID}.desktop.in", DESKTOP.replace("a/b", "a/c")),
    (check_actions, f"{ID}.desktop.in", DESKTOP.replace("--go", "--gone")),
]

RULES = [check_summary, check_screenshots, check_settings, check_type, check_actions]

if __name__ == "__main__":
    sys.exit(tap.main(RULES, GOOD, SAMPLES))
