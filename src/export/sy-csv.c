/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-csv.h"

#include <math.h>
#include <string.h>

struct _SyCsv
{
  GString *text;
  guint    n_columns;
  guint    n_cells;
};

SyCsv *
sy_csv_new (void)
{
  SyCsv *self = g_new0 (SyCsv, 1);

  self->text = g_string_new (NULL);

  return self;
}

void
sy_csv_free (SyCsv *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
begin_cell (SyCsv *self)
{
  if (self->n_cells++ > 0)
    g_string_append_c (self->text, ',');
}

static void
append_quoted (GString    *text,
               const char *value)
{
  g_string_append_c (text, '"');
  for (const char *byte = value; *byte != '\0'; byte++)
    {
      if (*byte == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *byte);
    }
  g_string_append_c (text, '"');
}

void
sy_csv_add_text (SyCsv      *self,
                 const char *text)
{
  begin_cell (self);
  if (strpbrk (text, ",\"\r\n") != NULL)
    append_quoted (self->text, text);
  else
    g_string_append (self->text, text);
}

void
sy_csv_add_int (SyCsv  *self,
                gint64  value)
{
  begin_cell (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/* 17 digits always read back exactly (Steele and White, 1990); most numbers need fewer. */
void
sy_csv_add_double (SyCsv  *self,
                   double  value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char text[G_ASCII_DTOSTR_BUF_SIZE] = "";

  begin_cell (self);
  if (!isfinite (value))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (text, sizeof text, formats[i], value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }
  g_string_append (self->text, text);
}

void
sy_csv_add_boolean (SyCsv    *self,
                    gboolean  value)
{
  sy_csv_add_text (self, value ? "true" : "false");
}

void
sy_csv_add_nothing (SyCsv *self)
{
  begin_cell (self);
}

void
sy_csv_end_row (SyCsv *self)
{
  if (self->n_columns == 0)
    self->n_columns = self->n_cells;
  g_assert (self->n_cells == self->n_columns);

  self->n_cells = 0;
  g_string_append (self->text, "\r\n");
}

char *
sy_csv_finish (SyCsv *self,
               gsize *length)
{
  GString *text = self->text;

  g_assert (self->n_cells == 0);

  *length = text->len;
  self->text = g_string_new (NULL);
  self->n_columns = 0;

  return g_string_free (text, FALSE);
}
