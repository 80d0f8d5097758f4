/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "core/sy-file.h"
#include "export/sy-decision-report.h"
#include "export/sy-document.h"

G_BEGIN_DECLS

typedef enum
{
  SY_PAPER_A4,
  SY_PAPER_LETTER,
  SY_N_PAPERS,
} SyPaper;

/* "a4", "letter", NULL */
extern const char *const sy_paper_names[SY_N_PAPERS + 1];

/* How far the writing is: from 0 to 1.  Called in the thread that writes. */
typedef void (*SyDocumentProgress) (double   share,
                                    gpointer data);

/**
 * SyDocumentSettings:
 * @paper: of forms that have pages
 * @progress: (nullable): called now and then
 * @progress_data: handed to it
 */
typedef struct
{
  SyPaper            paper;
  SyDocumentProgress progress;
  gpointer           progress_data;
} SyDocumentSettings;

/**
 * SyDocumentFormat:
 * @name: on the command line
 * @extension: of its files, without a dot
 * @mime: media type
 * @title: what people see, untranslated
 * @summary: for what it is, one line, untranslated
 * @has_pages: whether the paper means something
 * @arrange: what this form says of a decision: a quick call, for the thread the decision is in
 * @write: the whole file, the same bytes for the same document; may take a second, in any thread
 *
 * One row of the table of forms in which a decision can be handed over.
 */
typedef struct
{
  const char  *name;
  const char  *extension;
  const char  *mime;
  const char  *title;
  const char  *summary;
  gboolean     has_pages;
  SyDocument *(*arrange) (const SyDecisionReport    *report);
  GBytes     *(*write)   (const SyDocument          *document,
                          const SyDocumentSettings  *settings,
                          GCancellable              *cancellable,
                          GError                   **error);
} SyDocumentFormat;

const SyDocumentFormat *sy_document_formats_get  (guint      *n_formats);

/* By its name; %NULL if there is none. */
const SyDocumentFormat *sy_document_format_find  (const char *name);

/* The one whose files end like @path; %NULL if there is none. */
const SyDocumentFormat *sy_document_format_guess (const char *path);

/**
 * sy_document_save:
 *
 * Writes @document into a whole file or none: what a worker of the window does with the document
 * that its page arranged with @arrange.  Nothing is written once @cancellable is cancelled.
 */
gboolean  sy_document_save (const SyDocument          *document,
                            const SyDocumentFormat    *format,
                            const SyDocumentSettings  *settings,
                            const char                *path,
                            SyFileMode                 mode,
                            GCancellable              *cancellable,
                            GError                   **error);

G_END_DECLS
