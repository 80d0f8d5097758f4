/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sched.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/sy-clock.h"
#include "core/sy-descriptors.h"
#include "http-client.h"
#include "server/sy-server.h"

static const char *const arms[] = {
  "event-loop",
  "lock-threaded",
  "free-threaded",
  "multi-loop",
  "event-loop-lean",
  "lock-threaded-lean",
};

static SyServer *
start_server (const char *id,
              guint       n_connections)
{
  SyServerConfig config = sy_server_config_default ();
  g_autoptr(GError) error = NULL;
  SyServer *server;

  config.n_connections = n_connections;
  config.n_loops = 3;
  server = sy_server_start (sy_arms_find (id, NULL), &config, &error);
  g_assert_no_error (error);

  return server;
}

static void
ask (int fd)
{
  g_auto(HttpAnswer) answer = { 0 };

  http_ask (fd, "GET", "/work?steps=c1", &answer);
  g_assert_cmpuint (answer.status, ==, 200);
}

/* For what the server does by itself some time after its client did something. */
static void
wait_for (gboolean (*is_so) (gpointer data),
          gpointer   data)
{
  gint64 deadline_at_ns = sy_clock_now_ns () + 20 * SY_NS_PER_S;

  while (!is_so (data))
    {
      g_assert_cmpint (sy_clock_now_ns (), <, deadline_at_ns);
      sched_yield ();
    }
}

static gboolean
are_as_many_descriptors_left (gpointer data)
{
  return sy_descriptors_count_available () == GPOINTER_TO_UINT (data);
}

static void
test_closed_connections_leave_nothing (gconstpointer id)
{
  SyServer *server = start_server (id, 1000);
  guint n_available = sy_descriptors_count_available ();

  for (guint i = 0; i < 1000; i++)
    {
      int fd = http_connect (sy_server_get_port (server));

      /* Some have never asked anything. */
      if (i % 10 != 0)
        ask (fd);
      close (fd);
    }

  wait_for (are_as_many_descriptors_left, GUINT_TO_POINTER (n_available));
  sy_server_stop (server);
}

static void
test_serves_many_at_once (gconstpointer id)
{
  SyServer *server = start_server (id, 1000);
  guint n_available = sy_descriptors_count_available ();
  const SyArm *arm = sy_server_get_arm (server);
  int fds[1000];

  for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
    {
      fds[i] = http_connect (sy_server_get_port (server));
      ask (fds[i]);
    }
  g_assert_cmpuint (n_available - sy_descriptors_count_available (), ==,
                    G_N_ELEMENTS (fds) * (1 + arm->descriptors_per_connection));

  for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
    ask (fds[i]);
  for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
    close (fds[i]);
  sy_server_stop (server);
}

static gboolean
can_ask_once_more (gpointer data)
{
  g_auto(HttpAnswer) answer = { 0 };
  int fd = http_connect (sy_server_get_port (data));
  gboolean is_served;

  http_send (fd, "GET", "/work?steps=c1");
  is_served = http_receive (fd, "GET", &answer);
  close (fd);

  return is_served;
}

static void
test_refuses_above_limit (gconstpointer id)
{
  g_auto(SyServerStats) stats = { 0 };
  SyServer *server = start_server (id, 4);
  int fds[5];

  for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
    {
      fds[i] = http_connect (sy_server_get_port (server));
      if (i < 4)
        ask (fds[i]);
      else
        http_expect_close (fds[i]);
    }

  sy_server_take_stats (server, &stats);
  g_assert_cmpuint (stats.n_accepted, ==, 4);
  g_assert_cmpuint (stats.n_refused, ==, 1);

  close (fds[0]);
  wait_for (can_ask_once_more, server);
  for (guint i = 1; i < G_N_ELEMENTS (fds); i++)
    close (fds[i]);
  sy_server_stop (server);
}

static void
test_says_port_is_taken (gconstpointer id)
{
  SyServer *server = start_server (id, 4);
  SyServerConfig config = sy_server_config_default ();
  g_autofree char *port = NULL;
  g_autoptr(GError) error = NULL;

  config.port = sy_server_get_port (server);
  port = g_strdup_printf ("%u", config.port);
  g_assert_null (sy_server_start (sy_arms_find (id, NULL), &config, &error));
  g_assert_error (error, SY_SERVER_ERROR, SY_SERVER_ERROR_PORT);
  g_assert_nonnull (strstr (error->message, port));
  sy_server_stop (server);
}

static void
limit_descriptors_to (guint n_available)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &limit), ==, 0);
  limit.rlim_cur -= MIN (limit.rlim_cur, sy_descriptors_count_available ());
  limit.rlim_cur += n_available;
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &limit), ==, 0);
}

