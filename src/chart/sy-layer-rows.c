/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-layer.h"

#include <math.h>

#define BAR_THICKNESS 32.0
#define CAP_SIZE 5.0
#define DOT_SIZE 1.5

/* A bar is at most this much of the room between two rows. */
#define BAR_SHARE 0.5

/* From one end of the interval to the other, with a cap at each. */
static void
trace_whisker (const SyPlot *plot,
               double        x,
               double        low,
               double        high)
{
  double cap = CAP_SIZE * plot->unit;
  double ends[2] = { low, high };
  double px[2];
  double py[2];

  for (guint i = 0; i < 2; i++)
    sy_plot_place (plot, x, ends[i], &px[i], &py[i]);

  cairo_move_to (plot->cr, px[0], py[0]);
  cairo_line_to (plot->cr, px[1], py[1]);
  for (guint i = 0; i < 2; i++)
    {
      cairo_move_to (plot->cr, px[i] - (plot->has_rows ? 0 : cap),
                     py[i] - (plot->has_rows ? cap : 0));
      cairo_line_to (plot->cr, px[i] + (plot->has_rows ? 0 : cap),
                     py[i] + (plot->has_rows ? cap : 0));
    }
}

static void
stroke_whisker (const SyPlot   *plot,
                const SySeries *series,
                guint           index)
{
  double low;
  double high;

  if (!sy_series_get_interval (series, index, &low, &high)
      || !sy_scale_accepts (plot->value, low) || !sy_scale_accepts (plot->value, high))
    return;

  cairo_new_path (plot->cr);
  trace_whisker (plot, sy_series_get_x (series, index), low, high);
  sy_color_set (sy_palette_get_series (plot->palette, sy_series_get_style (series)), plot->cr, 1);
  cairo_set_dash (plot->cr, NULL, 0, 0);
  cairo_set_line_width (plot->cr, plot->palette->line * plot->unit);
  cairo_stroke (plot->cr);
}

static void
mark_value (const SyLayer *self,
            const SyPlot  *plot,
            guint          index,
            double         size)
{
  double x;
  double y;

  if (!sy_series_has_y (self->series, index))
    return;

  sy_plot_place (plot, sy_series_get_x (self->series, index),
                 sy_series_get_y (self->series, index), &x, &y);
  sy_plot_mark (plot, sy_series_get_style (self->series), x, y, size, self->is_companion);
}

void
sy_layer_draw_whiskers (const SyLayer *self,
                        const SyPlot  *plot)
{
  guint length = sy_series_get_length (self->series);

  for (guint i = 0; i < length; i++)
    {
      stroke_whisker (plot, self->series, i);
      mark_value (self, plot, i, 1);
    }
}

/* Pale, so that the interval inside it can be seen; its end is what counts. */
static void
draw_bar (const SyPlot   *plot,
          const SySeries *series,
          guint           index)
{
  SyColor color = sy_palette_get_series (plot->palette, sy_series_get_style (series));
  double thickness = fmin (BAR_THICKNESS * plot->unit, BAR_SHARE * sy_plot_measure_row (plot));
  double edge = 3 * plot->unit;
  double x;
  double y;

  sy_plot_place (plot, sy_series_get_x (series, index), sy_series_get_y (series, index), &x, &y);
  cairo_new_path (plot->cr);
  cairo_rectangle (plot->cr, plot->area.x, y - thickness / 2, x - plot->area.x, thickness);
  sy_color_set (color, plot->cr, 1.6 * plot->palette->fill);
  cairo_fill (plot->cr);
  cairo_rectangle (plot->cr, x - edge / 2, y - thickness / 2, edge, thickness);
  sy_color_set (color, plot->cr, 1);
  cairo_fill (plot->cr);
}

void
sy_layer_draw_bars (const SyLayer *self,
                    const SyPlot  *plot)
{
  guint length = sy_series_get_length (self->series);

  for (guint i = 0; i < length; i++)
    {
      if (sy_series_has_y (self->series, i))
        draw_bar (plot, self->series, i);
      stroke_whisker (plot, self->series, i);
    }
}

static void
draw_span (const SyLayer *self,
           const SyPlot  *plot,
           guint          index)
{
  double thickness = fmin (BAR_THICKNESS * plot->unit, BAR_SHARE * sy_plot_measure_row (plot));
  double low = 0;
  double high = sy_series_get_y (self->series, index);
  double px[2];
  double y;

  sy_series_get_interval (self->series, index, &low, &high);
  sy_plot_place (plot, sy_series_get_x (self->series, index), low, &px[0], &y);
  sy_plot_place (plot, sy_series_get_x (self->series, index), high, &px[1], &y);
  cairo_new_path (plot->cr);
  cairo_rectangle (plot->cr, fmin (px[0], px[1]), y - thickness / 2, fabs (px[1] - px[0]),
                   thickness);
  sy_color_set (sy_palette_get_series (plot->palette, sy_series_get_style (self->series)),
                plot->cr, self->is_faint ? 1.6 * plot->palette->fill : 1);
  cairo_fill (plot->cr);
}

void
sy_layer_draw_spans (const SyLayer *self,
                     const SyPlot  *plot)
{
  guint length = sy_series_get_length (self->series);

  for (guint i = 0; i < length; i++)
    if (sy_series_has_y (self->series, i))
      draw_span (self, plot, i);
}

void
sy_layer_draw_dots (const SyLayer *self,
                    const SyPlot  *plot)
{
  guint length = sy_series_get_length (self->series);

  for (guint i = 0; i < length; i++)
    {
      stroke_whisker (plot, self->series, i);
      mark_value (self, plot, i, DOT_SIZE);
    }
}

void
sy_layer_draw_marks (const SyLayer *self,
                     const SyPlot  *plot)
{
  guint length = sy_series_get_length (self->series);
  double x;
  double y;

  for (guint i = 0; i < length; i++)
    {
      sy_plot_place (plot, sy_series_get_x (self->series, i), sy_series_get_y (self->series, i),
                     &x, &y);
      sy_plot_mark_as (plot, self->marker, sy_series_get_style (self->series), x, y, DOT_SIZE);
    }
}

void
sy_layer_draw_tracks (const SyLayer *self,
                      const SyPlot  *plot)
{
  guint length = sy_series_get_length (self->series);

  cairo_new_path (plot->cr);
  for (guint i = 0; i < length; i++)
    {
      double y = floor (sy_plot_place_position (plot, sy_series_get_x (self->series, i))) + 0.5;

      cairo_move_to (plot->cr, plot->area.x, y);
      cairo_line_to (plot->cr, plot->area.x + plot->area.width, y);
    }
  sy_color_set (plot->palette->axis, plot->cr, 0.6);
  cairo_set_dash (plot->cr, NULL, 0, 0);
  cairo_set_line_width (plot->cr, 1);
  cairo_stroke (plot->cr);
}
