/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-columns.h"

#include <string.h>

#include "cli/sy-words.h"

enum { GAP = 2 };

struct _SyColumns
{
  char      *alignment;
  guint      n_columns;
  GPtrArray *cells; /* NULL where the cell before goes on */
};

SyColumns *
sy_columns_new (const char *alignment)
{
  SyColumns *self = g_new0 (SyColumns, 1);

  g_return_val_if_fail (*alignment != '\0', NULL);

  self->alignment = g_strdup (alignment);
  self->n_columns = (guint) strlen (alignment);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
sy_columns_free (SyColumns *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self->alignment);
  g_free (self);
}

void
sy_columns_take (SyColumns *self,
                 char      *cell)
{
  g_ptr_array_add (self->cells, cell != NULL ? cell : g_strdup ("–"));
}

void
sy_columns_add (SyColumns  *self,
                const char *cell)
{
  sy_columns_take (self, g_strdup (cell));
}

void
sy_columns_span (SyColumns *self)
{
  g_return_if_fail (self->cells->len % self->n_columns > 0);

  g_ptr_array_add (self->cells, NULL);
}

static guint
measure_cell (SyColumns *self,
              guint      index)
{
  const char *cell = self->cells->pdata[index];

  return cell != NULL ? sy_words_get_width (cell) : 0;
}

static gboolean
goes_on (SyColumns *self,
         guint      index)
{
  return (index + 1) % self->n_columns != 0 && index + 1 < self->cells->len
         && self->cells->pdata[index + 1] == NULL;
}

/* What goes on over the next column needs only what that one does not give. */
static guint
measure_column (SyColumns *self,
                guint      column)
{
  guint widest = 0;

  for (guint i = column; i < self->cells->len; i += self->n_columns)
    {
      guint width = measure_cell (self, i);
      guint given = goes_on (self, i) ? GAP + measure_column (self, column + 1) : 0;

      widest = MAX (widest, width - MIN (width, given));
    }

  return widest;
}

guint
sy_columns_get_width (SyColumns *self)
{
  guint width = (self->n_columns - 1) * GAP;

  for (guint i = 0; i < self->n_columns; i++)
    width += measure_column (self, i);

  return width;
}

static void
append_spaces (GString *line,
               guint    n_spaces)
{
  for (guint i = 0; i < n_spaces; i++)
    g_string_append_c (line, ' ');
}

static void
append_cell (SyColumns *self,
             GString   *line,
             guint      column,
             guint      index)
{
  const char *cell = self->cells->pdata[index];
  guint padding;

  if (cell == NULL)
    return;

  padding = measure_column (self, column) - measure_cell (self, index);
  if (goes_on (self, index))
    padding += GAP + measure_column (self, column + 1);
  if (column > 0)
    append_spaces (line, GAP);
  if (self->alignment[column] == 'r')
    append_spaces (line, padding);
  g_string_append (line, cell);
  if (self->alignment[column] != 'r')
    append_spaces (line, padding);
}

static void
trim_end (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
}

char *
sy_columns_format (SyColumns  *self,
                   const char *indent)
{
  GString *text = g_string_new (NULL);

  while (self->cells->len % self->n_columns != 0)
    sy_columns_add (self, "");

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint column = i % self->n_columns;

      if (column == 0)
        g_string_append (text, indent);
      append_cell (self, text, column, i);
      if (column + 1 < self->n_columns)
        continue;
      trim_end (text);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}
