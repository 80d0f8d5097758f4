/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-requests.h"

#include <string.h>

static SyRequests *
create (guint        n_kinds,
        const guint *weights)
{
  SyRequests *requests = sy_requests_new ();

  for (guint i = 0; i < n_kinds; i++)
    {
      sy_requests_add_kind (requests, weights[i]);
      sy_requests_add_variant (requests, "/", FALSE, 0);
    }

  return requests;
}

static void
check_share (guint        n_kinds,
             const guint *weights,
             guint        n_connections,
             const guint *expected)
{
  g_autoptr(SyRequests) requests = create (n_kinds, weights);
  g_autofree guint *kinds = g_new (guint, n_connections);
  g_autofree guint *counts = g_new0 (guint, n_kinds);

  sy_requests_share (requests, n_connections, kinds);
  for (guint i = 0; i < n_connections; i++)
    counts[kinds[i]]++;
  for (guint i = 0; i < n_kinds; i++)
    g_assert_cmpuint (counts[i], ==, expected[i]);
}

static void
test_share_is_exact (void)
{
  check_share (3, (guint[]) { 8, 2, 6 }, 16, (guint[]) { 8, 2, 6 });
  check_share (1, (guint[]) { 5 }, 7, (guint[]) { 7 });
}

/* 10 seats for 47, 16, 15.8, 12, 6.1 and 3.1 parts: the textbook example of the method. */
static void
test_share_by_largest_remainders (void)
{
  check_share (6, (guint[]) { 47000, 16000, 15800, 12000, 6100, 3100 }, 10,
               (guint[]) { 5, 2, 1, 1, 1, 0 });
}

static void
test_share_with_fewer_connections_than_kinds (void)
{
  check_share (3, (guint[]) { 1, 1, 1 }, 2, (guint[]) { 1, 1, 0 });
  check_share (3, (guint[]) { 1, 1, 9 }, 1, (guint[]) { 0, 0, 1 });
}

static void
test_draw_follows_weights (void)
{
  g_autoptr(SyRequests) requests = create (3, (guint[]) { 1, 3, 6 });
  SyRandom random = sy_random_new (1, 0);
  guint counts[3] = { 0 };

  for (guint i = 0; i < 100000; i++)
    counts[sy_requests_draw (requests, &random)]++;

  /* Four standard deviations are 380, 548 and 620. */
  g_assert_cmpfloat_with_epsilon (counts[0], 10000, 380);
  g_assert_cmpfloat_with_epsilon (counts[1], 30000, 580);
  g_assert_cmpfloat_with_epsilon (counts[2], 60000, 620);
}

static void
test_variants_take_turns (void)
{
  g_autoptr(SyRequests) requests = sy_requests_new ();

  g_assert_cmpuint (sy_requests_add_kind (requests, 1), ==, 0);
  sy_requests_add_variant (requests, "/a", FALSE, 0);
  g_assert_cmpuint (sy_requests_add_kind (requests, 1), ==, 1);
  sy_requests_add_variant (requests, "/b", TRUE, 2);
  sy_requests_add_variant (requests, "/c", TRUE, 3);

  g_assert_cmpstr (sy_requests_get (requests, 0, 5)->target, ==, "/a");
  g_assert_cmpstr (sy_requests_get (requests, 1, 0)->target, ==, "/b");
  g_assert_cmpstr (sy_requests_get (requests, 1, 1)->target, ==, "/c");
  g_assert_cmpuint (sy_requests_get (requests, 1, 2)->check, ==, 2);
}

static void
test_bytes (void)
{
  g_autoptr(SyRequests) requests = sy_requests_new ();
  const SyRequest *request;

  sy_requests_add_kind (requests, 1);
  sy_requests_add_variant (requests, "/work?k=7&steps=c2,w5", FALSE, 0);
  request = sy_requests_get (requests, 0, 0);

  g_assert_cmpstr (request->bytes, ==,
                   "GET /work?k=7&steps=c2,w5 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
  g_assert_cmpuint (request->length, ==, strlen (request->bytes));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/requests/share/is-exact", test_share_is_exact);
  g_test_add_func ("/requests/share/largest-remainders", test_share_by_largest_remainders);
  g_test_add_func ("/requests/share/few-connections", test_share_with_fewer_connections_than_kinds);
  g_test_add_func ("/requests/draw/follows-weights", test_draw_follows_weights);
  g_test_add_func ("/requests/variants/take-turns", test_variants_take_turns);
  g_test_add_func ("/requests/variants/bytes", test_bytes);

  return g_test_run ();
}
