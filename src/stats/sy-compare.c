/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-compare.h"

#include <math.h>

#include "stats/sy-student.h"
#include "stats/sy-summary.h"

#define MAX_PAIRS_TO_DECIDE 1000

static double *
get_log_ratios (const double *a,
                const double *b,
                guint         n)
{
  double *logs = g_new (double, n);

  for (guint i = 0; i < n; i++)
    logs[i] = log (a[i]) - log (b[i]);

  return logs;
}

static gboolean
are_comparable (const double *a,
                const double *b,
                guint         n)
{
  for (guint i = 0; i < n; i++)
    if (!(a[i] > 0 && b[i] > 0 && isfinite (a[i]) && isfinite (b[i])))
      return FALSE;

  return n >= 2;
}

/* Half the width of the mean's interval, in standard deviations of one pair. */
static double
get_reach (guint  n,
           double confidence)
{
  return sy_student_quantile (n - 1, (1 + confidence) / 2) / sqrt (n);
}

static SyInterval
get_ratio (const double *logs,
           guint         n,
           double        reach)
{
  double mean = sy_summary_mean (logs, n);
  double half = reach * sy_summary_sd (logs, n);

  return (SyInterval) { exp (mean), exp (mean - half), exp (mean + half) };
}

/* Beyond the margin as a whole, or it says nothing that matters. */
static SyWinner
judge (SyInterval  ratio,
       SyDirection direction)
{
  gboolean higher_is_better = direction == SY_HIGHER_IS_BETTER;

  if (ratio.low > SY_MARGIN)
    return higher_is_better ? SY_WINNER_A : SY_WINNER_B;
  if (ratio.high < 1 / SY_MARGIN)
    return higher_is_better ? SY_WINNER_B : SY_WINNER_A;

  return SY_WINNER_TOO_CLOSE;
}

static void
swap (double *a,
      double *b)
{
  double kept = *a;

  *a = *b;
  *b = kept;
}

/* Each in turn trades places with the last and is left out with it.  The order of the rest matters
 * to none of the figures.
 */
static gboolean
hangs_on_one_pair (double      *logs,
                   guint        n,
                   double       confidence,
                   SyDirection  direction,
                   SyWinner     winner)
{
  double reach = get_reach (n - 1, confidence);
  gboolean changes = FALSE;

  for (guint i = 0; i < n && !changes; i++)
    {
      swap (&logs[i], &logs[n - 1]);
      changes = judge (get_ratio (logs, n - 1, reach), direction) != winner;
      swap (&logs[i], &logs[n - 1]);
    }

  return changes;
}

/* The interval shrinks with every pair, so halving the range finds the first that is enough. */
static guint
count_pairs_to_decide (double mean_log,
                       double sd_log,
                       double confidence)
{
  double room = fabs (mean_log) - log (SY_MARGIN);
  guint too_few = SY_MIN_PAIRS - 1;
  guint enough = MAX_PAIRS_TO_DECIDE;

  if (room <= 0 || sd_log * get_reach (enough, confidence) >= room)
    return 0;

  while (enough - too_few > 1)
    {
      guint middle = (too_few + enough) / 2;

      if (sd_log * get_reach (middle, confidence) < room)
        enough = middle;
      else
        too_few = middle;
    }

  return enough;
}

gboolean
sy_paired_ratio (const double *a,
                 const double *b,
                 guint         n,
                 double        confidence,
                 SyInterval   *ratio)
{
  g_autofree double *logs = NULL;

  g_return_val_if_fail (confidence >= 0 && confidence < 1, FALSE);

  if (!are_comparable (a, b, n))
    return FALSE;

  logs = get_log_ratios (a, b, n);
  *ratio = get_ratio (logs, n, get_reach (n, confidence));

  return TRUE;
}

gboolean
sy_compare (const double *a,
            const double *b,
            guint         n,
            double        confidence,
            SyDirection   direction,
            SyComparison *comparison)
{
  g_autofree double *logs = NULL;
  SyComparison result = { .n_pairs = n };

  g_return_val_if_fail (confidence >= 0 && confidence < 1, FALSE);

  if (!are_comparable (a, b, n))
    return FALSE;

  logs = get_log_ratios (a, b, n);
  result.ratio = get_ratio (logs, n, get_reach (n, confidence));
  result.sd_log = sy_summary_sd (logs, n);
  if (n >= SY_MIN_PAIRS)
    {
      result.winner = judge (result.ratio, direction);
      result.is_fragile = hangs_on_one_pair (logs, n, confidence, direction, result.winner);
    }
  if (result.winner == SY_WINNER_TOO_CLOSE)
    result.n_pairs_to_decide
      = count_pairs_to_decide (log (result.ratio.value), result.sd_log, confidence);

  *comparison = result;
  return TRUE;
}
