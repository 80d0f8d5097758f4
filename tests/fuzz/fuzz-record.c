/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <stdint.h>
#include <string.h>

#include "export/sy-record.h"
#include "rulebook.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* What was read must be written so that it is read as the same. */
static void
check_round_trip (const SyRecord *record)
{
  const SyKnowledge *knowledge = fuzz_get_rulebook ()->knowledge;
  g_autoptr(GError) error = NULL;
  g_autoptr(SyRecord) again = NULL;
  gsize first_length, second_length;
  g_autofree char *first = sy_record_to_json (record, knowledge, &first_length);
  g_autofree char *second = NULL;
  g_autofree char *text = g_strdup_printf ("```" SY_RECORD_FENCE "\n%s\n```\n", first);

  again = sy_record_parse (text, strlen (text), "again", fuzz_get_rulebook (), &error);
  g_assert_no_error (error);
  second = sy_record_to_json (again, knowledge, &second_length);

  g_assert_cmpmem (first, first_length, second, second_length);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyRecord) record = sy_record_parse ((const char *) data, size, "input",
                                                fuzz_get_rulebook (), &error);

  g_assert ((record == NULL) == (error != NULL));
  if (record != NULL)
    check_round_trip (record);

  return 0;
}
