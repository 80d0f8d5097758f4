/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-response.h"

#include <string.h>

#include "load/sy-known-head.h"

#define OK "HTTP/1.1 200 OK\r\n"
#define CHUNKED "Transfer-Encoding: chunked\r\n"

typedef struct
{
  const char *name;
  const char *text;
  guint       status;
  gboolean    closes;
  gboolean    has_check;
  guint32     check;
  gsize       n_surplus;
} Good;

static const Good good[] = {
  { "length", OK "Content-Length: 5\r\n\r\nhello", 200 },
  { "empty", OK "Content-Length: 0\r\n\r\n", 200 },
  { "no-reason", "HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n", 200 },
  { "other-status", "HTTP/1.1 503 Busy\r\nContent-Length: 2\r\n\r\nno", 503 },
  { "same-length-twice", OK "Content-Length: 1\r\ncontent-length:1\r\n\r\nx", 200 },
  { "chunks", OK CHUNKED "\r\n3\r\nabc\r\n0A\r\n0123456789\r\n0\r\n\r\n", 200 },
  { "chunk-extensions", OK "Transfer-Encoding: Chunked\r\n\r\n1;a=b\r\nx\r\n0 ;c\r\n\r\n", 200 },
  { "trailers", OK CHUNKED "\r\n0\r\nContent-Length: 7\r\nA: b\r\n\r\n", 200 },
  { "until-close", OK "\r\nwhatever comes", 200, TRUE },
  { "says-close", OK "Connection: TE , Close\r\nContent-Length: 0\r\n\r\n", 200, TRUE },
  { "http-1.0", "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx", 200, TRUE },
  { "http-1.0-kept", "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 1\r\n\r\nx",
    200 },
  { "no-content", "HTTP/1.1 204 No Content\r\n\r\n", 204 },
  { "not-modified", "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n", 304 },
  { "informational", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n"
    "Connection: close\r\n\r\n" OK "Content-Length: 1\r\n\r\nx", 200 },
  { "check", OK "sTEELYARD-cHECK: \t 4294967295 \r\nContent-Length: 0\r\n\r\n",
    200, FALSE, TRUE, G_MAXUINT32 },
  { "odd-fields", OK "a!#$%&'*+-.^_`|~9:\r\nB:\t\xc3\xa9 \r\nContent-Length: 0\r\n\r\n", 200 },
  { "surplus", OK "Content-Length: 1\r\n\r\nxHTTP", 200, FALSE, FALSE, 0, 4 },
  { "surplus-chunk", OK CHUNKED "\r\n0\r\n\r\nHT", 200, FALSE, FALSE, 0, 2 },
};

typedef struct
{
  const char *name;
  const char *text;
} Bad;

static const Bad bad[] = {
  { "garbage", "SSH-2.0-OpenSSH_9.2\r\n" },
  { "lower-case", "http/1.1 200 OK\r\n" },
  { "http-2", "HTTP/2 200\r\n" },
  { "http-1.2", "HTTP/1.2 200 OK\r\n" },
  { "blank-first", "\r\n" OK },
  { "two-digits", "HTTP/1.1 20 OK\r\n" },
  { "four-digits", "HTTP/1.1 2000 OK\r\n" },
  { "status-99", "HTTP/1.1 099 OK\r\n" },
  { "status-600", "HTTP/1.1 600 OK\r\n" },
  { "switching", "HTTP/1.1 101 Switching\r\n" },
  { "control-in-reason", "HTTP/1.1 200 \x01\r\n" },
  { "bare-line-feed", "HTTP/1.1 200 OK\n" },
  { "carriage-return-inside", OK "A: b\rc\r\n" },
  { "no-colon", OK "Content-Length 5\r\n" },
  { "no-name", OK ": 5\r\n" },
  { "space-before-colon", OK "Content-Length : 5\r\n" },
  { "folded", OK "A: b\r\n c\r\n" },
  { "length-sign", OK "Content-Length: +5\r\n" },
  { "length-empty", OK "Content-Length:\r\n" },
  { "length-list", OK "Content-Length: 5, 5\r\n" },
  { "length-huge", OK "Content-Length: 67108865\r\n" },
  { "length-overflows", OK "Content-Length: 18446744073709551621\r\n" },
  { "two-lengths", OK "Content-Length: 5\r\nContent-Length: 6\r\n" },
  { "length-and-chunks", OK "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n" },
  { "chunks-in-1.0", "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" },
  { "gzip", OK "Transfer-Encoding: gzip, chunked\r\n" },
  { "chunked-twice", OK CHUNKED "Transfer-Encoding: chunked\r\n" },
  { "chunk-size-missing", OK CHUNKED "\r\n\r\n" },
  { "chunk-size-sign", OK CHUNKED "\r\n-1\r\n" },
  { "chunk-size-prefix", OK CHUNKED "\r\n0x1\r\n" },
  { "chunk-overflows", OK CHUNKED "\r\n10000000000000001\r\n" },
  { "chunk-huge", OK CHUNKED "\r\n4000001\r\n" },
  { "chunk-too-long", OK CHUNKED "\r\n1\r\nxy\r\n" },
  { "check-too-large", OK "Steelyard-Check: 4294967296\r\n" },
  { "check-negative", OK "Steelyard-Check: -1\r\n" },
  { "check-twice", OK "Steelyard-Check: 1\r\nSteelyard-Check: 1\r\n" },
};

