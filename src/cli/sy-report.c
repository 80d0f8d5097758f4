/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-report.h"

#include <glib/gi18n-lib.h>

#include "cli/sy-report-table.h"
#include "cli/sy-terminal.h"
#include "cli/sy-words.h"

static const char *const indent = "  ";

static void
append_wrapped (GString    *text,
                SyStyle     style,
                const char *sentence)
{
  g_autofree char *lines = sy_words_wrap (sentence, indent, SY_REPORT_COLUMNS);

  sy_terminal_append (text, style, lines);
}

void
sy_report_append_finding (GString    *text,
                          const char *sentence)
{
  append_wrapped (text, SY_STYLE_STRONG, sentence);
}

static const SyPhase *
get_phase (const SyRun *run,
           guint        phase)
{
  return run->phases->pdata[phase];
}

static void
append_heading (GString           *text,
                const SyPhasePlan *plan)
{
  const SyScene *scene = sy_scenes_find (plan->scene, NULL);
  g_autofree char *workload = sy_workload_format (&plan->workload);
  g_autofree char *steps = g_strdup_printf (_("What one request does: %s"), workload);

  sy_terminal_append (text, SY_STYLE_STRONG, sy_scene_get_title (plan->scene));
  g_string_append_c (text, '\n');
  append_wrapped (text, SY_STYLE_FAINT, steps);
  if (scene != NULL)
    append_wrapped (text, SY_STYLE_FAINT, _(scene->lesson));
  g_string_append_c (text, '\n');
}

/* A pinned row has no say, so it gets its figures and no sentence with a winner. */
static char *
say_sensitivity (const SyRun     *run,
                 const SyVerdict *verdict)
{
  const SyArm *a = run->plan->arms->pdata[verdict->a];
  const SyArm *b = run->plan->arms->pdata[verdict->b];
  SyInterval ratio = verdict->comparison.ratio;

  /* Translators: two servers, then the ratio of their requests a second and its bounds. */
  return g_strdup_printf (_("With servers and load on processors of their own, %s to %s is "
                            "%.2f (%.2f to %.2f)"),
                          _(a->name), _(b->name), ratio.value, ratio.low, ratio.high);
}

static void
append_findings (GString          *text,
                 const SyRun      *run,
                 const SyAnalysis *analysis,
                 guint             phase)
{
  gboolean is_any = FALSE;

  for (guint i = 0; i < analysis->verdicts->len; i++)
    {
      const SyVerdict *verdict = &g_array_index (analysis->verdicts, SyVerdict, i);
      g_autofree char *sentence = NULL;

      if (verdict->phase != phase)
        continue;
      sentence = verdict->is_sensitivity ? say_sensitivity (run, verdict)
                                         : sy_analysis_say_verdict (analysis, run, verdict);
      sy_report_append_finding (text, sentence);
      is_any = TRUE;
    }

  if (!is_any && run->plan->arms->len == 1)
    append_wrapped (text, SY_STYLE_PLAIN, _("Measured alone: there is nothing to compare with"));
  if (is_any || run->plan->arms->len == 1)
    g_string_append_c (text, '\n');
}

static gboolean
has_results (const SyRun      *run,
             const SyAnalysis *analysis,
             guint             phase)
{
  for (guint arm = 0; arm < run->plan->arms->len; arm++)
    if (sy_analysis_get_result (analysis, phase, arm) != NULL)
      return TRUE;

  return FALSE;
}

/* Each scene gets its heading once, however many loads it has. */
static gboolean
begins_scene (const SyRun *run,
              guint        phase)
{
  return phase == 0
         || g_strcmp0 (get_phase (run, phase)->plan.scene,
                       get_phase (run, phase - 1)->plan.scene) != 0;
}

/* The pinned row comes back to a scene that was shown already, to ask another question. */
static void
append_sensitivity_heading (GString           *text,
                            const SyPhasePlan *plan)
{
  g_autofree char *load = sy_phase_plan_say_load (plan);
  g_autofree char *title = NULL;

  /* Translators: a scene and a load. */
  title = g_strdup_printf (_("Does placement matter? %s, %s"), sy_scene_get_title (plan->scene),
                           load);
  sy_terminal_append (text, SY_STYLE_STRONG, title);
  g_string_append_c (text, '\n');
}

char *
sy_report_format (const SyRun      *run,
                  const SyAnalysis *analysis,
                  gboolean          is_brief)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < run->phases->len; i++)
    {
      const SyPhase *phase = get_phase (run, i);

      if (!phase->plan.is_sensitivity && begins_scene (run, i))
        append_heading (text, &phase->plan);
      /* Why nothing was measured is among the warnings. */
      if (!has_results (run, analysis, i))
        continue;
      if (phase->plan.is_sensitivity)
        append_sensitivity_heading (text, &phase->plan);
      append_findings (text, run, analysis, i);
      if (!is_brief && !phase->plan.is_sensitivity)
        sy_report_append_table (text, run, analysis, i);
    }

  sy_report_append_stamp (text, run, analysis);
  return g_string_free (text, FALSE);
}
