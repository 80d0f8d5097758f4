/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-json-writer.h"

#include <math.h>
#include <string.h>

enum { MAX_DEPTH = 32 };

/* An object or list that has begun.  A list takes several lines once it holds one of these. */
typedef struct
{
  char     closing;
  guint    n_items;
  gboolean has_lines;
} Level;

struct _SyJsonWriter
{
  GString *text;
  Level    levels[MAX_DEPTH];
  guint    depth;
};

SyJsonWriter *
sy_json_writer_new (void)
{
  SyJsonWriter *self = g_new0 (SyJsonWriter, 1);

  self->text = g_string_new (NULL);

  return self;
}

void
sy_json_writer_free (SyJsonWriter *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

static void
break_line (SyJsonWriter *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

static void
append_escaped (GString *text,
                char     c)
{
  static const char escapes[] = { ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f',
                                  ['\r'] = 'r', ['"'] = '"', ['\\'] = '\\' };
  guchar byte = (guchar) c;

  if (byte < sizeof escapes && escapes[byte] != '\0')
    g_string_append_printf (text, "\\%c", escapes[byte]);
  else if (byte < ' ' || byte == 0x7f)
    g_string_append_printf (text, "\\u%04x", (guint) byte);
  else
    g_string_append_c (text, c);
}

static void
append_quoted (GString    *text,
               const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  g_string_append_c (text, '"');
  for (const char *c = valid; *c != '\0'; c++)
    append_escaped (text, *c);
  g_string_append_c (text, '"');
}

/* What stands before a value: the comma, the place, the member's name. */
static void
begin_item (SyJsonWriter *self,
            const char   *name,
            gboolean      is_container)
{
  Level *level;

  if (self->depth == 0)
    return;

  level = &self->levels[self->depth - 1];
  g_assert ((name != NULL) == (level->closing == '}'));
  level->has_lines |= name != NULL || is_container;

  if (level->n_items++ > 0)
    g_string_append (self->text, level->has_lines ? "," : ", ");
  if (level->has_lines)
    break_line (self);
  if (name == NULL)
    return;

  append_quoted (self->text, name);
  g_string_append (self->text, ": ");
}

static void
begin_level (SyJsonWriter *self,
             const char   *name,
             char          opening,
             char          closing)
{
  begin_item (self, name, TRUE);
  g_string_append_c (self->text, opening);
  g_assert (self->depth < MAX_DEPTH);
  self->levels[self->depth++] = (Level) { .closing = closing };
}

static void
end_level (SyJsonWriter *self,
           char          closing)
{
  const Level *level;

  g_assert (self->depth > 0);
  level = &self->levels[--self->depth];
  g_assert (level->closing == closing);
  if (level->has_lines)
    break_line (self);
  g_string_append_c (self->text, closing);
}

void
sy_json_writer_begin_object (SyJsonWriter *self,
                             const char   *name)
{
  begin_level (self, name, '{', '}');
}

void
sy_json_writer_end_object (SyJsonWriter *self)
{
  end_level (self, '}');
}

void
sy_json_writer_begin_array (SyJsonWriter *self,
                            const char   *name)
{
  begin_level (self, name, '[', ']');
}

void
sy_json_writer_end_array (SyJsonWriter *self)
{
  end_level (self, ']');
}

void
sy_json_writer_add_string (SyJsonWriter *self,
                           const char   *name,
                           const char   *value)
{
  begin_item (self, name, FALSE);
  append_quoted (self->text, value);
}

void
sy_json_writer_add_int (SyJsonWriter *self,
                        const char   *name,
                        gint64        value)
{
  begin_item (self, name, FALSE);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/* 17 digits always read back exactly (Steele and White, 1990); most numbers need fewer. */
static void
format_exactly (char   *text,
                double  value)
{
  for (int n_digits = 15; n_digits <= 17; n_digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", n_digits);
      g_ascii_formatd (text, G_ASCII_DTOSTR_BUF_SIZE, format, value);
      if (g_ascii_strtod (text, NULL) == value)
        return;
    }
}

void
sy_json_writer_add_double (SyJsonWriter *self,
                           const char   *name,
                           double        value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_assert (isfinite (value));

  begin_item (self, name, FALSE);
  format_exactly (text, value);
  g_string_append (self->text, text);

  /* So that it stays recognisable as a fraction, and -0 keeps its sign. */
  if (strpbrk (text, ".e") == NULL)
    g_string_append (self->text, ".0");
}

void
sy_json_writer_add_boolean (SyJsonWriter *self,
                            const char   *name,
                            gboolean      value)
{
  begin_item (self, name, FALSE);
  g_string_append (self->text, value ? "true" : "false");
}

void
sy_json_writer_add_null (SyJsonWriter *self,
                         const char   *name)
{
  begin_item (self, name, FALSE);
  g_string_append (self->text, "null");
}

char *
sy_json_writer_finish (SyJsonWriter *self,
                       gsize        *length)
{
  g_assert (self->depth == 0);

  g_string_append_c (self->text, '\n');
  *length = self->text->len;

  return g_string_free (g_steal_pointer (&self->text), FALSE);
}
