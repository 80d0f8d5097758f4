/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-plot.h"

#include <math.h>

#define MARKER_RADIUS 3.5
#define CROSS_RADIUS 3.0

/* Letters above a row stand so much of it away from its middle, and no more than so many units. */
#define NAMES_SHARE 0.26
#define NAMES_GAP 18.0

/* Paper has no pixels; two to a point are finer than the eye. */
#define COLUMNS_PER_UNIT_ON_PAPER 2

double
sy_plot_place_position (const SyPlot *self,
                        double        x)
{
  double position = sy_scale_map (self->position, x);

  if (self->has_rows)
    return self->area.y + position * self->area.height;

  return self->area.x + position * self->area.width;
}

double
sy_plot_measure_row (const SyPlot *self)
{
  return sy_plot_place_position (self, 1) - sy_plot_place_position (self, 0) - self->names_excess;
}

double
sy_plot_place_names (const SyPlot *self,
                     double        y)
{
  double row = sy_plot_measure_row (self);

  return y - fmin (NAMES_SHARE * row, NAMES_GAP * self->unit) - 2 * self->unit;
}

double
sy_plot_place_value (const SyPlot *self,
                     double        y)
{
  double value = sy_scale_map (self->value, y);

  if (self->has_rows)
    return self->area.x + value * self->area.width;

  return self->area.y + (1 - value) * self->area.height;
}

void
sy_plot_place (const SyPlot *self,
               double        x,
               double        y,
               double       *pixel_x,
               double       *pixel_y)
{
  double position = sy_plot_place_position (self, x);
  double value = sy_plot_place_value (self, y);

  *pixel_x = self->has_rows ? value : position;
  *pixel_y = self->has_rows ? position : value;
}

guint
sy_plot_count_columns (const SyPlot *self)
{
  double width = self->area.width;
  double height = 0;

  if (cairo_surface_get_type (cairo_get_target (self->cr)) != CAIRO_SURFACE_TYPE_IMAGE)
    return (guint) fmax (1, COLUMNS_PER_UNIT_ON_PAPER * width);

  cairo_user_to_device_distance (self->cr, &width, &height);
  return (guint) fmax (1, fabs (width) + 0.5);
}

static void
add_polygon (cairo_t      *cr,
             const double *corners,
             guint         n_corners,
             double        x,
             double        y,
             double        radius)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n_corners; i++)
    cairo_line_to (cr, x + corners[2 * i] * radius, y + corners[2 * i + 1] * radius);
  cairo_close_path (cr);
}

static void
add_marker (cairo_t  *cr,
            SyMarker  marker,
            double    x,
            double    y,
            double    radius)
{
  static const double square[] = { -0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9 };
  static const double diamond[] = { 0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0 };
  static const double triangle[] = { 0, -1.25, 1.2, 0.85, -1.2, 0.85 };

  if (marker == SY_MARKER_SQUARE || marker == SY_MARKER_BOX)
    add_polygon (cr, square, 4, x, y, radius);
  else if (marker == SY_MARKER_DIAMOND)
    add_polygon (cr, diamond, 4, x, y, radius);
  else if (marker == SY_MARKER_TRIANGLE)
    add_polygon (cr, triangle, 3, x, y, radius);
  else
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
    }
}

static void
draw_marker (const SyPlot *self,
             SyMarker      marker,
             SyColor       color,
             double        pixel_x,
             double        pixel_y,
             double        radius,
             gboolean      has_hole)
{
  cairo_new_path (self->cr);
  add_marker (self->cr, marker, pixel_x, pixel_y, radius);
  sy_color_set (has_hole ? self->palette->background : color, self->cr, 1);
  cairo_fill_preserve (self->cr);
  /* Its edge keeps a marker apart from the line it sits on, or makes the hollow one. */
  sy_color_set (has_hole ? color : self->palette->background, self->cr, 1);
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_set_line_width (self->cr, has_hole ? 1.5 * self->unit : 1 * self->unit);
  cairo_stroke (self->cr);
}

void
sy_plot_mark (const SyPlot *self,
              guint         style,
              double        pixel_x,
              double        pixel_y,
              double        size,
              gboolean      is_hollow)
{
  SyMarker marker = sy_palette_get_marker (style);
  gboolean has_hole = is_hollow || marker == SY_MARKER_RING || marker == SY_MARKER_BOX;

  draw_marker (self, marker, sy_palette_get_series (self->palette, style), pixel_x, pixel_y,
               size * MARKER_RADIUS * self->unit, has_hole);
}

void
sy_plot_mark_as (const SyPlot *self,
                 SyMarker      marker,
                 guint         style,
                 double        pixel_x,
                 double        pixel_y,
                 double        size)
{
  SyColor color = sy_palette_get_series (self->palette, style);
  double radius = size * MARKER_RADIUS * self->unit;
  gboolean has_hole = marker == SY_MARKER_RING || marker == SY_MARKER_BOX ||
                      marker == SY_MARKER_HALF;

  draw_marker (self, marker, color, pixel_x, pixel_y, radius, has_hole);
  if (marker != SY_MARKER_HALF)
    return;

  cairo_arc (self->cr, pixel_x, pixel_y, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (self->cr);
  sy_color_set (color, self->cr, 1);
  cairo_fill (self->cr);
}

void
sy_plot_cross (const SyPlot *self,
               double        pixel_x,
               double        pixel_y)
{
  double radius = CROSS_RADIUS * self->unit;

  cairo_new_path (self->cr);
  cairo_move_to (self->cr, pixel_x - radius, pixel_y - radius);
  cairo_line_to (self->cr, pixel_x + radius, pixel_y + radius);
  cairo_move_to (self->cr, pixel_x - radius, pixel_y + radius);
  cairo_line_to (self->cr, pixel_x + radius, pixel_y - radius);
  sy_color_set (self->palette->bad, self->cr, 1);
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_set_line_width (self->cr, 1.75 * self->unit);
  cairo_stroke (self->cr);
}
