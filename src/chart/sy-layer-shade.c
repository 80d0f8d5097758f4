/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-layer.h"

#include <math.h>

#define STRIP_HEIGHT 3.0

/* Enough to see whose turn it is, little enough to read the lines on it. */
#define TURN_ALPHA 0.07

static void
add_turns (const SyLayer *self,
           const SyPlot  *plot,
           double         height)
{
  guint length = sy_series_get_length (self->series);

  cairo_new_path (plot->cr);
  for (guint i = 0; i < length; i++)
    {
      double begin = sy_plot_place_position (plot, sy_series_get_x (self->series, i));
      double end = sy_plot_place_position (plot, sy_series_get_y (self->series, i));

      cairo_rectangle (plot->cr, begin, plot->area.y, end - begin, height);
    }
}

void
sy_layer_draw_turns (const SyLayer *self,
                     const SyPlot  *plot)
{
  guint style = sy_series_get_style (self->series);

  sy_color_set (sy_palette_get_series (plot->palette, style), plot->cr, TURN_ALPHA);
  add_turns (self, plot, plot->area.height);
  cairo_fill (plot->cr);
  sy_color_set (sy_palette_get_series (plot->palette, style), plot->cr, 1);
  add_turns (self, plot, STRIP_HEIGHT * plot->unit);
  cairo_fill (plot->cr);
}

void
sy_layer_draw_zone (const SyLayer *self,
                    const SyPlot  *plot)
{
  double low = sy_plot_place_value (plot, self->low);
  double high = sy_plot_place_value (plot, self->high);

  cairo_new_path (plot->cr);
  cairo_rectangle (plot->cr, low, plot->area.y, high - low, plot->area.height);
  sy_color_set (plot->palette->zone, plot->cr, 1);
  cairo_fill (plot->cr);
}

/* Beside each row, but not through the letters above it. */
static void
trace_broken_rule (const SyPlot *plot,
                   double        x)
{
  double end = plot->area.y + plot->area.height;
  double y = sy_plot_place_position (plot, 0);

  for (guint row = 0; y < end; row++)
    {
      double next = sy_plot_place_position (plot, row + 1);

      cairo_move_to (plot->cr, x, sy_plot_place_names (plot, y));
      cairo_line_to (plot->cr, x, fmin (end, sy_plot_place_names (plot, next)
                                             - plot->names_height));
      y = next;
    }
}

void
sy_layer_draw_rule (const SyLayer *self,
                    const SyPlot  *plot)
{
  double x = sy_plot_place_value (plot, self->low);

  cairo_new_path (plot->cr);
  if (plot->names_height > 0)
    trace_broken_rule (plot, x);
  else
    {
      cairo_move_to (plot->cr, x, plot->area.y);
      cairo_line_to (plot->cr, x, plot->area.y + plot->area.height);
    }
  sy_color_set (plot->palette->text, plot->cr, 1);
  cairo_set_dash (plot->cr, NULL, 0, 0);
  cairo_set_line_width (plot->cr, 1.25 * plot->unit);
  cairo_stroke (plot->cr);
}