static void
test_checks_budget_first (gconstpointer id)
{
  SyServerConfig config = sy_server_config_default ();
  g_autoptr(GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }

  limit_descriptors_to (40);
  g_assert_null (sy_server_start (sy_arms_find (id, NULL), &config, &error));
  g_assert_error (error, SY_DESCRIPTORS_ERROR, SY_DESCRIPTORS_ERROR_TOO_FEW);
  g_assert_cmpuint (sy_descriptors_count_available (), ==, 40);
}

static void
connect_to (int     fd,
            guint16 port)
{
  struct sockaddr_in address = {
    .sin_family = AF_INET,
    .sin_port = g_htons (port),
    .sin_addr.s_addr = g_htonl (INADDR_LOOPBACK),
  };

  g_assert_cmpint (connect (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
}

static void
open_all_there_are (GArray *fds)
{
  int fd;

  while ((fd = open ("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0)
    g_array_append_val (fds, fd);
  g_assert_cmpint (errno, ==, EMFILE);
}

static void
close_all (GArray *fds)
{
  for (guint i = 0; i < fds->len; i++)
    close (g_array_index (fds, int, i));
}

/* Somebody else in the process uses up all descriptors: the server refuses, and goes on. */
static void
test_outlives_exhaustion (gconstpointer id)
{
  g_autoptr(GArray) taken = g_array_new (FALSE, FALSE, sizeof (int));
  g_auto(SyServerStats) stats = { 0 };
  SyServer *server;
  int early;
  int late;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }

  limit_descriptors_to (100);
  server = start_server (id, 8);
  early = http_connect (sy_server_get_port (server));
  ask (early);
  late = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  open_all_there_are (taken);

  connect_to (late, sy_server_get_port (server));
  http_expect_close (late);
  ask (early);
  sy_server_take_stats (server, &stats);
  g_assert_cmpuint (stats.n_refused, ==, 1);

  close_all (taken);
  wait_for (can_ask_once_more, server);
  close (early);
  close (late);
  sy_server_stop (server);
}

/* The limit does not hold for root; %FALSE where another user cannot be had. */
static gboolean
limit_threads_to (rlim_t n_threads)
{
  struct rlimit limit;

  if (geteuid () == 0 && setresuid (65534, 65534, 65534) != 0)
    return FALSE;

  g_assert_cmpint (getrlimit (RLIMIT_NPROC, &limit), ==, 0);
  limit.rlim_cur = MIN (n_threads, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_NPROC, &limit), ==, 0);

  return TRUE;
}

static void
test_says_threads_are_wanting (gconstpointer id)
{
  SyServerConfig config = sy_server_config_default ();
  g_autoptr(GError) error = NULL;
  guint n_available;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }

  n_available = sy_descriptors_count_available ();
  if (!limit_threads_to (1))
    return;

  g_assert_null (sy_server_start (sy_arms_find (id, NULL), &config, &error));
  g_assert_error (error, SY_SERVER_ERROR, SY_SERVER_ERROR_THREADS);
  g_assert_cmpuint (sy_descriptors_count_available (), ==, n_available);
  limit_threads_to (RLIM_INFINITY);
}

static void
test_outlives_want_of_threads (gconstpointer id)
{
  g_auto(SyServerStats) stats = { 0 };
  SyServer *server;
  int early;
  int late;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }

  server = start_server (id, 8);
  early = http_connect (sy_server_get_port (server));
  ask (early);
  if (!limit_threads_to (1))
    return;

  late = http_connect (sy_server_get_port (server));
  http_expect_close (late);
  ask (early);
  limit_threads_to (RLIM_INFINITY);
  wait_for (can_ask_once_more, server);
  sy_server_take_stats (server, &stats);
  g_assert_cmpuint (stats.n_refused, ==, 1);
  close (early);
  close (late);
  sy_server_stop (server);
}

static void
add (const char      *id,
     const char      *name,
     GTestDataFunc    test)
{
  g_autofree char *path = g_strdup_printf ("/soup-limits/%s/%s", id, name);

  g_test_add_data_func (path, id, test);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sy_descriptors_raise_limit ();
  /* Libraries make it, and its descriptor, when they first feel like it. */
  g_main_context_default ();

  for (guint i = 0; i < G_N_ELEMENTS (arms); i++)
    {
      add (arms[i], "closed-connections-leave-nothing", test_closed_connections_leave_nothing);
      add (arms[i], "serves-many-at-once", test_serves_many_at_once);
      add (arms[i], "refuses-above-limit", test_refuses_above_limit);
      add (arms[i], "says-port-is-taken", test_says_port_is_taken);
      add (arms[i], "checks-budget-first", test_checks_budget_first);
      add (arms[i], "outlives-exhaustion", test_outlives_exhaustion);
      add (arms[i], "says-threads-are-wanting", test_says_threads_are_wanting);
    }
  add ("lock-threaded", "outlives-want-of-threads", test_outlives_want_of_threads);
  add ("free-threaded", "outlives-want-of-threads", test_outlives_want_of_threads);

  return g_test_run ();
}
