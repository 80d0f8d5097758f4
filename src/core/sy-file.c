/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* A rename lasts through a power cut only when its folder is on the disk too.  Failing here loses
 * durability, not data: some file systems cannot sync a folder.
 */
static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

static gboolean
make_folder (const char *folder,
             GError    **error)
{
  if (g_mkdir_with_parents (folder, 0755) == 0)
    return TRUE;

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
               _("Cannot make the folder “%s”: %s"), folder, g_strerror (errno));
  return FALSE;
}

/* A rename replaces whatever is there, a device or a link as well. */
static gboolean
check_existing (const char *path,
                SyFileMode  mode,
                GError    **error)
{
  GStatBuf status;

  if (g_lstat (path, &status) != 0)
    return TRUE;

  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   _("“%s” is not a plain file and was left as it is: give another name"), path);
      return FALSE;
    }

  if (mode == SY_FILE_KEEP_EXISTING)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST,
                   _("“%s” exists already and was left as it is"), path);
      return FALSE;
    }

  return TRUE;
}

gboolean
sy_file_save (const char *path,
              const char *data,
              gsize       length,
              SyFileMode  mode,
              GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!check_existing (path, mode, error) || !make_folder (folder, error))
    return FALSE;

  if (!g_file_set_contents_full (path, data, (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 0644, error))
    {
      g_prefix_error (error, _("Cannot save “%s”: "), path);
      return FALSE;
    }

  sync_folder (folder);
  return TRUE;
}

char *
sy_file_load (const char *path,
              gsize      *length,
              GError    **error)
{
  GStatBuf status;
  char *text = NULL;

  if (g_stat (path, &status) != 0)
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                 _("Cannot read “%s”: %s"), path, g_strerror (errno));
  else if (!S_ISREG (status.st_mode))
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                 _("Cannot read “%s”: it is not a plain file"), path);
  else if (status.st_size > SY_FILE_MAX_SIZE)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                 _("Cannot read “%s”: its %" G_GINT64_FORMAT " MiB are more than %d MiB"),
                 path, (gint64) status.st_size / (1024 * 1024), SY_FILE_MAX_SIZE / (1024 * 1024));
  else if (!g_file_get_contents (path, &text, length, error))
    g_prefix_error (error, _("Cannot read “%s”: "), path);

  return text;
}
