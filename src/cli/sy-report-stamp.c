/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-report.h"

#include <glib/gi18n-lib.h>

#include "cli/sy-terminal.h"
#include "cli/sy-words.h"

static char *
say_warning (const SyRun     *run,
             const SyWarning *warning)
{
  const SyPhasePlan *plan;
  g_autofree char *load = NULL;

  if (warning->phase < 0)
    return g_strdup (warning->text);

  plan = &((const SyPhase *) run->phases->pdata[warning->phase])->plan;
  load = sy_phase_plan_say_load (plan);
  /* Translators: a scene, a load, perhaps where, and what is wrong there. */
  return g_strdup_printf (_("%s, %s%s: %s"), sy_scene_get_title (plan->scene), load,
                          plan->is_sensitivity ? _(", on processors of their own") : "",
                          warning->text);
}

/* What breaks a run is marked by a letter as well as by its colour. */
static void
append_warning (GString         *text,
                const SyRun     *run,
                const SyWarning *warning)
{
  g_autofree char *sentence = say_warning (run, warning);
  g_autofree char *lines = sy_words_wrap (sentence, "    ", SY_REPORT_COLUMNS);

  lines[2] = warning->breaks ? '!' : '-';
  sy_terminal_append (text, warning->breaks ? SY_STYLE_WARNING : SY_STYLE_PLAIN, lines);
}

static void
append_validity (GString          *text,
                 const SyAnalysis *analysis)
{
  if (!analysis->is_valid)
    sy_terminal_append (text, SY_STYLE_WARNING,
                        _("Not valid: what is marked “!” makes its figures unfit to decide by"));
  else if (analysis->warnings->len > 0)
    sy_terminal_append (text, SY_STYLE_GOOD, _("Valid, with this in mind:"));
  else
    sy_terminal_append (text, SY_STYLE_GOOD, _("Valid"));
  g_string_append_c (text, '\n');
}

static void
append_origin (GString     *text,
               const SyRun *run)
{
  g_autofree char *started = g_date_time_format (run->started, "%Y-%m-%d %H:%M:%S UTC");
  const char *cpu = sy_environment_get (run->environment, "cpu");
  const char *n_cpus = sy_environment_get (run->environment, "cpus_usable");
  const char *kernel = sy_environment_get (run->environment, "kernel");
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, run->plan->seed);
  g_autofree char *sentence = NULL;
  g_autofree char *lines = NULL;

  /* Translators: date and time, processor, how many of it can be used, kernel, and the number
   * everything random came from.
   */
  sentence = g_strdup_printf (_("Measured %s on %s (%s usable), %s; seed %s"), started,
                              cpu != NULL ? cpu : _("an unknown processor"),
                              n_cpus != NULL ? n_cpus : "?",
                              kernel != NULL ? kernel : _("an unknown kernel"), seed);
  lines = sy_words_wrap (sentence, "", SY_REPORT_COLUMNS);
  g_string_append (text, lines);
}

void
sy_report_append_stamp (GString          *text,
                        const SyRun      *run,
                        const SyAnalysis *analysis)
{
  append_validity (text, analysis);
  for (guint i = 0; i < analysis->warnings->len; i++)
    append_warning (text, run, analysis->warnings->pdata[i]);
  append_origin (text, run);
}
