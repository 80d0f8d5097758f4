/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-student.h"

#include <math.h>

/*
 * With t = √df · tan θ the probability of lying within ±t is a finite sum in θ.  It rises from 0 at
 * θ = 0 to 1 at π/2, ever more slowly; so Newton's method begun at 0 climbs to the quantile without
 * overshooting, and needs no bracket.
 */

/* 1 + a cos²θ + a b cos⁴θ + …, nested. */
static double
sum_powers (guint  df,
            double cosine)
{
  double square = cosine * cosine;
  double sum = 1;

  for (guint i = df; i >= 4; i -= 2)
    sum = 1 + sum * (square * (i - 3) / (i - 2));

  return sum;
}

static double
get_within (guint  df,
            double angle)
{
  double sine = sin (angle);
  double cosine = cos (angle);

  if (df % 2 == 0)
    return sine * sum_powers (df, cosine);
  if (df == 1)
    return angle * M_2_PI;

  return (angle + sine * cosine * sum_powers (df, cosine)) * M_2_PI;
}

/* The derivative of get_within() is this × cosⁿ⁻¹ θ. */
static double
get_slope_at_zero (guint df)
{
  int sign;

  return M_2_SQRTPI * exp (lgamma_r ((df + 1) / 2.0, &sign) - lgamma_r (df / 2.0, &sign));
}

double
sy_student_within (guint  df,
                   double t)
{
  g_return_val_if_fail (df >= 1 && t >= 0, 0);

  return get_within (df, atan (t / sqrt (df)));
}

double
sy_student_quantile (guint  df,
                     double p)
{
  double slope, step, within;
  double angle = 0;

  g_return_val_if_fail (df >= 1 && p > 0 && p < 1, 0);

  within = fabs (2 * p - 1);
  slope = get_slope_at_zero (df);
  do
    {
      step = (within - get_within (df, angle)) / (slope * pow (cos (angle), df - 1));
      angle += step;
    }
  while (step > angle * 1e-15);

  return copysign (sqrt (df) * tan (angle), p - 0.5);
}
