/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <malloc.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/sy-descriptors.h"
#include "http-client.h"
#include "server/sy-server.h"

enum
{
  N_CYCLES = 100,
  N_WARM_UP_CYCLES = 20,
  N_CONNECTIONS = 8,
  N_REQUESTS = 5,
};

typedef struct
{
  guint n_descriptors;
  guint n_threads;
  gsize n_bytes;
} Footprint;

static guint
count_threads (void)
{
  g_autoptr(GDir) dir = g_dir_open ("/proc/self/task", 0, NULL);
  guint n_threads = 0;

  while (g_dir_read_name (dir) != NULL)
    n_threads++;

  return n_threads;
}

static Footprint
get_footprint (void)
{
  return (Footprint) {
    .n_descriptors = sy_descriptors_count_available (),
    .n_threads = count_threads (),
    .n_bytes = mallinfo2 ().uordblks,
  };
}

/* More than will be answered: each connection has requests under way when the server stops. */
static void
load (guint16  port,
      int     *fds)
{
  const char *const targets[N_REQUESTS] = {
    "/work?steps=c5,w1,b100",
    "/work?steps=w2,c3",
    "/work?steps=b300000",
    "/work?steps=w3,b10",
    "/work?steps=w8",
  };

  for (guint i = 0; i < N_CONNECTIONS; i++)
    {
      g_auto(HttpAnswer) answer = { 0 };

      fds[i] = http_connect (port);
      http_ask (fds[i], "GET", targets[i % N_REQUESTS], &answer);
      for (guint j = 0; j < N_REQUESTS; j++)
        http_send (fds[i], "GET", targets[(i + j) % N_REQUESTS]);
    }
}

static void
run_cycles (const SyArm *arm,
            guint        n_cycles)
{
  SyServerConfig config = sy_server_config_default ();

  config.n_loops = 3;
  for (guint i = 0; i < n_cycles; i++)
    {
      g_autoptr(GError) error = NULL;
      g_auto(SyServerStats) stats = { 0 };
      SyServer *server = sy_server_start (arm, &config, &error);
      int fds[N_CONNECTIONS];

      g_assert_no_error (error);
      load (sy_server_get_port (server), fds);
      sy_server_take_stats (server, &stats);
      g_assert_cmpuint (stats.n_accepted, ==, N_CONNECTIONS);
      sy_server_stop (server);
      for (guint j = 0; j < N_CONNECTIONS; j++)
        close (fds[j]);
    }
}

static void
test_cycles_leave_nothing (gconstpointer data)
{
  const SyArm *arm = data;
  Footprint before;
  Footprint after;

  run_cycles (arm, N_WARM_UP_CYCLES);
  before = get_footprint ();
  run_cycles (arm, N_CYCLES);
  after = get_footprint ();

  g_test_message ("%zd bytes more", (gssize) (after.n_bytes - before.n_bytes));
  g_assert_cmpuint (after.n_descriptors, ==, before.n_descriptors);
  g_assert_cmpuint (after.n_threads, ==, before.n_threads);
  /* Blocks freed by another thread than their own leave the allocator's books a little untidy. */
  g_assert_cmpuint (after.n_bytes, <, before.n_bytes + 100 * N_CYCLES * N_CONNECTIONS);
}

/* Half of the clients wait for a minute, the others have not asked to the end. */
static void
test_stops_whoever_waits (gconstpointer data)
{
  SyServerConfig config = sy_server_config_default ();
  g_autoptr(GError) error = NULL;
  SyServer *server = sy_server_start (data, &config, &error);
  int fds[N_CONNECTIONS];

  g_assert_no_error (error);
  for (guint i = 0; i < N_CONNECTIONS; i++)
    {
      g_auto(HttpAnswer) answer = { 0 };

      fds[i] = http_connect (sy_server_get_port (server));
      http_ask (fds[i], "GET", "/work?steps=w1", &answer);
      if (i % 2 == 0)
        http_send (fds[i], "GET", "/work?steps=w60000");
      else
        g_assert_cmpint (send (fds[i], "GET /wo", 7, MSG_NOSIGNAL), ==, 7);
    }

  sy_server_stop (server);
  for (guint i = 0; i < N_CONNECTIONS; i++)
    {
      http_expect_close (fds[i]);
      close (fds[i]);
    }
}

static void
add (const SyArm   *arm,
     const char    *name,
     GTestDataFunc  test)
{
  g_autofree char *path = g_strdup_printf ("/server/cycles/%s/%s", arm->id, name);

  g_test_add_data_func (path, arm, test);
}

int
main (int    argc,
      char **argv)
{
  const SyArm *arms;
  guint n_arms;

  g_test_init (&argc, &argv, NULL);

  arms = sy_arms_get (&n_arms);
  for (guint i = 0; i < n_arms; i++)
    {
      add (&arms[i], "leave-nothing", test_cycles_leave_nothing);
      add (&arms[i], "stop-whoever-waits", test_stops_whoever_waits);
    }

  return g_test_run ();
}
