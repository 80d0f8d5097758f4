#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start-up and memory of the window, beside GNOME's Text Editor in the same run.

Usage: with-display.sh bench-startup.py PROGRAM [ROUNDS]

Start-up lasts from the start of the process until the screen has its first picture; the bound is
1.5 times the other's.  Memory is what is resident once that stands still; the bound is 1.3 times.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time

import bench_screen

YARDSTICK = "gnome-text-editor"
MAX_START_UP_RATIO = 1.5
MAX_MEMORY_RATIO = 1.3

def read_resident_mib(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        sizes = dict(line.split(":") for line in list(file)[1:])
    return int(sizes["Rss"].split()[0]) / 1024


def wait_for_memory(pid):
    """Until it grew by less than a hundredth in half a second."""
    before, now = 0, read_resident_mib(pid)
    while now > before * 1.01:
        time.sleep(0.5)
        before, now = now, read_resident_mib(pid)
    return now


def read_cpu_ms(pid):
    """Of all its threads so far, in the kernel's ticks of 10 ms."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1e3 / os.sysconf("SC_CLK_TCK")


def measure(screen, command):
    """One start: milliseconds until something is to be seen, those a processor was at work, and
    MiB in the end."""
    screen.wait_until(is_bare=True)
    start = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        screen.wait_until(is_bare=False)
        start_up_ms = (time.monotonic() - start) * 1e3
        cpu_ms = read_cpu_ms(process.pid)
        resident_mib = wait_for_memory(process.pid)
        process.terminate()
    return start_up_ms, cpu_ms, resident_mib


def report(name, unit, own, other, bound):
    """The medians, and the median of the rounds' ratios with its verdict."""
    ratio = statistics.median(a / b for a, b in zip(own, other))
    print(f"{name}: {statistics.median(own):.0f} {unit}, {YARDSTICK} "
          f"{statistics.median(other):.0f} {unit}: {ratio:.2f} times as much; "
          f"{'within' if ratio <= bound else 'BEYOND'} the bound of {bound}")
    return ratio <= bound


def main(program, n_rounds=15):
    if shutil.which(YARDSTICK) is None:
        print(f"No {YARDSTICK} here to compare with")
        return 77
    os.environ.update(bench_screen.PLAIN)
    screen = bench_screen.Screen()
    commands = [[program], [YARDSTICK, "--standalone"]]
    for command in commands:
        measure(screen, command)
    rounds = [[measure(screen, command) for command in commands] for _ in range(int(n_rounds))]
    own, other = (list(zip(*side)) for side in zip(*rounds))
    is_good = [report("Start-up", "ms", own[0], other[0], MAX_START_UP_RATIO),
               report("Processor time of it", "ms", own[1], other[1], MAX_START_UP_RATIO),
               report("Memory", "MiB", own[2], other[2], MAX_MEMORY_RATIO)]
    return 0 if all(is_good) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
