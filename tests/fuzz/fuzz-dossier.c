/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <stdint.h>

#include "decision/sy-dossier.h"
#include "rulebook.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* What was read must be written so that it is read as the same. */
static void
check_round_trip (const SyDossier *dossier)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyDossier) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_length, second_length;

  first = sy_dossier_to_json (dossier, fuzz_get_rulebook (), &first_length);
  again = sy_dossier_from_json (first, (gssize) first_length, "again", fuzz_get_rulebook (),
                                &error);
  g_assert_no_error (error);
  second = sy_dossier_to_json (again, fuzz_get_rulebook (), &second_length);

  g_assert_cmpmem (first, first_length, second, second_length);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyDossier) dossier = sy_dossier_from_json ((const char *) data, (gssize) size, "input",
                                                       fuzz_get_rulebook (), &error);

  g_assert ((dossier == NULL) == (error != NULL));
  if (dossier != NULL)
    check_round_trip (dossier);

  return 0;
}
