/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "chart/sy-palette.h"
#include "chart/sy-text-run.h"

G_BEGIN_DECLS

/* Whatever the desktop has where these letters are not here. */
#define SY_TEXT_FAMILY "Cantarell, Sans"

typedef enum
{
  SY_TEXT_TITLE,
  SY_TEXT_BODY,
  SY_TEXT_STRONG,
  SY_TEXT_SMALL,
  SY_N_TEXT_ROLES,
} SyTextRole;

/**
 * SyText:
 *
 * Lays text out and draws it as text, never as a picture, in a few sizes that scale together.
 */
typedef struct _SyText SyText;

/**
 * sy_text_new:
 * @family: (nullable): the fonts to take, the desktop's sans serif by default
 * @scale: 1 for small print of 12 units of the surface
 */
SyText      *sy_text_new      (const char     *family,
                               double          scale,
                               gboolean        is_rtl) G_GNUC_WARN_UNUSED_RESULT;
void         sy_text_free     (SyText         *self);

/* From now on @sink takes the lines that would be drawn; %NULL for none. */
void         sy_text_set_sink (SyText         *self,
                               SyTextSink      sink,
                               gpointer        data);

gboolean     sy_text_is_rtl   (const SyText   *self);
/* One em of the body text: the unit in which everything is spaced. */
double       sy_text_get_em   (const SyText   *self);

/* @width: where lines break, though not between a figure and its unit; negative for nowhere.  The
 * reading direction aligns it.
 */
PangoLayout *sy_text_lay_out  (SyText         *self,
                               SyTextRole      role,
                               const char     *text,
                               double          width) G_GNUC_WARN_UNUSED_RESULT;

/* Aligns it to the side where reading ends. */
void         sy_text_flip     (PangoLayout    *layout);

/* The size of one line of @text. */
void         sy_text_measure  (SyText         *self,
                               SyTextRole      role,
                               const char     *text,
                               double         *width,
                               double         *height);
double       sy_text_get_width (SyText        *self,
                                SyTextRole     role,
                                const char    *text);
double       sy_text_get_line_height (SyText     *self,
                                      SyTextRole  role);

/* Draws @layout with its left top corner at a point. */
void         sy_text_show     (SyText         *self,
                               cairo_t        *cr,
                               PangoLayout    *layout,
                               SyColor         color,
                               double          x,
                               double          y);

/**
 * sy_text_draw:
 * @x: where the point of the text lies that @align_x says, 0 its left end and 1 its right one
 * @y: likewise, 0 its top
 */
void         sy_text_draw     (SyText         *self,
                               cairo_t        *cr,
                               SyTextRole      role,
                               const char     *text,
                               SyColor         color,
                               double          x,
                               double          y,
                               double          align_x,
                               double          align_y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyText, sy_text_free)

G_END_DECLS
