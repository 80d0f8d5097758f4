/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-run-chart-private.h"

/* Two have room beside each other: the first of the plan that were recorded. */
enum { MAX_SIDES = 2 };

static const SyTrace *
find_trace (const SyRunView *view,
            guint            arm)
{
  for (guint i = 0; i < view->phase->turns->len; i++)
    {
      const SyTurn *turn = view->phase->turns->pdata[i];

      if (turn->arm == arm && turn->trace != NULL && !turn->is_voided)
        return turn->trace;
    }

  return NULL;
}

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
  SyChartArchitecture sides[MAX_SIDES];
  guint n_sides = 0;

  for (guint arm = 0; arm < view->n_servers && n_sides < MAX_SIDES; arm++)
    {
      const SyTrace *trace = find_trace (view, arm);

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
  for (guint arm = 0; arm < view->n_servers; arm++)
    if (find_trace (view, arm) != NULL)
      return TRUE;

  return FALSE;
}
