/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <math.h>

#include "core/sy-random.h"
#include "decision/sy-shares.h"

enum { MAX_OPTIONS = 4, N_ROUNDS = 2000, MAX_DRAWS = 400 };

/* As many rankings as there are draws, each as likely as any other. */
static void
rank_by_chance (SyRandom *random,
                guint     n,
                guint     n_draws,
                double   *shares)
{
  for (guint i = 0; i < n * n; i++)
    shares[i] = 0;
  for (guint draw = 0; draw < n_draws; draw++)
    {
      guint ranks[MAX_OPTIONS] = { 0, 1, 2, 3 };

      for (guint i = n; i > 1; i--)
        {
          guint other = (guint) sy_random_below (random, i);
          guint rank = ranks[i - 1];

          ranks[i - 1] = ranks[other];
          ranks[other] = rank;
        }
      for (guint i = 0; i < n; i++)
        shares[i * n + ranks[i]] += 1.0 / n_draws;
    }
}

static guint
add_up (const guint *percents,
        guint        n,
        guint        stride)
{
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    sum += percents[i * stride];

  return sum;
}

static void
test_adds_up (void)
{
  SyRandom random = sy_random_new (11, 0);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint n = 1 + round % MAX_OPTIONS;
      double shares[MAX_OPTIONS * MAX_OPTIONS];
      guint percents[MAX_OPTIONS * MAX_OPTIONS];

      rank_by_chance (&random, n, 1 + (guint) sy_random_below (&random, MAX_DRAWS), shares);
      sy_shares_round (shares, n, percents);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (add_up (percents + i * n, n, 1), ==, 100);
          g_assert_cmpuint (add_up (percents + i, n, n), ==, 100);
        }
      for (guint i = 0; i < n * n; i++)
        g_assert_cmpfloat (fabs (percents[i] - shares[i] * 100), <, 1);
    }
}

/* 51.6, 46.6 and 1.8 would be 52, 47 and 2, which are 101. */
static void
test_largest_remainders (void)
{
  static const double shares[] = { 0.516, 0.484, 0, 0.466, 0.516, 0.018, 0.018, 0, 0.982 };
  static const guint expected[] = { 52, 48, 0, 46, 52, 2, 2, 0, 98 };
  guint percents[G_N_ELEMENTS (shares)];

  sy_shares_round (shares, 3, percents);
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    g_assert_cmpuint (percents[i], ==, expected[i]);
}

/* Half a per cent too much for one is never made up by what has no part at all. */
static void
test_whole_stays (void)
{
  static const double shares[] = { 0.605, 0, 0.395, 0.395, 0.605, 0, 0, 0.395, 0.605 };
  guint percents[G_N_ELEMENTS (shares)];

  sy_shares_round (shares, 3, percents);
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    if (shares[i] == 0)
      g_assert_cmpuint (percents[i], ==, 0);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (add_up (percents + i * 3, 3, 1), ==, 100);
      g_assert_cmpuint (add_up (percents + i, 3, 3), ==, 100);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shares/rows-and-columns/add-up", test_adds_up);
  g_test_add_func ("/shares/largest-remainders/go-up", test_largest_remainders);
  g_test_add_func ("/shares/whole-per-cents/stay", test_whole_stays);

  return g_test_run ();
}
