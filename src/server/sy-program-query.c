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
read_k (SyReader  *reader,
        guint32   *k,
        GError   **error)
{
  gsize start = reader->at;
  guint64 number;

  if (!sy_reader_read_number (reader, &number))
    return sy_reader_fail (reader, start, SY_PROGRAM_ERROR_SYNTAX, error,
                           _("expected a whole number, the seed k"));
  if (number > G_MAXUINT32)
    return sy_reader_fail (reader, start, SY_PROGRAM_ERROR_RANGE, error,
                           _("the seed k is 0 to %u"), G_MAXUINT32);

  *k = (guint32) number;
  return TRUE;
}

static gboolean
skip_key (SyReader   *reader,
          const char *key)
{
  gsize length = strlen (key);

  if (reader->length - reader->at < length
      || memcmp (reader->text + reader->at, key, length) != 0)
    return FALSE;

  reader->at += length;
  return TRUE;
}

static void
skip_pair (SyReader *reader)
{
  while (!sy_reader_is_at_end (reader) && sy_reader_peek (reader) != '&')
    reader->at++;
}

/* One "key=value". */
static gboolean
read_pair (SyReader   *reader,
           guint32    *k,
           SyProgram  *program,
           GError    **error)
{
  if (skip_key (reader, "k="))
    {
      if (!read_k (reader, k, error))
        return FALSE;
    }
  else if (skip_key (reader, "steps="))
    {
      if (!sy_program_read (reader, program, error))
        return FALSE;
    }
  else
    skip_pair (reader);

  return TRUE;
}

static gboolean
read_pairs (SyReader   *reader,
            guint32    *k,
            SyProgram  *program,
            GError    **error)
{
  *k = 1;
  program->n_steps = 0;
  do
    if (!read_pair (reader, k, program, error))
      return FALSE;
  while (sy_reader_skip (reader, '&'));

  if (!sy_reader_is_at_end (reader))
    return sy_reader_fail (reader, reader->at, SY_PROGRAM_ERROR_SYNTAX, error,
                           _("expected “&” and the next key, or the end"));
  if (program->n_steps == 0)
    return sy_reader_fail (reader, reader->at, SY_PROGRAM_ERROR_SYNTAX, error,
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
  SyReader reader = { query, length < 0 ? strlen (query) : (gsize) length, 0, SY_PROGRAM_ERROR };
  gsize decoded_length;

  if (reader.length > MAX_LENGTH)
    return sy_reader_fail (&reader, MAX_LENGTH, SY_PROGRAM_ERROR_RANGE, error,
                           _("a query has at most %d characters"), MAX_LENGTH);
  if (!decode (query, reader.length, decoded, &decoded_length))
    return sy_reader_fail (&reader, decoded_length, SY_PROGRAM_ERROR_SYNTAX, error,
                           _("expected two hexadecimal digits after “%%”"));

  reader.text = decoded;
  reader.length = decoded_length;
  return read_pairs (&reader, k, program, error);
}
