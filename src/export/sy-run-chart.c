/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-run-chart.h"

#include <glib/gi18n-lib.h>

#include "export/sy-run-chart-private.h"

static const SyRunChartKind kinds[] = {
  { "capacity", N_("Requests per second"), FALSE, FALSE,
    sy_run_chart_has_capacity, sy_run_chart_make_capacity },
  { "response-time", N_("Response time of nine in ten"), FALSE, TRUE,
    sy_run_chart_has_response_time, sy_run_chart_make_response_time },
  { "ratio", N_("How the servers compare"), TRUE, FALSE,
    sy_run_chart_has_ratio, sy_run_chart_make_ratio },
  { "spectrum", N_("Percentiles of response time"), FALSE, TRUE,
    NULL, sy_run_chart_make_spectrum },
  { "throughput", N_("Throughput over time"), FALSE, FALSE,
    NULL, sy_run_chart_make_throughput },
  { "latency", N_("Response time over time"), FALSE, TRUE,
    NULL, sy_run_chart_make_latency },
  { "sweep", N_("As the load grows"), TRUE, FALSE,
    sy_run_chart_has_sweep, sy_run_chart_make_sweep },
  { "loop-lag", N_("How late the event loop is"), FALSE, FALSE,
    sy_run_chart_has_loop_lag, sy_run_chart_make_loop_lag },
  { "lock-wait", N_("Waiting for the interpreter lock"), FALSE, FALSE,
    sy_run_chart_has_lock_wait, sy_run_chart_make_lock_wait },
  { "lock-held", N_("Holding the interpreter lock"), FALSE, FALSE,
    sy_run_chart_has_lock_held, sy_run_chart_make_lock_held },
  { "architecture", N_("The architectures at work"), FALSE, FALSE,
    sy_run_chart_has_architecture, sy_run_chart_make_architecture },
};

const SyRunChartKind *
sy_run_chart_kinds_get (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

const SyRunChartKind *
sy_run_chart_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return &kinds[i];

  return NULL;
}

char *
sy_run_chart_say_phase (const SyRun *run,
                        guint        phase)
{
  const SyPhasePlan *plan = &((const SyPhase *) run->phases->pdata[phase])->plan;
  g_autofree char *load = sy_phase_plan_say_load (plan);

  if (plan->is_sensitivity)
    /* Translators: a scene and a load. */
    return g_strdup_printf (_("%s · %s · on processors of their own"),
                            sy_scene_get_title (plan->scene), load);

  /* Translators: a scene and a load. */
  return g_strdup_printf (_("%s · %s"), sy_scene_get_title (plan->scene), load);
}

static gboolean
is_open (const SyPhasePlan *plan)
{
  return plan->load != SY_LOAD_CLOSED;
}

int
sy_run_chart_choose_phase (const SyRunChartKind *kind,
                           const SyRun          *run,
                           const char           *scene)
{
  int choice = -1;

  for (guint i = 0; i < run->phases->len; i++)
    {
      const SyPhasePlan *plan = &((const SyPhase *) run->phases->pdata[i])->plan;

      if (plan->is_sensitivity || (scene != NULL && !g_str_equal (plan->scene, scene)))
        continue;
      if (is_open (plan) == kind->prefers_open)
        return (int) i;
      if (choice < 0)
        choice = (int) i;
    }

  return choice;
}

static SyChartServer *
list_servers (const SyRun *run)
{
  SyChartServer *servers = g_new0 (SyChartServer, run->plan->arms->len);

  for (guint i = 0; i < run->plan->arms->len; i++)
    {
      servers[i].name = _(((const SyArm *) run->plan->arms->pdata[i])->name);
      servers[i].style = i;
    }

  return servers;
}

gboolean
sy_run_chart_has_service (const SyRunView *view)
{
  const SyPhasePlan *plan = &view->phase->plan;

  return is_open (plan) || plan->think_time_ns > 0;
}

static SyRunView
look_at (const SyRun      *run,
         const SyAnalysis *analysis,
         guint             phase)
{
  return (SyRunView) {
    .run = run,
    .analysis = analysis,
    .phase_index = phase,
    .phase = run->phases->pdata[phase],
    .n_servers = run->plan->arms->len,
  };
}

gboolean
sy_run_chart_kind_fits (const SyRunChartKind *kind,
                        const SyRun          *run,
                        const SyAnalysis     *analysis,
                        guint                 phase)
{
  SyRunView view = look_at (run, analysis, phase);

  return kind->fits == NULL || kind->fits (&view);
}

/* A picture travels alone, so its title says what was measured. */
SyChart *
sy_run_chart_new (const SyRunChartKind *kind,
                  const SyRun          *run,
                  const SyAnalysis     *analysis,
                  guint                 phase)
{
  g_autofree char *circumstances = sy_run_chart_say_phase (run, phase);
  g_autofree SyChartServer *servers = list_servers (run);
  SyRunView view = look_at (run, analysis, phase);

  view.title = _(kind->title);
  view.circumstances = circumstances;
  view.servers = servers;

  return kind->make (&view);
}
