/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-output.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "core/sy-file.h"

/* A folder that is not there is mistyped more often than wanted. */
static gboolean
check_folder (const char  *path,
              GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _("“%s” is no folder: make it first, or choose another one"), folder);
  return FALSE;
}

gboolean
sy_output_check (const SyOptions  *options,
                 GError          **error)
{
  if (options->output == NULL)
    return TRUE;
  if (!check_folder (options->output, error))
    return FALSE;
  if (options->force || !g_file_test (options->output, G_FILE_TEST_EXISTS))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _("“%s” exists already: choose another file, or replace it with --force"),
               options->output);
  return FALSE;
}

/* What is no text would only garble a terminal. */
static gboolean
check_terminal (const char  *data,
                gsize        length,
                GError     **error)
{
  if (!isatty (STDOUT_FILENO) || g_utf8_validate_len (data, length, NULL))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _("this form is not for a terminal: name a file with --output, or send it to one "
                 "with “> FILE”"));
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

  if (!check_terminal (data, length, error))
    return FALSE;

  /* The program looks at the end whether everything arrived. */
  fwrite (data, 1, length, stdout);
  return TRUE;
}
