/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-charts.h"
#include "chart/sy-frame-private.h"
#include "stats/sy-trace.h"

G_BEGIN_DECLS

enum { SY_ARCHITECTURE_MAX_STRIPS = 4 };

/**
 * SySide:
 * @is_loop: its rows are requests and each loop has a strip; else its rows are threads and one
 *   strip shows them all
 * @rows: (owned) (array): the row of each request
 * @begin_ns: where the still picture begins
 *
 * One of the architectures at work.
 */
typedef struct
{
  char     *name;
  guint     style;
  gboolean  is_loop;
  SyTrace  *trace;
  guint    *rows;
  guint     n_rows;
  guint     n_strips;
  double    begin_ns;
} SySide;

/**
 * SyArchitecture:
 * @length_ns: how much time a picture shows, of each side the same
 */
struct _SyArchitecture
{
  SySide sides[SY_ARCHITECTURE_MAX_SIDES];
  guint  n_sides;
  double length_ns;
};

/**
 * SyPanel:
 * @n_rows: as many as there is room for
 * @begin_ns: at the left end
 *
 * Where one side is drawn.
 */
typedef struct
{
  const SySide     *side;
  cairo_rectangle_t area;
  double            heading_y;
  double            strips_y;
  double            strip_height;
  double            caption_y;
  double            rows_y;
  double            row_height;
  guint             n_rows;
  double            begin_ns;
  double            length_ns;
} SyPanel;

/* Gives each request a row, and the picture a length and beginnings where much is to be seen. */
void        sy_architecture_arrange    (SyArchitecture       *self);
void        sy_architecture_free       (SyArchitecture       *self);

/* Places the panels below the titles, beside or above each other. */
void        sy_architecture_lay_out    (const SyFrame        *frame,
                                        SyPanel              *panels);

/* How high the legend is; draws it where @plot has a surface. */
double      sy_architecture_run_legend (const SyFrame        *frame,
                                        const SyPlot         *plot,
                                        double                top);

double      sy_panel_place             (const SyPanel        *self,
                                        double                ns);

/* The name of a kind of span in the middle of a sentence, untranslated. */
const char *sy_architecture_get_kind_phrase (SySpanKind       kind);

/* Fills the path of @cr in the colour and pattern of a kind. */
void        sy_architecture_fill       (const SyPlot         *plot,
                                        SySpanKind            kind);

/* Adds what is shown of a span to the path: the kinds differ in height, too. */
void        sy_architecture_trace_span (const SyPlot         *plot,
                                        SySpanKind            kind,
                                        double                x,
                                        double                width,
                                        double                y,
                                        double                height);

void        sy_architecture_draw       (const SyFrame        *frame,
                                        const SyPlot         *plot);
gboolean    sy_architecture_find       (const SyFrame        *frame,
                                        double                x,
                                        double                y,
                                        SyCursor             *cursor);

G_END_DECLS
