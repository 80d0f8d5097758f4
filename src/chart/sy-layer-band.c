/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-layer.h"

#include "chart/sy-decimate.h"

/* From the upper edge's first column to the last one before a break, and back along the lower. */
static void
add_run (const SyPlot   *plot,
         const SyColumn *upper,
         const SyColumn *lower,
         guint           n_columns,
         double          column_width)
{
  double left = plot->area.x + column_width / 2;

  cairo_new_sub_path (plot->cr);
  for (guint i = 0; i < n_columns; i++)
    cairo_line_to (plot->cr, left + upper[i].column * column_width,
                   sy_plot_place_value (plot, upper[i].high));
  for (guint i = n_columns; i > 0; i--)
    cairo_line_to (plot->cr, left + lower[i - 1].column * column_width,
                   sy_plot_place_value (plot, lower[i - 1].low));
  cairo_close_path (plot->cr);
}

static guint
measure_run (GArray *columns,
             guint   begin)
{
  guint end = begin + 1;

  while (end < columns->len && !g_array_index (columns, SyColumn, end).starts_line)
    end++;

  return end - begin;
}

void
sy_layer_draw_band (const SyLayer *self,
                    const SyPlot  *plot)
{
  guint n_columns = sy_plot_count_columns (plot);
  g_autoptr(GArray) upper = sy_decimate (self->series, plot->position, n_columns);
  g_autoptr(GArray) lower = sy_decimate (self->other, plot->position, n_columns);
  SyColor color = sy_palette_get_series (plot->palette, sy_series_get_style (self->series));
  double alpha = plot->palette->fill;
  guint length = MIN (upper->len, lower->len);

  cairo_new_path (plot->cr);
  for (guint begin = 0; begin < length;)
    {
      guint run = MIN (measure_run (upper, begin), length - begin);

      add_run (plot, &g_array_index (upper, SyColumn, begin),
               &g_array_index (lower, SyColumn, begin), run, plot->area.width / n_columns);
      begin += run;
    }
  sy_color_set (color, plot->cr, self->is_companion || self->is_faint ? alpha / 2 : alpha);
  cairo_fill (plot->cr);
}

static void
trace_steps (const SyLayer *self,
             const SyPlot  *plot)
{
  guint length = sy_series_get_length (self->series);

  for (guint i = 0; i < length; i++)
    {
      double x = sy_plot_place_position (plot, sy_series_get_x (self->series, i));
      double y = plot->area.y + plot->area.height;

      if (sy_series_has_y (self->series, i))
        y = sy_plot_place_value (plot, sy_series_get_y (self->series, i));
      if (i > 0)
        {
          double x_before;
          double y_before;

          cairo_get_current_point (plot->cr, &x_before, &y_before);
          cairo_line_to (plot->cr, x, y_before);
        }
      cairo_line_to (plot->cr, x, y);
    }
}

static void
fill_steps (const SyLayer *self,
            const SyPlot  *plot)
{
  guint length = sy_series_get_length (self->series);
  double bottom = plot->area.y + plot->area.height;
  double first = sy_plot_place_position (plot, sy_series_get_x (self->series, 0));
  double last = sy_plot_place_position (plot, sy_series_get_x (self->series, length - 1));

  cairo_new_path (plot->cr);
  trace_steps (self, plot);
  cairo_line_to (plot->cr, last, bottom);
  cairo_line_to (plot->cr, first, bottom);
  cairo_close_path (plot->cr);
  cairo_fill (plot->cr);
}

void
sy_layer_draw_steps (const SyLayer *self,
                     const SyPlot  *plot)
{
  guint style = sy_series_get_style (self->series);
  SyColor color = sy_palette_get_series (plot->palette, style);
  double width = plot->palette->line * plot->unit;

  if (sy_series_get_length (self->series) == 0)
    return;

  sy_color_set (color, plot->cr, plot->palette->fill);
  fill_steps (self, plot);

  sy_color_set (color, plot->cr, 1);
  sy_palette_set_dash (plot->cr, style, self->is_companion, width);
  cairo_set_line_width (plot->cr, width);
  cairo_new_path (plot->cr);
  trace_steps (self, plot);
  cairo_stroke (plot->cr);
}
