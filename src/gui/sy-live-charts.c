/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-live-charts.h"

#include <glib/gi18n-lib.h>

#include "core/sy-clock.h"

/* A slice is 100 ms. */
static const double HALF_A_SLICE_S = 0.05;

static SyChartSlice
copy_slice (const SyLiveSlice *slice)
{
  return (SyChartSlice) {
    .at_s = slice->at_ns / (double) SY_NS_PER_S + HALF_A_SLICE_S,
    .requests_per_s = slice->requests_per_s,
    .response_p50_ns = (double) slice->response_p50_ns,
    .response_p99_ns = (double) slice->response_p99_ns,
    .is_missing = slice->response_p99_ns == 0,
  };
}

/* Slices of one turn follow one another. */
static gboolean
is_same_turn (const SyLiveSlice *a,
              const SyLiveSlice *b)
{
  return a->arm == b->arm && a->round == b->round && a->at_ns < b->at_ns;
}

static void
fill_turns (GArray            *turns,
            GArray            *copies,
            const SyLive      *live,
            const SyPhasePlan *phase)
{
  double length_s = (phase->settle_ns + phase->window_ns) / (double) SY_NS_PER_S;

  for (guint i = 0; i < live->slices->len; i++)
    {
      const SyLiveSlice *slice = &g_array_index (live->slices, SyLiveSlice, i);

      if (i == 0 || !is_same_turn (slice - 1, slice))
        {
          SyChartTurn turn = {
            .server = slice->arm,
            .begin_s = length_s * turns->len,
            .length_s = length_s,
            .slices = &g_array_index (copies, SyChartSlice, i),
          };

          g_array_append_val (turns, turn);
        }
      g_array_index (turns, SyChartTurn, turns->len - 1).n_slices++;
    }
}

typedef SyChart *(*MakeChart) (const SyChartWords *words,
                               const SyChartTurns *turns);

static SyChart *
make_chart (const SyPlan *plan,
            const SyLive *live,
            MakeChart     make)
{
  const SyPhasePlan *phase = &g_array_index (plan->phases, SyPhasePlan, live->phase);
  g_autofree SyChartServer *servers = g_new0 (SyChartServer, plan->arms->len);
  g_autoptr(GArray) turns = g_array_new (FALSE, TRUE, sizeof (SyChartTurn));
  g_autoptr(GArray) copies = g_array_sized_new (FALSE, TRUE, sizeof (SyChartSlice),
                                                live->slices->len);
  SyChartTurns all = { .axis = SY_TIME_IN_TURN };

  for (guint i = 0; i < plan->arms->len; i++)
    servers[i] = (SyChartServer) { _(((const SyArm *) plan->arms->pdata[i])->name), i };
  for (guint i = 0; i < live->slices->len; i++)
    {
      SyChartSlice copy = copy_slice (&g_array_index (live->slices, SyLiveSlice, i));

      g_array_append_val (copies, copy);
    }
  fill_turns (turns, copies, live, phase);

  all.servers = servers;
  all.n_servers = plan->arms->len;
  all.turns = &g_array_index (turns, SyChartTurn, 0);
  all.n_turns = turns->len;

  return make (NULL, &all);
}

SyChart *
sy_live_charts_new_throughput (const SyPlan *plan,
                               const SyLive *live)
{
  return make_chart (plan, live, sy_chart_new_throughput);
}

SyChart *
sy_live_charts_new_latency (const SyPlan *plan,
                            const SyLive *live)
{
  return make_chart (plan, live, sy_chart_new_latency);
}
