/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-palette.h"
#include "chart/sy-table.h"
#include "chart/sy-text-run.h"

G_BEGIN_DECLS

/**
 * SyChart:
 *
 * Scales, series and layers under a title.  Made whole by one of the constructors in sy-charts.h
 * and never changed after, so that any thread may draw it while another does.
 */
typedef struct _SyChart SyChart;

/**
 * SyCursor:
 *
 * A point of a chart: the one under the pointer, or where the keyboard is.
 */
typedef struct
{
  guint series;
  guint point;
} SyCursor;

/**
 * SyMoment:
 * @at_ns: since the first recorded request
 *
 * How far a picture of the architectures at work has been played: what is later is not drawn yet.
 */
typedef struct
{
  double at_ns;
} SyMoment;

typedef enum
{
  SY_MOVE_NEXT,
  SY_MOVE_PREVIOUS,
  SY_MOVE_PAGE_NEXT,
  SY_MOVE_PAGE_PREVIOUS,
  SY_MOVE_FIRST,
  SY_MOVE_LAST,
  SY_MOVE_NEXT_SERIES,
  SY_MOVE_PREVIOUS_SERIES,
} SyMove;

/**
 * SyLook:
 * @family: (nullable): fonts; the desktop's by default
 * @font_scale: 1 for text of 12 units of the surface
 * @is_rtl: the title, the legend and names of rows begin at the right; axes of time and magnitude
 *   still run from left to right, as the numbers on them do
 * @has_background: whether to paint the theme's background first
 * @has_title: whether title and subtitle are drawn, or stand elsewhere
 * @has_circumstances: whether the title says what was measured, or something else does
 * @corner: room kept free at the end of the title
 * @cursor: (nullable): a point to be pointed at
 * @moment: (nullable): the still picture by default
 * @text_sink: (nullable): takes the text instead of the surface, all of it above all else
 * @text_data: handed to it
 */
typedef struct
{
  SyTheme         theme;
  const char     *family;
  double          font_scale;
  gboolean        is_rtl;
  gboolean        has_background;
  gboolean        has_title;
  gboolean        has_circumstances;
  double          corner;
  const SyCursor *cursor;
  const SyMoment *moment;
  SyTextSink      text_sink;
  gpointer        text_data;
} SyLook;

SyChart    *sy_chart_ref          (SyChart                 *self) G_GNUC_WARN_UNUSED_RESULT;
void        sy_chart_unref        (SyChart                 *self);

const char *sy_chart_get_title    (const SyChart           *self);
const char *sy_chart_get_subtitle (const SyChart           *self);

/* What the chart says in one sentence, the finding first. */
const char *sy_chart_get_sentence (const SyChart           *self);
/* Whether all the sentence says stands in the picture too, as a value beside each row. */
gboolean    sy_chart_shows_sentence (const SyChart         *self);
/* That suits it at a width, both in units: few rows need less than half of it. */
double      sy_chart_get_height   (const SyChart           *self,
                                   double                   width);
SyTable    *sy_chart_make_table   (const SyChart           *self) G_GNUC_WARN_UNUSED_RESULT;

/* How long what a picture of the architectures shows took; 0 for charts that cannot be played. */
double      sy_chart_get_duration_ns (const SyChart        *self);

/* Whether there is nothing to show but a sentence saying so. */
gboolean    sy_chart_is_empty     (const SyChart           *self);

/* A look for documents: everything drawn, text at its normal size. */
SyLook      sy_look_new           (SyTheme                  theme);

/* How high it has to be in so much width to show each of its rows with its name; 0 where it has no
 * rows, and any height will do.
 */
double      sy_chart_measure_rows (const SyChart           *self,
                                   double                   width,
                                   const SyLook            *look);

/* The same call makes screen, picture, SVG and PDF: 320×200 is enough, and text stays text. */
void        sy_chart_draw         (const SyChart           *self,
                                   cairo_t                 *cr,
                                   const cairo_rectangle_t *area,
                                   const SyLook            *look);

/**
 * sy_chart_find:
 * @area: as the chart is drawn with @look
 * @x: where the pointer is
 * @y: likewise
 * @cursor: (out): the nearest point that has a value, of those above and below the pointer if there
 *   are any
 *
 * Returns: %FALSE if there is none
 */
gboolean    sy_chart_find         (const SyChart           *self,
                                   const cairo_rectangle_t *area,
                                   const SyLook            *look,
                                   double                   x,
                                   double                   y,
                                   SyCursor                *cursor);

/* The first point; %FALSE if there is none. */
gboolean    sy_chart_enter        (const SyChart           *self,
                                   SyCursor                *cursor);

/* Moves to another point: along the series, or to the closest position in another one.  %FALSE if
 * there is none that way, and the cursor stays.
 */
gboolean    sy_chart_move         (const SyChart           *self,
                                   SyCursor                *cursor,
                                   SyMove                   move);

/* What a point says, to be shown beside it or read out: "Event loop, 3.20 s: 10.4 k/s". */
char       *sy_chart_describe     (const SyChart           *self,
                                   const SyCursor          *cursor) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyChart, sy_chart_unref)

G_END_DECLS
