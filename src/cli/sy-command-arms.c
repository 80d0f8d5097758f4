/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/sy-catalogue.h"
#include "cli/sy-command.h"
#include "server/sy-server.h"

static SyExit
run_arms (const SyOptions  *options,
          GError          **error)
{
  g_autoptr(SyCatalogue) catalogue = sy_catalogue_new ("arms", options->json);
  guint n_arms;
  const SyArm *arms = sy_arms_get (&n_arms);

  for (guint i = 0; i < n_arms; i++)
    sy_catalogue_add (catalogue, arms[i].id, arms[i].name, arms[i].summary, NULL, NULL);

  sy_catalogue_print (catalogue);
  return SY_EXIT_DONE;
}

const SyCommand sy_command_arms = {
  .name = "arms",
  .arguments = "",
  .summary = N_("List the servers that can be measured"),
  .description = N_("Lists the servers, by the names --arm takes."),
  .example = "steelyard-cli arms",
  .options = SY_OPTIONS_JSON,
  .run = run_arms,
};
