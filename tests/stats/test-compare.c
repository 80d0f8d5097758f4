/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-compare.h"

#include <math.h>

#include "core/sy-random.h"

#define N_PAIRS 8

/* Eight pairs whose log ratios are exactly @mean ± @spread, in turn. */
static void
make_pairs (double  mean,
            double  spread,
            double *a,
            double *b)
{
  for (guint i = 0; i < N_PAIRS; i++)
    {
      b[i] = 100 + i;
      a[i] = b[i] * exp (mean + (i % 2 == 0 ? spread : -spread));
    }
}

static void
draw_pairs (SyRandom *random,
            double   *a,
            double   *b,
            guint     n)
{
  for (guint i = 0; i < n; i++)
    {
      a[i] = 1000 * exp (0.3 * sy_random_normal (random));
      b[i] = 1000 * exp (0.3 * sy_random_normal (random));
    }
}

/* Student's own example: the additional hours of sleep ten patients gained by two drugs (1908). */
static void
load_sleep (double *a,
            double *b)
{
  const double first[] = { 0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0 };
  const double second[] = { 1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4 };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      a[i] = exp (second[i]);
      b[i] = exp (first[i]);
    }
}

/* As R's t.test (…, paired = TRUE) gives it: 1.58, from 0.7001142 to 2.4598858. */
static void
test_students_sleep (void)
{
  double a[10], b[10];
  SyInterval ratio;

  load_sleep (a, b);
  g_assert_true (sy_paired_ratio (a, b, 10, 0.95, &ratio));

  g_assert_cmpfloat_with_epsilon (log (ratio.value), 1.58, 1e-12);
  g_assert_cmpfloat_with_epsilon (log (ratio.low), 0.7001142, 1e-7);
  g_assert_cmpfloat_with_epsilon (log (ratio.high), 2.4598858, 1e-7);
}

static void
test_swapped_mirrors (void)
{
  SyRandom random = sy_random_new (1, 0);

  for (guint i = 0; i < 200; i++)
    {
      double a[12], b[12];
      guint n = 2 + i % 11;
      SyInterval ratio, mirrored;

      draw_pairs (&random, a, b, n);
      g_assert_true (sy_paired_ratio (a, b, n, 0.975, &ratio));
      g_assert_true (sy_paired_ratio (b, a, n, 0.975, &mirrored));
      g_assert_cmpfloat_with_epsilon (ratio.value * mirrored.value, 1, 1e-12);
      g_assert_cmpfloat_with_epsilon (ratio.low * mirrored.high, 1, 1e-12);
      g_assert_cmpfloat_with_epsilon (ratio.high * mirrored.low, 1, 1e-12);
    }
}

static SyWinner
mirror (SyWinner winner)
{
  static const SyWinner mirrored[] = { SY_WINNER_TOO_CLOSE, SY_WINNER_B, SY_WINNER_A };

  return mirrored[winner];
}

static void
test_swapped_verdict (void)
{
  SyRandom random = sy_random_new (2, 0);
  guint n_verdicts = 0;

  for (guint i = 0; i < 500; i++)
    {
      double a[N_PAIRS], b[N_PAIRS];
      SyComparison straight, mirrored, reversed;

      draw_pairs (&random, a, b, N_PAIRS);
      for (guint j = 0; j < N_PAIRS; j++)
        a[j] *= exp (0.004 * ((double) i - 250));

      g_assert_true (sy_compare (a, b, N_PAIRS, 0.975, SY_HIGHER_IS_BETTER, &straight));
      g_assert_true (sy_compare (b, a, N_PAIRS, 0.975, SY_HIGHER_IS_BETTER, &mirrored));
      g_assert_true (sy_compare (a, b, N_PAIRS, 0.975, SY_LOWER_IS_BETTER, &reversed));
      g_assert_cmpint (straight.winner, ==, mirror (mirrored.winner));
      g_assert_cmpint (straight.winner, ==, mirror (reversed.winner));
      g_assert_cmpint (straight.is_fragile, ==, mirrored.is_fragile);
      g_assert_cmpuint (straight.n_pairs_to_decide, ==, mirrored.n_pairs_to_decide);
      n_verdicts += straight.winner != SY_WINNER_TOO_CLOSE;
    }

  g_assert_cmpuint (n_verdicts, >, 100);
  g_assert_cmpuint (n_verdicts, <, 400);
}

static void
test_clear_winner (void)
{
  double a[N_PAIRS], b[N_PAIRS];
  SyComparison comparison;

  make_pairs (log (1.9), 0.05, a, b);
  g_assert_true (sy_compare (a, b, N_PAIRS, 0.975, SY_HIGHER_IS_BETTER, &comparison));

  g_assert_cmpint (comparison.winner, ==, SY_WINNER_A);
  g_assert_false (comparison.is_fragile);
  g_assert_cmpuint (comparison.n_pairs, ==, N_PAIRS);
  g_assert_cmpuint (comparison.n_pairs_to_decide, ==, 0);
  g_assert_cmpfloat_with_epsilon (comparison.ratio.value, 1.9, 1e-12);
  g_assert_cmpfloat_with_epsilon (comparison.sd_log, 0.05 * sqrt (8.0 / 7), 1e-12);
}

/* Certain, but too small to matter to anybody. */
static void
test_within_margin (void)
{
  double a[N_PAIRS], b[N_PAIRS];
  SyComparison comparison;

  make_pairs (log (1.04), 0.001, a, b);
  g_assert_true (sy_compare (a, b, N_PAIRS, 0.975, SY_HIGHER_IS_BETTER, &comparison));

  g_assert_cmpfloat (comparison.ratio.low, >, 1);
  g_assert_cmpint (comparison.winner, ==, SY_WINNER_TOO_CLOSE);
  g_assert_cmpuint (comparison.n_pairs_to_decide, ==, 0);
}

