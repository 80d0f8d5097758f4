#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The help of every command is translated, and fits 80 columns in every language.

Usage: check-help.py PROGRAM LANGUAGE...
"""

import os
import sys

from program import COMMANDS, equal, main


def help_in(program, language, *command):
    program.environment.update(LANGUAGE=language, LC_ALL=os.environ["LC_ALL"])
    return program.run(*command, "--help").stdout


def test_fits(program):
    """but for the example, which is one line to copy"""
    for language in sys.argv[2:]:
        for command in [[], *([name] for name in COMMANDS)]:
            lines = help_in(program, language, *command).split("\n")
            equal((language, command, [line for line in lines
                                       if len(line) > 80 and not line.startswith("  $ ")]),
                  (language, command, []))


def test_translated(program):
    """no command is explained in English where another language was asked for"""
    for language in sys.argv[2:]:
        for command in COMMANDS:
            equal((language, command, help_in(program, "C", command)
                   == help_in(program, language, command)), (language, command, False))


if __name__ == "__main__":
    sys.exit(main([test_fits, test_translated]))
