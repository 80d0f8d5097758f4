/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-output.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "core/sy-file.h"

gboolean
sy_output_check (const SyOptions  *options,
                 GError          **error)
{
  if (options->output == NULL || options->force
      || !g_file_test (options->output, G_FILE_TEST_EXISTS))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _("“%s” exists already: choose another file, or replace it with --force"),
               options->output);
  return FALSE;
}

gboolean
sy_output_write (const SyOptions  *options,
                 const char       *data,
                 gsize             length,
                 GError          **error)
{
  if (options->output != NULL)
    return sy_output_check (options, error)
           && sy_file_save (options->output, data, length,
                            options->force ? SY_FILE_REPLACE : SY_FILE_KEEP_EXISTING, error);

  /* The program looks at the end whether everything arrived. */
  fwrite (data, 1, length, stdout);
  return TRUE;
}
