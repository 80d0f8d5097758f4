/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/sy-clock.h"
#include "http-client.h"
#include "server/sy-server.h"

static const char *const arms[] = {
  "event-loop-lean",
  "lock-threaded-lean",
};

#define LINE "GET /work?k=7&steps=c1 HTTP/1.1\r\n"
#define HOST "Host: localhost\r\n"

static SyServer *
start (const char *id,
       guint       n_connections)
{
  SyServerConfig config = sy_server_config_default ();
  g_autoptr(GError) error = NULL;
  SyServer *server;

  config.n_connections = n_connections;
  server = sy_server_start (sy_arms_find (id, NULL), &config, &error);
  g_assert_no_error (error);

  return server;
}

static void
send_text (int         fd,
           const char *text)
{
  g_assert_cmpint (send (fd, text, strlen (text), MSG_NOSIGNAL), ==, (gssize) strlen (text));
}

/* All there is until the server closes. */
static char *
receive_all (int fd)
{
  GString *all = g_string_new (NULL);
  char bytes[4096];
  gssize n_received;

  while ((n_received = recv (fd, bytes, sizeof bytes, 0)) > 0)
    g_string_append_len (all, bytes, n_received);
  g_assert_cmpint (n_received, ==, 0);

  return g_string_free (all, FALSE);
}

typedef struct
{
  const char *request;
  const char *start;
} Closing;

/* Each is followed by what is not read any more, and answered nevertheless. */
static const Closing closing[] = {
  { LINE HOST "Connection: close\r\n\r\n", "HTTP/1.1 200 OK\r\n" },
  { "GET /work?steps=c1 HTTP/1.0\r\n\r\n", "HTTP/1.1 200 OK\r\n" },
  { LINE "\r\n", "HTTP/1.1 400 Bad Request\r\n" },
  { LINE "\n", "HTTP/1.1 400 Bad Request\r\n" },
  { "GET /work HTTP/2.0\r\n", "HTTP/1.1 505 " },
  { "POST /work?steps=c1 HTTP/1.1\r\n", "HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\n" },
  { LINE HOST "Content-Length: 4000\r\n", "HTTP/1.1 413 " },
  { LINE HOST "Transfer-Encoding: chunked\r\n", "HTTP/1.1 411 " },
};

static void
test_closes_after_answering (gconstpointer id)
{
  SyServer *server = start (id, 64);

  for (guint i = 0; i < G_N_ELEMENTS (closing); i++)
    {
      int fd = http_connect (sy_server_get_port (server));
      g_autofree char *answer = NULL;

      send_text (fd, closing[i].request);
      answer = receive_all (fd);
      g_test_message ("%s", answer);
      g_assert_true (g_str_has_prefix (answer, closing[i].start));
      g_assert_nonnull (strstr (answer, "\r\nConnection: close\r\n"));
      close (fd);
    }

  sy_server_stop (server);
}

static void
test_refuses_endless_heads (gconstpointer id)
{
  SyServer *server = start (id, 64);
  int fd = http_connect (sy_server_get_port (server));
  g_autofree char *value = g_strnfill (20000, 'x');
  g_autofree char *request = g_strconcat (LINE "X: ", value, NULL);
  g_autofree char *answer = NULL;

  send_text (fd, request);
  answer = receive_all (fd);
  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 431 "));
  close (fd);
  sy_server_stop (server);
}

/* More than fits the buffer, in one go: each is answered once and in order. */
static void
test_answers_long_pipelines (gconstpointer id)
{
  enum { N_REQUESTS = 1000 };
  SyServer *server = start (id, 64);
  int fd = http_connect (sy_server_get_port (server));
  g_autoptr(GString) requests = g_string_new (NULL);

  for (guint i = 0; i < N_REQUESTS; i++)
    g_string_append_printf (requests, "GET /work?k=%u&steps=b0 HTTP/1.1\r\n" HOST "\r\n", i);
  send_text (fd, requests->str);

  for (guint i = 0; i < N_REQUESTS; i++)
    {
      g_autofree char *check = g_strdup_printf ("%u", i);
      g_auto(HttpAnswer) answer = { 0 };

      g_assert_true (http_receive (fd, "GET", &answer));
      g_assert_cmpstr (answer.check, ==, check);
    }
  close (fd);
  sy_server_stop (server);
}

