#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports and records of decisions, and what confirms a record."""

import contextlib
import http.server
import json
import re
import socket
import sys
import threading
import time
import urllib.parse

from program import TINY, contains, equal, main, read_rest

FENCE = re.compile(r"```json steelyard-confirmation\n(.*?)\n```\n", re.DOTALL)


def make_profile(program, name="streaming"):
    path = program.get_path("profile.json")
    path.write_text(program.run("profile", "--example", name).stdout, encoding="utf-8")
    return str(path)


def decide(program, *arguments, status=0):
    done = program.run("decide", "--profile", make_profile(program), *arguments)
    equal((done.returncode, done.stderr if status == 0 else ""), (status, ""))
    return done


def make_record(program, *arguments):
    path = program.get_path("record.md")
    decide(program, "--output", str(path), "--force", *arguments)
    return path


def alter(path, change):
    """Changes what machines read of a record."""
    text = path.read_text(encoding="utf-8")
    record = json.loads(FENCE.search(text).group(1))
    change(record)
    block = f"```json steelyard-confirmation\n{json.dumps(record)}\n```\n"
    path.write_text(FENCE.sub(lambda _: block, text), encoding="utf-8")
    return str(path)


def test_formats(program):
    """pdf, html and madr are told by the file's name or by --format"""
    for extension, begin in [("pdf", b"%PDF-"), ("html", b"<!DOCTYPE html>"),
                             ("md", b"---\nstatus: ")]:
        path = program.get_path(f"report.{extension}")
        decide(program, "--output", str(path))
        equal(path.read_bytes().startswith(begin), True)
    contains(decide(program, "--format", "madr").stdout, "## Decision Outcome")
    contains(decide(program, "--format", "doc", status=2).stderr,
             "text, json, pdf, html, madr")
    contains(decide(program, "--format", "pdf", "--paper", "a5", status=2).stderr,
             "--paper: “a5” is not one of a4, letter")


def test_terminal(program):
    """what is no text is kept from a terminal"""
    for form, status, is_written in [("pdf", 1, False), ("madr", 0, True)]:
        process, reader = program.start_on_terminal(
            "decide", "--profile", make_profile(program), "--format", form, stream="stdout")
        equal(bool(read_rest(reader)), is_written)
        equal(process.wait(), status)


def test_never_overwrites(program):
    """a report that is there is replaced with --force alone"""
    path = program.get_path("report.html")
    path.write_text("mine", encoding="utf-8")
    equal(decide(program, "--output", str(path), status=1).stdout, "")
    equal(path.read_text(encoding="utf-8"), "mine")
    decide(program, "--output", str(path), "--force")
    contains(path.read_text(encoding="utf-8"), "</html>")


def test_title_page(program):
    """title, client, author and scope stand as they were written, escaped"""
    text = decide(program, "--format", "html", "--title", "A <b> & Ω", "--client", "مثال",
                  "--author", "\"Me\"", "--scope", "only this").stdout
    contains(text, "<h1 dir=\"auto\">A &lt;b&gt; &amp; Ω</h1>", "مثال", "&quot;Me&quot;",
             "only this")
    equal("<b>" in text, False)


def test_same_again(program):
    """the same decision is the same report on the same day"""
    for name in ("pdf", "html", "madr"):
        first, second = (program.run("decide", "--profile", make_profile(program), "--format",
                                     name, encoding=None).stdout for _ in range(2))
        equal(len(first) > 0 and first == second, True)


def test_confirms_weighing(program):
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


def test_confirms_measuring(program):
    """what was measured is measured again, but not on another machine"""
    run = str(program.get_path("run.json"))
    measured = program.run("measure", *TINY[:-6], "--pairs", "8", "--duration", "0.1",
                           "--settle", "0.02", "--output", run, "--quiet")
    equal(measured.returncode, 0)
    program.run("decide", "--profile", make_profile(program), "--evidence", run, "--output",
                str(program.get_path("record.md")))
    path = program.get_path("record.md")
    record = json.loads(FENCE.search(path.read_text(encoding="utf-8")).group(1))
    relations = record["runs"][0]["relations"]
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
QUICK_S, SLOW_S = 0.004, 0.06


@contextlib.contextmanager
def start_runtimes():
    runtimes = [Runtime(QUICK_S), Runtime(SLOW_S)]
    try:
        yield runtimes
    finally:
        for runtime in runtimes:
            runtime.stop()


def record_runtimes(program, runtimes):
    """What the quicker one being ahead leads to."""
    run = str(program.get_path("runtimes.json"))
    quick, slow = (runtime.get_address() for runtime in runtimes)
    measured = program.run("measure", "--arm", quick, "--arm", slow, "--steps", "w1",
                           "--connections", "8", "--pairs", "8", "--duration", "0.5",
                           "--settle", "0.02", "--output", run, "--quiet")
    equal((measured.returncode, measured.stderr), (0, ""))
    return make_record(program, "--evidence", run, "--runtime", f"{quick}=node",
                       "--runtime", f"{slow}=python-threads")


def confirm(program, path):
    """Its exit status, and what it says of the record, of its relations and of the answer."""
    done = program.run("confirm", str(path), "--json")
    found = json.loads(done.stdout)
    return (done.returncode, found["outcome"],
            [relation["outcome"] for relation in found["relations"]], found["answer"])


def test_confirms_runtimes(program):
    """a record of real runtimes holds, until they change places, and cannot be told without them"""
    with start_runtimes() as runtimes:
        path = record_runtimes(program, runtimes)
        equal(confirm(program, path), (0, "holds", ["holds"], "holds"))
        runtimes[0].delay_s, runtimes[1].delay_s = SLOW_S, QUICK_S
        equal(confirm(program, path)[:3], (3, "no-longer-holds", ["no-longer-holds"]))
    equal(confirm(program, path), (1, "unknown", ["unknown"], "unknown"))


if __name__ == "__main__":
    sys.exit(main([test_formats, test_never_overwrites, test_title_page, test_same_again,
                   test_terminal, test_confirms_weighing, test_damaged, test_confirms_measuring,
                   test_confirms_runtimes]))
