/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <stdint.h>

#include "decision/sy-profile.h"
#include "rulebook.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* What was read must be written so that it is read as the same. */
static void
check_round_trip (const SyProfile *profile)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyProfile) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_length, second_length;

  first = sy_profile_to_json (profile, &first_length);
  again = sy_profile_from_json (first, (gssize) first_length, "again", fuzz_get_rulebook (),
                                &error);
  g_assert_no_error (error);
  second = sy_profile_to_json (again, &second_length);

  g_assert_cmpmem (first, first_length, second, second_length);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyProfile) profile = sy_profile_from_json ((const char *) data, (gssize) size, "input",
                                                       fuzz_get_rulebook (), &error);

  g_assert ((profile == NULL) == (error != NULL));
  if (profile != NULL)
    check_round_trip (profile);

  return 0;
}