static void
test_takes_requests_in_pieces (gconstpointer id)
{
  SyServer *server = start (id, 64);
  int fd = http_connect (sy_server_get_port (server));
  const char *request = LINE HOST "\r\n";
  g_auto(HttpAnswer) answer = { 0 };

  for (const char *c = request; *c != '\0'; c++)
    g_assert_cmpint (send (fd, c, 1, MSG_NOSIGNAL), ==, 1);
  g_assert_true (http_receive (fd, "GET", &answer));
  g_assert_cmpstr (answer.check, ==, "2681229825");
  close (fd);
  sy_server_stop (server);
}

static void
reset (int fd)
{
  const struct linger at_once = { .l_onoff = 1, .l_linger = 0 };

  g_assert_cmpint (setsockopt (fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once), ==, 0);
  close (fd);
}

/* With room for one connection the next is served only once the first is gone, timer and all. */
static void
test_waits_end_with_their_connection (gconstpointer id)
{
  SyServer *server = start (id, 1);
  gint64 deadline_at_ns = sy_clock_now_ns () + 20 * SY_NS_PER_S;
  gboolean is_served = FALSE;
  int fd = http_connect (sy_server_get_port (server));

  http_send (fd, "GET", "/work?steps=w60000");
  reset (fd);

  while (!is_served)
    {
      g_auto(HttpAnswer) answer = { 0 };

      fd = http_connect (sy_server_get_port (server));
      if (send (fd, LINE HOST "\r\n", strlen (LINE HOST "\r\n"), MSG_NOSIGNAL) > 0)
        is_served = http_receive (fd, "GET", &answer);
      close (fd);
      g_assert_cmpint (sy_clock_now_ns (), <, deadline_at_ns);
      sched_yield ();
    }

  sy_server_stop (server);
}

/* Counts the threads of this process that may run on one processor only. */
static guint
count_bound_threads (void)
{
  g_autoptr(GDir) dir = g_dir_open ("/proc/self/task", 0, NULL);
  guint n_bound = 0;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      cpu_set_t cpus;

      /* One that has just ended is none of ours. */
      if (sched_getaffinity (atoi (name), sizeof cpus, &cpus) == 0)
        n_bound += CPU_COUNT (&cpus) == 1;
    }

  return n_bound;
}

static void
test_threads_are_bound (gconstpointer id)
{
  SyServerConfig config = sy_server_config_default ();
  g_autoptr(GError) error = NULL;
  g_auto(HttpAnswer) answer = { 0 };
  SyServer *server;
  int cpu = 0;
  int fd;

  if (CPU_COUNT (&config.cpus) < 2)
    {
      g_test_skip ("needs two processors");
      return;
    }

  while (!CPU_ISSET (cpu, &config.cpus))
    cpu++;
  CPU_ZERO (&config.cpus);
  CPU_SET (cpu, &config.cpus);
  config.is_bound = TRUE;
  server = sy_server_start (sy_arms_find (id, NULL), &config, &error);
  g_assert_no_error (error);

  fd = http_connect (sy_server_get_port (server));
  http_ask (fd, "GET", "/work?steps=c1", &answer);
  g_assert_cmpuint (count_bound_threads (), ==,
                    sy_thread_group_count_live (sy_server_get_threads (server)));
  close (fd);
  sy_server_stop (server);
}

static void
add (const char    *id,
     const char    *name,
     GTestDataFunc  test)
{
  g_autofree char *path = g_strdup_printf ("/lean-server/%s/%s", id, name);

  g_test_add_data_func (path, id, test);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (arms); i++)
    {
      add (arms[i], "closes-after-answering", test_closes_after_answering);
      add (arms[i], "refuses-endless-heads", test_refuses_endless_heads);
      add (arms[i], "answers-long-pipelines", test_answers_long_pipelines);
      add (arms[i], "takes-requests-in-pieces", test_takes_requests_in_pieces);
      add (arms[i], "waits-end-with-their-connection", test_waits_end_with_their_connection);
      add (arms[i], "threads-are-bound", test_threads_are_bound);
    }

  return g_test_run ();
}
