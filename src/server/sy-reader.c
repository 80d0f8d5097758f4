/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-reader.h"

#include <glib/gi18n-lib.h>

/* Characters shown on each side of the one at fault. */
enum { N_SHOWN = 36 };

gboolean
sy_reader_is_at_end (const SyReader *self)
{
  return self->at == self->length;
}

char
sy_reader_peek (const SyReader *self)
{
  return self->at < self->length ? self->text[self->at] : '\0';
}

gboolean
sy_reader_skip (SyReader *self,
                char      c)
{
  if (sy_reader_is_at_end (self) || self->text[self->at] != c)
    return FALSE;

  self->at++;
  return TRUE;
}

gboolean
sy_reader_read_number (SyReader *self,
                       guint64  *value)
{
  gsize start = self->at;
  guint64 sum = 0;

  while (g_ascii_isdigit (sy_reader_peek (self)))
    {
      guint digit = (guint) (self->text[self->at] - '0');

      /* Far above every range in use: it stays too large, and does not wrap. */
      sum = MIN (sum, G_MAXUINT64 / 10 - 1) * 10 + digit;
      self->at++;
    }

  *value = sum;
  return self->at > start;
}

/* On one line, whatever was typed. */
static char *
make_printable (const char *text,
                gsize       length)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  GString *line = g_string_new (NULL);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      g_string_append_unichar (line, g_unichar_iscntrl (character) ? 0xFFFD : character);
    }

  return g_string_free (line, FALSE);
}

static void
append_columns (GString    *line,
                const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iszerowidth (character))
        continue;
      g_string_append (line, g_unichar_iswide (character) ? "  " : " ");
    }
}

/* Two lines: the text around the character at @position, and a caret under it. */
static char *
point_at (const char *printable,
          glong       position)
{
  glong length = g_utf8_strlen (printable, -1);
  glong first = MAX (0, position - N_SHOWN);
  glong last = MIN (length, position + N_SHOWN);
  g_autofree char *before = g_utf8_substring (printable, first, position);
  g_autofree char *after = g_utf8_substring (printable, position, last);
  const char *cut_before = first > 0 ? "…" : "";
  GString *lines = g_string_new (NULL);

  g_string_append_printf (lines, "  %s%s%s%s\n  ",
                          cut_before, before, after, last < length ? "…" : "");
  append_columns (lines, cut_before);
  append_columns (lines, before);
  g_string_append_c (lines, '^');

  return g_string_free (lines, FALSE);
}

gboolean
sy_reader_fail (const SyReader  *self,
                gsize            at,
                int              code,
                GError         **error,
                const char      *format,
                ...)
{
  g_autofree char *printable = make_printable (self->text, self->length);
  g_autofree char *before = make_printable (self->text, at);
  glong position = g_utf8_strlen (before, -1);
  g_autofree char *pointer = point_at (printable, position);
  g_autofree char *problem = NULL;
  va_list arguments;

  va_start (arguments, format);
  problem = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, self->domain, code,
               /* Translators: a position in a text, what is wrong there, and two lines that show
                * the text with a caret under that position.
                */
               _("At character %ld: %s\n%s"), position + 1, problem, pointer);
  return FALSE;
}
