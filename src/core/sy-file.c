/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <inttypes.h>
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
fail_by_errno (int         number,
               const char *what,
               GError    **error)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), "%s: %s",
               what, g_strerror (number));
  return FALSE;
}

static gboolean
fail_by_existing (GError **error)
{
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_EXIST,
                       _("it exists already and was left as it is"));
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
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                           _("what is there is not a plain file and was left as it is"));
      return FALSE;
    }

  return mode == SY_FILE_REPLACE || fail_by_existing (error);
}

static gboolean
make_folder (const char *folder,
             GError    **error)
{
  if (g_mkdir_with_parents (folder, 0755) == 0)
    return TRUE;

  return fail_by_errno (errno, _("cannot make its folder"), error);
}

static gboolean
write_whole (const char *path,
             const char *data,
             gsize       length,
             GError    **error)
{
  return g_file_set_contents_full (path, data, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0644, error);
}

/* Gives a whole file its name.  A link never replaces, so of two programs that choose the same name
 * at the same moment one is refused; a file system without links gets a rename.
 */
static gboolean
give_new_name (const char *whole,
               const char *path,
               GError    **error)
{
  int problem;

  if (link (whole, path) == 0)
    {
      g_unlink (whole);
      return TRUE;
    }

  if (errno != EEXIST && g_rename (whole, path) == 0)
    return TRUE;

  problem = errno;
  g_unlink (whole);
  if (problem == EEXIST)
    return fail_by_existing (error);

  return fail_by_errno (problem, _("cannot give the file its name"), error);
}

static gboolean
write_new (const char *path,
           const char *data,
           gsize       length,
           GError    **error)
{
  g_autofree char *whole = g_strdup_printf ("%s.%08x", path, g_random_int ());

  return write_whole (whole, data, length, error) && give_new_name (whole, path, error);
}

gboolean
sy_file_save (const char *path,
              const char *data,
              gsize       length,
              SyFileMode  mode,
              GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean is_saved = check_existing (path, mode, error) &&
                      make_folder (folder, error) &&
                      (mode == SY_FILE_REPLACE ? write_whole (path, data, length, error)
                                               : write_new (path, data, length, error));

  if (!is_saved)
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
                 _("Cannot read “%s”: its %" PRId64 " MiB are more than %d MiB"),
                 path, (gint64) status.st_size / (1024 * 1024), SY_FILE_MAX_SIZE / (1024 * 1024));
  else if (!g_file_get_contents (path, &text, length, error))
    g_prefix_error (error, _("Cannot read “%s”: "), path);

  return text;
}
