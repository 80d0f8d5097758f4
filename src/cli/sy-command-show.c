/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/sy-command.h"
#include "cli/sy-measuring.h"
#include "cli/sy-report.h"
#include "lab/sy-run-store.h"

static SyExit
run_show (const SyOptions  *options,
          GError          **error)
{
  g_autofree char *path = sy_run_store_resolve (options->words[0], error);
  g_autoptr(SyRun) run = path != NULL ? sy_run_load (path, error) : NULL;
  g_autoptr(SyAnalysis) analysis = NULL;

  if (run == NULL)
    return SY_EXIT_FAILED;

  analysis = sy_analysis_new (run);
  sy_measuring_show (run, analysis, options, sy_report_format, path);
  return SY_EXIT_DONE;
}

const SyCommand sy_command_show = {
  .name = "show",
  .arguments = N_("RUN"),
  .summary = N_("Show a saved run again"),
  .description = N_("Derives every figure anew from a saved run and shows it as “measure” did. RUN "
                    "is a file, the name of a saved run or the beginning of one, or “latest”."),
  .example = "steelyard-cli show latest",
  .min_words = 1,
  .max_words = 1,
  .options = SY_OPTIONS_JSON | SY_OPTIONS_QUIET,
  .run = run_show,
};
