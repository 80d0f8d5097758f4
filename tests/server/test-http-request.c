/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-http-request.h"

#include <string.h>

static guint
parse (const char    *data,
       SyHttpRequest *request)
{
  *request = (SyHttpRequest) { 0 };

  return sy_http_request_parse (request, data, strlen (data));
}

typedef struct
{
  const char *data;
  guint       status;
  gboolean    is_kept;
} Sample;

#define LINE "GET /work?steps=c1 HTTP/1.1\r\n"
#define OLD_LINE "GET / HTTP/1.0\r\n"
#define HOST "Host: 127.0.0.1\r\n"

static const Sample samples[] = {
  { LINE HOST "\r\n", 200, TRUE },
  { "\r\n\r\n" LINE HOST "\r\n", 200, TRUE },
  { "GET / HTTP/1.2\r\n" HOST "\r\n", 200, TRUE },
  { LINE HOST "Connection: close\r\n\r\n", 200, FALSE },
  { LINE HOST "connection:keep-alive ,\tCLOSE \r\n\r\n", 200, FALSE },
  { LINE HOST "Connection: closed\r\n\r\n", 200, TRUE },
  { LINE HOST "Content-Length: 0\r\n\r\n", 200, TRUE },
  { LINE HOST "X-Any: \t a\tb\xff \r\nEmpty:\r\n\r\n", 200, TRUE },
  { OLD_LINE "\r\n", 200, FALSE },
  { OLD_LINE "Connection: Keep-Alive\r\n\r\n", 200, TRUE },

  { "", 0 },
  { "\r\n", 0 },
  { LINE HOST, 0 },
  { LINE HOST "\r", 0 },
  { "GET /work", 0 },

  { LINE "\r\n", 400 },
  { LINE HOST HOST "\r\n", 400 },
  { "GET / HTTP/1.1\n", 400 },
  { LINE HOST "\n", 400 },
  { "GET  / HTTP/1.1\r\n", 400 },
  { "GET / HTTP/1.1 \r\n", 400 },
  { "GET /\r\n", 400 },
  { "GET * HTTP/1.1\r\n", 400 },
  { "GET /\xc3\xa9 HTTP/1.1\r\n", 400 },
  { " GET / HTTP/1.1\r\n", 400 },
  { "G@T / HTTP/1.1\r\n", 400 },
  { "GET / http/1.1\r\n", 400 },
  { "GET / HTTP/11.1\r\n", 400 },
  { LINE "Host : x\r\n", 400 },
  { LINE ": x\r\n", 400 },
  { LINE "Host\r\n", 400 },
  { LINE HOST " folded\r\n", 400 },
  { LINE HOST "X: a\rb\r\n", 400 },
  { LINE HOST "X: a\001b\r\n", 400 },
  { LINE HOST "Content-Length: -1\r\n", 400 },
  { LINE HOST "Content-Length:\r\n", 400 },
  { LINE HOST "Content-Length: 0\r\nContent-Length: 0\r\n", 400 },

  { "POST / HTTP/1.1\r\n", 405 },
  { "get / HTTP/1.1\r\n", 405 },
  { LINE HOST "Transfer-Encoding: chunked\r\n", 411 },
  { LINE HOST "Content-Length: 5\r\n", 413 },
  { LINE HOST "Content-Length: 99999999999999999999999999\r\n", 413 },
  { "GET / HTTP/2.0\r\n", 505 },
};

static void
test_samples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *shown = g_strescape (samples[i].data, NULL);
      SyHttpRequest request;

      g_test_message ("%s", shown);
      g_assert_cmpuint (parse (samples[i].data, &request), ==, samples[i].status);
      if (samples[i].status == 200)
        {
          g_assert_cmpint (request.is_kept, ==, samples[i].is_kept);
          g_assert_cmpuint (request.at, ==, strlen (samples[i].data));
        }
    }
}

/* However the bytes arrive, the outcome is the same, and never earlier than it can be known. */
static void
test_byte_by_byte (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      gsize size = strlen (samples[i].data);
      SyHttpRequest request = { 0 };
      guint status = 0;

      for (gsize length = 0; length <= size && status == 0; length++)
        status = sy_http_request_parse (&request, samples[i].data, length);
      g_assert_cmpuint (status, ==, samples[i].status);
    }
}

