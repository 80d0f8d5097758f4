/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-run-chart-private.h"

static gboolean
has_loops (const SyArm *arm)
{
  return arm->architecture == SY_ARCHITECTURE_EVENT_LOOP
         || arm->architecture == SY_ARCHITECTURE_MULTI_LOOP;
}

SyChart *
sy_run_chart_make_architecture (const SyRunView *view)
{
  SyChartWords words = { .title = view->title, .circumstances = view->circumstances };
  SyChartArchitecture sides[SY_ARCHITECTURE_MAX_SIDES];
  guint n_sides = 0;

  for (guint arm = 0; arm < view->n_servers && n_sides < SY_ARCHITECTURE_MAX_SIDES; arm++)
    {
      const SyTrace *trace = sy_phase_find_trace (view->phase, arm);

      if (trace != NULL)
        sides[n_sides++] = (SyChartArchitecture) {
          .name = view->servers[arm].name,
          .style = view->servers[arm].style,
          .is_loop = has_loops (view->run->plan->arms->pdata[arm]),
          .trace = trace,
        };
    }

  return sy_chart_new_architecture (&words, sides, n_sides);
}

gboolean
sy_run_chart_has_architecture (const SyRunView *view)
{
  return sy_phase_has_traces (view->phase);
}
