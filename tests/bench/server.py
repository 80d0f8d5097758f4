# SPDX-License-Identifier: GPL-3.0-or-later
"""CPython's ThreadingHTTPServer executing the step language, for the fidelity benchmark.

Buffered writes and no Nagle delay: with its defaults it answers in 44 ms, whatever it computes.
Prints its port on the first line.
"""

import http.server
import re
import socket
import time
import urllib.parse


def compute(units, x):
    for _ in range(units * 500):
        x = ((x ^ (x >> 16)) * 69069 + 1) & 0xFFFFFFFF
    return x


def body_of(size):
    return b'{"data":"' + b"x" * (size - 11) + b'"}' if size >= 11 else b"{}"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self):
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        x = int(query.get("k", ["1"])[0])
        size = 2
        for letter, amount in re.findall(r"([cwb])(\d+)", query.get("steps", [""])[0]):
            if letter == "c":
                x = compute(int(amount), x)
            elif letter == "w":
                time.sleep(int(amount) / 1000)
            else:
                size = int(amount)
        body = body_of(size)
        self.send_response(200)
        self.send_header("Steelyard-Check", str(x))
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *arguments):
        pass


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = socket.SOMAXCONN


if __name__ == "__main__":
    server = Server(("127.0.0.1", 0), Handler)
    print(server.server_port, flush=True)
    server.serve_forever()
