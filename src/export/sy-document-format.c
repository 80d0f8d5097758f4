/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-document-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/sy-document-private.h"

const char *const sy_paper_names[] = { "a4", "letter", NULL };
G_STATIC_ASSERT (G_N_ELEMENTS (sy_paper_names) == SY_N_PAPERS + 1);

static const SyDocumentFormat formats[] = {
  { "pdf", "pdf", "application/pdf", N_("Report on Paper"),
    N_("Pages with charts, to be printed or sent (PDF)"), TRUE,
    sy_decision_report_arrange, sy_document_write_pdf },
  { "html", "html", "text/html", N_("Report for Browsers"),
    N_("One file that needs no network (HTML)"), FALSE,
    sy_decision_report_arrange, sy_document_write_html },
  { "madr", "md", "text/markdown", N_("Decision Record"),
    N_("For the repository: a Markdown Any Decision Record that can be confirmed again"), FALSE,
    sy_decision_report_arrange_record, sy_document_write_markdown },
};

const SyDocumentFormat *
sy_document_formats_get (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

const SyDocumentFormat *
sy_document_format_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, name))
      return &formats[i];

  return NULL;
}

const SyDocumentFormat *
sy_document_format_guess (const char *path)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].extension, dot + 1) == 0)
      return &formats[i];

  return NULL;
}

gboolean
sy_document_go_on (const SyDocumentSettings  *settings,
                   guint                      index,
                   guint                      n_sections,
                   GCancellable              *cancellable,
                   GError                   **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (settings->progress != NULL)
    settings->progress ((double) index / MAX (1, n_sections), settings->progress_data);
  return TRUE;
}

gboolean
sy_document_save (const SyDocument          *document,
                  const SyDocumentFormat    *format,
                  const SyDocumentSettings  *settings,
                  const char                *path,
                  SyFileMode                 mode,
                  GCancellable              *cancellable,
                  GError                   **error)
{
  g_autoptr(GBytes) bytes = format->write (document, settings, cancellable, error);
  const char *data;
  gsize length;

  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  data = g_bytes_get_data (bytes, &length);
  return sy_file_save (path, data, length, mode, error);
}
