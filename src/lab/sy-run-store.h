/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sy-file.h"
#include "lab/sy-run.h"

G_BEGIN_DECLS

#define SY_RUN_ERROR (sy_run_error_quark ())

/**
 * SyRunError:
 * @SY_RUN_ERROR_INVALID: it is JSON, but not a sound run
 * @SY_RUN_ERROR_TOO_NEW: written by a later schema than this program knows
 * @SY_RUN_ERROR_NOT_FOUND: no saved run of that name
 * @SY_RUN_ERROR_AMBIGUOUS: several saved runs begin so
 */
typedef enum
{
  SY_RUN_ERROR_INVALID,
  SY_RUN_ERROR_TOO_NEW,
  SY_RUN_ERROR_NOT_FOUND,
  SY_RUN_ERROR_AMBIGUOUS,
} SyRunError;

GQuark    sy_run_error_quark      (void);

/* The document described by data/run.schema.json. */
char     *sy_run_to_json          (const SyRun  *self,
                                   gsize        *length) G_GNUC_WARN_UNUSED_RESULT;

/* @label, usually the file's name, leads the error. */
SyRun    *sy_run_from_json        (const char   *text,
                                   gssize        length,
                                   const char   *label,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean  sy_run_save             (const SyRun  *self,
                                   const char   *path,
                                   SyFileMode    mode,
                                   GError      **error);
SyRun    *sy_run_load             (const char   *path,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* Where runs are kept: $XDG_DATA_HOME/steelyard/runs. */
char     *sy_run_store_get_folder (void) G_GNUC_WARN_UNUSED_RESULT;
char     *sy_run_store_get_path   (const SyRun  *run) G_GNUC_WARN_UNUSED_RESULT;

/* The file meant by a path, a run's id, an unambiguous beginning of one, or "latest". */
char     *sy_run_store_resolve    (const char   *word,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SyRunEntry:
 * @run: (nullable): %NULL where the file is damaged
 * @problem: (nullable): why, then
 *
 * One file of the folder.
 */
typedef struct
{
  char  *path;
  SyRun *run;
  char  *problem;
} SyRunEntry;

/* (transfer full): the files of the folder, newest first, unread and %NULL-terminated. */
char     **sy_run_store_list_paths (void) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) (element-type SyRunEntry): newest first; damaged ones are listed, not deleted. */
GPtrArray *sy_run_store_list      (void) G_GNUC_WARN_UNUSED_RESULT;

void      sy_run_entry_free       (SyRunEntry   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyRunEntry, sy_run_entry_free)

G_END_DECLS
