/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>

#include "decision/sy-dossier.h"

/* With every member that can be there. */
static SyDossier *
make_sample (const SyRulebook *rulebook)
{
  g_autoptr(SyProfile) profile = sy_profile_load_example ("chat", rulebook, NULL);
  SyDossier *dossier = sy_dossier_new (profile);
  guint n_objectives;

  sy_knowledge_get_objectives (rulebook->knowledge, &n_objectives);
  g_ptr_array_add (dossier->runs, g_strdup ("2026-11-21T10-15-02Z-3f2a"));
  dossier->weights = g_new (double, n_objectives);
  for (guint i = 0; i < n_objectives; i++)
    dossier->weights[i] = 1.0 / n_objectives;
  dossier->answer = sy_rulebook_find_option (rulebook, "node");
  dossier->share = 0.516;
  dossier->percent = 52;

  return dossier;
}

static void
tell (const SyRulebook *rulebook,
      const char       *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyDossier) dossier = sy_dossier_load (path, rulebook, &error);

  printf ("%s\n", dossier != NULL ? "sound" : error->message);
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
      g_autoptr(SyDossier) dossier = make_sample (rulebook);
      gsize length;
      g_autofree char *text = sy_dossier_to_json (dossier, rulebook, &length);

      fputs (text, stdout);
    }

  for (int i = 1; i < argc; i++)
    tell (rulebook, argv[i]);

  sy_rulebook_free (rulebook);
  sy_knowledge_free (knowledge);
  return 0;
}
