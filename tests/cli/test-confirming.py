#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records of decisions, measured and weighed again."""

import contextlib
import http.server
import json
import socket
import sys
import threading
import time
import urllib.parse

from program import TINY, Busy, contains, equal, is_disturbed, main
from records import alter, decide, make_profile, make_record, read_record


def test_weighing(program):
    """without a run the decision is weighed again: it holds, or no longer does"""
    path = make_record(program)
    contains(path.read_text(encoding="utf-8"), "steelyard-cli confirm -- 'record.md'\n")
    done = program.run("confirm", "--", str(path))
    equal((done.returncode, done.stderr), (0, ""))
    contains(done.stdout, "The decision holds.")
    found = program.run_json("confirm", str(path))
    equal((found["outcome"], found["answer"], found["relations"]), ("holds", "holds", []))

    objectives = [objective["objective"] for objective in
                  json.loads(decide(program, "--json").stdout)["objectives"]]
    building = alter(make_record(program), lambda record: record.update(
        weights={objective: float(objective == "building") for objective in objectives}))
    equal(program.run_json("confirm", building, status=3)["answer"], "no-longer-holds")

    other = alter(path, lambda record: record.update(
        answer={"best": "python-threads", "winner": "python-threads", "language": "python"}))
    done = program.run("confirm", other)
    equal(done.returncode, 3)
    contains(done.stdout, "The decision no longer holds.")


def test_damaged(program):
    """a damaged record is named with the place that is damaged"""
    path = make_record(program)
    path.write_text("# Nothing", encoding="utf-8")
    done = program.run("confirm", str(path))
    equal((done.returncode, done.stdout), (1, ""))
    contains(done.stderr, "record.md", "```json steelyard-confirmation")
    done = program.run("confirm", alter(make_record(program),
                                        lambda record: record["answer"].update(best="x")))
    equal((done.returncode, done.stdout), (1, ""))
    contains(done.stderr, "record.md: answer.best: ")
    equal(program.run("confirm").returncode, 2)
    equal(program.run("confirm", str(program.get_path("nowhere.md"))).returncode, 1)


def test_measuring(program):
    """what was measured is measured again, but not on another machine"""
    run = str(program.get_path("run.json"))
    measured = program.run("measure", *TINY[:-6], "--pairs", "8", "--duration", "0.1",
                           "--settle", "0.02", "--output", run, "--quiet")
    equal(measured.returncode, 0)
    program.run("decide", "--profile", make_profile(program), "--evidence", run, "--output",
                str(program.get_path("record.md")))
    path = program.get_path("record.md")
    relations = read_record(path)["runs"][0]["relations"]
    done = program.run("confirm", str(path), "--json")
    found = json.loads(done.stdout)
    equal({"holds": 0, "unknown": 1, "no-longer-holds": 3}[found["outcome"]], done.returncode)
    equal(len(found["relations"]), len(relations))
    equal(len(found["runs"]), 1 if relations else 0)

    if relations:
        elsewhere = alter(path, lambda altered: altered["runs"][0]["environment"].update(
            cpu="Another one"))
        done = program.run("confirm", elsewhere)
        equal(done.returncode, 1)
        contains(done.stdout, "cannot be told", "another machine", "“Another one”")


class Answerer(http.server.BaseHTTPRequestHandler):
    """Answers what was asked for, as soon as its server does."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self):  # pylint: disable=invalid-name
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        time.sleep(self.server.delay_s)
        self.send_response(200)
        self.send_header("Steelyard-Check", query["k"][0])
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_):  # pylint: disable=arguments-differ
        pass


class Runtime(http.server.ThreadingHTTPServer):
    """Stands for a real runtime, which a new release can make faster or slower."""

    request_queue_size = socket.SOMAXCONN
    daemon_threads = True

    def __init__(self, delay_s):
        super().__init__(("127.0.0.1", 0), Answerer)
        self.delay_s = delay_s
        self.thread = threading.Thread(target=self.serve_forever)
        self.thread.start()

    def get_address(self):
        return f"127.0.0.1:{self.server_port}"

    def stop(self):
        self.shutdown()
        self.thread.join()
        self.server_close()


# A turn needs enough answers of the slower one, and the other must be ahead on a busy machine, too.
QUICK_S, SLOW_S = 0.004, 0.04


@contextlib.contextmanager
def start_runtimes():
    runtimes = [Runtime(QUICK_S), Runtime(SLOW_S)]
    try:
        yield runtimes
    finally:
        for runtime in runtimes:
            runtime.stop()


MAX_ATTEMPTS = 5


def try_again(program, measure):
    """Its run and what it found, measured anew while the machine is busy with something else."""
    for _ in range(MAX_ATTEMPTS):
        run, found = measure()
        if not is_disturbed(program, run):
            return found
    raise Busy


def measure_runtimes(program, runtimes):
    run = str(program.get_path("runtimes.json"))
    quick, slow = (runtime.get_address() for runtime in runtimes)
    measured = program.run("measure", "--arm", quick, "--arm", slow, "--steps", "w1",
                           "--connections", "8", "--pairs", "8", "--duration", "0.4",
                           "--settle", "0.02", "--output", run, "--force", "--quiet")
    equal((measured.returncode, measured.stderr), (0, ""))
    return run, ("--evidence", run, "--runtime", f"{quick}=node", "--runtime",
                 f"{slow}=python-threads")


def confirm(program, path):
    done = program.run("confirm", str(path), "--json")
    found = json.loads(done.stdout)
    outcomes = [relation["outcome"] for relation in found["relations"]]
    return found["runs"], (done.returncode, found["outcome"], outcomes, found["answer"])


def confirm_undisturbed(program, path):
    """Its exit status, and what it says of the record, of its relations and of the answer."""
    def measure():
        [run], found = confirm(program, path)
        return run, found
    return try_again(program, measure)


def test_runtimes(program):
    """a record of real runtimes holds, until they change places, and cannot be told without them"""
    with start_runtimes() as runtimes:
        evidence = try_again(program, lambda: measure_runtimes(program, runtimes))
        path = make_record(program, *evidence)
        equal(confirm_undisturbed(program, path), (0, "holds", ["holds"], "holds"))
        runtimes[0].delay_s, runtimes[1].delay_s = SLOW_S, QUICK_S
        equal(confirm_undisturbed(program, path)[:3], (3, "no-longer-holds", ["no-longer-holds"]))
    equal(confirm(program, path)[1], (1, "unknown", ["unknown"], "unknown"))


if __name__ == "__main__":
    sys.exit(main([test_weighing, test_damaged, test_measuring, test_runtimes]))
