/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-layer.h"

#include <math.h>

#include "chart/sy-decimate.h"

/* Cairo's time for one stroke grows faster than its points where the line is rough: a chunk of
 * fifty costs a third of one stroke of two thousand.
 */
#define CHUNK 50

/* So near to a whole pixel, cairo takes a coordinate for one. */
#define WHOLE 1e-3

/* Above this many pixels of up and down in a column, a line is a surface. */
#define ROUGH_TRAVEL 3.0

#define MARKER_DISTANCE 56.0
#define CROSS_DISTANCE 7.0
#define FAINT_ALPHA 0.3

typedef struct
{
  double x;
  double y;
} Point;

static double
get_line_width (const SyLayer *self,
                const SyPlot  *plot)
{
  double width = plot->palette->line * plot->unit;

  return self->is_companion ? width * 0.8 : self->is_faint ? width * 0.6 : width;
}

static void
set_pen (const SyLayer *self,
         const SyPlot  *plot)
{
  guint style = sy_series_get_style (self->series);
  double width = get_line_width (self, plot);

  sy_color_set (sy_palette_get_series (plot->palette, style), plot->cr,
                self->is_faint ? FAINT_ALPHA : 1);
  sy_palette_set_dash (plot->cr, style, self->is_companion, width);
  cairo_set_line_width (plot->cr, width);
  cairo_set_line_join (plot->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (plot->cr, CAIRO_LINE_CAP_BUTT);
}

/* The dashes go on where the last chunk left them. */
static void
shift_dash (cairo_t *cr,
            double   by)
{
  double lengths[4];
  double offset;
  int n_lengths = cairo_get_dash_count (cr);

  cairo_get_dash (cr, lengths, &offset);
  cairo_set_dash (cr, lengths, n_lengths, offset + by);
}

static void
stroke_line (const SyLayer *self,
             const SyPlot  *plot,
             const Point   *points,
             guint          n_points)
{
  set_pen (self, plot);
  for (guint begin = 0; begin + 1 < n_points; begin += CHUNK)
    {
      guint end = MIN (begin + CHUNK, n_points - 1);
      double length = 0;

      cairo_new_path (plot->cr);
      cairo_move_to (plot->cr, points[begin].x, points[begin].y);
      for (guint i = begin + 1; i <= end; i++)
        {
          cairo_line_to (plot->cr, points[i].x, points[i].y);
          length += hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
        }
      cairo_stroke (plot->cr);
      shift_dash (plot->cr, length);
    }
}

/* A few markers tell lines apart without colour; many would hide them.  A point without
 * neighbours has nothing but its marker.
 */
static void
mark_line (const SyLayer *self,
           const SyPlot  *plot,
           const Point   *points,
           guint          n_points)
{
  guint style = sy_series_get_style (self->series);
  double distance = MARKER_DISTANCE * plot->unit;
  double next = points[0].x + (n_points > 1 ? distance / 2 : 0);

  if (self->is_faint)
    return;

  for (guint i = 0; i < n_points; i++)
    if (points[i].x >= next)
      {
        sy_plot_mark (plot, style, points[i].x, points[i].y, 1, self->is_companion);
        next = points[i].x + distance;
      }
}

static void
draw_run (const SyLayer *self,
          const SyPlot  *plot,
          GArray        *run)
{
  if (run->len == 0)
    return;

  stroke_line (self, plot, (const Point *) (gpointer) run->data, run->len);
  mark_line (self, plot, (const Point *) (gpointer) run->data, run->len);
  g_array_set_size (run, 0);
}

static void
add_point (GArray *run,
           double  x,
           double  y)
{
  Point point = { x, y };

  g_array_append_val (run, point);
}

static void
draw_every_point (const SyLayer *self,
                  const SyPlot  *plot)
{
  g_autoptr(GArray) run = g_array_new (FALSE, FALSE, sizeof (Point));
  guint length = sy_series_get_length (self->series);

  for (guint i = 0; i < length; i++)
    {
      double x = sy_series_get_x (self->series, i);
      double y = 0;

      if (sy_series_has_y (self->series, i) && sy_scale_accepts (plot->position, x))
        y = sy_series_get_y (self->series, i);
      else
        {
          draw_run (self, plot, run);
          continue;
        }
      sy_plot_place (plot, x, y, &x, &y);
      add_point (run, x, y);
    }
  draw_run (self, plot, run);
}

/* Turns values into pixels, upside down as those are. */
static void
place_columns (GArray       *columns,
               const SyPlot *plot)
{
  for (guint i = 0; i < columns->len; i++)
    {
      SyColumn *column = &g_array_index (columns, SyColumn, i);
      double low = column->low;

      column->first = sy_plot_place_value (plot, column->first);
      column->last = sy_plot_place_value (plot, column->last);
      column->low = sy_plot_place_value (plot, column->high);
      column->high = sy_plot_place_value (plot, low);
    }
}

static double
measure_travel (GArray *columns)
{
  double travel = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const SyColumn *column = &g_array_index (columns, SyColumn, i);

      travel += column->high - column->low;
      if (i > 0 && !column->starts_line)
        travel += fabs (column->first - column[-1].last);
    }

  return columns->len == 0 ? 0 : travel / columns->len;
}

