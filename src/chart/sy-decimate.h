/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-scale.h"
#include "chart/sy-series.h"

G_BEGIN_DECLS

/**
 * SyColumn:
 * @column: which pixel column
 * @starts_line: whether something missing lies before it
 *
 * What many points leave of themselves in one column of pixels: the first and last value, where the
 * line comes and goes, and the extremes between.  A line through these four covers the same pixels
 * as one through all points.
 */
typedef struct
{
  int      column;
  gboolean starts_line;
  double   first;
  double   low;
  double   high;
  double   last;
} SyColumn;

/**
 * sy_decimate:
 * @scale: of the positions
 * @n_columns: how many pixels the scale is long
 *
 * Returns: (transfer full) (element-type SyColumn): the columns with values, from left to right; a
 *   column in which a line ends and another begins occurs twice
 */
GArray *sy_decimate (const SySeries *series,
                     const SyScale  *scale,
                     guint           n_columns) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
