/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <stdint.h>

#include "decision/sy-dossier.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Loaded once: it is what takes time. */
static const SyRulebook *
get_rulebook (void)
{
  static SyRulebook *rulebook;

  if (rulebook == NULL)
    rulebook = sy_rulebook_load (sy_knowledge_load (NULL, NULL), NULL, NULL);

  return rulebook;
}

/* What was read must be written so that it is read as the same. */
static void
check_round_trip (const SyDossier *dossier)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyDossier) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_length, second_length;

  first = sy_dossier_to_json (dossier, get_rulebook (), &first_length);
  again = sy_dossier_from_json (first, (gssize) first_length, "again", get_rulebook (), &error);
  g_assert_no_error (error);
  second = sy_dossier_to_json (again, get_rulebook (), &second_length);

  g_assert_cmpmem (first, first_length, second, second_length);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyDossier) dossier = sy_dossier_from_json ((const char *) data, (gssize) size, "input",
                                                       get_rulebook (), &error);

  g_assert ((dossier == NULL) == (error != NULL));
  if (dossier != NULL)
    check_round_trip (dossier);

  return 0;
}
