/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-chart-data.h"

/* What parts cells and rows cannot be within one. */
static void
append_text (GString    *text,
             const char *cell)
{
  for (const char *c = cell; *c != '\0'; c++)
    g_string_append_c (text, *c == '\t' || *c == '\n' || *c == '\r' ? ' ' : *c);
}

static void
append_heading (GString             *text,
                const SyTableColumn *column)
{
  append_text (text, column->name);
  if (*column->unit != '\0')
    g_string_append_printf (text, " (%s)", column->unit);
}

static void
append_cell (GString             *text,
             const SyTableColumn *column,
             const SyTableCell   *cell)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (column->is_text)
    append_text (text, cell->text);
  else if (cell->has_value)
    g_string_append (text, g_ascii_dtostr (number, sizeof number, cell->value));
}

char *
sy_chart_data_to_text (const SyChart *chart)
{
  g_autoptr(SyTable) table = sy_chart_make_table (chart);
  guint n_columns = sy_table_count_columns (table);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      append_heading (text, sy_table_get_column (table, i));
      g_string_append_c (text, i + 1 < n_columns ? '\t' : '\n');
    }
  for (guint row = 0; row < sy_table_count_rows (table); row++)
    for (guint i = 0; i < n_columns; i++)
      {
        append_cell (text, sy_table_get_column (table, i), sy_table_get_cell (table, row, i));
        g_string_append_c (text, i + 1 < n_columns ? '\t' : '\n');
      }

  return g_string_free (text, FALSE);
}
