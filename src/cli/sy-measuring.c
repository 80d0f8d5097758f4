/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-measuring.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "cli/sy-fail-if.h"
#include "cli/sy-output.h"
#include "cli/sy-report-json.h"
#include "cli/sy-report.h"
#include "cli/sy-runner.h"
#include "cli/sy-terminal.h"
#include "cli/sy-values.h"
#include "lab/sy-run-store.h"

static void
clear_condition (gpointer condition)
{
  sy_fail_if_clear (condition);
}

/* Read and checked before anything is measured: a minute later is too late to learn of a typo. */
static gboolean
read_conditions (const SyOptions  *options,
                 const SyPlan     *plan,
                 GArray           *conditions,
                 GError          **error)
{
  GError *problem = NULL;

  for (guint i = 0; options->fail_if != NULL && options->fail_if[i] != NULL; i++)
    {
      SyFailIf condition = { NULL };

      if (!sy_fail_if_parse (options->fail_if[i], &condition, &problem))
        return sy_value_blame ("fail-if", problem, error);
      g_array_append_val (conditions, condition);
      if (!sy_fail_if_check (&g_array_index (conditions, SyFailIf, i), plan, &problem))
        return sy_value_blame ("fail-if", problem, error);
    }

  return TRUE;
}

static gboolean
save (const SyRun      *run,
      const SyOptions  *options,
      char            **path,
      GError          **error)
{
  g_autofree char *target = options->output != NULL ? g_strdup (options->output)
                                                    : sy_run_store_get_path (run);

  if (!sy_run_save (run, target, options->force ? SY_FILE_REPLACE : SY_FILE_KEEP_EXISTING, error))
    {
      g_prefix_error (error, _("The run could not be saved: "));
      return FALSE;
    }

  *path = g_steal_pointer (&target);
  return TRUE;
}

static void
show_text (const SyRun      *run,
           const SyAnalysis *analysis,
           const SyOptions  *options,
           SyReportFunc      format,
           const char       *path)
{
  g_autofree char *text = format (run, analysis, options->quiet);

  g_print ("%s", text);
  if (path != NULL && !options->quiet)
    g_print (_("Saved as %s\n"), path);
}

void
sy_measuring_show (const SyRun      *run,
                   const SyAnalysis *analysis,
                   const SyOptions  *options,
                   SyReportFunc      format,
                   const char       *path)
{
  g_autofree char *text = NULL;

  if (!options->json)
    {
      show_text (run, analysis, options, format, path);
      return;
    }

  text = sy_report_format_json (run, analysis, path);
  sy_terminal_write (text);
}

/* Whether any of them holds; what cannot be told is said, because it is not the same as “no”. */
static gboolean
judge_conditions (const GArray     *conditions,
                  const SyRun      *run,
                  const SyAnalysis *analysis)
{
  gboolean holds = FALSE;

  for (guint i = 0; i < conditions->len; i++)
    {
      const SyFailIf *condition = &g_array_index (conditions, SyFailIf, i);
      SyTruth truth = sy_fail_if_evaluate (condition, run, analysis);

      if (truth == SY_TRUTH_TRUE)
        g_printerr (_("steelyard-cli: --fail-if %s holds\n"), condition->text);
      if (truth == SY_TRUTH_UNKNOWN)
        g_printerr (_("steelyard-cli: --fail-if %s cannot be told from what was measured; more "
                      "pairs narrow the interval (--pairs)\n"),
                    condition->text);
      holds |= truth == SY_TRUTH_TRUE;
    }

  return holds;
}

static gboolean
has_problem (const SyRun *run)
{
  for (guint i = 0; i < run->phases->len; i++)
    if (((const SyPhase *) run->phases->pdata[i])->problem != NULL)
      return TRUE;

  return FALSE;
}

static SyExit
conclude (const SyRun      *run,
          const SyOptions  *options,
          SyReportFunc      format,
          const GArray     *conditions,
          GError          **error)
{
  g_autoptr(SyAnalysis) analysis = sy_analysis_new (run);
  g_autofree char *path = NULL;
  gboolean is_saved = analysis->results->len > 0 && save (run, options, &path, error);
  gboolean holds;

  if (!run->is_complete)
    g_printerr ("%s\n", is_saved ? _("Stopped early; what was measured is saved")
                                 : _("Stopped early; nothing is saved"));
  sy_measuring_show (run, analysis, options, format, path);
  holds = judge_conditions (conditions, run, analysis);

  if (!is_saved || !run->is_complete || has_problem (run))
    return SY_EXIT_FAILED;

  return holds ? SY_EXIT_CONDITION_HOLDS : SY_EXIT_DONE;
}

SyExit
sy_measuring_carry_out (const SyPlan     *plan,
                        const SyOptions  *options,
                        SyReportFunc      format,
                        GError          **error)
{
  g_autoptr(GArray) conditions = g_array_new (FALSE, TRUE, sizeof (SyFailIf));
  g_autoptr(SyRun) run = NULL;
  gboolean shows_progress = !options->quiet && isatty (STDERR_FILENO);

  g_array_set_clear_func (conditions, clear_condition);
  if (!read_conditions (options, plan, conditions, error) || !sy_output_check (options, error))
    return SY_EXIT_FAILED;

  run = sy_runner_run (plan, shows_progress, error);
  if (run == NULL)
    return SY_EXIT_FAILED;

  return conclude (run, options, format, conditions, error);
}
