/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-run-chart-private.h"

#include <glib/gi18n-lib.h>

static const char *const metric_titles[] = {
  [SY_METRIC_CAPACITY] = N_("Requests per second"),
  [SY_METRIC_RESPONSE_TIME] = N_("Response time of nine in ten"),
};

static const SyFigure *
get_figure (const SyArmResult *result,
            SyMetric           metric)
{
  return metric == SY_METRIC_CAPACITY ? &result->requests_per_s
                                      : &result->response_ns[SY_QUANTILE_P90];
}

/* The finding of the phase, where it has one of this metric. */
static char *
say_finding (const SyRunView *view,
             SyMetric         metric)
{
  for (guint i = 0; i < view->analysis->verdicts->len; i++)
    {
      const SyVerdict *verdict = &g_array_index (view->analysis->verdicts, SyVerdict, i);

      if (verdict->phase == view->phase_index && verdict->metric == metric
          && !verdict->is_sensitivity)
        return sy_analysis_say_verdict (view->analysis, view->run, verdict);
    }

  return NULL;
}

static SyChart *
make_bars (const SyRunView *view,
           SyMetric         metric,
           SyFormat         format)
{
  g_autofree SyChartBar *bars = g_new0 (SyChartBar, view->n_servers);
  g_autofree char *finding = say_finding (view, metric);
  SyChartWords words = {
    .title = view->title,
    .circumstances = view->circumstances,
    .subtitle = metric == SY_METRIC_CAPACITY && !sy_run_chart_has_capacity (view)
                ? _("Requests came at a given rate: this is how many of them were answered, and "
                    "not how many could have been.")
                : NULL,
    .finding = finding,
  };

  for (guint i = 0; i < view->n_servers; i++)
    {
      const SyArmResult *result = sy_analysis_get_result (view->analysis, view->phase_index, i);

      bars[i].server = view->servers[i];
      bars[i].is_missing = result == NULL || !get_figure (result, metric)->is_present;
      if (!bars[i].is_missing)
        bars[i].interval = get_figure (result, metric)->interval;
    }

  return sy_chart_new_comparison (&words, _(metric_titles[metric]), format, bars,
                                  view->n_servers);
}

gboolean
sy_run_chart_has_capacity (const SyRunView *view)
{
  return view->phase->plan.load == SY_LOAD_CLOSED;
}

gboolean
sy_run_chart_has_response_time (const SyRunView *view)
{
  return view->phase->plan.load != SY_LOAD_CLOSED;
}

SyChart *
sy_run_chart_make_capacity (const SyRunView *view)
{
  return make_bars (view, SY_METRIC_CAPACITY, SY_FORMAT_RATE);
}

SyChart *
sy_run_chart_make_response_time (const SyRunView *view)
{
  return make_bars (view, SY_METRIC_RESPONSE_TIME, SY_FORMAT_DURATION);
}

/* Whether all verdicts are of one metric, which the title can say then. */
static gboolean
is_of_one_metric (const SyRunView *view)
{
  const GArray *verdicts = view->analysis->verdicts;

  for (guint i = 1; i < verdicts->len; i++)
    if (g_array_index (verdicts, SyVerdict, i).metric
        != g_array_index (verdicts, SyVerdict, 0).metric)
      return FALSE;

  return verdicts->len > 0;
}

static char *
name_row (const SyRunView *view,
          const SyVerdict *verdict)
{
  g_autofree char *circumstances = sy_run_chart_say_phase (view->run, verdict->phase);

  if (is_of_one_metric (view))
    return g_steal_pointer (&circumstances);

  /* Translators: what was measured, then what is compared. */
  return g_strdup_printf (_("%s · %s"), circumstances, _(metric_titles[verdict->metric]));
}

/* The pinned row only asks whether placement matters, and names no winner. */
static SyChartRatio
make_row (const SyRunView *view,
          const SyVerdict *verdict)
{
  return (SyChartRatio) {
    .name = name_row (view, verdict),
    .ratio = verdict->comparison.ratio,
    .winner = verdict->comparison.winner,
    .is_unjudged = verdict->is_sensitivity,
  };
}

static void
clear_row (gpointer data)
{
  SyChartRatio *row = data;

  g_free ((gpointer) row->name);
}

gboolean
sy_run_chart_has_ratio (const SyRunView *view)
{
  return view->analysis->verdicts->len > 0;
}

/* All phases, of the two servers that were compared first, or would have been. */
SyChart *
sy_run_chart_make_ratio (const SyRunView *view)
{
  const GArray *verdicts = view->analysis->verdicts;
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (SyChartRatio));
  SyChartWords words = { NULL };
  guint a = verdicts->len > 0 ? g_array_index (verdicts, SyVerdict, 0).a : 0;
  guint b = verdicts->len > 0 ? g_array_index (verdicts, SyVerdict, 0).b
                              : MIN (1, view->run->plan->arms->len - 1);

  if (is_of_one_metric (view))
    words.circumstances = _(metric_titles[g_array_index (verdicts, SyVerdict, 0).metric]);
  g_array_set_clear_func (rows, clear_row);
  for (guint i = 0; i < verdicts->len; i++)
    {
      const SyVerdict *verdict = &g_array_index (verdicts, SyVerdict, i);
      SyChartRatio row;

      if (verdict->a != a || verdict->b != b)
        continue;
      row = make_row (view, verdict);
      g_array_append_val (rows, row);
    }

  return sy_chart_new_ratio (&words, &view->servers[a], &view->servers[b],
                             (const SyChartRatio *) (const void *) rows->data, rows->len);
}
