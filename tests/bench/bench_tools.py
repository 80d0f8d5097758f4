# SPDX-License-Identifier: GPL-3.0-or-later
"""What the benchmarks against other programs share."""

import contextlib
import math
import os
import pathlib
import socket
import statistics
import subprocess
import sys
import tempfile
import time

SKIPPED = 77

NGINX = """
daemon off; master_process off; worker_processes 1; pid {folder}/pid; error_log stderr crit;
events {{ worker_connections 1024; }}
http {{
  access_log off; keepalive_requests 1000000000; keepalive_timeout 600s;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    location / {{ default_type {content_type}; return 200 "{body}"; }}
  }}
}}
"""


def find_free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_until_it_answers(port):
    for _ in range(100):
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port)).close()
            return
        time.sleep(0.05)
    sys.exit("nginx does not answer")


def start_on(cpu, command, **arguments):
    return subprocess.Popen(
        command, preexec_fn=lambda: os.sched_setaffinity(0, {cpu}), **arguments)


@contextlib.contextmanager
def nginx(program, cpu, content_type, body):
    """Yields the port and the process."""
    port = find_free_port()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "nginx.conf")
        path.write_text(NGINX.format(folder=folder, port=port, content_type=content_type,
                                     body=body))
        process = start_on(cpu, [program, "-p", folder, "-c", path])
        try:
            wait_until_it_answers(port)
            yield port, process
        finally:
            process.terminate()
            process.wait()


def summarise(pairs, t_95_one_sided):
    """Geometric mean of the ratios and its one-sided 95 % bound, by Student's t on the logs."""
    logs = [math.log(a / b) for a, b in pairs]
    half = t_95_one_sided * statistics.stdev(logs) / math.sqrt(len(logs))
    return {
        "ratio": round(math.exp(statistics.mean(logs)), 4),
        "ratio_at_most": round(math.exp(statistics.mean(logs) + half), 4),
        "pairs": len(pairs),
    }