static void
test_finds_the_target (void)
{
  const char *data = "\r\nHEAD /work?k=7&steps=c1 HTTP/1.1\r\nHost: a\r\n\r\n";
  SyHttpRequest request;
  g_autofree char *target = NULL;

  g_assert_cmpuint (parse (data, &request), ==, 200);
  g_assert_true (request.is_head);
  target = g_strndup (data + request.target_at, request.target_length);
  g_assert_cmpstr (target, ==, "/work?k=7&steps=c1");
}

static void
test_stops_after_one (void)
{
  SyHttpRequest request;

  g_assert_cmpuint (parse (LINE HOST "\r\n" LINE HOST "\r\n", &request), ==, 200);
  g_assert_cmpuint (request.at, ==, strlen (LINE HOST "\r\n"));
}

static void
test_refuses_what_is_long (void)
{
  g_autofree char *value = g_strnfill (SY_HTTP_MAX_REQUEST, 'x');
  g_autofree char *data = g_strconcat (LINE HOST "X: ", value, NULL);
  SyHttpRequest request = { 0 };

  g_assert_cmpuint (sy_http_request_parse (&request, data, SY_HTTP_MAX_REQUEST - 1), ==, 0);
  g_assert_cmpuint (sy_http_request_parse (&request, data, SY_HTTP_MAX_REQUEST), ==, 431);
}

static const char date[] = "Sun, 06 Nov 1994 08:49:37 GMT";

#define DATE "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"

static void
test_writes_dates (void)
{
  char text[30];

  sy_http_write_date (784111777, text);
  g_assert_cmpstr (text, ==, date);
  sy_http_write_date (G_GINT64_CONSTANT (4107542399), text);
  g_assert_cmpstr (text, ==, "Sun, 28 Feb 2100 23:59:59 GMT");
  g_assert_cmpuint (strlen (sy_http_get_date ()), ==, strlen (date));
}

static void
assert_head (const SyHttpResponse *response,
             const char           *expected)
{
  char head[SY_HTTP_MAX_RESPONSE_HEAD];
  gsize size = sy_http_response_write_head (response, head);
  g_autofree char *text = g_strndup (head, size);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_writes_heads (void)
{
  SyHttpResponse response = {
    .status = 200, .minor_version = 1, .is_kept = TRUE, .content_type = "application/json",
    .content_length = 2, .has_check = TRUE, .check = G_MAXUINT32, .date = date,
  };

  assert_head (&response, "HTTP/1.1 200 OK\r\n" DATE "Content-Type: application/json\r\n"
                          "Steelyard-Check: 4294967295\r\nContent-Length: 2\r\n\r\n");

  response.minor_version = 0;
  response.check = 0;
  assert_head (&response, "HTTP/1.1 200 OK\r\n" DATE "Content-Type: application/json\r\n"
                          "Steelyard-Check: 0\r\nContent-Length: 2\r\n"
                          "Connection: keep-alive\r\n\r\n");

  response = (SyHttpResponse) {
    .status = 405, .minor_version = 1, .date = date, .content_type = "text/plain",
  };
  assert_head (&response, "HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\n" DATE
                          "Content-Type: text/plain\r\nContent-Length: 0\r\n"
                          "Connection: close\r\n\r\n");
}

/* The longest of everything. */
static void
test_heads_fit (void)
{
  SyHttpResponse response = {
    .status = 405, .date = date, .content_type = "text/plain; charset=utf-8",
    .content_length = G_MAXSIZE, .has_check = TRUE, .check = G_MAXUINT32, .is_kept = TRUE,
  };
  char head[2 * SY_HTTP_MAX_RESPONSE_HEAD];

  g_assert_cmpuint (sy_http_response_write_head (&response, head), <, SY_HTTP_MAX_RESPONSE_HEAD);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/http-request/parse/samples", test_samples);
  g_test_add_func ("/http-request/parse/byte-by-byte", test_byte_by_byte);
  g_test_add_func ("/http-request/parse/finds-the-target", test_finds_the_target);
  g_test_add_func ("/http-request/parse/stops-after-one", test_stops_after_one);
  g_test_add_func ("/http-request/parse/refuses-what-is-long", test_refuses_what_is_long);
  g_test_add_func ("/http-response/date/is-written", test_writes_dates);
  g_test_add_func ("/http-response/head/is-written", test_writes_heads);
  g_test_add_func ("/http-response/head/fits", test_heads_fit);

  return g_test_run ();
}
