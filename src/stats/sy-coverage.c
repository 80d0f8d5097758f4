/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-coverage.h"

#include <math.h>

#include "core/sy-random.h"
#include "stats/sy-compare.h"
#include "stats/sy-looks.h"

/* The steady part of the drift, from one trial to the next. */
#define TREND 0.25

typedef struct
{
  SyNoise  noise;
  double   sd_log;
  SyRandom random;
  double   drift;
} Machine;

/* Gamma distributed, moved and scaled to mean 0 and standard deviation 1; skewness 2 / √shape. */
static double
draw_skewed (SyRandom *random,
             guint     shape)
{
  double sum = 0;

  for (guint i = 0; i < shape; i++)
    sum += sy_random_exponential (random, 1);

  return (sum - shape) / sqrt (shape);
}

/* The log result of one trial.  Two neighbouring ones, one of each arm, differ by a standard
 * deviation of 1.
 */
static double
run_trial (Machine  *self,
           gboolean  is_a)
{
  switch (self->noise)
    {
    case SY_NOISE_NORMAL:
      return sy_random_normal (&self->random) * M_SQRT1_2;

    case SY_NOISE_SKEWED:
      return draw_skewed (&self->random, 2) * M_SQRT1_2;

    case SY_NOISE_DRIFTING:
      self->drift += TREND + sy_random_normal (&self->random) * M_SQRT1_2;
      return self->drift + sy_random_normal (&self->random) / 2;

    case SY_NOISE_ONE_SIDED:
      return is_a ? draw_skewed (&self->random, 1) : 0;

    default:
      g_assert_not_reached ();
    }
}

static void
run_pairs (Machine *self,
           double  *a,
           double  *b,
           guint    n)
{
  self->drift = 0;
  for (guint i = 0; i < 2 * n; i++)
    {
      gboolean is_a = i % 4 == 0 || i % 4 == 3;
      double *results = is_a ? a : b;

      results[i / 2] = exp (self->sd_log * run_trial (self, is_a));
    }
}

/* At the end, or at the first look that names a winner. */
static gboolean
compare (const SyCoveragePlan *plan,
         const double         *a,
         const double         *b,
         SyComparison         *comparison)
{
  double confidence = plan->confidence;

  if (!plan->has_looks)
    return sy_compare (a, b, plan->n_pairs, confidence, SY_HIGHER_IS_BETTER, comparison);

  confidence = sy_looks_get_confidence (confidence);
  for (guint i = 0; i < SY_N_LOOKS && sy_looks[i] <= plan->n_pairs; i++)
    if (!sy_compare (a, b, sy_looks[i], confidence, SY_HIGHER_IS_BETTER, comparison))
      return FALSE;
    else if (comparison->winner != SY_WINNER_TOO_CLOSE)
      break;

  return TRUE;
}

SyCoverage
sy_coverage_simulate (const SyCoveragePlan *plan)
{
  g_autofree double *a = g_new (double, plan->n_pairs);
  g_autofree double *b = g_new (double, plan->n_pairs);
  Machine machine = { plan->noise, plan->sd_log, sy_random_new (plan->seed, 0), 0 };
  guint n_covered = 0;
  guint n_verdicts = 0;

  g_return_val_if_fail (plan->n_pairs >= 2 && plan->n_simulations >= 1, (SyCoverage) { 0 });

  for (guint i = 0; i < plan->n_simulations; i++)
    {
      SyComparison comparison;

      run_pairs (&machine, a, b, plan->n_pairs);
      if (!compare (plan, a, b, &comparison))
        continue;

      n_covered += comparison.ratio.low <= 1 && comparison.ratio.high >= 1;
      n_verdicts += comparison.winner != SY_WINNER_TOO_CLOSE;
    }

  return (SyCoverage) {
    .covered = (double) n_covered / plan->n_simulations,
    .false_verdicts = (double) n_verdicts / plan->n_simulations,
  };
}
