/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-run-chart-private.h"

#include <glib/gi18n-lib.h>

static const SyPhasePlan *
get_plan (const SyRunView *view,
          guint            phase)
{
  return &((const SyPhase *) view->run->phases->pdata[phase])->plan;
}

/* Whether two phases differ in how much load there is, and in nothing else. */
static gboolean
is_same_but_for_load (const SyPhasePlan *a,
                      const SyPhasePlan *b)
{
  g_autofree char *a_steps = sy_workload_format (&a->workload);
  g_autofree char *b_steps = sy_workload_format (&b->workload);

  return g_str_equal (a_steps, b_steps) && a->load == b->load && a->placement == b->placement
         && a->think_time_ns == b->think_time_ns
         && (a->load == SY_LOAD_CLOSED || a->n_connections == b->n_connections);
}

/* With a fixed number of clients the throughput is what grows; with a given rate, the time is. */
static const SyFigure *
get_figure (const SyArmResult *result,
            gboolean           is_closed)
{
  return is_closed ? &result->requests_per_s : &result->response_ns[SY_QUANTILE_P90];
}

static SyChartSweepPoint
make_point (const SyRunView *view,
            guint            phase,
            guint            server)
{
  const SyPhasePlan *plan = get_plan (view, phase);
  const SyArmResult *result = sy_analysis_get_result (view->analysis, phase, server);
  gboolean is_closed = plan->load == SY_LOAD_CLOSED;
  SyChartSweepPoint point = {
    .server = server,
    .load = is_closed ? plan->n_connections : plan->rate_per_s,
    .is_missing = result == NULL || !get_figure (result, is_closed)->is_present,
  };

  if (!point.is_missing)
    point.interval = get_figure (result, is_closed)->interval;
  for (guint i = 0; result != NULL && i < SY_N_FAILURES; i++)
    point.n_failed += (guint) MIN (result->n_failed[i], G_MAXINT / SY_N_FAILURES);

  return point;
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const SyChartSweepPoint *first = a;
  const SyChartSweepPoint *second = b;

  if (first->server != second->server)
    return first->server < second->server ? -1 : 1;

  return (first->load > second->load) - (first->load < second->load);
}

/* A rate that was to be derived from a capacity nobody could measure is no load. */
static GArray *
list_points (const SyRunView *view)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (SyChartSweepPoint));

  for (guint phase = 0; phase < view->run->phases->len; phase++)
    for (guint server = 0; server < view->n_servers; server++)
      {
        SyChartSweepPoint point = make_point (view, phase, server);

        if (is_same_but_for_load (get_plan (view, phase), &view->phase->plan) && point.load > 0)
          g_array_append_val (points, point);
      }
  g_array_sort (points, compare_points);

  return points;
}

gboolean
sy_run_chart_has_sweep (const SyRunView *view)
{
  guint n_loads = 0;

  for (guint i = 0; i < view->run->phases->len; i++)
    if (is_same_but_for_load (get_plan (view, i), &view->phase->plan))
      n_loads++;

  return n_loads > 1;
}

SyChart *
sy_run_chart_make_sweep (const SyRunView *view)
{
  gboolean is_closed = view->phase->plan.load == SY_LOAD_CLOSED;
  g_autoptr(GArray) points = list_points (view);
  SyChartWords words = {
    .title = view->title, .circumstances = sy_scene_get_title (view->phase->plan.scene),
  };

  return sy_chart_new_sweep (&words, is_closed ? SY_SWEEP_CONNECTIONS : SY_SWEEP_RATE,
                             is_closed ? _("Requests per second")
                                       : _("Response time of nine in ten"),
                             is_closed ? SY_FORMAT_RATE : SY_FORMAT_DURATION,
                             view->servers, view->n_servers,
                             (const SyChartSweepPoint *) (const void *) points->data,
                             points->len);
}
