/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/sy-clock.h"
#include "http-client.h"
#include "server/sy-execution.h"
#include "server/sy-server.h"

static const char *const arms[] = {
  "event-loop",
  "lock-threaded",
  "free-threaded",
  "multi-loop",
  "event-loop-lean",
  "lock-threaded-lean",
};

typedef struct
{
  SyServer *server;
  guint16   port;
} Fixture;

static SyServer *
start_server (const char *id,
              gint64      interpreter_cost_ns)
{
  SyServerConfig config = sy_server_config_default ();
  g_autoptr(GError) error = NULL;
  const SyArm *arm;
  SyServer *server;

  config.n_loops = 3;
  config.interpreter_cost_ns = interpreter_cost_ns;
  arm = sy_arms_find (id, &error);
  g_assert_no_error (error);
  server = sy_server_start (arm, &config, &error);
  g_assert_no_error (error);

  return server;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  id)
{
  fixture->server = start_server (id, 0);
  fixture->port = sy_server_get_port (fixture->server);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  id)
{
  g_clear_pointer (&fixture->server, sy_server_stop);
}

static char *
make_target (const char *steps,
             guint       k)
{
  return g_strdup_printf ("/work?k=%u&steps=%s", k, steps);
}

static guint32
get_check (const char *steps,
           guint       k)
{
  SyProgram program;

  g_assert_true (sy_program_parse (steps, -1, &program, NULL));

  return sy_program_get_check (&program, k);
}

static void
ask_and_check (int         fd,
               const char *steps,
               guint       k)
{
  g_autofree char *target = make_target (steps, k);
  g_autofree char *check = g_strdup_printf ("%u", get_check (steps, k));
  g_auto(HttpAnswer) answer = { 0 };

  http_ask (fd, "GET", target, &answer);
  g_assert_cmpuint (answer.status, ==, 200);
  g_assert_cmpstr (answer.check, ==, check);
}

static void
test_answers_what_was_asked (Fixture       *fixture,
                             gconstpointer  id)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_auto(HttpAnswer) answer = { 0 };
  int fd = http_connect (fixture->port);

  http_ask (fd, "GET", "/work?k=7&steps=c1,b512", &answer);
  g_assert_cmpuint (answer.status, ==, 200);
  g_assert_cmpstr (answer.check, ==, "2681229825");
  g_assert_cmpuint (answer.length, ==, 512);
  g_assert_true (json_parser_load_from_data (parser, answer.body, 512, NULL));
  close (fd);
}

static void
test_answers_any_size (Fixture       *fixture,
                       gconstpointer  id)
{
  const guint sizes[] = { 0, 1, 2, 10, 11, 4096, 3000000 };
  int fd = http_connect (fixture->port);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *target = g_strdup_printf ("/work?steps=b%u", sizes[i]);
      g_auto(HttpAnswer) answer = { 0 };

      http_ask (fd, "GET", target, &answer);
      g_assert_cmpuint (answer.length, ==, sizes[i]);
    }
  close (fd);
}

static void
test_keeps_connections_alive (Fixture       *fixture,
                              gconstpointer  id)
{
  g_auto(SyServerStats) stats = { 0 };
  int fd = http_connect (fixture->port);

  for (guint i = 0; i < 500; i++)
    ask_and_check (fd, "c1,b64", 1 + i % 64);

  sy_server_take_stats (fixture->server, &stats);
  g_assert_cmpuint (stats.n_accepted, ==, 1);
  g_assert_cmpuint (stats.n_requests, ==, 500);
  close (fd);
}

/* Until the server closes, as it was asked to. */
static void
test_answers_before_closing (Fixture       *fixture,
                             gconstpointer  id)
{
  static const char request[] = "GET /work?k=1&steps=c1,b100000 HTTP/1.1\r\n"
                                "Host: 127.0.0.1\r\nConnection: close\r\n\r\n";
  g_autoptr(GString) all = g_string_new (NULL);
  int fd = http_connect (fixture->port);
  char bytes[4096];
  gssize n_received;

  g_assert_cmpint (send (fd, request, sizeof request - 1, MSG_NOSIGNAL), ==, sizeof request - 1);
  while ((n_received = recv (fd, bytes, sizeof bytes, 0)) > 0)
    g_string_append_len (all, bytes, n_received);
  close (fd);

  g_assert_cmpint (n_received, ==, 0);
  g_assert_true (g_str_has_prefix (all->str, "HTTP/1.1 200 "));
  g_assert_cmpuint (all->len, >, 100000);
}

static void
test_waits_between_computing (Fixture       *fixture,
                              gconstpointer  id)
{
  gint64 begun_at_ns = sy_clock_now_ns ();
  int fd = http_connect (fixture->port);

  ask_and_check (fd, "c1,w3,c1,w0,w2,b9", 7);
  g_assert_cmpint (sy_clock_now_ns () - begun_at_ns, >=, 5 * SY_NS_PER_MS);
  close (fd);
}

