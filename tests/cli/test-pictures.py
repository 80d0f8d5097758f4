#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What other programs see in pictures of charts, where those programs are installed."""

import re
import shutil
import subprocess
import sys

from program import Skipped, contains, equal, main

KINDS = ["capacity", "ratio", "spectrum", "latency", "sweep", "loop-lag"]

# Letters are another program's, so a little differs; of two other charts, three times as much.
LARGEST_DIFFERENCE = 0.06


def find(*names):
    missing = [name for name in names if shutil.which(name) is None]
    if missing:
        raise Skipped("no " + ", ".join(missing) + " here")


def draw(program, kind, form, *options):
    """A chart of the hand-made run of the library's tests, so that nothing has to be measured."""
    run = program.get_path("run.json")
    if not run.exists():
        run.write_bytes(subprocess.run([sys.argv[2]], check=True, capture_output=True).stdout)
    output = program.get_path(f"{kind}.{form}")
    done = program.run("chart", str(run), "--kind", kind, "--output", str(output), "--force",
                       *options)
    equal((kind, done.returncode, done.stderr), (kind, 0, ""))
    return output


def run_tool(*command):
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=90)
    return done.returncode, done.stdout + done.stderr


def test_xml(program):
    """every SVG is well-formed to the last byte"""
    find("xmllint")
    for kind in KINDS:
        equal(run_tool("xmllint", "--noout", str(draw(program, kind, "svg"))), (0, ""))


def test_pdf_text(program):
    """text in a PDF can be selected, and what is said travels along"""
    find("pdftotext", "pdfinfo")
    output = draw(program, "capacity", "pdf")
    status, text = run_tool("pdftotext", str(output), "-")
    equal(status, 0)
    contains(text, "Requests per second", "Event loop", "Threads with one lock")
    status, text = run_tool("pdfinfo", str(output))
    contains(text, "Requests per second", "2026")


def measure_difference(first, second):
    """The root of the mean square of differences, 1 for black and white."""
    _, text = run_tool("compare", "-metric", "RMSE", str(first), str(second), "null:")
    return float(re.search(r"\(([0-9.e-]+)\)", text).group(1))


def render(program, svg):
    """As a browser shows it, of a home and settings that are its own."""
    picture = svg.with_suffix(".browser.png")
    status, text = run_tool("chromium", "--headless", "--no-sandbox", "--disable-gpu",
                            "--hide-scrollbars", "--window-size=800,450",
                            f"--user-data-dir={program.get_path('browser')}",
                            f"--screenshot={picture}", svg.as_uri())
    if not picture.exists():
        raise AssertionError(f"no picture, status {status}: {text}")
    return picture


def test_browser(program):
    """a browser shows an SVG as it was drawn"""
    find("chromium", "compare")
    pictures = {}
    for kind in KINDS[:3]:
        shown = render(program, draw(program, kind, "svg"))
        pictures[kind] = draw(program, kind, "png", "--scale", "1")
        difference = measure_difference(shown, pictures[kind])
        if difference > LARGEST_DIFFERENCE:
            raise AssertionError(f"{kind} differs by {difference}")
    other = measure_difference(pictures["capacity"], pictures["spectrum"])
    equal(other > LARGEST_DIFFERENCE, True)


if __name__ == "__main__":
    sys.exit(main([test_xml, test_pdf_text, test_browser]))
