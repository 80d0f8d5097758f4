/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-series-table.h"

#include <glib/gi18n-lib.h>

#include "cli/sy-figures.h"

static const struct
{
  SyFigureGroup  group;
  const char    *key;
  const char    *heading;
} columns[] = {
  { SY_FIGURES_SPEED, "requests_per_s", N_("Requests/s") },
  { SY_FIGURES_RESPONSE, "p50", N_("p50") },
  { SY_FIGURES_RESPONSE, "p90", N_("p90") },
  { SY_FIGURES_RESPONSE, "p99", N_("p99") },
};

static const SyFigureRow *
find_row (guint column)
{
  guint n_rows;
  const SyFigureRow *rows = sy_figures_get (&n_rows);

  for (guint i = 0; i < n_rows; i++)
    if (rows[i].group == columns[column].group && g_str_equal (rows[i].key, columns[column].key))
      return &rows[i];

  g_return_val_if_reached (NULL);
}

SyColumns *
sy_series_table_new (void)
{
  SyColumns *table = sy_columns_new ("lrrrrrrrr");

  sy_columns_add (table, "");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      sy_columns_add (table, _(columns[i].heading));
      sy_columns_add (table, "");
    }

  return table;
}

void
sy_series_table_add (SyColumns         *table,
                     const char        *label,
                     const SyArmResult *result)
{
  sy_columns_add (table, label);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      sy_columns_take (table, result != NULL ? sy_figure_row_say (find_row (i), result) : NULL);
      sy_columns_take (table, result != NULL ? sy_figure_row_say_spread (find_row (i), result)
                                             : g_strdup (""));
    }
}
