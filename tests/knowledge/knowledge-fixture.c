/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "knowledge-fixture.h"

#include <string.h>

char *
sample_read (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "fuzz", "corpus", "knowledge",
                                                 "whole", NULL);
  g_autoptr(GError) error = NULL;
  char *bundle = NULL;

  g_file_get_contents (path, &bundle, NULL, &error);
  g_assert_no_error (error);

  return bundle;
}

/* What stands between the line "=name" and the next such line. */
static GBytes *
fetch_from_bundle (const char  *name,
                   gpointer     user_data,
                   GError     **error)
{
  g_autofree char *heading = g_strconcat ("=", name, "\n", NULL);
  const char *bundle = user_data;
  const char *start = strstr (bundle, heading);
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

SyKnowledge *
sample_load (const char  *bundle,
             gssize       length,
             GError     **error)
{
  g_autofree char *text = g_strndup (bundle, length < 0 ? strlen (bundle) : (gsize) length);

  return sy_knowledge_fetch (NULL, fetch_from_bundle, text, error);
}
