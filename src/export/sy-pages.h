/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "export/sy-document-format.h"

G_BEGIN_DECLS

/* Sizes of text and gaps, in points. */
#define SY_PAGES_TEXT 10.0
#define SY_PAGES_SMALL 8.5
#define SY_PAGES_GAP 6.0

typedef enum
{
  SY_INK_TEXT,
  SY_INK_DIM,
  SY_INK_LINK,
} SyInk;

/**
 * SyPages:
 * @y: where the next thing begins, in points from the top
 * @left: where things begin, and
 * @width: how wide they are; from right to left they begin at the other side
 * @bottom: where the page ends
 * @page: the one at work, from 1
 * @n_pages: of the pass before; 0 in the first one
 * @starts: (element-type guint): on which page each section began in the pass before
 *
 * Paper that things are put on from top to bottom.  A document is laid out twice, for only then is
 * it known how many pages there are and where its sections begin.
 */
typedef struct
{
  const SyDocument *document;
  cairo_surface_t  *surface;
  cairo_t          *cr;
  double            y;
  double            left;
  double            width;
  double            bottom;
  double            paper_width;
  double            paper_height;
  guint             page;
  guint             n_pages;
  GArray           *starts;
} SyPages;

/* Begins the first page, which has no running head. */
void         sy_pages_init          (SyPages           *self,
                                     const SyDocument  *document,
                                     cairo_surface_t   *surface,
                                     SyPaper            paper,
                                     guint              n_pages,
                                     GArray            *starts);

/* Ends the last page. */
void         sy_pages_finish        (SyPages           *self);
void         sy_pages_break         (SyPages           *self);

/* The size of the paper, in points. */
void         sy_paper_get_size      (SyPaper            paper,
                                     double            *width,
                                     double            *height);

/* Room for something @height tall in one piece: on this page, or else the next. */
void         sy_pages_need          (SyPages           *self,
                                     double             height);

/* A gap, which no page begins with. */
void         sy_pages_skip          (SyPages           *self,
                                     double             height);

/* Text @width wide, which begins at the right where it runs that way. */
PangoLayout *sy_pages_make_layout   (SyPages           *self,
                                     const char        *text,
                                     double             size,
                                     gboolean           is_bold,
                                     double             width) G_GNUC_WARN_UNUSED_RESULT;

double       sy_layout_get_height   (PangoLayout       *layout);

/* Of the lines that must stay together at its beginning. */
double       sy_layout_get_start    (PangoLayout       *layout);

/* Where something @width wide lies that is @offset from where things begin. */
double       sy_pages_place         (const SyPages     *self,
                                     double             offset,
                                     double             width);

/* Draws it there, and nothing moves. */
void         sy_pages_draw_layout   (SyPages           *self,
                                     PangoLayout       *layout,
                                     double             offset,
                                     SyInk              ink);

/* Draws it line by line from here on, over as many pages as it takes; neither its first nor its
 * last line stays alone.
 */
void         sy_pages_flow          (SyPages           *self,
                                     PangoLayout       *layout,
                                     double             offset,
                                     SyInk              ink);

/* What is drawn until sy_pages_end_link() leads there; @address or else @page. */
void         sy_pages_begin_link    (SyPages           *self,
                                     const char        *address,
                                     guint              page);
void         sy_pages_end_link      (SyPages           *self);

/* A line from where lines begin. */
void         sy_pages_rule          (SyPages           *self,
                                     double             y,
                                     double             width);

G_END_DECLS
