/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-random.h"

#include <glib.h>
#include <math.h>

#define N_DRAWS 1000000

/* The first numbers of the authors' C code from the state 1, 2, 3, 4, as its other
 * implementations test them too.
 */
static void
test_reference_vector (void)
{
  static const guint64 expected[] = {
    G_GUINT64_CONSTANT (11520),
    G_GUINT64_CONSTANT (0),
    G_GUINT64_CONSTANT (1509978240),
    G_GUINT64_CONSTANT (1215971899390074240),
    G_GUINT64_CONSTANT (1216172134540287360),
    G_GUINT64_CONSTANT (607988272756665600),
    G_GUINT64_CONSTANT (16172922978634559625),
    G_GUINT64_CONSTANT (8476171486693032832),
    G_GUINT64_CONSTANT (10595114339597558777),
    G_GUINT64_CONSTANT (2904607092377533576),
  };
  SyRandom random = { .state = { 1, 2, 3, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (sy_random_next (&random), ==, expected[i]);
}

/* Saved seeds stay meaningful only as long as these stay.  They are SplitMix64's, whose first
 * number from the state 0 is 0xe220a8397b1dcdaf.
 */
static void
test_seeding_is_fixed (void)
{
  static const guint64 expected[] = {
    G_GUINT64_CONSTANT (0x6eab8625df268fbc),
    G_GUINT64_CONSTANT (0x45847a4c3fc62d89),
    G_GUINT64_CONSTANT (0xe9871b135156aabf),
    G_GUINT64_CONSTANT (0x3ef7d517faf51d54),
  };
  SyRandom random = sy_random_new (42, 7);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (random.state[i], ==, expected[i]);
}

static void
test_streams_differ (void)
{
  SyRandom a = sy_random_new (1, 0);
  SyRandom b = sy_random_new (1, 1);
  SyRandom c = sy_random_new (2, 0);
  SyRandom again = sy_random_new (1, 0);
  guint64 first = sy_random_next (&a);

  g_assert_cmpuint (first, ==, sy_random_next (&again));
  g_assert_cmpuint (first, !=, sy_random_next (&b));
  g_assert_cmpuint (first, !=, sy_random_next (&c));
}

typedef double (*Draw) (SyRandom *random);

/* The raw moments of @draw up to the fourth; each must lie within five standard errors, where
 * the variance of the k-th is expected[2k] - expected[k]².  The seed is fixed: no flakiness.
 */
static void
assert_moments (Draw          draw,
                const double *expected)
{
  SyRandom random = sy_random_new (2026, 1);
  double sums[5] = { 0 };

  for (guint i = 0; i < N_DRAWS; i++)
    {
      double x = draw (&random);
      double power = 1;

      for (guint k = 1; k <= 4; k++)
        sums[k] += power *= x;
    }

  for (guint k = 1; k <= 4; k++)
    {
      double variance = expected[2 * k] - expected[k] * expected[k];

      g_assert_cmpfloat_with_epsilon (sums[k] / N_DRAWS, expected[k],
                                      5 * sqrt (variance / N_DRAWS));
    }
}

static double
draw_exponential (SyRandom *random)
{
  return sy_random_exponential (random, 1);
}

static void
test_uniform_moments (void)
{
  static const double expected[] = {
    1, 1.0 / 2, 1.0 / 3, 1.0 / 4, 1.0 / 5, 1.0 / 6, 1.0 / 7, 1.0 / 8, 1.0 / 9,
  };

  assert_moments (sy_random_uniform, expected);
}

/* k! */
static void
test_exponential_moments (void)
{
  static const double expected[] = { 1, 1, 2, 6, 24, 120, 720, 5040, 40320 };

  assert_moments (draw_exponential, expected);
}

/* (k - 1)!! for even k. */
static void
test_normal_moments (void)
{
  static const double expected[] = { 1, 0, 1, 0, 3, 0, 15, 0, 105 };

  assert_moments (sy_random_normal, expected);
}

static void
test_ranges (void)
{
  SyRandom random = sy_random_new (3, 0);

  for (guint i = 0; i < N_DRAWS; i++)
    {
      double uniform = sy_random_uniform (&random);
      double exponential = sy_random_exponential (&random, 5);

      g_assert_true (uniform >= 0 && uniform < 1);
      g_assert_true (exponential >= 0 && isfinite (exponential));
    }
}

static void
test_exponential_mean_scales (void)
{
  SyRandom a = sy_random_new (4, 0);
  SyRandom b = a;

  for (guint i = 0; i < 100; i++)
    g_assert_cmpfloat_with_epsilon (sy_random_exponential (&a, 3),
                                    3 * sy_random_exponential (&b, 1), 1e-12);
}

/* Pearson's chi-squared over seven values; 22.46 is its 99.9 % point with six degrees. */
static void
test_below_is_even (void)
{
  SyRandom random = sy_random_new (5, 0);
  guint counts[7] = { 0 };
  double expected = N_DRAWS / (double) G_N_ELEMENTS (counts);
  double chi_squared = 0;

  for (guint i = 0; i < N_DRAWS; i++)
    {
      guint value = sy_random_below (&random, G_N_ELEMENTS (counts));

      g_assert_cmpuint (value, <, G_N_ELEMENTS (counts));
      counts[value]++;
    }

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    chi_squared += (counts[i] - expected) * (counts[i] - expected) / expected;
  g_assert_cmpfloat (chi_squared, <, 22.46);
}

/* Without the rejection step, n = 3·2³⁰ would give one third of the numbers twice as often. */
static void
test_below_rejects_bias (void)
{
  SyRandom random = sy_random_new (6, 0);
  guint n_in_thirds[3] = { 0 };

  for (guint i = 0; i < N_DRAWS; i++)
    n_in_thirds[sy_random_below (&random, 3u << 30) % 3]++;

  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (n_in_thirds[i], N_DRAWS / 3.0, 5 * sqrt (N_DRAWS * 2.0 / 9));
}

static void
test_below_one_is_zero (void)
{
  SyRandom random = sy_random_new (7, 0);

  for (guint i = 0; i < 100; i++)
    g_assert_cmpuint (sy_random_below (&random, 1), ==, 0);
}

/* Mean and variance of a gamma distribution are both its shape. */
static void
test_gamma (void)
{
  static const double shapes[] = { 0.25, 0.5, 1, 3, 40 };
  enum { N = 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      SyRandom random = sy_random_new (7, i);
      double sum = 0, squares = 0;

      for (guint j = 0; j < N; j++)
        {
          double value = sy_random_gamma (&random, shapes[i]);

          g_assert_cmpfloat (value, >=, 0);
          sum += value;
          squares += value * value;
        }
      g_assert_cmpfloat (fabs (sum / N / shapes[i] - 1), <, 0.02);
      g_assert_cmpfloat (fabs ((squares / N - sum / N * sum / N) / shapes[i] - 1), <, 0.05);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/random/next/reference-vector", test_reference_vector);
  g_test_add_func ("/random/new/seeding-is-fixed", test_seeding_is_fixed);
  g_test_add_func ("/random/new/streams-differ", test_streams_differ);
  g_test_add_func ("/random/uniform/moments", test_uniform_moments);
  g_test_add_func ("/random/exponential/moments", test_exponential_moments);
  g_test_add_func ("/random/exponential/mean-scales", test_exponential_mean_scales);
  g_test_add_func ("/random/normal/moments", test_normal_moments);
  g_test_add_func ("/random/gamma/has-its-moments", test_gamma);
  g_test_add_func ("/random/ranges", test_ranges);
  g_test_add_func ("/random/below/is-even", test_below_is_even);
  g_test_add_func ("/random/below/rejects-bias", test_below_rejects_bias);
  g_test_add_func ("/random/below/one-is-zero", test_below_one_is_zero);

  return g_test_run ();
}
