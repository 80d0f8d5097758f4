/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <unistd.h>

#include "http-client.h"
#include "server/sy-server.h"
#include "stats/sy-trace.h"

static SyServer *
start (const char *id)
{
  SyServerConfig config = sy_server_config_default ();
  g_autoptr(GError) error = NULL;
  SyServer *server = sy_server_start (sy_arms_find (id, NULL), &config, &error);

  g_assert_no_error (error);

  return server;
}

static void
ask (int         fd,
     const char *target)
{
  g_auto(HttpAnswer) answer = { 0 };

  http_ask (fd, "GET", target, &answer);
  g_assert_cmpuint (answer.status, ==, 200);
}

/* What a request went through, a letter for each kind but queues and locks: those are chance. */
static char *
spell_life (const GArray *spans,
            guint32       request)
{
  static const char letters[] = "qrcwls";
  GString *word = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const SySpan *span = &g_array_index (spans, SySpan, i);

      if (span->request == request && span->kind != SY_SPAN_QUEUED && span->kind != SY_SPAN_LOCK)
        g_string_append_c (word, letters[span->kind]);
    }

  return g_string_free (word, FALSE);
}

/* A server is done with a request for certain when the next of the connection is answered. */
static void
test_sampled_request (gconstpointer id)
{
  g_autoptr(SyServer) server = start (id);
  g_autoptr(GArray) spans = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *waiting = NULL;
  int fd = http_connect (sy_server_get_port (server));

  g_assert_true (sy_server_prepare_tracing (server));
  sy_server_begin_tracing (server, 10);
  ask (fd, "/work?k=1&steps=c1&id=5");
  ask (fd, "/work?k=1&steps=c1,w2,c1,w1&id=6");
  ask (fd, "/work?k=1&steps=c1");
  spans = sy_server_take_spans (server);
  close (fd);

  plain = spell_life (spans, 5);
  waiting = spell_life (spans, 6);
  g_assert_cmpstr (plain, ==, "rcs");
  g_assert_cmpstr (waiting, ==, "rcwcwcs");
  for (guint i = 0; i < spans->len; i++)
    g_assert_cmpuint (g_array_index (spans, SySpan, i).request, !=, 0);
}

static void
test_off (gconstpointer id)
{
  g_autoptr(SyServer) server = start (id);
  g_autoptr(GArray) unprepared = NULL;
  g_autoptr(GArray) ended = NULL;
  int fd = http_connect (sy_server_get_port (server));

  sy_server_begin_tracing (server, 10);
  ask (fd, "/work?k=1&steps=c1&id=5");
  ask (fd, "/work?k=1&steps=c1");
  unprepared = sy_server_take_spans (server);
  sy_server_prepare_tracing (server);
  ask (fd, "/work?k=1&steps=c1&id=6");
  ask (fd, "/work?k=1&steps=c1");
  ended = sy_server_take_spans (server);
  close (fd);

  g_assert_cmpuint (unprepared->len, ==, 0);
  g_assert_cmpuint (ended->len, ==, 0);
}

static void
add_tests (const SyArm *arm)
{
  g_autofree char *sampled = g_strdup_printf ("/tracing/%s/sampled-request", arm->id);
  g_autofree char *off = g_strdup_printf ("/tracing/%s/off-writes-nothing", arm->id);

  g_test_add_data_func (sampled, arm->id, test_sampled_request);
  g_test_add_data_func (off, arm->id, test_off);
}

int
main (int   argc,
      char *argv[])
{
  guint n_arms;
  const SyArm *arms = sy_arms_get (&n_arms);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n_arms; i++)
    add_tests (&arms[i]);
  return g_test_run ();
}
