/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-chart-private.h"

#include <glib/gi18n-lib.h>

static void
add_interval_cells (SyTable        *table,
                    const SyChart  *self,
                    const SySeries *series,
                    guint           point)
{
  double low;
  double high;

  if (sy_series_get_interval (series, point, &low, &high))
    {
      sy_table_add_value (table, self->value.format, low);
      sy_table_add_value (table, self->value.format, high);
      return;
    }
  sy_table_add_nothing (table);
  sy_table_add_nothing (table);
}

static void
add_row (SyTable        *table,
         const SyChart  *self,
         const SySeries *series,
         guint           point)
{
  sy_table_add_text (table, sy_series_get_name (series));
  if (!self->has_rows)
    sy_table_add_value (table, self->position.format, sy_series_get_x (series, point));
  if (self->notes != NULL)
    sy_table_add_text (table, sy_series_get_label (series, point));
  else if (sy_series_has_y (series, point))
    sy_table_add_value (table, self->value.format, sy_series_get_y (series, point));
  else
    sy_table_add_nothing (table);
  if (self->interval != NULL)
    add_interval_cells (table, self, series, point);
  if (self->has_failures)
    sy_table_add_value (table, SY_FORMAT_COUNT, sy_series_get_n_failed (series, point));
}

static void
add_columns (SyTable       *table,
             const SyChart *self)
{
  sy_table_add_text_column (table, self->series_heading);
  if (!self->has_rows)
    sy_table_add_column (table, self->position.title, self->position.format);
  if (self->notes != NULL)
    sy_table_add_text_column (table, self->value.title);
  else
    sy_table_add_column (table, self->value.title, self->value.format);
  if (self->interval != NULL)
    {
      /* Translators: the two ends of an interval, such as “95 % interval, low end” */
      g_autofree char *low = g_strdup_printf (_("%s, low end"), self->interval);
      g_autofree char *high = g_strdup_printf (_("%s, high end"), self->interval);

      sy_table_add_column (table, low, self->value.format);
      sy_table_add_column (table, high, self->value.format);
    }
  if (self->has_failures)
    sy_table_add_column (table, _("Failed requests"), SY_FORMAT_COUNT);
}

SyTable *
sy_chart_make_table (const SyChart *self)
{
  SyTable *table = sy_table_new ();

  add_columns (table, self);
  for (guint i = 0; i < self->series->len; i++)
    {
      guint length = sy_series_get_length (self->series->pdata[i]);

      for (guint j = 0; j < length; j++)
        add_row (table, self, self->series->pdata[i], j);
    }

  return table;
}
