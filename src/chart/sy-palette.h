/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SY_THEME_LIGHT,
  SY_THEME_DARK,
  SY_THEME_HIGH_CONTRAST,
  SY_THEME_HIGH_CONTRAST_DARK,
  SY_THEME_PRINT,
  SY_N_THEMES,
} SyTheme;

/* "light", "dark", "high-contrast", "high-contrast-dark", "print", NULL */
extern const char *const sy_theme_names[SY_N_THEMES + 1];

/* 0xRRGGBB */
typedef guint32 SyColor;

typedef enum
{
  SY_MARKER_DISC,
  SY_MARKER_SQUARE,
  SY_MARKER_DIAMOND,
  SY_MARKER_TRIANGLE,
  SY_MARKER_RING,
  SY_MARKER_BOX,
  SY_MARKER_HALF,
} SyMarker;

/* How many series differ by colour, dash and marker all at once; further ones begin again with
 * another dash.
 */
#define SY_N_STYLES 6

/* The style of what belongs to no series, such as a ratio too close to call. */
#define SY_STYLE_NEUTRAL G_MAXUINT

/* The style of what nobody is to be judged by. */
#define SY_STYLE_UNJUDGED (G_MAXUINT - 1)

/**
 * SyPalette:
 * @dim: text beside the point: axes, subtitles
 * @zone: what is shaded without belonging to a series
 * @bad: what failed
 * @series: text and lines of a series, at least 4.5:1 against @background (7:1 in high contrast)
 * @fill: how opaque the inside of a bar or band is
 * @line: how wide a line is
 *
 * All the colours there are.  Those of the series are hues of Okabe and Ito (2008) moved in
 * lightness until each reads as text and, with protanopia, deuteranopia or tritanopia as simulated
 * by Machado and others (2009), none is taken for another.
 */
typedef struct
{
  SyColor background;
  SyColor text;
  SyColor dim;
  SyColor axis;
  SyColor grid;
  SyColor zone;
  SyColor bad;
  SyColor series[SY_N_STYLES];
  double  fill;
  double  line;
} SyPalette;

const SyPalette *sy_palette_get        (SyTheme          theme);

SyColor          sy_palette_get_series (const SyPalette *self,
                                        guint            style);
SyMarker         sy_palette_get_marker (guint            style);

/* Sets the dashes of a series for lines @width wide.  A companion is a second line of the same
 * series, such as handling time beside response time: always dotted.
 */
void             sy_palette_set_dash   (cairo_t         *cr,
                                        guint            style,
                                        gboolean         is_companion,
                                        double           width);

void             sy_color_set          (SyColor          color,
                                        cairo_t         *cr,
                                        double           alpha);

G_END_DECLS
