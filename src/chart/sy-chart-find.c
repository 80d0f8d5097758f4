/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-architecture-private.h"
#include "chart/sy-chart-private.h"
#include "chart/sy-frame-private.h"

#include <math.h>

/* A page is this part of a series. */
#define PAGES 10

/* A pointer means what is above and below it, if there is anything: among a million points, those
 * further along are far too many to look at.
 */
#define REACH 12.0

typedef struct
{
  SyPlot   plot;
  double   x;
  double   y;
  double   reach;
  double   distance;
  SyCursor best;
} Search;

/* Returns %FALSE where this point, and so all beyond it, are out of reach, or already further along
 * the axis of positions than the best one.
 */
static gboolean
try_point (Search         *search,
           const SySeries *series,
           guint           index,
           guint           point)
{
  double along = sy_plot_place_position (&search->plot, sy_series_get_x (series, point))
                 - (search->plot.has_rows ? search->y : search->x);
  double x;
  double y;

  if (fabs (along) > fmin (search->distance, search->reach))
    return FALSE;
  if (!sy_series_has_y (series, point))
    return TRUE;

  sy_plot_place (&search->plot, sy_series_get_x (series, point),
                 sy_series_get_y (series, point), &x, &y);
  /* Across a row, the whole row is near; of its points, the nearest. */
  x = search->plot.has_rows ? hypot (along, 1e-3 * (x - search->x))
                            : hypot (x - search->x, y - search->y);
  if (x < search->distance)
    {
      search->distance = x;
      search->best = (SyCursor) { index, point };
    }

  return TRUE;
}

/* Outwards in both directions from the position under the pointer. */
static void
search_series (Search         *search,
               const SySeries *series,
               guint           index)
{
  const SyPlot *plot = &search->plot;
  double position = plot->has_rows ? (search->y - plot->area.y) / plot->area.height
                                   : (search->x - plot->area.x) / plot->area.width;
  guint middle = sy_series_find (series, sy_scale_unmap (plot->position, position));
  guint length = sy_series_get_length (series);

  for (guint i = middle; i < length; i++)
    if (!try_point (search, series, index, i))
      break;
  for (guint i = middle; i > 0; i--)
    if (!try_point (search, series, index, i - 1))
      break;
}

static void
search_all (Search        *search,
            const SyChart *chart)
{
  for (guint i = 0; i < chart->series->len; i++)
    search_series (search, sy_chart_get_series (chart, i), i);
}

gboolean
sy_chart_find (const SyChart           *self,
               const cairo_rectangle_t *area,
               const SyLook            *look,
               double                   x,
               double                   y,
               SyCursor                *cursor)
{
  g_autoptr(SyFrame) frame = sy_frame_new (self, area, look);
  Search search;

  if (self->architecture != NULL)
    return sy_architecture_find (frame, x, y, cursor);

  search = (Search) { sy_frame_get_plot (frame, NULL), x, y, REACH * frame->em / 12, INFINITY };

  search_all (&search, self);
  if (!isfinite (search.distance))
    {
      search.reach = INFINITY;
      search_all (&search, self);
    }
  if (!isfinite (search.distance))
    return FALSE;

  *cursor = search.best;
  return TRUE;
}

static gboolean
has_points (const SyChart *self,
            guint          index)
{
  return sy_series_get_length (sy_chart_get_series (self, index)) > 0;
}

gboolean
sy_chart_enter (const SyChart *self,
                SyCursor      *cursor)
{
  for (guint i = 0; i < self->series->len; i++)
    if (has_points (self, i))
      {
        *cursor = (SyCursor) { i, 0 };
        return TRUE;
      }

  return FALSE;
}

gboolean
sy_chart_has_point (const SyChart  *self,
                    const SyCursor *cursor)
{
  return cursor->series < self->series->len
         && cursor->point < sy_series_get_length (sy_chart_get_series (self, cursor->series));
}

/* The point of another series closest to where the cursor is. */
static guint
find_beside (const SySeries *series,
             double          x)
{
  guint after = sy_series_find (series, x);
  guint last = sy_series_get_length (series) - 1;

  if (after > last)
    return last;
  if (after == 0 || sy_series_get_x (series, after) - x <= x - sy_series_get_x (series, after - 1))
    return after;

  return after - 1;
}

static gboolean
move_series (const SyChart *self,
             SyCursor      *cursor,
             int            by)
{
  double x = sy_series_get_x (sy_chart_get_series (self, cursor->series), cursor->point);
  gint64 index = (gint64) cursor->series + by;

  while (index >= 0 && index < self->series->len && !has_points (self, (guint) index))
    index += by;
  if (index < 0 || index >= self->series->len)
    return FALSE;

  cursor->series = (guint) index;
  cursor->point = find_beside (sy_chart_get_series (self, cursor->series), x);
  return TRUE;
}

static gint64
find_target (const SyCursor *cursor,
             gint64          length,
             SyMove          move)
{
  gint64 point = cursor->point;
  gint64 page = MAX (1, length / PAGES);

  switch (move)
    {
    case SY_MOVE_NEXT:
      return point + 1;
    case SY_MOVE_PREVIOUS:
      return point - 1;
    case SY_MOVE_PAGE_NEXT:
      return MIN (point + page, length - 1);
    case SY_MOVE_PAGE_PREVIOUS:
      return MAX (point - page, 0);
    case SY_MOVE_FIRST:
      return 0;
    case SY_MOVE_LAST:
      return length - 1;
    case SY_MOVE_NEXT_SERIES:
    case SY_MOVE_PREVIOUS_SERIES:
    default:
      return point;
    }
}

static gboolean
move_to_row (const SyChart *self,
             SyCursor      *cursor,
             SyMove         move)
{
  gboolean is_forward = move == SY_MOVE_LAST || move == SY_MOVE_PAGE_NEXT;
  guint row = is_forward ? self->series->len - 1 : 0;

  if (row == cursor->series)
    return FALSE;

  *cursor = (SyCursor) { row, 0 };
  return TRUE;
}

/* Most rows have one point: then on is to the next row. */
static gboolean
move_along_row (const SyChart *self,
                SyCursor      *cursor,
                int            by)
{
  gint64 length = sy_series_get_length (sy_chart_get_series (self, cursor->series));
  gint64 point = (gint64) cursor->point + by;
  guint last;

  if (point >= 0 && point < length)
    {
      cursor->point = (guint) point;
      return TRUE;
    }
  if (!move_series (self, cursor, by))
    return FALSE;

  last = sy_series_get_length (sy_chart_get_series (self, cursor->series)) - 1;
  cursor->point = by > 0 ? 0 : last;
  return TRUE;
}

gboolean
sy_chart_move (const SyChart *self,
               SyCursor      *cursor,
               SyMove         move)
{
  gint64 length;
  gint64 target;

  if (!sy_chart_has_point (self, cursor))
    return sy_chart_enter (self, cursor);
  if (move == SY_MOVE_NEXT_SERIES)
    return move_series (self, cursor, 1);
  if (move == SY_MOVE_PREVIOUS_SERIES)
    return move_series (self, cursor, -1);
  if (self->has_rows && (move == SY_MOVE_NEXT || move == SY_MOVE_PREVIOUS))
    return move_along_row (self, cursor, move == SY_MOVE_NEXT ? 1 : -1);
  if (self->has_rows)
    return move_to_row (self, cursor, move);

  length = sy_series_get_length (sy_chart_get_series (self, cursor->series));
  target = find_target (cursor, length, move);
  if (target < 0 || target >= length || target == cursor->point)
    return FALSE;

  cursor->point = (guint) target;
  return TRUE;
}
