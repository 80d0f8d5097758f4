/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The whole interval of a winner lies beyond this ratio: smaller differences matter to nobody. */
#define SY_MARGIN 1.05

/* Two primaries share 5 % of error (Bonferroni). */
#define SY_PRIMARY_CONFIDENCE 0.975

/* No verdict from fewer pairs. */
#define SY_MIN_PAIRS 8

typedef struct
{
  double value;
  double low;
  double high;
} SyInterval;

typedef enum
{
  SY_WINNER_TOO_CLOSE,
  SY_WINNER_A,
  SY_WINNER_B,
} SyWinner;

typedef enum
{
  SY_HIGHER_IS_BETTER,
  SY_LOWER_IS_BETTER,
} SyDirection;

/**
 * SyComparison:
 * @ratio: a to b, with its interval
 * @winner: too close unless the whole interval lies beyond %SY_MARGIN and there are %SY_MIN_PAIRS
 * @is_fragile: whether leaving out one pair would change @winner, were the number of pairs no
 *   matter; never with fewer than %SY_MIN_PAIRS, where there is no verdict to change
 * @n_pairs: how many pairs it rests on
 * @n_pairs_to_decide: with the spread seen, how many pairs in all would make it an even chance that
 *   it is decided, if the ratio is as it seems; 0 where decided already, or where no number of
 *   pairs up to 1,000 would
 * @sd_log: standard deviation of the paired log ratios
 */
typedef struct
{
  SyInterval ratio;
  SyWinner   winner;
  gboolean   is_fragile;
  guint      n_pairs;
  guint      n_pairs_to_decide;
  double     sd_log;
} SyComparison;

/**
 * sy_paired_ratio:
 * @a: @n positive results, those of one arm
 * @b: those of the other arm, pair by pair
 * @n: at least 2
 * @confidence: of the interval, 0…1
 * @ratio: (out): the geometric mean of a / b
 *
 * Student's t interval on paired log ratios (Student, 1908).  Returns %FALSE if there are fewer
 * than two pairs, or a value is not positive and finite.
 */
gboolean     sy_paired_ratio        (const double *a,
                                     const double *b,
                                     guint         n,
                                     double        confidence,
                                     SyInterval   *ratio);

/* The verdict on one metric under one load; fails as sy_paired_ratio() does. */
gboolean     sy_compare             (const double *a,
                                     const double *b,
                                     guint         n,
                                     double        confidence,
                                     SyDirection   direction,
                                     SyComparison *comparison);

G_END_DECLS
