/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-run-chart-private.h"

#include "core/sy-clock.h"

static double
to_s (gint64 time_ns)
{
  return (double) time_ns / SY_NS_PER_S;
}

static SyChartSlice
convert_slice (const SySlice *slice)
{
  SyChartSlice converted = {
    .at_s = to_s (slice->start_ns + slice->duration_ns / 2),
    .n_failed = slice->n_failed,
    .is_missing = slice->duration_ns <= 0,
  };

  if (converted.is_missing)
    return converted;

  converted.requests_per_s = slice->n_completed / to_s (slice->duration_ns);
  converted.response_p50_ns = (double) slice->response_p50_ns;
  converted.response_p99_ns = (double) slice->response_p99_ns;
  converted.service_p50_ns = (double) slice->service_p50_ns;
  converted.service_p99_ns = (double) slice->service_p99_ns;
  return converted;
}

static SyChartSlice *
convert_slices (const GArray *slices,
                gboolean      needs_quantiles)
{
  SyChartSlice *converted = g_new (SyChartSlice, slices->len);

  for (guint i = 0; i < slices->len; i++)
    {
      const SySlice *slice = &g_array_index (slices, SySlice, i);

      converted[i] = convert_slice (slice);
      converted[i].is_missing |= needs_quantiles && !slice->has_quantiles;
    }

  return converted;
}

static void
clear_turn (gpointer data)
{
  SyChartTurn *turn = data;

  g_free ((gpointer) turn->slices);
}

static GArray *
convert_turns (const SyRunView *view,
               gboolean         needs_quantiles)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (SyChartTurn));

  g_array_set_clear_func (turns, clear_turn);
  for (guint i = 0; i < view->phase->turns->len; i++)
    {
      const SyTurn *turn = view->phase->turns->pdata[i];
      const GArray *slices = turn->trial->slices;
      SyChartTurn converted = {
        .server = turn->arm,
        .begin_s = to_s (turn->started_at_ns),
        .length_s = to_s (turn->duration_ns),
        .n_slices = slices->len,
      };

      if (turn->is_voided)
        continue;
      converted.slices = convert_slices (slices, needs_quantiles);
      g_array_append_val (turns, converted);
    }

  return turns;
}

static SyChart *
make (const SyRunView *view,
      gboolean         needs_quantiles,
      SyChart       *(*construct) (const SyChartWords *words,
                                   const SyChartTurns *turns))
{
  g_autoptr(GArray) converted = convert_turns (view, needs_quantiles);
  SyChartWords words = { .title = view->title, .circumstances = view->circumstances };
  SyChartTurns turns = {
    .servers = view->servers,
    .n_servers = view->n_servers,
    .turns = (const SyChartTurn *) (const void *) converted->data,
    .n_turns = converted->len,
    .axis = SY_TIME_ELAPSED,
    .has_service = sy_run_chart_has_service (view),
  };

  return construct (&words, &turns);
}

SyChart *
sy_run_chart_make_throughput (const SyRunView *view)
{
  return make (view, FALSE, sy_chart_new_throughput);
}

SyChart *
sy_run_chart_make_latency (const SyRunView *view)
{
  return make (view, TRUE, sy_chart_new_latency);
}
