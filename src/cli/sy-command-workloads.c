/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/sy-catalogue.h"
#include "cli/sy-command.h"
#include "server/sy-workload.h"

static SyExit
run_workloads (const SyOptions  *options,
               GError          **error)
{
  g_autoptr(SyCatalogue) catalogue = sy_catalogue_new ("workloads", options->json);
  guint n_workloads;
  const SyNamedWorkload *workloads = sy_workloads_get (&n_workloads);

  for (guint i = 0; i < n_workloads; i++)
    sy_catalogue_add (catalogue, workloads[i].id, workloads[i].name, workloads[i].summary,
                      "steps", workloads[i].mix);

  sy_catalogue_print (catalogue);
  return SY_EXIT_DONE;
}

const SyCommand sy_command_workloads = {
  .name = "workloads",
  .arguments = "",
  .summary = N_("List what a request can be made to do"),
  .description = N_("Lists the workloads, by the names --workload takes, with their steps: c "
                    "computes units, w waits milliseconds, b answers bytes, f fails. Steps of "
                    "one's own are given to --steps, weighted mixes as c1:63+c2000:1."),
  .example = "steelyard-cli workloads",
  .options = SY_OPTIONS_JSON,
  .run = run_workloads,
};
