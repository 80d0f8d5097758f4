/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/sy-command.h"
#include "cli/sy-measuring.h"
#include "cli/sy-plan-options.h"
#include "cli/sy-report.h"

static SyExit
run_measure (const SyOptions  *options,
             GError          **error)
{
  g_autoptr(SyPlan) plan = sy_options_make_plan (options, error);

  if (plan == NULL)
    return SY_EXIT_USAGE;

  return sy_measuring_carry_out (plan, options, sy_report_format, error);
}

const SyCommand sy_command_measure = {
  .name = "measure",
  .arguments = "",
  .summary = N_("Weigh servers against each other, or measure one alone"),
  .description = N_("Lets servers take turns under the same load and says which one is ahead, in "
                    "pairs and with an interval, or that it is too close to call. Without options "
                    "the event loop and the threads with one lock are compared in three scenes, "
                    "which takes a little more than a minute. Naming a load measures that load "
                    "alone. Ctrl-C stops and saves what was measured."),
  .example = "steelyard-cli measure --steps c2,w5,b2048 "
             "--fail-if 'capacity:event-loop/lock-threaded<1.2'",
  .options = SY_OPTIONS_SERVERS | SY_OPTIONS_CONNECTIONS | SY_OPTIONS_PLAN | SY_OPTIONS_SAVE
             | SY_OPTIONS_FAIL_IF | SY_OPTIONS_JSON | SY_OPTIONS_QUIET,
  .run = run_measure,
};
