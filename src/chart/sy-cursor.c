/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-frame-private.h"

#include <math.h>

#define RING_RADIUS 6.0
#define MAX_NOTE_WIDTH 24.0
#define MAX_NOTE_LINES 4

static void
draw_rule (const SyFrame *frame,
           const SyPlot  *plot,
           double         x)
{
  cairo_new_path (plot->cr);
  cairo_move_to (plot->cr, floor (x) + 0.5, frame->area.y);
  cairo_line_to (plot->cr, floor (x) + 0.5, frame->area.y + frame->area.height);
  sy_color_set (plot->palette->text, plot->cr, 0.55);
  cairo_set_dash (plot->cr, NULL, 0, 0);
  cairo_set_line_width (plot->cr, 1);
  cairo_stroke (plot->cr);
}

static void
draw_ring (const SyPlot *plot,
           guint         style,
           double        x,
           double        y)
{
  cairo_new_path (plot->cr);
  cairo_arc (plot->cr, x, y, RING_RADIUS * plot->unit, 0, 2 * G_PI);
  sy_color_set (plot->palette->background, plot->cr, 1);
  cairo_fill_preserve (plot->cr);
  sy_color_set (sy_palette_get_series (plot->palette, style), plot->cr, 1);
  cairo_set_line_width (plot->cr, 2.5 * plot->unit);
  cairo_stroke (plot->cr);
}

static void
fill_note (const SyPlot *plot,
           double        x,
           double        y,
           double        width,
           double        height)
{
  double radius = 5 * plot->unit;

  cairo_new_path (plot->cr);
  cairo_arc (plot->cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (plot->cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (plot->cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (plot->cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (plot->cr);
  sy_color_set (plot->palette->text, plot->cr, 1);
  cairo_fill (plot->cr);
}

/* Beside the point, on the side that has room, and never out of the chart. */
void
sy_cursor_draw_note (const SyFrame *frame,
                     const SyPlot  *plot,
                     const char    *says,
                     double         x,
                     double         y)
{
  const cairo_rectangle_t *outer = &frame->outer;
  double padding = 0.6 * frame->em;
  double limit = fmin (MAX_NOTE_WIDTH * frame->em, outer->width - 4 * frame->em);
  g_autoptr(PangoLayout) layout = sy_text_lay_out (frame->text, SY_TEXT_SMALL, says,
                                                   fmax (1, limit));
  PangoRectangle extents;
  double width;
  double height;

  pango_layout_set_height (layout, -MAX_NOTE_LINES);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  width = extents.width + 2 * padding;
  height = extents.height + 2 * padding;
  x += x + frame->em + width > outer->x + outer->width ? -frame->em - width : frame->em;
  x = CLAMP (x, outer->x, fmax (outer->x, outer->x + outer->width - width));
  y = CLAMP (y - height - padding, outer->y, fmax (outer->y, outer->y + outer->height - height));

  fill_note (plot, x, y, width, height);
  sy_text_show (plot->text, plot->cr, layout, plot->palette->background, x + padding - extents.x,
                y + padding);
}

void
sy_cursor_draw (const SyFrame  *self,
                const SyPlot   *plot,
                const SyCursor *cursor)
{
  const SySeries *series;
  g_autofree char *says = NULL;
  double x;
  double y = self->area.y + self->area.height / 2;

  if (cursor->series >= self->chart->series->len)
    return;
  series = sy_chart_get_series (self->chart, cursor->series);
  if (cursor->point >= sy_series_get_length (series))
    return;

  says = sy_chart_describe (self->chart, cursor);
  x = sy_plot_place_position (plot, sy_series_get_x (series, cursor->point));
  if (sy_series_has_y (series, cursor->point))
    sy_plot_place (plot, sy_series_get_x (series, cursor->point),
                   sy_series_get_y (series, cursor->point), &x, &y);
  draw_rule (self, plot, x);
  if (sy_series_has_y (series, cursor->point))
    draw_ring (plot, sy_series_get_style (series), x, y);
  sy_cursor_draw_note (self, plot, says, x, y);
}
