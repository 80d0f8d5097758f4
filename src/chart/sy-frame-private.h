/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-chart-private.h"
#include "chart/sy-ticks.h"

G_BEGIN_DECLS

/**
 * SyLabel:
 * @layout: (owned)
 * @x: of its left end
 * @y: of its top
 *
 * Text with its place.
 */
typedef struct
{
  PangoLayout *layout;
  double       x;
  double       y;
} SyLabel;

/**
 * SySpot:
 * @entry: whose name it is
 */
typedef struct
{
  guint   entry;
  SyLabel name;
} SySpot;

/**
 * SyFrame:
 * @x: the ticks of the horizontal axis
 * @y: those of the vertical one; %NULL among rows
 * @spots: (element-type SySpot): the names there are
 * @is_direct: they stand beside the ends of their lines, and not in a legend
 * @has_stacked_names: the names of rows stand above them, and not beside
 * @n_name_lines: that the longest of them takes, where they stand above
 * @has_intervals: rows are high enough for a second line
 * @has_axis_titles: there is room to say what is along the axes
 *
 * Where everything of a chart goes within a rectangle.
 */
typedef struct
{
  const SyChart    *chart;
  const SyLook     *look;
  SyText           *text;
  double            em;
  cairo_rectangle_t outer;
  cairo_rectangle_t area;
  SyLabel           title;
  SyLabel           subtitle;
  SyTicks          *x;
  SyTicks          *y;
  GArray           *spots;
  gboolean          is_direct;
  gboolean          has_stacked_names;
  int               n_name_lines;
  gboolean          has_intervals;
  gboolean          has_axis_titles;
} SyFrame;

SyFrame *sy_frame_new        (const SyChart           *chart,
                              const cairo_rectangle_t *area,
                              const SyLook            *look) G_GNUC_WARN_UNUSED_RESULT;
void     sy_frame_free       (SyFrame                 *self);

/* How high the chart has to be in so much width for each of its rows to have its name above it, and
 * for all that stands around them; 0 for a chart without rows.
 */
double   sy_frame_measure    (const SyChart           *chart,
                              double                   width,
                              const SyLook            *look);

/* The plot of the frame, for layers; @cr may be %NULL where nothing is drawn. */
SyPlot   sy_frame_get_plot   (const SyFrame           *self,
                              cairo_t                 *cr);

/* The title of an axis, with the unit its ticks leave out. */
char    *sy_frame_name_axis  (const SyAxis            *axis,
                              const SyTicks           *ticks) G_GNUC_WARN_UNUSED_RESULT;

/* How wide the sample of a line is in a legend. */
double   sy_frame_get_sample (const SyFrame           *self);

/* What stands at the end of a row: its value, and its interval. */
char    *sy_frame_say_value    (const SyFrame *self,
                                guint          row) G_GNUC_WARN_UNUSED_RESULT;
char    *sy_frame_say_interval (const SyFrame *self,
                                guint          row) G_GNUC_WARN_UNUSED_RESULT;

/* Bold for a value, small where there is none. */
SyTextRole sy_frame_choose_role (const SyFrame *self,
                                 guint          row);

/* How far the area stays from the left and the right side of the chart. */
void     sy_frame_set_sides   (SyFrame *self,
                               double   left,
                               double   right);

/* The width there is for the name above a row, beside the figure. */
double   sy_frame_get_name_room (const SyFrame *self,
                                 guint          row);

/* Leaves room for names and figures beside rows, or puts them above where there is none. */
void     sy_frame_place_sides (SyFrame *self);

/* Places the entries' names in rows below @top; returns how high they are. */
double   sy_frame_place_legend (SyFrame *self,
                                double   top);
/* Beside the ends of their lines, none over another; %FALSE where they have no room. */
gboolean sy_frame_place_direct (SyFrame *self);
/* The width that names beside the lines would take; 0 where they are better in a legend. */
double   sy_frame_reserve_direct (SyFrame *self);

/* The names, values and intervals of rows, and what their sides mean. */
void     sy_rows_draw_text     (const SyFrame  *self,
                                const SyPlot   *plot);

/* A rule through a point, a ring around it, and what it says beside it. */
void     sy_cursor_draw        (const SyFrame  *self,
                                const SyPlot   *plot,
                                const SyCursor *cursor);

/* Says something beside a point, on the side that has room. */
void     sy_cursor_draw_note   (const SyFrame  *self,
                                const SyPlot   *plot,
                                const char     *says,
                                double          x,
                                double          y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyFrame, sy_frame_free)

G_END_DECLS
