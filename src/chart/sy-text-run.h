/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-palette.h"

G_BEGIN_DECLS

/**
 * SyTextRun:
 * @text: UTF-8, @length bytes of it
 * @family: names of fonts, in order
 * @size: of the font, in units of the surface
 * @is_rtl: whether the text itself runs from right to left
 * @x: of its left end on the surface
 * @baseline: likewise
 * @width: what it takes in the first of the fonts there is
 *
 * One line of text with its place, for documents whose surface would turn letters into shapes.
 */
typedef struct
{
  const char *text;
  gsize       length;
  const char *family;
  double      size;
  gboolean    is_bold;
  gboolean    is_rtl;
  SyColor     color;
  double      x;
  double      baseline;
  double      width;
} SyTextRun;

typedef void (*SyTextSink) (const SyTextRun *run,
                            gpointer         data);

G_END_DECLS
