/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/sy-document-format.h"

G_BEGIN_DECLS

GBytes  *sy_document_write_pdf      (const SyDocument          *document,
                                     const SyDocumentSettings  *settings,
                                     GCancellable              *cancellable,
                                     GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes  *sy_document_write_html     (const SyDocument          *document,
                                     const SyDocumentSettings  *settings,
                                     GCancellable              *cancellable,
                                     GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes  *sy_document_write_markdown (const SyDocument          *document,
                                     const SyDocumentSettings  *settings,
                                     GCancellable              *cancellable,
                                     GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/* Tells that section @index of @n_sections is next; %FALSE with an error once it is cancelled. */
gboolean sy_document_go_on          (const SyDocumentSettings  *settings,
                                     guint                      index,
                                     guint                      n_sections,
                                     GCancellable              *cancellable,
                                     GError                   **error);

G_END_DECLS
