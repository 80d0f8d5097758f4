/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-settings.h"

/* In the build folder the program lies two folders below the top, and the schema in data. */
static GSettingsSchemaSource *
open_build_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *data = NULL;

  if (folder == NULL)
    return NULL;

  data = g_build_filename (folder, "..", "..", "data", NULL);

  return g_settings_schema_source_new_from_directory (data,
                                                      g_settings_schema_source_get_default (),
                                                      FALSE, NULL);
}

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchemaSource) built = NULL;
  GSettingsSchema *schema = NULL;

  if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, SY_APPLICATION_ID, TRUE);
  if (schema != NULL)
    return schema;

  built = open_build_folder ();

  return built != NULL ? g_settings_schema_source_lookup (built, SY_APPLICATION_ID, FALSE) : NULL;
}

GSettings *
sy_settings_new (void)
{
  g_autoptr(GSettingsSchema) schema = find_schema ();

  if (schema == NULL)
    {
      g_message ("The schema %s is not installed: nothing will be remembered", SY_APPLICATION_ID);
      return NULL;
    }

  return g_settings_new_full (schema, NULL, NULL);
}
