/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SyReader:
 * @text: what is read; not necessarily terminated
 * @length: of @text in bytes
 * @at: the byte to read next
 * @domain: of the errors
 *
 * A place in a text written by a person, for small parsers whose errors point at the character.
 * Reading allocates nothing unless it fails.
 */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       at;
  GQuark      domain;
} SyReader;

gboolean sy_reader_is_at_end   (const SyReader  *self);

/* The next character; 0 at the end. */
char     sy_reader_peek        (const SyReader  *self);

/* Steps over the next character if it is @c. */
gboolean sy_reader_skip        (SyReader        *self,
                                char             c);

/**
 * sy_reader_read_number:
 * @value: (out): the decimal number
 *
 * Returns: whether there was a number, of at most 64 bits; otherwise the reader stays
 */
gboolean sy_reader_read_number (SyReader        *self,
                                guint64         *value);

/* Sets an error that shows the text and a caret under byte @at of it.  Returns %FALSE. */
gboolean sy_reader_fail        (const SyReader  *self,
                                gsize            at,
                                int              code,
                                GError         **error,
                                const char      *format,
                                ...) G_GNUC_PRINTF (5, 6);

G_END_DECLS
