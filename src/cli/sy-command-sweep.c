/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/sy-command.h"
#include "cli/sy-measuring.h"
#include "cli/sy-plan-options.h"
#include "cli/sy-report.h"

static SyExit
run_sweep (const SyOptions  *options,
           GError          **error)
{
  g_autoptr(SyPlan) plan = sy_options_make_sweep (options, error);

  if (plan == NULL)
    return SY_EXIT_USAGE;

  return sy_measuring_carry_out (plan, options, sy_report_format_sweep, error);
}

const SyCommand sy_command_sweep = {
  .name = "sweep",
  .arguments = "",
  .summary = N_("Measure under a series of loads"),
  .description = N_("Measures the same workload under one load after the other, given as a list of "
                    "numbers of clients or of rates, and shows how the servers' figures change."),
  .example = "steelyard-cli sweep --workload one-heavy --connections 1,8,64,256",
  .options = SY_OPTIONS_SERVERS | SY_OPTIONS_CONNECTIONS | SY_OPTIONS_PLAN | SY_OPTIONS_SAVE
             | SY_OPTIONS_FAIL_IF | SY_OPTIONS_JSON | SY_OPTIONS_QUIET,
  .run = run_sweep,
};
