/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-lineup-chart.h"

#include <glib/gi18n-lib.h>

#include "chart/sy-charts.h"

typedef struct
{
  const SyLineup *lineup;
  guint           phase;
  gboolean        is_closed;
  GArray         *bars;
  GPtrArray      *names;
} Builder;

static void
add_bar (Builder *self,
         guint    arm,
         guint    entry)
{
  const SyRun *first = g_array_index (self->lineup->entries, SyLineupEntry, 0).run;
  const SyArmResult *result = sy_lineup_get_result (self->lineup, entry, self->phase, arm);
  const SyFigure *figure = NULL;
  SyChartBar bar = { .server.style = arm, .is_missing = TRUE };

  if (result != NULL)
    figure = self->is_closed ? &result->requests_per_s : &result->response_ns[SY_QUANTILE_P90];
  if (figure != NULL && figure->is_present)
    {
      bar.interval = figure->interval;
      bar.is_missing = FALSE;
    }

  /* Translators: a server, and the number of a run. */
  bar.server.name = g_strdup_printf (_("%s, run %u"),
                                     _(((const SyArm *) first->plan->arms->pdata[arm])->name),
                                     entry + 1);
  g_ptr_array_add (self->names, (gpointer) bar.server.name);
  g_array_append_val (self->bars, bar);
}

static void
add_bars (Builder *self)
{
  const SyRun *first = g_array_index (self->lineup->entries, SyLineupEntry, 0).run;

  for (guint arm = 0; arm < first->plan->arms->len; arm++)
    for (guint i = 0; i < self->lineup->entries->len; i++)
      if (sy_lineup_is_shared (self->lineup, self->phase, arm))
        add_bar (self, arm, i);
}

/* What the runs find together; %NULL where they have no verdicts. */
static char *
say_finding (const SyLineup *lineup,
             guint           phase)
{
  for (guint i = 0; i < lineup->findings->len; i++)
    {
      const SyLineupFinding *finding = &g_array_index (lineup->findings, SyLineupFinding, i);

      if (finding->phase == phase)
        return sy_lineup_say_finding (finding);
    }

  return NULL;
}

SyChart *
sy_lineup_chart_new (const SyLineup *lineup,
                     guint           phase)
{
  g_autoptr(GArray) bars = g_array_new (FALSE, TRUE, sizeof (SyChartBar));
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const SyPhasePlan *plan = sy_lineup_get_plan (lineup, 0, phase);
  Builder builder = { lineup, phase, plan->load == SY_LOAD_CLOSED, bars, names };
  g_autofree char *finding = say_finding (lineup, phase);
  SyChartWords words = { .finding = finding };

  add_bars (&builder);
  if (bars->len == 0)
    return NULL;

  if (builder.is_closed)
    return sy_chart_new_comparison (&words, _("Requests per second"), SY_FORMAT_RATE,
                                    &g_array_index (bars, SyChartBar, 0), bars->len);

  return sy_chart_new_comparison (&words, _("Response time of nine in ten"), SY_FORMAT_DURATION,
                                  &g_array_index (bars, SyChartBar, 0), bars->len);
}
