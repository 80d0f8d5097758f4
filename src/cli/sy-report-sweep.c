/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-report.h"

#include <glib/gi18n-lib.h>

#include "cli/sy-columns.h"
#include "cli/sy-series-table.h"
#include "cli/sy-terminal.h"

static const char *const indent = "  ";

static char *
say_load (const SyRun *run,
          guint        phase)
{
  return sy_phase_plan_say_load (&((const SyPhase *) run->phases->pdata[phase])->plan);
}

static void
append_arm (GString          *text,
            const SyRun      *run,
            const SyAnalysis *analysis,
            guint             arm)
{
  g_autoptr(SyColumns) table = sy_series_table_new ();
  g_autofree char *lines = NULL;

  for (guint phase = 0; phase < run->phases->len; phase++)
    {
      g_autofree char *load = say_load (run, phase);

      sy_series_table_add (table, load, sy_analysis_get_result (analysis, phase, arm));
    }

  lines = sy_columns_format (table, indent);
  sy_terminal_append (text, SY_STYLE_STRONG,
                      _(((const SyArm *) run->plan->arms->pdata[arm])->name));
  g_string_append_printf (text, "\n%s\n", lines);
}

static const char *
say_winner (const SyRun     *run,
            const SyVerdict *verdict)
{
  switch (verdict->comparison.winner)
    {
    case SY_WINNER_A:
      return _(((const SyArm *) run->plan->arms->pdata[verdict->a])->name);
    case SY_WINNER_B:
      return _(((const SyArm *) run->plan->arms->pdata[verdict->b])->name);
    case SY_WINNER_TOO_CLOSE:
    default:
      return _("too close to call");
    }
}

static void
add_verdict_row (SyColumns       *table,
                 const SyRun     *run,
                 const SyVerdict *verdict)
{
  SyInterval ratio = verdict->comparison.ratio;

  sy_columns_take (table, say_load (run, verdict->phase));
  sy_columns_take (table, g_strdup_printf ("%.2f", ratio.value));
  sy_columns_take (table, g_strdup_printf (_("%.2f to %.2f"), ratio.low, ratio.high));
  sy_columns_add (table, say_winner (run, verdict));
}

/* How two servers compare under each load. */
static void
append_pair (GString          *text,
             const SyRun      *run,
             const SyAnalysis *analysis,
             guint             a,
             guint             b)
{
  g_autoptr(SyColumns) table = sy_columns_new ("lrll");
  g_autofree char *title = NULL;
  g_autofree char *lines = NULL;

  for (guint phase = 0; phase < run->phases->len; phase++)
    {
      const SyVerdict *verdict = sy_analysis_get_verdict (analysis, phase, a, b);

      if (verdict != NULL)
        add_verdict_row (table, run, verdict);
    }

  lines = sy_columns_format (table, indent);
  if (*lines == '\0')
    return;
  /* Translators: two servers. */
  title = g_strdup_printf (((const SyPhase *) run->phases->pdata[0])->plan.load == SY_LOAD_CLOSED
                           ? _("%s to %s, requests/s")
                           : _("%s to %s, response time p90"),
                           _(((const SyArm *) run->plan->arms->pdata[a])->name),
                           _(((const SyArm *) run->plan->arms->pdata[b])->name));
  sy_terminal_append (text, SY_STYLE_STRONG, title);
  g_string_append_printf (text, "\n%s\n", lines);
}

char *
sy_report_format_sweep (const SyRun      *run,
                        const SyAnalysis *analysis,
                        gboolean          is_brief)
{
  GString *text = g_string_new (NULL);
  guint n_arms = run->plan->arms->len;

  for (guint arm = 0; arm < n_arms && !is_brief; arm++)
    append_arm (text, run, analysis, arm);
  for (guint a = 0; a < n_arms; a++)
    for (guint b = a + 1; b < n_arms; b++)
      append_pair (text, run, analysis, a, b);

  sy_report_append_stamp (text, run, analysis);
  return g_string_free (text, FALSE);
}
