// SPDX-License-Identifier: GPL-3.0-or-later
// Node's http server executing the step language, for the fidelity benchmark.  Prints its port on
// the first line.

import http from "node:http";

function compute(units, x) {
  for (let i = units * 500; i > 0; i--)
    x = (Math.imul(x ^ (x >>> 16), 69069) + 1) | 0;
  return x >>> 0;
}

function bodyOf(size) {
  return size >= 11 ? `{"data":"${"x".repeat(size - 11)}"}` : "{}";
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function execute(request, response) {
  const query = new URL(request.url, "http://127.0.0.1").searchParams;
  let x = Number(query.get("k") ?? 1);
  let size = 2;
  for (const [, letter, amount] of (query.get("steps") ?? "").matchAll(/([cwb])(\d+)/g)) {
    if (letter === "c")
      x = compute(Number(amount), x);
    else if (letter === "w")
      await wait(Number(amount));
    else
      size = Number(amount);
  }
  const body = bodyOf(size);
  response.writeHead(200, {
    "Steelyard-Check": String(x),
    "Content-Type": "application/json",
    "Content-Length": body.length,
  });
  response.end(body);
}

const server = http.createServer(execute);
server.keepAliveTimeout = 0;
server.listen(0, "127.0.0.1", 4096, () => console.log(server.address().port));
