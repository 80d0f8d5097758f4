/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-palette.h"
#include "chart/sy-scale.h"
#include "chart/sy-series.h"
#include "chart/sy-text.h"

G_BEGIN_DECLS

/**
 * SyPlot:
 * @area: where data is drawn
 * @position: the scale of points' positions
 * @value: the scale of their values
 * @has_rows: positions go downwards and values to the right, instead of right and up
 * @names_height: of the letters above each row; 0 where names stand elsewhere
 * @names_excess: how much of that is more than one line
 * @unit: the length that scales with the text; 1 at its normal size
 *
 * Where layers draw, and how values find their place there.
 */
typedef struct
{
  cairo_t          *cr;
  cairo_rectangle_t area;
  const SyScale    *position;
  const SyScale    *value;
  gboolean          has_rows;
  const SyPalette  *palette;
  SyText           *text;
  double            unit;
  double            names_height;
  double            names_excess;
} SyPlot;

void   sy_plot_place        (const SyPlot   *self,
                             double          x,
                             double          y,
                             double         *pixel_x,
                             double         *pixel_y);

/* Along the axis of values: across the rows, or upwards. */
double sy_plot_place_value  (const SyPlot   *self,
                             double          y);
double sy_plot_place_position (const SyPlot *self,
                               double        x);
/* From one row to the next, without what more than one line of letters takes. */
double sy_plot_measure_row  (const SyPlot   *self);
/* The bottom of the letters above the row at @y. */
double sy_plot_place_names  (const SyPlot   *self,
                             double          y);

/* How many pixels of the surface the area is wide. */
guint  sy_plot_count_columns (const SyPlot  *self);

/* A marker of the style's shape around a point, hollow for a companion; @size is 1 on a line. */
void   sy_plot_mark         (const SyPlot   *self,
                             guint           style,
                             double          pixel_x,
                             double          pixel_y,
                             double          size,
                             gboolean        is_hollow);

/* A marker of another shape than the style's. */
void   sy_plot_mark_as      (const SyPlot   *self,
                             SyMarker        marker,
                             guint           style,
                             double          pixel_x,
                             double          pixel_y,
                             double          size);

/* A small cross for what failed. */
void   sy_plot_cross        (const SyPlot   *self,
                             double          pixel_x,
                             double          pixel_y);

G_END_DECLS
