/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <stdint.h>
#include <string.h>

#include "knowledge/sy-knowledge.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* The input is all files in one, each below a line "=name". */
static GBytes *
fetch_from_bundle (const char  *name,
                   gpointer     user_data,
                   GError     **error)
{
  g_autofree char *heading = g_strconcat ("=", name, "\n", NULL);
  const char *start = strstr (user_data, heading);
  const char *end;

  if (start == NULL)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "it is not there");
      return NULL;
    }

  start += strlen (heading);
  end = strstr (start, "\n=");
  return g_bytes_new (start, end != NULL ? (gsize) (end - start) : strlen (start));
}

/* Follows every tie there is, so that a wrong one is met. */
static gsize
visit_claims (const SyKnowledge *knowledge)
{
  guint n_claims;
  const SyClaim *const *claims = sy_knowledge_get_claims (knowledge, &n_claims);
  gsize sum = 0;

  for (guint i = 0; i < n_claims; i++)
    {
      sum += strlen (claims[i]->source->cluster->text) + strlen (claims[i]->verdict->text)
             + strlen (claims[i]->criterion->objective->text) + strlen (claims[i]->text)
             + sy_claim_get_favoured (claims[i]) + (guint) sy_claim_is_disputed (claims[i]);
      for (guint j = 0; j < claims[i]->doubts->len; j++)
        sum += ((const SyDoubt *) claims[i]->doubts->pdata[j])->claims->len;
      g_assert ((claims[i]->recipe == NULL) != (claims[i]->obstacle == NULL));
    }

  return sum;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *bundle = g_strndup ((const char *) data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(SyKnowledge) knowledge = sy_knowledge_fetch (NULL, fetch_from_bundle, bundle, &error);

  g_assert ((knowledge == NULL) == (error != NULL));
  if (knowledge != NULL)
    g_assert (visit_claims (knowledge) > 0);

  return 0;
}
