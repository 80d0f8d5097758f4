/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SY_FILE_KEEP_EXISTING,
  SY_FILE_REPLACE,
} SyFileMode;

/**
 * sy_file_save:
 * @path: where; its folder is made when missing
 * @length: of @data in bytes
 * @mode: whether a file of that name may be replaced
 *
 * Saves a whole file or nothing: writes beside it, syncs to the disk, renames.  What is there and
 * not a plain file (a device, a link) is never replaced.
 */
gboolean sy_file_save (const char *path,
                       const char *data,
                       gsize       length,
                       SyFileMode  mode,
                       GError    **error);

/* Larger files are none of ours, and parsing takes many times their size. */
#define SY_FILE_MAX_SIZE (256 * 1024 * 1024)

/* Reads a whole plain file of at most %SY_FILE_MAX_SIZE bytes. */
char    *sy_file_load (const char *path,
                       gsize      *length,
                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
