/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <stdint.h>
#include <string.h>

#include "export/sy-record.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* The rules are the same for every input. */
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
check_round_trip (const SyRecord *record)
{
  const SyKnowledge *knowledge = get_rulebook ()->knowledge;
  g_autoptr(GError) error = NULL;
  g_autoptr(SyRecord) again = NULL;
  gsize first_length, second_length;
  g_autofree char *first = sy_record_to_json (record, knowledge, &first_length);
  g_autofree char *second = NULL;
  g_autofree char *text = g_strdup_printf ("```" SY_RECORD_FENCE "\n%s\n```\n", first);

  again = sy_record_parse (text, strlen (text), "again", get_rulebook (), &error);
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
                                                get_rulebook (), &error);

  g_assert ((record == NULL) == (error != NULL));
  if (record != NULL)
    check_round_trip (record);

  return 0;
}