static gboolean
is_whole (double pixels)
{
  return fabs (pixels - round (pixels)) < WHOLE;
}

/* Where columns are whole pixels, one part of a surface leaves no seam beside another. */
static gboolean
has_whole_columns (const SyPlot *plot)
{
  cairo_surface_t *surface = cairo_get_target (plot->cr);
  double begin = plot->area.x;
  double end = begin + plot->area.width;
  double y = 0;
  double scale = 1;
  double offset = 0;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;

  cairo_user_to_device (plot->cr, &begin, &y);
  cairo_user_to_device (plot->cr, &end, &y);
  cairo_surface_get_device_scale (surface, &scale, &y);
  cairo_surface_get_device_offset (surface, &offset, &y);
  return is_whole (scale) && is_whole (begin * scale + offset) && is_whole (end * scale + offset);
}

static void
add_column (const SyPlot   *plot,
            const SyColumn *column,
            double          column_width,
            double          half)
{
  double top = column->low;
  double bottom = column->high;

  if (!column->starts_line)
    {
      top = fmin (top, column[-1].last);
      bottom = fmax (bottom, column[-1].last);
    }
  cairo_rectangle (plot->cr, plot->area.x + column->column * column_width, top - half,
                   column_width, bottom - top + 2 * half);
}

/* One box a column from its lowest to its highest pixel, joined to the column before: what the
 * stroke would cover, for a thousandth of the time.  Cairo's time for one surface grows with the
 * square of its boxes, so it is filled in chunks, too.
 */
static void
fill_columns (const SyLayer *self,
              const SyPlot  *plot,
              GArray        *columns,
              double         column_width)
{
  double half = get_line_width (self, plot) / 2;
  guint chunk = has_whole_columns (plot) ? CHUNK : columns->len;

  set_pen (self, plot);
  for (guint begin = 0; begin < columns->len; begin += chunk)
    {
      guint end = MIN (begin + chunk, columns->len);

      cairo_new_path (plot->cr);
      for (guint i = begin; i < end; i++)
        add_column (plot, &g_array_index (columns, SyColumn, i), column_width, half);
      cairo_fill (plot->cr);
    }
}

static void
stroke_columns (const SyLayer *self,
                const SyPlot  *plot,
                GArray        *columns,
                double         column_width)
{
  g_autoptr(GArray) run = g_array_new (FALSE, FALSE, sizeof (Point));

  for (guint i = 0; i < columns->len; i++)
    {
      const SyColumn *column = &g_array_index (columns, SyColumn, i);
      double x = plot->area.x + (column->column + 0.5) * column_width;

      if (column->starts_line)
        draw_run (self, plot, run);
      add_point (run, x, column->first);
      if (column->high - column->low > 1)
        {
          gboolean is_rising = column->last < column->first;

          add_point (run, x, is_rising ? column->high : column->low);
          add_point (run, x, is_rising ? column->low : column->high);
          add_point (run, x, column->last);
        }
    }
  draw_run (self, plot, run);
}

static void
draw_crosses (const SyLayer *self,
              const SyPlot  *plot)
{
  double bottom = plot->area.y + plot->area.height - 6 * plot->unit;
  double next = -INFINITY;
  guint length = sy_series_get_length (self->series);

  for (guint i = 0; i < length; i++)
    {
      double x;

      if (sy_series_get_n_failed (self->series, i) == 0)
        continue;
      x = sy_plot_place_position (plot, sy_series_get_x (self->series, i));
      if (x < next)
        continue;
      sy_plot_cross (plot, x, bottom);
      next = x + CROSS_DISTANCE * plot->unit;
    }
}

void
sy_layer_draw_line (const SyLayer *self,
                    const SyPlot  *plot)
{
  guint n_columns = sy_plot_count_columns (plot);
  guint length = sy_series_get_length (self->series);
  double column_width = plot->area.width / n_columns;

  if (length <= n_columns / 2)
    draw_every_point (self, plot);
  else
    {
      g_autoptr(GArray) columns = sy_decimate (self->series, plot->position, n_columns);

      place_columns (columns, plot);
      if (measure_travel (columns) > ROUGH_TRAVEL * plot->unit)
        fill_columns (self, plot, columns, column_width);
      else if (length <= 2 * n_columns)
        draw_every_point (self, plot);
      else
        stroke_columns (self, plot, columns, column_width);
    }
  draw_crosses (self, plot);
}
