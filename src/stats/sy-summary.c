/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-summary.h"

#include <math.h>

typedef struct
{
  double total;
  double lost;
} Sum;

static void
sum_add (Sum    *self,
         double  value)
{
  double total = self->total + value;

  if (fabs (self->total) >= fabs (value))
    self->lost += (self->total - total) + value;
  else
    self->lost += (value - total) + self->total;
  self->total = total;
}

static double
sum_get (const Sum *self)
{
  return self->total + self->lost;
}

double
sy_summary_sum (const double *values,
                guint         n)
{
  Sum sum = { 0 };

  for (guint i = 0; i < n; i++)
    sum_add (&sum, values[i]);

  return sum_get (&sum);
}

double
sy_summary_mean (const double *values,
                 guint         n)
{
  g_return_val_if_fail (n >= 1, 0);

  return sy_summary_sum (values, n) / n;
}

double
sy_summary_sd (const double *values,
               guint         n)
{
  Sum squares = { 0 };
  double mean;

  g_return_val_if_fail (n >= 2, 0);

  mean = sy_summary_mean (values, n);
  for (guint i = 0; i < n; i++)
    sum_add (&squares, (values[i] - mean) * (values[i] - mean));

  return sqrt (sum_get (&squares) / (n - 1));
}

double
sy_summary_geometric_mean (const double *values,
                           guint         n)
{
  Sum logs = { 0 };

  g_return_val_if_fail (n >= 1, 0);

  for (guint i = 0; i < n; i++)
    sum_add (&logs, log (values[i]));

  return exp (sum_get (&logs) / n);
}

double
sy_summary_fairness (const double *shares,
                     guint         n)
{
  Sum squares = { 0 };
  double sum;

  g_return_val_if_fail (n >= 1, 1);

  sum = sy_summary_sum (shares, n);
  if (sum == 0)
    return 1;

  for (guint i = 0; i < n; i++)
    sum_add (&squares, (shares[i] / sum) * (shares[i] / sum));

  return 1 / (n * sum_get (&squares));
}

double
sy_summary_noise (const double *before,
                  const double *after,
                  guint         n)
{
  Sum squares = { 0 };

  g_return_val_if_fail (n >= 1, 1);

  for (guint i = 0; i < n; i++)
    {
      double log_ratio = log (before[i] / after[i]);

      sum_add (&squares, log_ratio * log_ratio);
    }

  return exp (sqrt (sum_get (&squares) / n));
}