static void
test_margin_is_sharp (void)
{
  double a[N_PAIRS], b[N_PAIRS];
  SyComparison comparison;

  make_pairs (log (SY_MARGIN) + 1e-9, 0, a, b);
  g_assert_true (sy_compare (a, b, N_PAIRS, 0.975, SY_HIGHER_IS_BETTER, &comparison));
  g_assert_cmpint (comparison.winner, ==, SY_WINNER_A);

  make_pairs (log (SY_MARGIN) - 1e-9, 0, a, b);
  g_assert_true (sy_compare (a, b, N_PAIRS, 0.975, SY_HIGHER_IS_BETTER, &comparison));
  g_assert_cmpint (comparison.winner, ==, SY_WINNER_TOO_CLOSE);
}

static void
test_few_pairs (void)
{
  double a[N_PAIRS], b[N_PAIRS];
  SyComparison comparison;

  make_pairs (log (3), 0.01, a, b);
  g_assert_true (sy_compare (a, b, N_PAIRS - 1, 0.975, SY_HIGHER_IS_BETTER, &comparison));

  g_assert_cmpfloat (comparison.ratio.low, >, 2.9);
  g_assert_cmpint (comparison.winner, ==, SY_WINNER_TOO_CLOSE);
  g_assert_false (comparison.is_fragile);
  g_assert_cmpuint (comparison.n_pairs_to_decide, ==, SY_MIN_PAIRS);
}

/* Seven pairs agree and one does not: without it the difference is plain. */
static void
test_one_pair_hides_it (void)
{
  double a[N_PAIRS], b[N_PAIRS];
  SyComparison comparison;

  make_pairs (log (1.5), 0.02, a, b);
  a[3] = b[3] / 2;
  g_assert_true (sy_compare (a, b, N_PAIRS, 0.975, SY_HIGHER_IS_BETTER, &comparison));

  g_assert_cmpint (comparison.winner, ==, SY_WINNER_TOO_CLOSE);
  g_assert_true (comparison.is_fragile);
}

/* Just beyond the margin: with one pair fewer the interval widens over it. */
static void
test_one_pair_makes_it (void)
{
  double a[N_PAIRS], b[N_PAIRS];
  double half = 2.841244249 * 0.1 * sqrt (8.0 / 7) / sqrt (8);
  SyComparison comparison;

  make_pairs (log (SY_MARGIN) + half + 1e-6, 0.1, a, b);
  g_assert_true (sy_compare (a, b, N_PAIRS, 0.975, SY_HIGHER_IS_BETTER, &comparison));

  g_assert_cmpint (comparison.winner, ==, SY_WINNER_A);
  g_assert_true (comparison.is_fragile);
}

/* Worked out with mpmath: t is 2.304426 with 55 degrees of freedom, 2.305625 with 54, and the
 * interval's half must stay below ln (1.1 / 1.05).
 */
static void
test_pairs_to_decide (void)
{
  double a[N_PAIRS], b[N_PAIRS];
  SyComparison comparison;

  make_pairs (log (1.1), 0.14, a, b);
  g_assert_true (sy_compare (a, b, N_PAIRS, 0.975, SY_HIGHER_IS_BETTER, &comparison));

  g_assert_cmpint (comparison.winner, ==, SY_WINNER_TOO_CLOSE);
  g_assert_cmpuint (comparison.n_pairs_to_decide, ==, 56);
}

static void
test_never_decides (void)
{
  double a[N_PAIRS], b[N_PAIRS];
  SyComparison comparison;

  make_pairs (log (1.06), 0.3, a, b);
  g_assert_true (sy_compare (a, b, N_PAIRS, 0.975, SY_HIGHER_IS_BETTER, &comparison));
  g_assert_cmpuint (comparison.n_pairs_to_decide, ==, 0);
}

static void
test_incomparable (void)
{
  const double good[] = { 1, 2, 3 };
  const double bad[][3] = { { 1, 0, 3 }, { 1, -2, 3 }, { 1, NAN, 3 }, { 1, INFINITY, 3 } };
  SyComparison comparison;
  SyInterval ratio;

  g_assert_false (sy_paired_ratio (good, good, 1, 0.95, &ratio));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (sy_paired_ratio (good, bad[i], 3, 0.95, &ratio));
      g_assert_false (sy_compare (bad[i], good, 3, 0.95, SY_HIGHER_IS_BETTER, &comparison));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compare/ratio/as-students-example", test_students_sleep);
  g_test_add_func ("/compare/ratio/swapped-sides-mirror", test_swapped_mirrors);
  g_test_add_func ("/compare/ratio/incomparable-is-refused", test_incomparable);
  g_test_add_func ("/compare/verdict/swapped-sides-mirror", test_swapped_verdict);
  g_test_add_func ("/compare/verdict/clear-winner", test_clear_winner);
  g_test_add_func ("/compare/verdict/small-differences-matter-to-nobody", test_within_margin);
  g_test_add_func ("/compare/verdict/margin-is-sharp", test_margin_is_sharp);
  g_test_add_func ("/compare/verdict/none-from-few-pairs", test_few_pairs);
  g_test_add_func ("/compare/fragile/one-pair-hides-a-difference", test_one_pair_hides_it);
  g_test_add_func ("/compare/fragile/one-pair-makes-a-difference", test_one_pair_makes_it);
  g_test_add_func ("/compare/pairs-to-decide/first-that-is-enough", test_pairs_to_decide);
  g_test_add_func ("/compare/pairs-to-decide/absent-beyond-a-thousand", test_never_decides);

  return g_test_run ();
}
