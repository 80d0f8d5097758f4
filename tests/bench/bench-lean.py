#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a request costs the lean event loop: beside nginx, and beside idle connections.

By turns (AB BA AB …) wrk loads two servers that answer the same two bytes, 64 connections, wrk on
one processor and the servers on another.  Cost is the processor time of the server's process over
the requests wrk made.  First the lean event loop against nginx's "return", then the lean event loop
with 10,000 idle connections against one with none.  Each result is the geometric mean of the pairs'
ratios with its one-sided 95 % bound (Student's t on the logarithms).
"""

import argparse
import contextlib
import json
import os
import re
import resource
import shutil
import socket
import subprocess
import sys
import time

import bench_tools

N_PAIRS = 12
N_CONNECTIONS = 64
N_IDLE = 10000
SECONDS = 2
T_95_ONE_SIDED_11 = 1.796
TARGETS = {"nginx": 1.15, "idle": 1.10}


@contextlib.contextmanager
def lean(program, cpu):
    # Twice as many: those of the last run may not have been closed when the next begins.
    command = [program, "event-loop-lean", str(2 * N_CONNECTIONS + N_IDLE)]
    process = bench_tools.start_on(
        cpu, command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield int(process.stdout.readline()), process
    finally:
        process.communicate("")


def connect_idle(stack, port, n_connections):
    for _ in range(n_connections):
        stack.enter_context(socket.create_connection(("127.0.0.1", port)))


def read_cpu_ns(process):
    """The process's processor clock, by its number as the kernel makes it (CPUCLOCK_SCHED)."""
    return time.clock_gettime_ns((~process.pid << 3) | 2)


def measure_us(wrk, cpu, server):
    port, process = server
    url = f"http://127.0.0.1:{port}/work?k=1&steps=b2"
    command = [wrk, "-t1", f"-c{N_CONNECTIONS}", f"-d{SECONDS}s", url]
    begun_ns = read_cpu_ns(process)
    output = bench_tools.start_on(cpu, command, stdout=subprocess.PIPE, text=True).communicate()[0]
    used_ns = read_cpu_ns(process) - begun_ns
    if "Non-2xx" in output or "Socket errors" in output:
        sys.exit(output)
    return used_ns / 1e3 / int(re.search(r"(\d+) requests in", output)[1])


def compare(name, wrk, cpu, servers):
    pairs = []
    for i in range(N_PAIRS):
        costs = [0, 0]
        for which in [0, 1] if i % 2 == 0 else [1, 0]:
            costs[which] = measure_us(wrk, cpu, servers[which])
        pairs.append(costs)
        print(f"# {name}, pair {i + 1}: {costs[0]:.2f} µs, {costs[1]:.2f} µs, "
              f"ratio {costs[0] / costs[1]:.3f}", flush=True)
    print(json.dumps({"benchmark": name, "target": TARGETS[name],
                      **bench_tools.summarise(pairs, T_95_ONE_SIDED_11)}), flush=True)


def compare_with_nginx(program, wrk, nginx, cpus):
    with lean(program, cpus[0]) as ours:
        with bench_tools.nginx(nginx, cpus[0], "application/json", "{}") as theirs:
            compare("nginx", wrk, cpus[1], [ours, theirs])


def compare_with_idle(program, wrk, cpus):
    n_needed = N_IDLE + 100
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    if hard != resource.RLIM_INFINITY and hard < n_needed:
        print(f"# idle skipped: needs {n_needed} open files, {hard} are allowed")
        return
    resource.setrlimit(resource.RLIMIT_NOFILE, (n_needed, hard))
    with contextlib.ExitStack() as stack:
        with lean(program, cpus[0]) as crowded, lean(program, cpus[0]) as empty:
            connect_idle(stack, crowded[0], N_IDLE)
            compare("idle", wrk, cpus[1], [crowded, empty])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("serve_one", help="our server")
    program = parser.parse_args().serve_one
    wrk = shutil.which("wrk")
    nginx = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
    cpus = sorted(os.sched_getaffinity(0))
    if wrk is None or nginx is None or len(cpus) < 2:
        print("# skipped: needs wrk, nginx and two processors")
        sys.exit(bench_tools.SKIPPED)

    compare_with_nginx(program, wrk, nginx, cpus)
    compare_with_idle(program, wrk, cpus)


main()
