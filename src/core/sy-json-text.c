/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-json-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  guint       depth;
  guint       n_roots;
} Scan;

static gboolean
skip_digits (Scan *scan)
{
  const char *first = scan->at;

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;

  return scan->at > first;
}

static gboolean
skip_any_of (Scan       *scan,
             const char *characters)
{
  if (scan->at == scan->end || *scan->at == '\0' || strchr (characters, *scan->at) == NULL)
    return FALSE;

  scan->at++;
  return TRUE;
}

static const char *
check_range (const char *number,
             gsize       length)
{
  g_autofree char *text = g_strndup (number, length);

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, NULL, NULL))
    return _("a whole number too large for 64 bits");

  return NULL;
}

/* RFC 8259, section 6. */
static const char *
check_number (Scan *scan)
{
  const char *number = scan->at;
  gboolean is_well_formed, is_whole;

  skip_any_of (scan, "-");
  is_well_formed = skip_any_of (scan, "0") || skip_digits (scan);
  is_whole = !skip_any_of (scan, ".");
  if (!is_whole)
    is_well_formed = skip_digits (scan) && is_well_formed;

  if (skip_any_of (scan, "eE"))
    {
      is_whole = FALSE;
      skip_any_of (scan, "+-");
      is_well_formed = skip_digits (scan) && is_well_formed;
    }

  if (!is_well_formed || (scan->at < scan->end && g_ascii_isalnum (*scan->at)))
    return _("not a number as JSON writes it");

  return is_whole ? check_range (number, (gsize) (scan->at - number)) : NULL;
}

static const char *
check_string (Scan *scan)
{
  for (scan->at++; scan->at < scan->end; scan->at++)
    {
      if (*scan->at == '"')
        {
          scan->at++;
          return NULL;
        }
      if (*scan->at == '\\' && ++scan->at == scan->end)
        break;
    }

  return _("a text without its closing quote");
}

static const char *
check_word (Scan *scan)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (scan->end - scan->at) >= length && memcmp (scan->at, words[i], length) == 0)
        {
          scan->at += length;
          return NULL;
        }
    }

  return _("not a value as JSON writes it");
}

static const char *
check_bracket (Scan *scan)
{
  if (strchr ("[{", *scan->at) != NULL)
    scan->depth++;
  else if (strchr ("]}", *scan->at) != NULL && scan->depth > 0)
    scan->depth--;

  scan->at++;
  return scan->depth > SY_JSON_TEXT_MAX_DEPTH ? _("nested too deeply") : NULL;
}

static const char *
check_token (Scan *scan)
{
  if (scan->depth == 0 && scan->n_roots++ > 0)
    return _("more text after the document");
  if (*scan->at == '"')
    return check_string (scan);
  if (*scan->at == '-' || g_ascii_isdigit (*scan->at))
    return check_number (scan);
  if (*scan->at != '\0' && strchr ("[]{},:", *scan->at) != NULL)
    return check_bracket (scan);

  return check_word (scan);
}

const char *
sy_json_text_check (const char *text,
                    gsize       length,
                    gsize      *problem_at)
{
  Scan scan = { .start = text, .at = text, .end = text + length };

  while (TRUE)
    {
      const char *token;
      const char *problem;

      while (skip_any_of (&scan, " \t\r\n"))
        ;
      if (scan.at == scan.end)
        return NULL;

      token = scan.at;
      problem = check_token (&scan);
      if (problem == NULL)
        continue;

      if (problem_at != NULL)
        *problem_at = (gsize) (token - scan.start);
      return problem;
    }
}
