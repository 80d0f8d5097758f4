/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>

#include "decision/sy-profile.h"

static void
add_ids (GPtrArray  *ids,
         const char *first,
         const char *second)
{
  g_ptr_array_add (ids, g_strdup (first));
  g_ptr_array_add (ids, g_strdup (second));
}

static void
add_action (SyProfile    *profile,
            SyActionKind  kind,
            double        amount)
{
  SyAction action = { kind, amount };

  g_array_append_val (profile->actions, action);
}

/* With every member that can be there. */
static SyProfile *
make_sample (void)
{
  SyProfile *profile = sy_profile_new ();

  profile->name = g_strdup ("Tickets");
  profile->note = g_strdup ("two lines\nand a µ");
  add_ids (profile->use_cases, "use-chat", "use-streaming");
  profile->structure = SY_STRUCTURE_SERVICES;
  for (guint i = 0; i < SY_N_QUESTIONS; i++)
    profile->answers[i] = i % 2 == 0 ? SY_ANSWER_YES : SY_ANSWER_NO;
  profile->computes_on = SY_SIDE_PYTHON;
  add_action (profile, SY_ACTION_COMPUTE, 0.2);
  add_action (profile, SY_ACTION_WAIT, 5);
  add_action (profile, SY_ACTION_ANSWER, 1024);
  profile->peak_per_s = 2000;
  profile->n_clients = 500;
  profile->response_ms = 80;
  profile->has_languages = TRUE;
  add_ids (profile->languages, "python", "other");
  g_ptr_array_add (profile->languages_unsure, g_strdup ("javascript"));
  profile->known_languages_only = TRUE;
  add_ids (profile->must_haves, "python-packages", "blocking-packages");
  add_ids (profile->vetoed, "node", "python-asyncio");
  add_ids (profile->priorities, "performance", "people");
  add_ids (profile->sources_off, "capital-numbers", "creole-studios");
  return profile;
}

static void
tell (const SyRulebook *rulebook,
      const char       *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyProfile) profile = sy_profile_load (path, rulebook, &error);

  printf ("%s\n", profile != NULL ? "sound" : error->message);
}

/* Prints the sample, or a line for each file named: "sound" or the problem. */
int
main (int    argc,
      char **argv)
{
  SyKnowledge *knowledge = sy_knowledge_load (NULL, NULL);
  SyRulebook *rulebook = sy_rulebook_load (knowledge, NULL, NULL);

  if (argc == 1)
    {
      g_autoptr(SyProfile) profile = make_sample ();
      gsize length;
      g_autofree char *text = sy_profile_to_json (profile, &length);

      fputs (text, stdout);
    }

  for (int i = 1; i < argc; i++)
    tell (rulebook, argv[i]);

  sy_rulebook_free (rulebook);
  sy_knowledge_free (knowledge);
  return 0;
}
