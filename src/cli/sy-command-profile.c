/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/sy-command.h"
#include "cli/sy-output.h"
#include "cli/sy-values.h"
#include "decision/sy-profile.h"

static SyExit
run_profile (const SyOptions  *options,
             GError          **error)
{
  g_autoptr(SyKnowledge) knowledge = sy_knowledge_load (NULL, error);
  g_autoptr(SyRulebook) rulebook = knowledge != NULL ? sy_rulebook_load (knowledge, NULL, error)
                                                     : NULL;
  g_autoptr(SyProfile) profile = NULL;
  g_autofree char *text = NULL;
  guint example = G_MAXUINT;
  gsize length;

  if (rulebook == NULL
      || !sy_value_read_choice ("example", options->example, sy_profile_examples, &example, error))
    return SY_EXIT_FAILED;

  profile = example == G_MAXUINT
              ? sy_profile_new ()
              : sy_profile_load_example (sy_profile_examples[example], rulebook, error);
  if (profile == NULL)
    return SY_EXIT_FAILED;

  text = sy_profile_to_json (profile, &length);
  return sy_output_write (options, text, length, error) ? SY_EXIT_DONE : SY_EXIT_FAILED;
}

const SyCommand sy_command_profile = {
  .name = "profile",
  .arguments = "",
  .summary = N_("Write a profile to start from"),
  .description = N_("Writes a profile for “decide”: one of the worked examples, which are chat, "
                    "streaming, public-api, dashboard, machine-learning, shop, iot-gateway and "
                    "crud, or without --example one that leaves everything open. It is JSON, with "
                    "--json or without."),
  .example = "steelyard-cli profile --example chat --output chat.json",
  .options = SY_OPTIONS_EXAMPLE | SY_OPTIONS_JSON | SY_OPTIONS_FILE,
  .run = run_profile,
};
