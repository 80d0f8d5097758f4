/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-table.h"

struct _SyTable
{
  GArray *columns;
  GArray *cells;
};

static void
clear_column (gpointer data)
{
  g_free (((SyTableColumn *) data)->name);
}

static void
clear_cell (gpointer data)
{
  g_free (((SyTableCell *) data)->text);
}

SyTable *
sy_table_new (void)
{
  SyTable *self = g_new0 (SyTable, 1);

  self->columns = g_array_new (FALSE, TRUE, sizeof (SyTableColumn));
  self->cells = g_array_new (FALSE, TRUE, sizeof (SyTableCell));
  g_array_set_clear_func (self->columns, clear_column);
  g_array_set_clear_func (self->cells, clear_cell);

  return self;
}

void
sy_table_free (SyTable *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->cells);
  g_free (self);
}

static void
add_column (SyTable    *self,
            const char *name,
            const char *unit,
            gboolean    is_text)
{
  SyTableColumn column = { g_strdup (name), unit, is_text };

  g_array_append_val (self->columns, column);
}

void
sy_table_add_text_column (SyTable    *self,
                          const char *name)
{
  add_column (self, name, "", TRUE);
}

void
sy_table_add_column (SyTable    *self,
                     const char *name,
                     SyFormat    format)
{
  add_column (self, name, sy_format_raw_unit (format), FALSE);
}

/* Takes @text. */
static void
add_cell (SyTable  *self,
          char     *text,
          double    value,
          gboolean  has_value)
{
  SyTableCell cell = { text, value, has_value };

  g_array_append_val (self->cells, cell);
}

void
sy_table_add_text (SyTable    *self,
                   const char *text)
{
  add_cell (self, g_strdup (text), 0, FALSE);
}

void
sy_table_add_value (SyTable *self,
                    SyFormat format,
                    double   value)
{
  add_cell (self, sy_format_value (format, value), value, TRUE);
}

void
sy_table_add_nothing (SyTable *self)
{
  add_cell (self, g_strdup (""), 0, FALSE);
}

guint
sy_table_count_columns (const SyTable *self)
{
  return self->columns->len;
}

guint
sy_table_count_rows (const SyTable *self)
{
  return self->columns->len == 0 ? 0 : self->cells->len / self->columns->len;
}

const SyTableColumn *
sy_table_get_column (const SyTable *self,
                     guint          column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return &g_array_index (self->columns, SyTableColumn, column);
}

const SyTableCell *
sy_table_get_cell (const SyTable *self,
                   guint          row,
                   guint          column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);
  g_return_val_if_fail (row < sy_table_count_rows (self), NULL);

  return &g_array_index (self->cells, SyTableCell, row * self->columns->len + column);
}
