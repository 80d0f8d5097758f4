/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <stdint.h>

#include "core/sy-json.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Reads a list of anything as if it were a list of trials. */
static void
read_elements (const SyJson *list)
{
  guint n_elements = sy_json_length (list);

  for (guint i = 0; i < n_elements; i++)
    {
      SyJson element = sy_json_element (list, i);

      if (sy_json_has (&element, "rate"))
        sy_json_double (&element, "rate", 0, 1e9);
      sy_json_int (&element, "seed", 0, G_MAXINT64);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char *const kinds[] = { "closed", "open", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = sy_json_parse ((const char *) data, (gssize) size, "input", &error);
  SyJson root, trials;

  g_assert ((node == NULL) == (error != NULL));
  if (node == NULL)
    return 0;

  root = sy_json_root (node, "input", &error);
  trials = sy_json_member (&root, "trials");
  read_elements (&trials);
  sy_json_string (&root, "name");
  sy_json_boolean (&root, "fair");
  sy_json_choice (&root, "kind", kinds);

  return 0;
}
