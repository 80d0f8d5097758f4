#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What shells offer after a part of a command line, against what the program's help says."""

import json
import re
import shutil
import subprocess
import sys

import tap

BASH = """
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_steelyard_cli "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""

FISH = """
source $argv[1]
complete -C "$argv[2..]"
"""

# What zsh itself does of a completion, as far as it matters here.
ZSH = """
compadd () { [[ $1 = -- ]] && shift; print -l -- ${(M)@:#${words[CURRENT]}*} }
_describe () { compadd -- ${${(P)2}%%:*} }
_files () { }
words=("${@:2}")
CURRENT=$#words
source $1
"""

SHELLS = {"bash": ["bash", "-c", BASH, "bash"],
          "fish": ["fish", "--no-config", "-c", FISH],
          "zsh": ["zsh", "-fc", ZSH, "zsh"]}
PROGRAM, COMPLETION = sys.argv[1:3]
SHELL = COMPLETION.rsplit(".", 1)[1]


def complete(*words):
    """What is offered for the last of the words, which may be empty."""
    done = subprocess.run([*SHELLS[SHELL], COMPLETION, PROGRAM, *words],
                          capture_output=True, check=True, text=True)
    return sorted({line.split("\t")[0] for line in done.stdout.split("\n")} - {""})


def run(*words):
    return subprocess.run([PROGRAM, *words], capture_output=True, check=True, text=True).stdout


def list_commands():
    between = run("--help").split("Commands:\n")[1].split("\nOptions:")[0]
    return [line.split()[0] for line in between.strip().split("\n")]


def list_options(*words):
    return re.findall(r"^ {2,6}(?:-., )?(--[a-z-]+)", run(*words, "--help"), re.MULTILINE)


def list_ids(command):
    return [row["id"] for row in json.loads(run(command, "--json"))[command]]


def differ(got, wanted):
    if sorted(set(wanted)) != got:
        yield f"offered {got}, but the program has {sorted(set(wanted))}"


def check_commands():
    """the first word is a command, or an option without one"""
    yield from differ(complete(""), list_commands() + list_options())
    yield from differ(complete("sh"), ["show"])


def check_options():
    """a command has the options that its help shows"""
    for command in list_commands():
        yield from differ(complete(command, "-"), list_options(command))


def check_values():
    """an option that names something offers those names"""
    for option, command in [("--arm", "arms"), ("--workload", "workloads"),
                            ("--criterion", "criteria"), ("--source", "sources")]:
        yield from differ(complete("measure", option, ""), list_ids(command))


def check_runs():
    """a command about a run offers the saved ones"""
    for command in ["show", "compare", "chart", "export"]:
        if "latest" not in complete(command, ""):
            yield f"{command}: “latest” is not offered"


if __name__ == "__main__":
    result = tap.Tap()
    for check in [check_commands, check_options, check_values, check_runs]:
        if shutil.which(SHELL) is None:
            result.skip(check.__doc__, f"no {SHELL} here")
        else:
            result.report(check.__doc__, list(check()))
    sys.exit(result.finish())