static void
test_goes_on_after_failing (Fixture       *fixture,
                            gconstpointer  id)
{
  g_auto(HttpAnswer) answer = { 0 };
  int fd = http_connect (fixture->port);

  http_ask (fd, "GET", "/work?k=1&steps=c1,w1,f,c1", &answer);
  g_assert_cmpuint (answer.status, ==, 500);
  g_assert_cmpstr (answer.check, ==, "");
  ask_and_check (fd, "c1", 1);
  close (fd);
}

static void
test_sends_no_body_to_head (Fixture       *fixture,
                            gconstpointer  id)
{
  g_auto(HttpAnswer) answer = { 0 };
  int fd = http_connect (fixture->port);

  http_ask (fd, "HEAD", "/work?k=1&steps=b512", &answer);
  g_assert_cmpuint (answer.status, ==, 200);
  g_assert_cmpuint (answer.length, ==, 512);
  ask_and_check (fd, "c1", 1);
  close (fd);
}

static void
test_says_what_is_wrong (Fixture       *fixture,
                         gconstpointer  id)
{
  g_auto(HttpAnswer) missing = { 0 };
  g_auto(HttpAnswer) bad = { 0 };
  int fd = http_connect (fixture->port);

  http_ask (fd, "GET", "/elsewhere?steps=c1", &missing);
  g_assert_cmpuint (missing.status, ==, 404);
  g_assert_nonnull (strstr (missing.body, "/work"));

  http_ask (fd, "GET", "/work?steps=c1,z9", &bad);
  g_assert_cmpuint (bad.status, ==, 400);
  g_assert_nonnull (strstr (bad.body, "z9"));
  ask_and_check (fd, "c1", 1);
  close (fd);
}

static void
test_answers_in_order (Fixture       *fixture,
                       gconstpointer  id)
{
  int fd = http_connect (fixture->port);

  for (guint i = 1; i <= 8; i++)
    {
      g_autofree char *target = make_target (i % 2 == 0 ? "c1" : "w1,c2", i);

      http_send (fd, "GET", target);
    }

  for (guint i = 1; i <= 8; i++)
    {
      g_autofree char *check = g_strdup_printf ("%u", get_check (i % 2 == 0 ? "c1" : "c2", i));
      g_auto(HttpAnswer) answer = { 0 };

      g_assert_true (http_receive (fd, "GET", &answer));
      g_assert_cmpstr (answer.check, ==, check);
    }
  close (fd);
}

static void
test_survives_garbage (Fixture       *fixture,
                       gconstpointer  id)
{
  const char *const garbage[] = {
    "\r\n\r\n",
    "?????\r\n\r\n",
    "GET /work?steps=c1 HTTP/1.1\r\nHost: x\r\nContent-Le",
    "POST /work?steps=c1 HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\nshort",
  };
  int fd;

  for (guint i = 0; i < G_N_ELEMENTS (garbage); i++)
    {
      fd = http_connect (fixture->port);
      g_assert_cmpint (send (fd, garbage[i], strlen (garbage[i]), MSG_NOSIGNAL), >, 0);
      shutdown (fd, SHUT_WR);
      for (char byte[512]; recv (fd, byte, sizeof byte, 0) > 0;)
        ;
      close (fd);
    }

  fd = http_connect (fixture->port);
  ask_and_check (fd, "c1", 1);
  close (fd);
}

static void
test_clients_may_leave (Fixture       *fixture,
                        gconstpointer  id)
{
  int fd;

  for (guint i = 0; i < 32; i++)
    {
      fd = http_connect (fixture->port);
      http_send (fd, "GET", i % 2 == 0 ? "/work?steps=w20" : "/work?steps=w20,b200000");
      close (fd);
    }

  /* By the end of this wait theirs have ended as well. */
  fd = http_connect (fixture->port);
  ask_and_check (fd, "w40,c1", 1);
  close (fd);
}

static void
test_stops_while_clients_wait (Fixture       *fixture,
                               gconstpointer  id)
{
  int fds[16];

  for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
    {
      fds[i] = http_connect (fixture->port);
      ask_and_check (fds[i], "c1", 1);
      http_send (fds[i], "GET", i % 4 == 0 ? "/work?steps=b2000000" : "/work?steps=w60000");
    }

  g_clear_pointer (&fixture->server, sy_server_stop);
  for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
    {
      for (char bytes[4096]; recv (fds[i], bytes, sizeof bytes, 0) > 0;)
        ;
      close (fds[i]);
    }
}

static void
test_burns_interpreter_cost (gconstpointer id)
{
  SyServer *server = start_server (id, SY_NS_PER_MS);
  gint64 begun_ns = sy_thread_group_read_cpu_ns (sy_server_get_threads (server));
  int fd = http_connect (sy_server_get_port (server));

  for (guint i = 0; i < 50; i++)
    ask_and_check (fd, "c1", 1);

  /* Without it this takes under 10 ms. */
  g_assert_cmpint (sy_thread_group_read_cpu_ns (sy_server_get_threads (server)) - begun_ns, >,
                   25 * SY_NS_PER_MS);
  close (fd);
  sy_server_stop (server);
}

