/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-decimate.h"

#include <math.h>

/* Positions never go back, so the point where the next column begins is found by halving: the map,
 * which may be a logarithm, is needed once a column and not once a point.
 */
static double
find_column_end (const SyScale *scale,
                 int            column,
                 guint          n_columns)
{
  return sy_scale_unmap (scale, (column + 1) / (double) n_columns);
}

static int
find_column (const SyScale *scale,
             double         x,
             guint          n_columns)
{
  double position = floor (sy_scale_map (scale, x) * n_columns);

  return (int) CLAMP (position, -1, (double) n_columns);
}

static void
begin_column (GArray  *columns,
              int      column,
              gboolean starts_line,
              double   y)
{
  SyColumn next = { column, starts_line, y, y, y, y };

  g_array_append_val (columns, next);
}

GArray *
sy_decimate (const SySeries *series,
             const SyScale  *scale,
             guint           n_columns)
{
  GArray *columns = g_array_sized_new (FALSE, FALSE, sizeof (SyColumn), n_columns);
  const double *x = sy_series_peek_x (series);
  const double *y = sy_series_peek_y (series);
  guint length = sy_series_get_length (series);
  SyColumn *current = NULL;
  gboolean starts_line = TRUE;
  double end = -INFINITY;

  for (guint i = 0; i < length; i++)
    {
      if (!(isfinite (y[i]) && sy_scale_accepts (scale, x[i])))
        {
          starts_line = TRUE;
          continue;
        }
      if (starts_line || !(x[i] < end))
        {
          int column = find_column (scale, x[i], n_columns);

          begin_column (columns, column, starts_line, y[i]);
          current = &g_array_index (columns, SyColumn, columns->len - 1);
          end = find_column_end (scale, column, n_columns);
          starts_line = FALSE;
          continue;
        }
      if (y[i] < current->low)
        current->low = y[i];
      if (y[i] > current->high)
        current->high = y[i];
      current->last = y[i];
    }

  return columns;
}
