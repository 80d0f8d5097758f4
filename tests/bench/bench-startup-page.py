#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page of criteria costs a start: beside a start with the page of measurements.

Usage: with-display.sh bench-startup-page.py PROGRAM [PAIRS, at least ten]

A start lasts from the start of the process until the screen has its first picture.  Starts with one
page and the other take turns (AB BA AB …) in one run; the bound is 20 ms for the mean of the pairs'
differences, with its 95 % interval (Student's t).  Processor time is that of all threads until
then, so it has what is loaded beside the first picture, too.
"""

import math
import os
import pathlib
import statistics
import subprocess
import sys
import time

import bench_screen

PAGES = ["criteria", "measurements"]
SETTINGS = "[io/github/steelyard_app/Steelyard]\npage='{page}'\n"
MAX_SLOWER_MS = 20.0

# By degrees of freedom; between two of them that of the lower, whose interval is wider.
T_95 = {9: 2.262, 14: 2.145, 19: 2.093, 29: 2.045}
MIN_PAIRS = min(T_95) + 1


def choose_page(page):
    folder = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "keyfile").write_text(SETTINGS.format(page=page), encoding="utf-8")


def read_cpu_ms(process):
    """The process's processor clock, by its number as the kernel makes it (CPUCLOCK_SCHED)."""
    return time.clock_gettime_ns((~process.pid << 3) | 2) / 1e6


def measure(screen, program, page):
    """One start: milliseconds until something is to be seen, and those a processor was at work."""
    choose_page(page)
    screen.wait_until(is_bare=True)
    start = time.monotonic()
    with subprocess.Popen([program]) as process:
        screen.wait_until(is_bare=False)
        start_up_ms = (time.monotonic() - start) * 1e3
        cpu_ms = read_cpu_ms(process)
        process.terminate()
    return start_up_ms, cpu_ms


def measure_pair(screen, program, number):
    order = PAGES if number % 2 == 0 else PAGES[::-1]
    starts = {page: measure(screen, program, page) for page in order}
    return [starts[page] for page in PAGES]


def find_interval(values):
    """Their mean, and how far the interval reaches to either side."""
    factor = T_95[max(n for n in T_95 if n < len(values))]
    return statistics.mean(values), factor * statistics.stdev(values) / math.sqrt(len(values))


def report(name, values):
    """Medians of both pages, and the interval of the differences, which is returned."""
    own, other = zip(*values)
    middle, half = find_interval([a - b for a, b in values])
    print(f"{name}: {statistics.median(own):.0f} ms with criteria, "
          f"{statistics.median(other):.0f} ms with measurements; difference {middle:.1f} ms "
          f"({middle - half:.1f} to {middle + half:.1f}), median "
          f"{statistics.median(a - b for a, b in values):.1f} ms, {len(values)} pairs")
    return middle - half, middle + half


def judge(low, high):
    if high <= MAX_SLOWER_MS:
        return "within"
    return "BEYOND" if low > MAX_SLOWER_MS else "not decided against"


def main(program, n_pairs=20):
    os.environ.update(bench_screen.PLAIN, GSETTINGS_BACKEND="keyfile")
    screen = bench_screen.Screen()
    measure_pair(screen, program, 0)
    pairs = [measure_pair(screen, program, number)
             for number in range(max(MIN_PAIRS, int(n_pairs)))]
    start_up, cpu = ([(a[i], b[i]) for a, b in pairs] for i in range(2))
    interval = report("Start-up", start_up)
    report("Processor time until then", cpu)
    print(f"Start-up: {judge(*interval)} the bound of {MAX_SLOWER_MS:.0f} ms")
    return 0 if interval[1] <= MAX_SLOWER_MS else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
