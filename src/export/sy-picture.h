/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "chart/sy-chart.h"

G_BEGIN_DECLS

enum
{
  SY_PICTURE_MIN_WIDTH = 320,
  SY_PICTURE_MIN_HEIGHT = 200,
  SY_PICTURE_MAX_SIZE = 8192,
  SY_PICTURE_MAX_SCALE = 3,
};

/**
 * SyPictureSettings:
 * @width: in units of 1/96 inch, at which text has its normal size
 * @height: likewise
 * @scale: pixels a unit, of a PNG; 1 to %SY_PICTURE_MAX_SCALE
 * @created: (nullable): ISO 8601, when what is shown was measured, for forms that must name a time
 */
typedef struct
{
  guint       width;
  guint       height;
  guint       scale;
  SyTheme     theme;
  gboolean    is_rtl;
  const char *created;
} SyPictureSettings;

/**
 * SyPictureFormat:
 * @name: also the extension of its files, without a dot
 * @title: what people see, untranslated
 * @is_scaled: whether @scale means something
 * @make: the whole file, or %NULL with an error
 *
 * One row of the table of forms in which a chart can leave.  Each carries the chart's title, its
 * sentence and its table along, and is the same bytes whenever it is made.
 */
typedef struct
{
  const char  *name;
  const char  *title;
  gboolean     is_scaled;
  GBytes     *(*make) (const SyChart            *chart,
                       const SyPictureSettings  *settings,
                       GError                  **error);
} SyPictureFormat;

const SyPictureFormat *sy_picture_formats_get  (guint      *n_formats);

/* The one whose files end like @path; %NULL if there is none. */
const SyPictureFormat *sy_picture_format_guess (const char *path);

/* 800 by 450 units, twice as many pixels, light. */
SyPictureSettings      sy_picture_settings_new (void);

G_END_DECLS
