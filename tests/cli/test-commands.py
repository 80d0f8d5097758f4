#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands say and exit with, as long as nothing has to be measured for it."""

import http.client
import json
import re
import resource
import signal
import socket
import sys
import urllib.parse

from program import COMMANDS, contains, equal, main


def test_help(program):
    """--help of each command has an example and fits 80 columns"""
    overview = program.run("--help")
    equal(overview.returncode, 0)
    contains(overview.stdout, *COMMANDS)
    equal([line for line in overview.stdout.split("\n") if len(line) > 80], [])
    for command in COMMANDS:
        done = program.run(command, "--help")
        equal((done.returncode, done.stderr), (0, ""))
        contains(done.stdout, f"Usage: steelyard-cli {command}",
                 f"Example:\n  $ steelyard-cli {command}")
        usage, _, _ = done.stdout.partition("Example:")
        equal([line for line in usage.split("\n") if len(line) > 80], [])


def test_version(program):
    """--version names the program and a version"""
    done = program.run("--version")
    equal(done.returncode, 0)
    equal(bool(re.fullmatch(r"steelyard-cli \d+\.\d+\.\d+\n", done.stdout)), True)


def test_wrong_usage(program):
    """wrong usage exits with 2, names what was meant, prints nothing to standard output"""
    for arguments, words in [
            ([], ["measure"]),
            (["mesure"], ["“mesure”", "“measure”"]),
            (["--vresion"], ["--version"]),
            (["measure", "--conections", "5"], ["--connections"]),
            (["measure", "--pair", "5"], ["--pairs"]),
            (["measure", "extra"], ["“extra”"]),
            (["measure", "--steps", "c1,q2"], ["--steps", "c1,q2\n", "   ^\n"]),
            (["measure", "--connections", "8", "--rate", "5"], ["--connections", "--rate"]),
            (["measure", "--fail-if", "speed:event-loop/lock-threaded<1"], ["--fail-if", "^\n"]),
            (["measure", "--fail-if", "capacity:event-loop/free-threaded<1"],
             ["--arm free-threaded"]),
            (["sweep"], ["--connections 1,8,64"]),
            (["serve"], ["--arm"]),
            (["serve", "--arm", "event-lop"], ["event-loop"]),
            (["serve", "--arm", "event-loop", "--port", "70000"], ["--port"]),
            (["show"], ["RUN", "latest"]),
            (["compare", "latest"], ["RUN RUN"]),
            (["arms", "--pairs", "5"], ["--pairs"])]:
        done = program.run(*arguments)
        equal((arguments, done.returncode, done.stdout), (arguments, 2, ""))
        contains(done.stderr, "--help", *words)


def test_catalogues(program):
    """arms and workloads list the same for people and machines"""
    for command, names in [("arms", ["event-loop", "lock-threaded", "free-threaded", "multi-loop"]),
                           ("workloads", ["waiting", "one-heavy", "computing"])]:
        items = program.run_json(command)[command]
        contains([item["id"] for item in items], *names)
        text = program.run(command).stdout
        for item in items:
            contains(text, item["id"], item["name"])
            equal(bool(item["summary"]), True)


def test_no_runs(program):
    """without saved runs list says so, and show what to do"""
    contains(program.run("list").stdout, "No run is saved yet", program.folder.name)
    equal(program.run_json("list"), {"runs": []})
    for arguments in (["show", "latest"], ["show", "2020"], ["compare", "2020", "2021"]):
        done = program.run(*arguments)
        equal((done.returncode, done.stdout), (1, ""))
        equal(done.stderr.startswith("steelyard-cli: "), True)


def test_damaged_run(program):
    """a damaged file is listed with its problem and left as it is"""
    damaged = program.get_path("steelyard/runs/2026-01-01T00-00-00Z-0000.json")
    damaged.parent.mkdir(parents=True)
    damaged.write_text('{"schema": ', encoding="utf-8")
    contains(program.run("list").stdout, damaged.name, "damaged")
    runs = program.run_json("list")["runs"]
    equal([run["file"] for run in runs], [str(damaged)])
    contains(runs[0]["problem"], damaged.name)
    done = program.run("show", str(damaged))
    equal((done.returncode, done.stdout), (1, ""))
    contains(done.stderr, damaged.name)
    equal(damaged.read_text(encoding="utf-8"), '{"schema": ')


def test_output_that_fails(program):
    """output that cannot be written is a failure"""
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = program.run("arms", stdout=full)
    equal(done.returncode, 1)
    contains(done.stderr, "could not be written")


def test_no_colour_in_pipes(program):
    """without a terminal there are no escapes"""
    equal("\033" in program.run("arms").stdout, False)


def test_serve(program):
    """serve prints its address when ready, and what it served when stopped"""
    for arm in [item["id"] for item in program.run_json("arms")["arms"]]:
        server = program.start("serve", "--arm", arm, "--connections", "16")
        url = server.stdout.readline().strip()
        address = urllib.parse.urlsplit(url)
        client = http.client.HTTPConnection(address.netloc)
        client.request("GET", f"{address.path}?{address.query}")
        answer = client.getresponse()
        equal((arm, answer.status), (arm, 200))
        equal(answer.headers["Steelyard-Check"], "2213841352")
        client.close()
        server.send_signal(signal.SIGINT)
        rest = server.stdout.read()
        equal((arm, server.wait()), (arm, 0))
        contains(rest, "Answered 1 requests on 1 connections")


def test_serve_json(program):
    """serve --json prints one line when ready and one when stopped"""
    server = program.start("serve", "--arm", "event-loop", "--json")
    ready = json.loads(server.stdout.readline())
    equal(ready["id"], "event-loop")
    contains(ready["url"], f":{ready['port']}/work")
    server.send_signal(signal.SIGTERM)
    equal(json.loads(server.stdout.read())["requests"], 0)
    equal(server.wait(), 0)


def test_port_taken(program):
    """a port that is taken gets a message with its number"""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = program.run("serve", "--arm", "event-loop", "--port", port)
    equal((done.returncode, done.stdout), (1, ""))
    contains(done.stderr, port)


def test_few_descriptors(program):
    """too few open files for the connections asked for is said before anything starts"""
    done = program.run("serve", "--arm", "lock-threaded", "--connections", "64",
                       preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64)))
    equal((done.returncode, done.stdout), (1, ""))
    contains(done.stderr, "open files", "ulimit -n")


if __name__ == "__main__":
    sys.exit(main([test_help, test_version, test_wrong_usage, test_catalogues, test_no_runs,
                   test_damaged_run, test_output_that_fails, test_no_colour_in_pipes, test_serve,
                   test_serve_json, test_port_taken, test_few_descriptors]))
