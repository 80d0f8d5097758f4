#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a request costs our load generator, as a share of what it costs wrk.

Both load the same nginx by turns, 64 connections, the generator on one processor and nginx on
another.  A pair is four short turns of each (ABBA ABBA, the next pair BAAB BAAB), so that what
changes in the machine within seconds meets both; its costs are the processor time of the whole
processes over the requests they made.  The result is the geometric mean of the pairs' ratios with
its one-sided 95 % bound (Student's t on the logarithms).
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys

import bench_tools

N_PAIRS = 15
N_CONNECTIONS = 64
SECONDS = 1
N_ROUNDS = 2
TARGET = 0.85
T_95_ONE_SIDED_14 = 1.761

def run(command, cpu, count_requests):
    """Microseconds of processor time, and the requests."""
    process = bench_tools.start_on(cpu, command, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed")
    return (used.ru_utime + used.ru_stime) * 1e6, count_requests(output)


def run_ours(program, port, cpu):
    command = [program, f"--port={port}", f"--connections={N_CONNECTIONS}", f"--duration={SECONDS}"]
    return run(command, cpu, lambda output: json.loads(output)["all_requests"])


def run_wrk(program, port, cpu):
    command = [program, "-t1", f"-c{N_CONNECTIONS}", f"-d{SECONDS}s", f"http://127.0.0.1:{port}/"]
    return run(command, cpu, lambda output: int(re.search(r"(\d+) requests in", output)[1]))


def measure_pair(tools, port, cpu, order):
    turns = [[], []]
    for tool in order:
        function, program = tools[tool]
        turns[tool].append(function(program, port, cpu))
    return [sum(used for used, _ in its) / sum(n for _, n in its) for its in turns]


def measure_pairs(tools, port, cpu):
    for i in range(N_PAIRS):
        order = [0, 1, 1, 0] if i % 2 == 0 else [1, 0, 0, 1]
        costs = measure_pair(tools, port, cpu, order * N_ROUNDS)
        print(f"# pair {i + 1}: ours {costs[0]:.2f} µs, wrk {costs[1]:.2f} µs, "
              f"ratio {costs[0] / costs[1]:.3f}", flush=True)
        yield costs


def report(pairs):
    print(json.dumps({
        "ours_us_per_request": round(statistics.geometric_mean(pair[0] for pair in pairs), 3),
        "wrk_us_per_request": round(statistics.geometric_mean(pair[1] for pair in pairs), 3),
        "target": TARGET,
        **bench_tools.summarise(pairs, T_95_ONE_SIDED_14),
    }))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("load_one", help="our generator")
    program = parser.parse_args().load_one
    wrk = shutil.which("wrk")
    server = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
    cpus = sorted(os.sched_getaffinity(0))
    if wrk is None or server is None or len(cpus) < 2:
        print("# skipped: needs wrk, nginx and two processors")
        sys.exit(bench_tools.SKIPPED)

    with bench_tools.nginx(server, cpus[0], "text/plain", "Hello, world!") as (port, _):
        report(list(measure_pairs([(run_ours, program), (run_wrk, wrk)], port, cpus[1])))


main()