static SyResponse response;
static SyKnownHead *known;

/* Feeds in two pieces; returns how many bytes were taken. */
static gsize
feed_cut (const char *text,
          gsize       length,
          gsize       cut)
{
  gsize n;

  sy_response_init (&response, known);
  n = sy_response_feed (&response, text, cut);

  return n < cut ? n : n + sy_response_feed (&response, text + cut, length - cut);
}

static gsize
feed_bytes (const char *text,
            gsize       length)
{
  gsize n = 0;

  sy_response_init (&response, known);
  while (n < length && sy_response_feed (&response, text + n, 1) == 1)
    n++;

  return n;
}

static void
check_good (const Good *sample,
            gsize       n_taken)
{
  g_assert_true (sy_response_end (&response));
  g_assert_cmpint (sy_response_get_state (&response), ==, SY_RESPONSE_DONE);
  g_assert_cmpuint (n_taken, ==, strlen (sample->text) - sample->n_surplus);
  g_assert_cmpuint (response.status, ==, sample->status);
  g_assert_cmpint (response.closes, ==, sample->closes);
  g_assert_cmpint (response.has_check, ==, sample->has_check);
  g_assert_cmpuint (response.check, ==, sample->check);
}

static void
test_good (gconstpointer data)
{
  const Good *sample = data;
  gsize length = strlen (sample->text);

  for (gsize cut = 0; cut <= length; cut++)
    check_good (sample, feed_cut (sample->text, length, cut));
  check_good (sample, feed_bytes (sample->text, length));
}

static void
check_bad (void)
{
  g_assert_cmpint (sy_response_get_state (&response), ==, SY_RESPONSE_MALFORMED);
  g_assert_nonnull (response.problem);
  g_assert_false (sy_response_end (&response));
}

static void
test_bad (gconstpointer data)
{
  const Bad *sample = data;
  gsize length = strlen (sample->text);

  for (gsize cut = 0; cut <= length; cut++)
    {
      feed_cut (sample->text, length, cut);
      check_bad ();
    }
  feed_bytes (sample->text, length);
  check_bad ();
}

static void
test_nothing_is_taken_after_the_end (void)
{
  const char *text = OK "Content-Length: 0\r\n\r\n";

  feed_cut (text, strlen (text), 0);
  g_assert_cmpuint (sy_response_feed (&response, OK, strlen (OK)), ==, 0);
  g_assert_cmpint (sy_response_get_state (&response), ==, SY_RESPONSE_DONE);
}

static void
test_cut_short (void)
{
  const char *text = OK CHUNKED "\r\n1\r\nx\r\n0\r\n\r\n";

  for (gsize length = 0; length < strlen (text); length++)
    {
      feed_cut (text, length, length);
      g_assert_cmpint (sy_response_get_state (&response), ==, SY_RESPONSE_MORE);
      g_assert_false (sy_response_end (&response));
    }
}

static void
feed_repeated (const char *first,
               const char *repeated,
               gsize       n)
{
  feed_cut (first, strlen (first), 0);
  for (gsize i = 0; i < n; i++)
    sy_response_feed (&response, repeated, strlen (repeated));
}

