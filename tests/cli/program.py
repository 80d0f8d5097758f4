# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs steelyard-cli, in a data folder of its own, for the tests of its behaviour."""

import json
import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile
import traceback

COMMANDS = ["measure", "sweep", "serve", "arms", "workloads", "list", "show", "compare",
            "chart", "export", "criteria", "claims", "sources",
            "decide", "profile", "confirm"]

# So short that no verdict is due, so few clients that any machine will do.
TINY = ["--steps", "c1,w1", "--connections", "4", "--pairs", "3",
        "--duration", "0.3", "--settle", "0.02"]


class Program:
    """One data folder, and the program that keeps its runs there."""

    def __init__(self, path):
        self.path = path
        self.folder = tempfile.TemporaryDirectory()
        self.environment = dict(os.environ, XDG_DATA_HOME=self.folder.name, LC_ALL="C.UTF-8")
        self.environment.pop("NO_COLOR", None)
        self.environment["TERM"] = "xterm"

    def get_path(self, name):
        return pathlib.Path(self.folder.name, name)

    def get_runs(self):
        return sorted(pathlib.Path(self.folder.name, "steelyard", "runs").glob("*.json"))

    def run(self, *arguments, **options):
        return subprocess.run([self.path, *arguments], env=self.environment,
                              encoding=options.pop("encoding", "utf-8"),
                              stdout=options.pop("stdout", subprocess.PIPE),
                              stderr=subprocess.PIPE, check=False, **options)

    def run_json(self, *arguments, status=0):
        done = self.run(*arguments, "--json")
        equal(done.returncode, status)
        return json.loads(done.stdout)

    def start(self, *arguments, **options):
        return subprocess.Popen([self.path, *arguments], env=self.environment, encoding="utf-8",
                                stdout=options.pop("stdout", subprocess.PIPE), **options)

    def start_on_terminal(self, *arguments, stream="stderr"):
        """One of its streams is a terminal, such as the progress bar's; returns its reader."""
        reader, terminal = pty.openpty()
        process = self.start(*arguments, **{stream: terminal})
        os.close(terminal)
        return process, reader


def read_piece(reader):
    """Nothing once the other side of the terminal is closed, which is an error to Linux."""
    try:
        return os.read(reader, 4096).decode(errors="replace")
    except OSError:
        return ""


def read_rest(reader):
    return "".join(iter(lambda: read_piece(reader), ""))


def read_until(reader, pattern):
    """Reads a terminal until the pattern comes; the program's end is the end of waiting, too."""
    seen = ""
    while not re.search(pattern, seen):
        piece = read_piece(reader)
        if not piece:
            raise AssertionError(f"“{pattern}” never came, only {seen!r}")
        seen += piece
    return seen


def shorten(value):
    text = repr(value)
    return text if len(text) < 2000 else text[:2000] + "…"


def equal(found, expected):
    if found != expected:
        raise AssertionError(f"{shorten(found)} is not {shorten(expected)}")


def contains(text, *words):
    for word in words:
        if word not in text:
            raise AssertionError(f"“{word}” is not in {text!r}")


class Skipped(Exception):
    pass


class Busy(Skipped):
    """Each attempt was disturbed, so that nothing is wrong that could be told."""

    def __init__(self):
        super().__init__("the machine is busy with something else")


def is_disturbed(program, run):
    """Whether something else on the machine took too much of it for the run to tell anything."""
    warnings = program.run_json("show", run)["warnings"]
    return bool({"disturbed", "no-verdict"} & {warning["code"] for warning in warnings})


def main(tests):
    """Each test is a function from the program's path; its doc string is its name."""
    print(f"1..{len(tests)}")
    n_failed = 0
    for number, test in enumerate(tests, 1):
        try:
            test(Program(sys.argv[1]))
            print(f"ok {number} - {test.__doc__}", flush=True)
        except Skipped as reason:
            print(f"ok {number} - {test.__doc__} # SKIP {reason}", flush=True)
        except Exception:  # pylint: disable=broad-except
            n_failed += 1
            traceback.print_exc()
            print(f"not ok {number} - {test.__doc__}", flush=True)
    return 1 if n_failed else 0
