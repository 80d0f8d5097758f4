/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decision/sy-smaa.h"

#include <string.h>

static void
add_product (const double *values,
             const double *weights,
             guint         n,
             double       *totals)
{
  for (guint i = 0; i < n; i++)
    totals[i] += weights[i] * values[i];
}

static void
add_scaled (const double *values,
            double        weight,
            guint         n,
            double       *totals)
{
  for (guint i = 0; i < n; i++)
    totals[i] += weight * values[i];
}

static void
add_up (SySmaa       *self,
        const double *values,
        const double *weights)
{
  for (guint k = 0; k < self->n_objectives; k++)
    for (guint i = 0; i < self->n_options; i++)
      add_product (values + ((gsize) k * self->n_options + i) * self->n_draws,
                   weights + (gsize) k * self->n_draws, self->n_draws,
                   self->totals + (gsize) i * self->n_draws);
  for (guint i = 0; i < self->n_options; i++)
    {
      double sum = 0;

      for (guint d = 0; d < self->n_draws; d++)
        sum += self->totals[(gsize) i * self->n_draws + d];
      self->means[i] = sum / self->n_draws;
    }
}

/* How many are better, and how many are as good, itself included. */
static void
rank_option (const double *totals,
             guint         n_options,
             guint         n_draws,
             guint         option,
             guint         draw,
             guint        *n_better,
             guint        *n_equal)
{
  double own = totals[(gsize) option * n_draws + draw];

  *n_better = *n_equal = 0;
  for (guint i = 0; i < n_options; i++)
    {
      double other = totals[(gsize) i * n_draws + draw];

      *n_better += other > own;
      *n_equal += other == own;
    }
}

/* Those of the same value share their ranks, and a first rank its weights, evenly. */
static void
add_rank (SySmaa       *self,
          const double *weights,
          guint         option,
          guint         draw)
{
  guint n_better, n_equal;
  double share;

  rank_option (self->totals, self->n_options, self->n_draws, option, draw, &n_better, &n_equal);
  share = 1.0 / n_equal;
  for (guint rank = n_better; rank < n_better + n_equal; rank++)
    self->acceptability[option * self->n_options + rank] += share;
  if (n_better > 0)
    return;

  for (guint k = 0; k < self->n_objectives; k++)
    self->central_weights[option * self->n_objectives + k]
      += share * weights[(gsize) k * self->n_draws + draw];
}

static void
take_means (SySmaa *self,
            guint   option)
{
  double n_firsts = self->acceptability[option * self->n_options];

  for (guint k = 0; k < self->n_objectives && n_firsts > 0; k++)
    self->central_weights[option * self->n_objectives + k] /= n_firsts;
  for (guint rank = 0; rank < self->n_options; rank++)
    self->acceptability[option * self->n_options + rank] /= self->n_draws;
}

static double
find_confidence (const SySmaa *self,
                 const double *values,
                 double       *totals,
                 guint         option)
{
  gsize n_totals = (gsize) self->n_options * self->n_draws;
  double n_firsts = 0;

  memset (totals, 0, n_totals * sizeof *totals);
  for (guint k = 0; k < self->n_objectives; k++)
    for (guint i = 0; i < self->n_options; i++)
      add_scaled (values + ((gsize) k * self->n_options + i) * self->n_draws,
                  self->central_weights[option * self->n_objectives + k], self->n_draws,
                  totals + (gsize) i * self->n_draws);
  for (guint draw = 0; draw < self->n_draws; draw++)
    {
      guint n_better, n_equal;

      rank_option (totals, self->n_options, self->n_draws, option, draw, &n_better, &n_equal);
      n_firsts += n_better == 0 ? 1.0 / n_equal : 0;
    }

  return n_firsts / self->n_draws;
}

SySmaa *
sy_smaa_new (const double *values,
             const double *weights,
             guint         n_objectives,
             guint         n_options,
             guint         n_draws)
{
  SySmaa *self = g_new0 (SySmaa, 1);
  g_autofree double *totals = g_new (double, (gsize) n_options * n_draws);

  g_assert (n_options > 0 && n_draws > 0);
  self->n_options = n_options;
  self->n_objectives = n_objectives;
  self->n_draws = n_draws;
  self->acceptability = g_new0 (double, n_options * n_options);
  self->central_weights = g_new0 (double, n_options * n_objectives);
  self->confidence = g_new0 (double, n_options);
  self->means = g_new0 (double, n_options);
  self->totals = g_new0 (double, (gsize) n_options * n_draws);

  add_up (self, values, weights);
  for (guint i = 0; i < n_options; i++)
    {
      for (guint draw = 0; draw < n_draws; draw++)
        add_rank (self, weights, i, draw);
      take_means (self, i);
      if (self->acceptability[i * n_options] > 0)
        self->confidence[i] = find_confidence (self, values, totals, i);
    }

  return self;
}

void
sy_smaa_free (SySmaa *self)
{
  g_free (self->acceptability);
  g_free (self->central_weights);
  g_free (self->confidence);
  g_free (self->means);
  g_free (self->totals);
  g_free (self);
}
