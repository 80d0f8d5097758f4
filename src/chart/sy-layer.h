/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-plot.h"

G_BEGIN_DECLS

typedef struct _SyLayer SyLayer;

typedef void (*SyLayerDraw) (const SyLayer *self,
                             const SyPlot  *plot);

/**
 * SyLayer:
 * @draw: one of the functions below
 * @series: (nullable) (unowned): what it shows
 * @other: (nullable) (unowned): the lower edge of a band
 * @low: where a zone begins
 * @high: where it ends
 * @marker: of sy_layer_draw_marks()
 * @is_companion: the second line of a series, dotted and with hollow markers
 * @is_faint: stands back behind the others
 * @is_under: lies below the grid
 *
 * One thing drawn.  A layer only draws: where values lie, its plot knows; which they are, its
 * series.
 */
struct _SyLayer
{
  SyLayerDraw     draw;
  const SySeries *series;
  const SySeries *other;
  double          low;
  double          high;
  SyMarker        marker;
  gboolean        is_companion;
  gboolean        is_faint;
  gboolean        is_under;
};

/* A line through the points, broken where one is missing, crosses below where something failed. */
void sy_layer_draw_line     (const SyLayer *self,
                             const SyPlot  *plot);

/* The intervals of a series as whiskers with caps. */
void sy_layer_draw_whiskers (const SyLayer *self,
                             const SyPlot  *plot);

/* The surface between two series of the same positions. */
void sy_layer_draw_band     (const SyLayer *self,
                             const SyPlot  *plot);

/* Steps that begin at each point and reach to the next, filled down to the axis. */
void sy_layer_draw_steps    (const SyLayer *self,
                             const SyPlot  *plot);

/* Bars from the axis to the values, each with its interval. */
void sy_layer_draw_bars     (const SyLayer *self,
                             const SyPlot  *plot);

/* Bars from the low end of each value's interval to the high one, or from 0 where it has none. */
void sy_layer_draw_spans    (const SyLayer *self,
                             const SyPlot  *plot);

/* A dot at each value, and its interval. */
void sy_layer_draw_dots     (const SyLayer *self,
                             const SyPlot  *plot);

/* A marker of that shape at each value. */
void sy_layer_draw_marks    (const SyLayer *self,
                             const SyPlot  *plot);

/* A line from side to side through each row of the series. */
void sy_layer_draw_tracks   (const SyLayer *self,
                             const SyPlot  *plot);

/* Shades the positions from x to y of each point: whose turn it is. */
void sy_layer_draw_turns    (const SyLayer *self,
                             const SyPlot  *plot);

/* Shades the values from @low to @high, among rows. */
void sy_layer_draw_zone     (const SyLayer *self,
                             const SyPlot  *plot);

/* Rules a line across the value @low. */
void sy_layer_draw_rule     (const SyLayer *self,
                             const SyPlot  *plot);

G_END_DECLS