static void
test_line_limit (void)
{
  feed_repeated (OK "A:", "x", SY_RESPONSE_MAX_LINE - 4);
  g_assert_cmpuint (sy_response_feed (&response, "\r\n", 2), ==, 2);
  g_assert_cmpint (sy_response_get_state (&response), ==, SY_RESPONSE_MORE);

  feed_repeated (OK "A:", "x", SY_RESPONSE_MAX_LINE - 3);
  sy_response_feed (&response, "\r\n", 2);
  check_bad ();
}

static void
test_head_limit (void)
{
  gsize n_fields = (SY_RESPONSE_MAX_HEAD - strlen (OK)) / strlen ("A: b\r\n");

  feed_repeated (OK, "A: b\r\n", n_fields);
  g_assert_cmpint (sy_response_get_state (&response), ==, SY_RESPONSE_MORE);
  sy_response_feed (&response, "A: b\r\n", 6);
  check_bad ();
}

/* Informational answers are part of the head, so they cannot go on for ever. */
static void
test_informational_limit (void)
{
  feed_repeated ("", "HTTP/1.1 100 Continue\r\n\r\n", SY_RESPONSE_MAX_HEAD / 25 + 1);
  check_bad ();
}

static void
test_body_limit (void)
{
  g_autofree char *mebibyte = g_strnfill (1 << 20, 'x');

  feed_repeated (OK "\r\n", mebibyte, SY_RESPONSE_MAX_BODY >> 20);
  g_assert_cmpint (sy_response_get_state (&response), ==, SY_RESPONSE_MORE);
  sy_response_feed (&response, "x", 1);
  check_bad ();
}

/* Each chunk is allowed, their sum is not. */
static void
test_chunks_limit (void)
{
  g_autofree char *mebibyte = g_strnfill (1 << 20, 'x');
  g_autofree char *chunk = g_strconcat ("100000\r\n", mebibyte, "\r\n", NULL);

  feed_repeated (OK CHUNKED "\r\n", chunk, SY_RESPONSE_MAX_BODY >> 20);
  g_assert_cmpint (sy_response_get_state (&response), ==, SY_RESPONSE_MORE);
  sy_response_feed (&response, "1\r\n", 3);
  check_bad ();
}

/* Whatever came before, an answer is read as if nothing had; and so it is when it comes again. */
static void
test_known_head (gconstpointer data)
{
  const Good *before = data;
  SyKnownHead kept = { .length = 0 };

  known = &kept;
  feed_cut (before->text, strlen (before->text), 0);
  g_assert_cmpuint (kept.length, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      gsize length = strlen (good[i].text);
      SyKnownHead again = kept;

      known = &again;
      for (gsize cut = 0; cut <= length; cut++)
        check_good (&good[i], feed_cut (good[i].text, length, cut));
    }
  known = &kept;
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    test_bad (&bad[i]);
  known = NULL;
}

static void
test_longer_head_is_not_kept (void)
{
  g_autofree char *value = g_strnfill (SY_KNOWN_HEAD_MAX, 'a');
  g_autofree char *text = g_strdup_printf (OK "A: %s\r\nContent-Length: 0\r\n\r\n", value);
  SyKnownHead kept = { .length = 0 };

  sy_response_init (&response, &kept);
  g_assert_cmpuint (sy_response_feed (&response, text, strlen (text)), ==, strlen (text));
  g_assert_true (sy_response_end (&response));
  g_assert_cmpuint (kept.length, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *path = g_strdup_printf ("/response/good/%s", good[i].name);

      g_test_add_data_func (path, &good[i], test_good);
    }
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *path = g_strdup_printf ("/response/known/after-%s", good[i].name);

      g_test_add_data_func (path, &good[i], test_known_head);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/response/bad/%s", bad[i].name);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  g_test_add_func ("/response/end/takes-nothing-more", test_nothing_is_taken_after_the_end);
  g_test_add_func ("/response/end/cut-short-is-not-whole", test_cut_short);
  g_test_add_func ("/response/known/longer-than-most", test_longer_head_is_not_kept);
  g_test_add_func ("/response/limit/line", test_line_limit);
  g_test_add_func ("/response/limit/head", test_head_limit);
  g_test_add_func ("/response/limit/informational", test_informational_limit);
  g_test_add_func ("/response/limit/body", test_body_limit);
  g_test_add_func ("/response/limit/chunks", test_chunks_limit);

  return g_test_run ();
}
