/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-histogram.h"

#include <math.h>
#include <stdlib.h>

#include "core/sy-random.h"

#define HOUR_NS G_GINT64_CONSTANT (3600000000000)

static const double quantiles[] = { 0, 0.001, 0.1, 0.5, 0.9, 0.99, 0.999, 1 };

static int
compare_values (const void *a,
                const void *b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* Nanoseconds from about 1 µs to 10 s, most near a millisecond. */
static gint64
draw_time_ns (SyRandom *random)
{
  return (gint64) exp (log (1e6) + 2 * sy_random_normal (random));
}

static SyHistogram *
record_times (guint64 seed,
              guint   n)
{
  SyHistogram *histogram = sy_histogram_new_for_time ();
  SyRandom random = sy_random_new (seed, 0);

  for (guint i = 0; i < n; i++)
    sy_histogram_record (histogram, draw_time_ns (&random));

  return histogram;
}

static void
assert_alike (const SyHistogram *a,
              const SyHistogram *b)
{
  g_assert_cmpint (sy_histogram_get_count (a), ==, sy_histogram_get_count (b));
  g_assert_cmpint (sy_histogram_get_min (a), ==, sy_histogram_get_min (b));
  g_assert_cmpint (sy_histogram_get_max (a), ==, sy_histogram_get_max (b));
  g_assert_cmpfloat (sy_histogram_get_mean (a), ==, sy_histogram_get_mean (b));
  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    g_assert_cmpint (sy_histogram_get_quantile (a, quantiles[i]),
                     ==,
                     sy_histogram_get_quantile (b, quantiles[i]));
}

static void
test_empty (void)
{
  g_autoptr(SyHistogram) histogram = sy_histogram_new_for_time ();
  guint position = 0;
  gint64 value, count;

  g_assert_cmpint (sy_histogram_get_count (histogram), ==, 0);
  g_assert_cmpint (sy_histogram_get_min (histogram), ==, 0);
  g_assert_cmpint (sy_histogram_get_max (histogram), ==, 0);
  g_assert_cmpfloat (sy_histogram_get_mean (histogram), ==, 0);
  g_assert_cmpint (sy_histogram_get_quantile (histogram, 0.5), ==, 0);
  g_assert_false (sy_histogram_can_tell (histogram, 0.5));
  g_assert_false (sy_histogram_next (histogram, &position, &value, &count));
}

/* To 3 digits, values up to 2,047 have a slot of their own. */
static void
test_small_values_are_exact (void)
{
  g_autoptr(SyHistogram) histogram = sy_histogram_new_for_time ();

  for (gint64 i = 1; i <= 1000; i++)
    sy_histogram_record (histogram, i);

  g_assert_cmpint (sy_histogram_get_min (histogram), ==, 1);
  g_assert_cmpint (sy_histogram_get_max (histogram), ==, 1000);
  g_assert_cmpfloat (sy_histogram_get_mean (histogram), ==, 500.5);
  g_assert_cmpint (sy_histogram_get_quantile (histogram, 0), ==, 1);
  g_assert_cmpint (sy_histogram_get_quantile (histogram, 0.5), ==, 500);
  g_assert_cmpint (sy_histogram_get_quantile (histogram, 0.9), ==, 900);
  g_assert_cmpint (sy_histogram_get_quantile (histogram, 0.999), ==, 999);
  g_assert_cmpint (sy_histogram_get_quantile (histogram, 1), ==, 1000);
}

/* Every value of a whole power-of-two decade, either side of each bucket's edge, for all digits. */
static void
test_slots_hold_their_values (void)
{
  for (guint n_digits = 1; n_digits <= 4; n_digits++)
    for (guint bit = 1; bit < 40; bit++)
      for (gint64 offset = -2; offset <= 2; offset++)
        {
          g_autoptr(SyHistogram) histogram = sy_histogram_new (1, HOUR_NS, n_digits);
          gint64 value = MAX (0, (G_GINT64_CONSTANT (1) << bit) + offset);
          double precision = pow (10, -(double) n_digits);

          sy_histogram_record (histogram, value);
          g_assert_cmpint (sy_histogram_get_min (histogram), <=, value);
          g_assert_cmpint (sy_histogram_get_max (histogram), >=, value);
          g_assert_cmpfloat ((double) sy_histogram_get_max (histogram),
                             <=,
                             (double) value * (1 + precision));
        }
}

static void
test_quantiles_near_exact (void)
{
  const guint n = 20000;

  for (guint64 seed = 1; seed <= 5; seed++)
    {
      g_autoptr(SyHistogram) histogram = record_times (seed, n);
      g_autofree gint64 *values = g_new (gint64, n);
      SyRandom random = sy_random_new (seed, 0);

      for (guint i = 0; i < n; i++)
        values[i] = draw_time_ns (&random);
      qsort (values, n, sizeof *values, compare_values);

      for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
        {
          guint rank = (guint) MAX (1, ceil (quantiles[i] * n - 1e-6));
          double exact = (double) values[rank - 1];
          double told = (double) sy_histogram_get_quantile (histogram, quantiles[i]);

          g_assert_cmpfloat (told, >=, exact);
          g_assert_cmpfloat (told, <=, exact * 1.001);
        }
    }
}

/* 0.07 × 100 is 7.000000000000001 in binary: still the 7th value, not the 8th. */
static void
test_rank_not_rounded_up (void)
{
  g_autoptr(SyHistogram) histogram = sy_histogram_new_for_time ();

  for (gint64 i = 1; i <= 100; i++)
    sy_histogram_record (histogram, i);

  for (gint64 i = 1; i <= 100; i++)
    g_assert_cmpint (sy_histogram_get_quantile (histogram, (double) i / 100), ==, i);
}

static void
test_clamps (void)
{
  g_autoptr(SyHistogram) histogram = sy_histogram_new (1, 1000, 3);

  sy_histogram_record (histogram, G_MAXINT64);
  sy_histogram_record (histogram, 1001);
  g_assert_cmpint (sy_histogram_get_min (histogram), ==, 1000);
  g_assert_cmpint (sy_histogram_get_max (histogram), ==, 1000);

  sy_histogram_record (histogram, -1);
  sy_histogram_record (histogram, G_MININT64);
  g_assert_cmpint (sy_histogram_get_min (histogram), ==, 0);
  g_assert_cmpint (sy_histogram_get_count (histogram), ==, 4);
}

static void
test_widest (void)
{
  g_autoptr(SyHistogram) histogram = sy_histogram_new (1, G_MAXINT64, 3);

  sy_histogram_record (histogram, G_MAXINT64);
  g_assert_cmpint (sy_histogram_get_max (histogram), ==, G_MAXINT64);
}

static void
test_impossible_shape (void)
{
  if (g_test_subprocess ())
    {
      sy_histogram_free (sy_histogram_new (1000, 1001, 3));
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*is_possible*");
}

static void
test_can_tell (void)
{
  g_autoptr(SyHistogram) histogram = sy_histogram_new_for_time ();

  sy_histogram_record_n (histogram, 5, 199);
  g_assert_false (sy_histogram_can_tell (histogram, 0.9));
  sy_histogram_record (histogram, 5);
  g_assert_true (sy_histogram_can_tell (histogram, 0.9));
  g_assert_false (sy_histogram_can_tell (histogram, 0.99));
  sy_histogram_record_n (histogram, 5, 19800);
  g_assert_true (sy_histogram_can_tell (histogram, 0.999));
}

static void
test_record_n_is_n_records (void)
{
  g_autoptr(SyHistogram) one_by_one = sy_histogram_new_for_time ();
  g_autoptr(SyHistogram) at_once = sy_histogram_new_for_time ();

  for (guint i = 0; i < 7; i++)
    sy_histogram_record (one_by_one, 123456);
  sy_histogram_record_n (at_once, 123456, 7);

  assert_alike (one_by_one, at_once);
}

static void
test_merge_is_recording_both (void)
{
  g_autoptr(SyHistogram) merged = record_times (1, 1000);
  g_autoptr(SyHistogram) other = record_times (2, 3000);
  g_autoptr(SyHistogram) both = record_times (1, 1000);
  SyRandom random = sy_random_new (2, 0);

  for (guint i = 0; i < 3000; i++)
    sy_histogram_record (both, draw_time_ns (&random));
  sy_histogram_merge (merged, other);

  assert_alike (merged, both);
  g_assert_cmpint (sy_histogram_get_count (other), ==, 3000);
}

static void
test_merge_other_shape (void)
{
  g_autoptr(SyHistogram) coarse = sy_histogram_new (1000, HOUR_NS, 2);
  g_autoptr(SyHistogram) fine = record_times (3, 5000);
  double exact = (double) sy_histogram_get_quantile (fine, 0.9);

  sy_histogram_record (coarse, 1);
  sy_histogram_merge (coarse, fine);

  g_assert_cmpint (sy_histogram_get_count (coarse), ==, 5001);
  g_assert_cmpfloat ((double) sy_histogram_get_quantile (coarse, 0.9), >=, exact);
  g_assert_cmpfloat ((double) sy_histogram_get_quantile (coarse, 0.9), <=, exact * 1.01);
}

static void
test_walk_meets_every_value (void)
{
  g_autoptr(SyHistogram) histogram = record_times (5, 10000);
  g_autoptr(SyHistogram) again = sy_histogram_new_for_time ();
  guint position = 0;
  gint64 previous = -1;
  gint64 value, count;

  while (sy_histogram_next (histogram, &position, &value, &count))
    {
      g_assert_cmpint (value, >, previous);
      g_assert_cmpint (count, >, 0);
      sy_histogram_record_n (again, value, count);
      previous = value;
    }

  g_assert_cmpint (previous, ==, sy_histogram_get_max (histogram));
  assert_alike (histogram, again);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/histogram/empty/answers-zero", test_empty);
  g_test_add_func ("/histogram/record/small-values-are-exact", test_small_values_are_exact);
  g_test_add_func ("/histogram/record/slots-hold-their-values", test_slots_hold_their_values);
  g_test_add_func ("/histogram/record/clamps-to-the-range", test_clamps);
  g_test_add_func ("/histogram/record/widest-range-does-not-overflow", test_widest);
  g_test_add_func ("/histogram/record/n-at-once-is-n-times", test_record_n_is_n_records);
  g_test_add_func ("/histogram/new/impossible-shape-is-a-bug", test_impossible_shape);
  g_test_add_func ("/histogram/quantile/near-the-exact-one", test_quantiles_near_exact);
  g_test_add_func ("/histogram/quantile/rank-is-not-rounded-up", test_rank_not_rounded_up);
  g_test_add_func ("/histogram/quantile/told-only-with-enough-beyond", test_can_tell);
  g_test_add_func ("/histogram/merge/is-recording-both", test_merge_is_recording_both);
  g_test_add_func ("/histogram/merge/takes-another-shape", test_merge_other_shape);
  g_test_add_func ("/histogram/next/meets-every-value", test_walk_meets_every_value);

  return g_test_run ();
}
