/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <poll.h>
#include <pthread.h>
#include <unistd.h>

#include "http-client.h"
#include "server/sy-acceptor.h"

/* Free of main contexts, so that ThreadSanitizer can check it. */
typedef struct
{
  SyAcceptor *acceptor;
  guint       n_handed_out;
  gboolean    takes_them;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  n_connections)
{
  g_autoptr(GError) error = NULL;

  fixture->acceptor = sy_acceptor_new (0, GPOINTER_TO_UINT (n_connections), &error);
  g_assert_no_error (error);
  fixture->takes_them = TRUE;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  n_connections)
{
  sy_acceptor_free (fixture->acceptor);
}

static gboolean
take_and_close (int      fd,
                gpointer data)
{
  Fixture *fixture = data;

  fixture->n_handed_out++;
  close (fd);

  return fixture->takes_them;
}

static void
connect_and_leave (Fixture *fixture,
                   guint    n_times)
{
  for (guint i = 0; i < n_times; i++)
    close (http_connect (sy_acceptor_get_port (fixture->acceptor)));
}

static void
assert_counts (Fixture *fixture,
               guint    n_expected_accepted,
               guint    n_expected_refused)
{
  guint64 n_accepted;
  guint64 n_refused;

  sy_acceptor_take_counts (fixture->acceptor, &n_accepted, &n_refused);
  g_assert_cmpuint (n_accepted, ==, n_expected_accepted);
  g_assert_cmpuint (n_refused, ==, n_expected_refused);
}

static void
drain_all (Fixture *fixture)
{
  struct pollfd listening = { .fd = sy_acceptor_get_fd (fixture->acceptor), .events = POLLIN };

  while (poll (&listening, 1, 0) > 0)
    sy_acceptor_drain (fixture->acceptor, take_and_close, fixture);
}

static void
test_drains_the_queue (Fixture       *fixture,
                       gconstpointer  n_connections)
{
  connect_and_leave (fixture, 100);
  drain_all (fixture);
  g_assert_cmpuint (fixture->n_handed_out, ==, 100);
  assert_counts (fixture, 100, 0);
  assert_counts (fixture, 0, 0);
}

static void
test_refuses_above_limit (Fixture       *fixture,
                          gconstpointer  n_connections)
{
  connect_and_leave (fixture, 150);
  drain_all (fixture);
  assert_counts (fixture, 100, 50);

  sy_acceptor_forget (fixture->acceptor);
  connect_and_leave (fixture, 2);
  drain_all (fixture);
  assert_counts (fixture, 1, 1);
}

static void
test_counts_what_was_not_taken (Fixture       *fixture,
                                gconstpointer  n_connections)
{
  fixture->takes_them = FALSE;
  connect_and_leave (fixture, 150);
  drain_all (fixture);
  g_assert_cmpuint (fixture->n_handed_out, ==, 150);
  assert_counts (fixture, 0, 150);
}

static gboolean
take_and_come_again (int      fd,
                     gpointer data)
{
  Fixture *fixture = data;

  close (http_connect (sy_acceptor_get_port (fixture->acceptor)));
  fixture->n_handed_out++;
  close (fd);
  sy_acceptor_forget (fixture->acceptor);

  return TRUE;
}

/* Clients that open a connection for each request must not keep the others waiting for ever. */
static void
test_ends_though_clients_keep_coming (Fixture       *fixture,
                                      gconstpointer  n_connections)
{
  connect_and_leave (fixture, 1);
  sy_acceptor_drain (fixture->acceptor, take_and_come_again, fixture);
  g_assert_cmpuint (fixture->n_handed_out, >, 1);
  drain_all (fixture);
}

static gpointer
accept_until_shut_down (gpointer data)
{
  Fixture *fixture = data;

  while (sy_acceptor_wait (fixture->acceptor))
    sy_acceptor_drain (fixture->acceptor, take_and_close, fixture);

  return NULL;
}

static void
test_is_shut_down_from_outside (Fixture       *fixture,
                                gconstpointer  n_connections)
{
  guint64 n_accepted = 0;
  guint64 n_more;
  guint64 n_refused;
  pthread_t thread;

  g_assert_cmpint (pthread_create (&thread, NULL, accept_until_shut_down, fixture), ==, 0);
  connect_and_leave (fixture, 100);
  while (n_accepted < 100)
    {
      sy_acceptor_take_counts (fixture->acceptor, &n_more, &n_refused);
      g_assert_cmpuint (n_refused, ==, 0);
      n_accepted += n_more;
    }

  sy_acceptor_shut_down (fixture->acceptor);
  pthread_join (thread, NULL);
  g_assert_cmpuint (fixture->n_handed_out, ==, 100);
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  n_connections))
{
  g_test_add (path, Fixture, GUINT_TO_POINTER (100), set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/acceptor/drains-the-queue", test_drains_the_queue);
  add ("/acceptor/refuses-above-limit", test_refuses_above_limit);
  add ("/acceptor/counts-what-was-not-taken", test_counts_what_was_not_taken);
  add ("/acceptor/ends-though-clients-keep-coming", test_ends_though_clients_keep_coming);
  add ("/acceptor/is-shut-down-from-outside", test_is_shut_down_from_outside);

  return g_test_run ();
}
