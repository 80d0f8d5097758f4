/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SyNoise:
 * @SY_NOISE_NORMAL: normal on the logarithmic scale
 * @SY_NOISE_SKEWED: the sum of two exponentials, alike for both arms; were it one, the interval
 *   would cover a little more than it promises
 * @SY_NOISE_DRIFTING: normal, on a machine that wanders from trial to trial by as much again (a
 *   random walk) and grows steadily slower or faster by a quarter of that
 * @SY_NOISE_ONE_SIDED: one arm exponential, the other steady: the worst case for the t interval,
 *   which then covers less than it promises
 *
 * How the results of equally fast arms may scatter; trials run in the order AB BA.
 */
typedef enum
{
  SY_NOISE_NORMAL,
  SY_NOISE_SKEWED,
  SY_NOISE_DRIFTING,
  SY_NOISE_ONE_SIDED,
} SyNoise;

/**
 * SyCoveragePlan:
 * @noise: the kind of scatter
 * @sd_log: standard deviation of the paired log ratios, the steady drift aside
 * @n_pairs: pairs in a comparison, at least 2; with @has_looks at most, and all looks are within
 * @n_simulations: comparisons, at least 1
 * @confidence: promised by the interval
 * @has_looks: whether it ends at the first of #sy_looks that names a winner
 * @seed: the same seed gives the same answer
 */
typedef struct
{
  SyNoise noise;
  double  sd_log;
  guint   n_pairs;
  guint   n_simulations;
  double  confidence;
  gboolean has_looks;
  guint64 seed;
} SyCoveragePlan;

/**
 * SyCoverage:
 * @covered: share of the comparisons whose interval held the true ratio, 1
 * @false_verdicts: share of them that named a winner
 */
typedef struct
{
  double covered;
  double false_verdicts;
} SyCoverage;

/* What sy_compare() promises, put to the test by simulation (Monte Carlo coverage, as in Neyman,
 * 1937: of repeated intervals the promised share holds the truth).
 */
SyCoverage sy_coverage_simulate (const SyCoveragePlan *plan);

G_END_DECLS
