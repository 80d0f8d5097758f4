/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <stdint.h>

#include "lab/sy-run-store.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* What was read must be written so that it is read as the same. */
static void
check_round_trip (const SyRun *run)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyRun) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_length, second_length;

  first = sy_run_to_json (run, &first_length);
  again = sy_run_from_json (first, (gssize) first_length, "again", &error);
  g_assert_no_error (error);
  second = sy_run_to_json (again, &second_length);

  g_assert_cmpmem (first, first_length, second, second_length);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyRun) run = sy_run_from_json ((const char *) data, (gssize) size, "input", &error);

  g_assert ((run == NULL) == (error != NULL));
  if (run != NULL)
    check_round_trip (run);

  return 0;
}