static void
test_loops_tell_their_lag (Fixture       *fixture,
                           gconstpointer  id)
{
  g_auto(SyServerStats) stats = { 0 };
  int fd = http_connect (fixture->port);

  for (guint i = 0; i < 10; i++)
    ask_and_check (fd, "c500", 1);

  /* The turn that answered last may not be over. */
  sy_server_take_stats (fixture->server, &stats);
  g_assert_true (stats.has_loop);
  g_assert_false (stats.has_lock);
  g_assert_cmpint (sy_histogram_get_count (stats.loop_lag), >=, 9);
  g_assert_cmpint (sy_histogram_get_max (stats.loop_lag), >=, 200 * SY_NS_PER_US);
  g_assert_cmpint (stats.loop_busy_ns, >=, 9 * 200 * SY_NS_PER_US);
  close (fd);
}

static void
ask_all (const int  *fds,
         guint       n_fds,
         const char *target)
{
  for (guint i = 0; i < n_fds; i++)
    http_send (fds[i], "GET", target);

  for (guint i = 0; i < n_fds; i++)
    {
      g_auto(HttpAnswer) answer = { 0 };

      g_assert_true (http_receive (fds[i], "GET", &answer));
    }
}

/* METHOD: poll and receive are one release, both sends together one, the sleep one. */
static void
test_takes_lock_thrice (Fixture       *fixture,
                        gconstpointer  id)
{
  g_auto(SyServerStats) before = { 0 };
  g_auto(SyServerStats) stats = { 0 };
  int fds[4];

  for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
    fds[i] = http_connect (fixture->port);
  ask_all (fds, G_N_ELEMENTS (fds), "/work?steps=w5");
  sy_server_take_stats (fixture->server, &before);

  for (guint i = 0; i < 60; i++)
    ask_all (fds, G_N_ELEMENTS (fds), "/work?steps=w5");
  sy_server_take_stats (fixture->server, &stats);

  g_assert_true (stats.has_lock);
  g_assert_cmpuint (stats.n_requests, ==, 240);
  g_test_message ("%.3f takes a request", (double) stats.lock_takes / 240);
  g_assert_cmpfloat_with_epsilon ((double) stats.lock_takes / 240, 3.0, 0.05);
  for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
    close (fds[i]);
}

static void
test_counts_threads (Fixture       *fixture,
                     gconstpointer  id)
{
  SyThreadGroup *threads = sy_server_get_threads (fixture->server);
  int fds[4];

  for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
    fds[i] = http_connect (fixture->port);
  ask_all (fds, G_N_ELEMENTS (fds), "/work?steps=c1");

  if (g_str_has_prefix (id, "event-loop"))
    g_assert_cmpuint (sy_thread_group_count_live (threads), ==, 1);
  else if (g_str_equal (id, "multi-loop"))
    g_assert_cmpuint (sy_thread_group_count_live (threads), ==, 3);
  else
    g_assert_cmpuint (sy_thread_group_count_live (threads), ==, 5);

  for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
    close (fds[i]);
}

static void
add (const char *id,
     const char *name,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  id))
{
  g_autofree char *path = g_strdup_printf ("/soup-server/%s/%s", id, name);

  g_test_add (path, Fixture, id, set_up, test, tear_down);
}

static void
add_for_arm (const char *id)
{
  g_autofree char *burns = g_strdup_printf ("/soup-server/%s/burns-interpreter-cost", id);

  add (id, "answers/what-was-asked", test_answers_what_was_asked);
  add (id, "answers/any-size", test_answers_any_size);
  add (id, "answers/in-order", test_answers_in_order);
  add (id, "answers/without-body-to-head", test_sends_no_body_to_head);
  add (id, "answers/before-closing", test_answers_before_closing);
  add (id, "keeps-connections-alive", test_keeps_connections_alive);
  add (id, "waits-between-computing", test_waits_between_computing);
  add (id, "goes-on-after-failing", test_goes_on_after_failing);
  add (id, "says-what-is-wrong", test_says_what_is_wrong);
  add (id, "survives-garbage", test_survives_garbage);
  add (id, "clients-may-leave", test_clients_may_leave);
  add (id, "stops-while-clients-wait", test_stops_while_clients_wait);
  add (id, "counts-threads", test_counts_threads);
  g_test_add_data_func (burns, id, test_burns_interpreter_cost);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (arms); i++)
    add_for_arm (arms[i]);
  add ("event-loop", "tells-lag", test_loops_tell_their_lag);
  add ("multi-loop", "tells-lag", test_loops_tell_their_lag);
  add ("event-loop-lean", "tells-lag", test_loops_tell_their_lag);
  add ("lock-threaded", "takes-lock-thrice", test_takes_lock_thrice);
  add ("lock-threaded-lean", "takes-lock-thrice", test_takes_lock_thrice);

  return g_test_run ();
}
