/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-summary.h"

#include <math.h>

#include "core/sy-random.h"

static void
test_sum_keeps_small (void)
{
  const double values[] = { 1, 1e100, 1, -1e100 };

  g_assert_cmpfloat (sy_summary_sum (values, G_N_ELEMENTS (values)), ==, 2);
  g_assert_cmpfloat (sy_summary_sum (values, 0), ==, 0);
}

static void
test_sum_of_many (void)
{
  const guint n = 1000000;
  g_autofree double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    values[i] = 0.1;

  g_assert_cmpfloat (sy_summary_sum (values, n), ==, 100000);
}

/* The set NumAcc4 of NIST's Statistical Reference Datasets: mean 10000000.2, deviation 0.1. */
static void
test_sd_as_certified (void)
{
  double values[1001] = { 10000000.2 };

  for (guint i = 1; i < G_N_ELEMENTS (values); i++)
    values[i] = i % 2 == 1 ? 10000000.1 : 10000000.3;

  g_assert_cmpfloat_with_epsilon (sy_summary_mean (values, 1001), 10000000.2, 1e-8);
  g_assert_cmpfloat_with_epsilon (sy_summary_sd (values, 1001), 0.1, 1e-8);
}

static void
test_sd_of_two (void)
{
  const double values[] = { 1, 3 };

  g_assert_cmpfloat_with_epsilon (sy_summary_sd (values, 2), G_SQRT2, 1e-15);
}

static void
test_geometric_mean (void)
{
  const double values[] = { 1, 4, 16 };
  const double far_apart[] = { 1e-300, 1e300, 1e300, 1e-300 };

  g_assert_cmpfloat_with_epsilon (sy_summary_geometric_mean (values, 3), 4, 1e-14);
  g_assert_cmpfloat_with_epsilon (sy_summary_geometric_mean (far_apart, 4), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (sy_summary_geometric_mean (values + 1, 1), 4, 1e-14);
}

static void
test_fairness (void)
{
  const double even[] = { 3, 3, 3, 3 };
  const double greedy[] = { 0, 7, 0, 0 };
  const double half[] = { 1, 1, 0, 0 };
  const double none[] = { 0, 0, 0 };

  g_assert_cmpfloat_with_epsilon (sy_summary_fairness (even, 4), 1, 1e-15);
  g_assert_cmpfloat_with_epsilon (sy_summary_fairness (greedy, 4), 0.25, 1e-15);
  g_assert_cmpfloat_with_epsilon (sy_summary_fairness (half, 4), 0.5, 1e-15);
  g_assert_cmpfloat (sy_summary_fairness (none, 3), ==, 1);
}

static void
test_noise_pairs_neighbours (void)
{
  const double before[] = { 5, 1, 5, 1 };
  const double doubled[] = { 10, 0.5, 2.5, 2 };

  g_assert_cmpfloat (sy_summary_noise (before, before, 4), ==, 1);
  g_assert_cmpfloat_with_epsilon (sy_summary_noise (before, doubled, 4), 2, 1e-14);
}

/* However fast the arms, the floor is the spread of an arm against itself. */
static void
test_noise_finds_spread (void)
{
  const double sd_log = 0.1;
  const guint n = 20000;
  g_autofree double *before = g_new (double, n);
  g_autofree double *after = g_new (double, n);
  SyRandom random = sy_random_new (1, 0);

  for (guint i = 0; i < n; i++)
    {
      double rate = i % 2 == 0 ? 1 : 3;

      before[i] = rate * exp (sd_log * sy_random_normal (&random));
      after[i] = rate * exp (sd_log * sy_random_normal (&random));
    }

  g_assert_cmpfloat_with_epsilon (log (sy_summary_noise (before, after, n)), sd_log * G_SQRT2,
                                  0.003);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/summary/sum/keeps-what-is-small", test_sum_keeps_small);
  g_test_add_func ("/summary/sum/exact-over-a-million", test_sum_of_many);
  g_test_add_func ("/summary/sd/as-certified", test_sd_as_certified);
  g_test_add_func ("/summary/sd/of-two", test_sd_of_two);
  g_test_add_func ("/summary/geometric-mean/does-not-overflow", test_geometric_mean);
  g_test_add_func ("/summary/fairness/even-to-greedy", test_fairness);
  g_test_add_func ("/summary/noise/pairs-the-right-neighbours", test_noise_pairs_neighbours);
  g_test_add_func ("/summary/noise/finds-the-spread", test_noise_finds_spread);

  return g_test_run ();
}
