/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "server/sy-program.h"

/* The longest program and seed without leading zeros take 180 bytes. */
enum { MAX_LENGTH = 512 };

static int
decode_digits (const char *digits)
{
  int high = g_ascii_xdigit_value (digits[0]);
  int low = g_ascii_xdigit_value (digits[1]);

  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/* Percent-decodes; @decoded is never longer than @query.  %FALSE with @length at the bad escape. */
static gboolean
decode (const char *query,
        gsize       query_length,
        char       *decoded,
        gsize      *length)
{
  gsize from = 0;

  for (*length = 0; from < query_length; (*length)++)
    {
      int byte = (guchar) query[from];

      if (byte == '%')
        {
          byte = from + 2 < query_length ? decode_digits (query + from + 1) : -1;
          if (byte < 0)
            {
              *length = from;
              return FALSE;
            }
          from += 2;
        }
      decoded[*length] = (char) byte;
      from++;
    }

  return TRUE;
}

static gboolean
read_k (SyCursor  *cursor,
        guint32   *k,
        GError   **error)
{
  gsize start = cursor->at;
  guint64 number;

  if (!sy_cursor_read_number (cursor, &number))
    return sy_cursor_fail (cursor, start, SY_PROGRAM_ERROR_SYNTAX, error,
                           _("expected a whole number, the seed k"));
  if (number > G_MAXUINT32)
    return sy_cursor_fail (cursor, start, SY_PROGRAM_ERROR_RANGE, error,
                           _("the seed k is 0 to %u"), G_MAXUINT32);

  *k = (guint32) number;
  return TRUE;
}

static gboolean
skip_key (SyCursor   *cursor,
          const char *key)
{
  gsize length = strlen (key);

  if (cursor->length - cursor->at < length
      || memcmp (cursor->text + cursor->at, key, length) != 0)
    return FALSE;

  cursor->at += length;
  return TRUE;
}

static void
skip_pair (SyCursor *cursor)
{
  while (!sy_cursor_is_at_end (cursor) && sy_cursor_peek (cursor) != '&')
    cursor->at++;
}

/* One "key=value". */
static gboolean
read_pair (SyCursor   *cursor,
           guint32    *k,
           SyProgram  *program,
           GError    **error)
{
  if (skip_key (cursor, "k="))
    {
      if (!read_k (cursor, k, error))
        return FALSE;
    }
  else if (skip_key (cursor, "steps="))
    {
      if (!sy_program_read (cursor, program, error))
        return FALSE;
    }
  else
    skip_pair (cursor);

  return TRUE;
}

static gboolean
read_pairs (SyCursor   *cursor,
            guint32    *k,
            SyProgram  *program,
            GError    **error)
{
  *k = 1;
  program->n_steps = 0;
  do
    if (!read_pair (cursor, k, program, error))
      return FALSE;
  while (sy_cursor_skip (cursor, '&'));

  if (!sy_cursor_is_at_end (cursor))
    return sy_cursor_fail (cursor, cursor->at, SY_PROGRAM_ERROR_SYNTAX, error,
                           _("expected “&” and the next key, or the end"));
  if (program->n_steps == 0)
    return sy_cursor_fail (cursor, cursor->at, SY_PROGRAM_ERROR_SYNTAX, error,
                           _("the steps are missing: k=7&steps=c2,w5"));

  return TRUE;
}

gboolean
sy_program_parse_query (const char  *query,
                        gssize       length,
                        guint32     *k,
                        SyProgram   *program,
                        GError     **error)
{
  char decoded[MAX_LENGTH];
  SyCursor cursor = { query, length < 0 ? strlen (query) : (gsize) length, 0, SY_PROGRAM_ERROR };
  gsize decoded_length;

  if (cursor.length > MAX_LENGTH)
    return sy_cursor_fail (&cursor, MAX_LENGTH, SY_PROGRAM_ERROR_RANGE, error,
                           _("a query has at most %d characters"), MAX_LENGTH);
  if (!decode (query, cursor.length, decoded, &decoded_length))
    return sy_cursor_fail (&cursor, decoded_length, SY_PROGRAM_ERROR_SYNTAX, error,
                           _("expected two hexadecimal digits after “%%”"));

  cursor.text = decoded;
  cursor.length = decoded_length;
  return read_pairs (&cursor, k, program, error);
}
