/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <math.h>

#include "core/sy-random.h"
#include "decision/sy-smaa.h"
#include "decision/sy-weights.h"

enum { N_DRAWS = 100000 };

static void
assert_near (double value,
             double expected,
             double tolerance)
{
  if (fabs (value - expected) > tolerance)
    g_error ("%g is not %g ± %g", value, expected, tolerance);
}

/* Every weight as likely as any other: exponentials over their sum. */
static double *
draw_uniform_weights (guint n_objectives)
{
  double *weights = g_new (double, n_objectives * N_DRAWS);
  SyRandom random = sy_random_new (3, 0);

  for (guint d = 0; d < N_DRAWS; d++)
    {
      double sum = 0;

      for (guint k = 0; k < n_objectives; k++)
        sum += weights[k * N_DRAWS + d] = sy_random_exponential (&random, 1);
      for (guint k = 0; k < n_objectives; k++)
        weights[k * N_DRAWS + d] /= sum;
    }

  return weights;
}

/* One option is worth w, the other (1 - w)/2: the first wins where w > 1/3, two times in three, at
 * a mean weight of 2/3; the other at one of 1/6.
 */
static void
test_analytic (void)
{
  static const double worth[2][2] = { { 1, 0 }, { 0, 0.5 } };
  g_autofree double *weights = draw_uniform_weights (2);
  g_autofree double *values = g_new (double, 4 * N_DRAWS);
  g_autoptr(SySmaa) smaa = NULL;

  for (guint i = 0; i < 4 * N_DRAWS; i++)
    values[i] = worth[i / N_DRAWS % 2][i / N_DRAWS / 2];
  smaa = sy_smaa_new (values, weights, 2, 2, N_DRAWS);

  assert_near (smaa->acceptability[0], 2.0 / 3, 0.01);
  assert_near (smaa->acceptability[1], 1.0 / 3, 0.01);
  assert_near (smaa->acceptability[3], 2.0 / 3, 0.01);
  assert_near (smaa->central_weights[0], 2.0 / 3, 0.01);
  assert_near (smaa->central_weights[2], 1.0 / 6, 0.01);
  assert_near (smaa->confidence[0], 1, 0);
  assert_near (smaa->confidence[1], 1, 0);
  assert_near (smaa->means[0], 0.5, 0.01);
}

/* Beta distributed, on a scale from @best to @worst. */
static void
draw_beta (double   n_events,
           double   n_others,
           double   best,
           double   worst,
           SyRandom *random,
           double  *values)
{
  for (guint d = 0; d < N_DRAWS; d++)
    {
      double a = sy_random_gamma (random, n_events);
      double b = sy_random_gamma (random, n_others);

      values[d] = (worst - a / (a + b)) / (worst - best);
    }
}

/* Heparin or enoxaparin after major trauma, as SMAA-2 by the example of the package “smaa” for R
 * (van Valkenhoef, version 0.3-3, help page “smaa”; the decision: Lynd and O'Brien, 2004).
 * The package ships 10,000 draws of the criteria and of the weights ("thrombo-meas",
 * "thrombo-weights-nopref") and prints nothing.  What is expected here is what its definitions give
 * of those very draws, to their last digit: rank acceptabilities, central weights and confidence
 * factors without preferences, and with the help page's weights of 0.5, 0.2 and 0.3.
 *
 * Inferred, because the package names no distributions: proximal and distal thrombosis and bleeding
 * among 136 and 129 patients (Geerts and others, 1996) as beta distributions, on linear scales.
 * All six means agree with those of the draws within 0.003, all standard deviations within 0.004.
 */
