/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-run.h"

G_BEGIN_DECLS

/**
 * SyDataFormat:
 * @name: on the command line
 * @extension: of its files, without a dot
 * @title: what people see, untranslated
 * @summary: what is in it and for what, one line, untranslated
 * @export: the whole file; text, the same bytes for the same run
 *
 * One row of the table of forms in which a run's data can leave.
 */
typedef struct
{
  const char  *name;
  const char  *extension;
  const char  *title;
  const char  *summary;
  char      *(*export) (const SyRun *run,
                        gsize       *length);
} SyDataFormat;

const SyDataFormat *sy_data_formats_get  (guint      *n_formats);

/* By its name; %NULL if there is none. */
const SyDataFormat *sy_data_format_find  (const char *name);

/* The first one whose files end like @path; %NULL if there is none. */
const SyDataFormat *sy_data_format_guess (const char *path);

G_END_DECLS
