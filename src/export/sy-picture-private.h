/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/sy-picture.h"

G_BEGIN_DECLS

GBytes *sy_picture_make_svg  (const SyChart            *chart,
                              const SyPictureSettings  *settings,
                              GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *sy_picture_make_png  (const SyChart            *chart,
                              const SyPictureSettings  *settings,
                              GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *sy_picture_make_pdf  (const SyChart            *chart,
                              const SyPictureSettings  *settings,
                              GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/* The look of a picture, and the room it fills. */
SyLook             sy_picture_get_look (const SyPictureSettings *settings);
cairo_rectangle_t  sy_picture_get_area (const SyPictureSettings *settings);

/* The rows of the chart's table as lines, the cells parted by tabs. */
char   *sy_picture_say_table (const SyChart            *chart) G_GNUC_WARN_UNUSED_RESULT;

/* Appends to the #GByteArray that @array is. */
cairo_status_t sy_picture_append (void                *array,
                                  const unsigned char *data,
                                  unsigned int         length);

/* Whether all went well; if not, says what did not. */
gboolean sy_picture_check    (cairo_status_t            status,
                              GError                  **error);

G_END_DECLS