static void
test_published (void)
{
  static const struct
  {
    double heparin;
    double enoxaparin;
    double best;
    double worst;
  } criteria[] = { { 20, 8, 0, 0.25 }, { 40, 32, 0.15, 0.4 }, { 1, 5, 0, 0.1 } };
  static const double central[] = { 0.187, 0.277, 0.536, 0.407, 0.364, 0.229 };
  static const double fixed[] = { 0.5, 0.2, 0.3 };
  g_autofree double *weights = draw_uniform_weights (3);
  g_autofree double *values = g_new (double, 6 * N_DRAWS);
  SyRandom random = sy_random_new (4, 0);
  g_autoptr(SySmaa) free_smaa = NULL;
  g_autoptr(SySmaa) fixed_smaa = NULL;

  for (guint k = 0; k < 3; k++)
    {
      draw_beta (criteria[k].heparin, 136 - criteria[k].heparin, criteria[k].best,
                 criteria[k].worst, &random, values + 2 * k * N_DRAWS);
      draw_beta (criteria[k].enoxaparin, 129 - criteria[k].enoxaparin, criteria[k].best,
                 criteria[k].worst, &random, values + (2 * k + 1) * N_DRAWS);
    }
  free_smaa = sy_smaa_new (values, weights, 3, 2, N_DRAWS);
  assert_near (free_smaa->acceptability[0], 0.3504, 0.015);
  assert_near (free_smaa->acceptability[2], 0.6496, 0.015);
  assert_near (free_smaa->confidence[0], 0.6682, 0.03);
  assert_near (free_smaa->confidence[1], 0.8956, 0.03);
  for (guint i = 0; i < G_N_ELEMENTS (central); i++)
    assert_near (free_smaa->central_weights[i], central[i], 0.015);

  for (guint i = 0; i < 3 * N_DRAWS; i++)
    weights[i] = fixed[i / N_DRAWS];
  fixed_smaa = sy_smaa_new (values, weights, 3, 2, N_DRAWS);
  assert_near (fixed_smaa->acceptability[0], 0.1279, 0.015);
}

/* Two of three are always the same: they share the ranks they have together. */
static void
test_ties (void)
{
  static const double values[] = { 0.5, 0.5, 0.7, 0.7, 0.7, 0.7 };
  static const double weights[] = { 1, 1 };
  static const double expected[] = { 0, 0, 1, 0.5, 0.5, 0, 0.5, 0.5, 0 };
  g_autoptr(SySmaa) smaa = sy_smaa_new (values, weights, 1, 3, 2);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_near (smaa->acceptability[i], expected[i], 0);
  assert_near (smaa->confidence[0], 0, 0);
  assert_near (smaa->confidence[1], 0.5, 0);
}

/* Each draw has its mirror image among the draws. */
static void
test_mirrored (void)
{
  enum { N = 1000 };
  g_autofree double *values = g_new (double, 2 * N);
  g_autofree double *weights = g_new (double, N);
  SyRandom random = sy_random_new (5, 0);
  g_autoptr(SySmaa) smaa = NULL;

  for (guint d = 0; d < N; d += 2)
    {
      values[d] = values[N + d + 1] = sy_random_uniform (&random);
      values[d + 1] = values[N + d] = sy_random_uniform (&random);
      weights[d] = weights[d + 1] = 1;
    }
  smaa = sy_smaa_new (values, weights, 1, 2, N);
  assert_near (smaa->acceptability[0], 0.5, 0);
  assert_near (smaa->acceptability[2], 0.5, 0);
}

/* Barron and Barrett (1996), table 1. */
static void
test_centroid (void)
{
  static const guint whole[] = { 2, 1, 3 };
  static const guint some[] = { 0, 1, 0, 0 };
  static const guint none[] = { 0, 0 };
  double weights[4];

  sy_weights_centroid (whole, 3, weights);
  assert_near (weights[1], 0.6111, 5e-5);
  assert_near (weights[0], 0.2778, 5e-5);
  assert_near (weights[2], 0.1111, 5e-5);
  sy_weights_centroid (some, 4, weights);
  assert_near (weights[1], 0.5208, 5e-5);
  assert_near (weights[0], (1 - 0.520833) / 3, 1e-6);
  sy_weights_centroid (none, 2, weights);
  assert_near (weights[0], 0.5, 1e-15);
}

static void
test_flip (void)
{
  double weight;

  g_assert_true (sy_weights_find_flip (-0.3, 0.1, &weight));
  assert_near (weight, 0.25, 1e-12);
  assert_near (weight * -0.3 + (1 - weight) * 0.1, 0, 1e-12);
  g_assert_false (sy_weights_find_flip (0.3, 0.1, &weight));
  g_assert_false (sy_weights_find_flip (0, 0.1, &weight));
  g_assert_false (sy_weights_find_flip (0, 0, &weight));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/smaa/analytic/two-by-two", test_analytic);
  g_test_add_func ("/smaa/published/heparin-or-enoxaparin", test_published);
  g_test_add_func ("/smaa/ties/share-their-ranks", test_ties);
  g_test_add_func ("/smaa/mirrored/nobody-wins", test_mirrored);
  g_test_add_func ("/weights/centroid/as-published", test_centroid);
  g_test_add_func ("/weights/flip/where-the-lead-is-gone", test_flip);

  return g_test_run ();
}
