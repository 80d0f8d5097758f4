/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-figure.h"

#include "core/sy-clock.h"
#include "stats/sy-summary.h"

static const double CONFIDENCE = 0.95;

SyFigure
sy_figure_new (double value)
{
  return (SyFigure) { .is_present = TRUE, .interval = { value, value, value } };
}

/* The mean of logs is the paired comparison with ones. */
SyFigure
sy_figure_from_turns (const double *values,
                      guint         n)
{
  g_autofree double *ones = g_new (double, n + 1);
  SyFigure figure = { 0 };

  for (guint i = 0; i < n; i++)
    {
      if (!(values[i] > 0))
        return figure;
      ones[i] = 1;
    }

  if (n == 1)
    return sy_figure_new (values[0]);

  figure.has_interval = sy_paired_ratio (values, ones, n, CONFIDENCE, &figure.interval);
  figure.is_present = figure.has_interval;
  return figure;
}

double
sy_turn_get_requests_per_s (const SyTurn *self)
{
  return (double) self->trial->n_completed_in_window * SY_NS_PER_S /
         (double) self->trial->window_ns;
}

gboolean
sy_turn_tell_cpu_per_request (const SyTurn *self,
                              double       *value_ns)
{
  if (!self->has_server_cpu || self->trial->n_completed_in_window == 0)
    return FALSE;

  *value_ns = (double) self->server_cpu_ns / (double) self->trial->n_completed_in_window;
  return TRUE;
}

gboolean
sy_turn_tell_quantile (const SyTurn      *self,
                       const SyHistogram *times,
                       double             quantile,
                       double            *value_ns)
{
  double n_completed = (double) self->trial->n_completed;
  double n_late = (double) (self->trial->n_failed[SY_FAILURE_TIME_OUT] +
                            self->trial->n_unfinished);
  double among_completed;

  if (n_completed == 0)
    return FALSE;

  among_completed = quantile * (n_completed + n_late) / n_completed;
  if (among_completed >= 1 || !sy_histogram_can_tell (times, among_completed))
    return FALSE;

  *value_ns = (double) sy_histogram_get_quantile (times, among_completed);
  return TRUE;
}

double
sy_turn_get_jain (const SyTurn *self)
{
  GArray *counts = self->trial->per_connection;
  g_autofree double *values = g_new (double, counts->len + 1);

  for (guint i = 0; i < counts->len; i++)
    values[i] = (double) g_array_index (counts, guint64, i);

  return sy_summary_fairness (values, counts->len);
}
