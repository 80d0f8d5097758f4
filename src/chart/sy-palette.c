/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-palette.h"

const char *const sy_theme_names[SY_N_THEMES + 1] = {
  "light", "dark", "high-contrast", "high-contrast-dark", "print", NULL,
};

static const SyPalette palettes[SY_N_THEMES] = {
  [SY_THEME_LIGHT] = {
    .background = 0xffffff, .text = 0x1f1f24, .dim = 0x5e5c64,
    .axis = 0x8a8890, .grid = 0xe6e5e9, .zone = 0xefeef2, .bad = 0xc01c28,
    .series = { 0x00589c, 0xbf4a08, 0x007d5c, 0xbb3d7e, 0x5a4b00, 0x2a2a33 },
    .fill = 0.16, .line = 1.75,
  },
  [SY_THEME_DARK] = {
    .background = 0x1e1e22, .text = 0xf2f2f4, .dim = 0xb5b3bb,
    .axis = 0x86848c, .grid = 0x36353b, .zone = 0x2e2d33, .bad = 0xff7b76,
    .series = { 0x6cbaf2, 0xff8f4d, 0x3fc99b, 0xf5a3cf, 0xf0e08a, 0x93939f },
    .fill = 0.22, .line = 1.75,
  },
  [SY_THEME_HIGH_CONTRAST] = {
    .background = 0xffffff, .text = 0x000000, .dim = 0x2b2b30,
    .axis = 0x000000, .grid = 0xb4b3b8, .zone = 0xe2e1e6, .bad = 0xa00010,
    .series = { 0x00539c, 0x983800, 0x003d2c, 0x85127d, 0x3a2d00, 0x55555f },
    .fill = 0.28, .line = 2.5,
  },
  [SY_THEME_HIGH_CONTRAST_DARK] = {
    .background = 0x000000, .text = 0xffffff, .dim = 0xdedde2,
    .axis = 0xffffff, .grid = 0x5c5b61, .zone = 0x343339, .bad = 0xff9c98,
    .series = { 0x84c6ff, 0xff9147, 0x4ff0b4, 0xffb3dc, 0xfff59a, 0xa8a8b4 },
    .fill = 0.34, .line = 2.5,
  },
  [SY_THEME_PRINT] = {
    .background = 0xffffff, .text = 0x000000, .dim = 0x4a4a50,
    .axis = 0x6a6a70, .grid = 0xdcdce0, .zone = 0xececf0, .bad = 0xa00010,
    .series = { 0x003c70, 0xbf4a08, 0x007d5c, 0xb03c86, 0x4a3d00, 0x2c2c34 },
    .fill = 0.18, .line = 1.5,
  },
};

/* Lengths in line widths: drawn, not drawn, … ; none for a whole line. */
typedef struct
{
  double lengths[4];
  int    n_lengths;
} Dash;

static const Dash dashes[] = {
  { { 0 }, 0 }, { { 5, 2 }, 2 }, { { 7, 2, 2, 2 }, 4 },
  { { 2, 1.5 }, 2 }, { { 10, 3 }, 2 }, { { 4, 2, 1, 2 }, 4 },
};

static const Dash companion_dash = { { 1.2, 1.8 }, 2 };

G_STATIC_ASSERT (G_N_ELEMENTS (dashes) == SY_N_STYLES);

const SyPalette *
sy_palette_get (SyTheme theme)
{
  g_return_val_if_fail (theme < SY_N_THEMES, &palettes[SY_THEME_LIGHT]);

  return &palettes[theme];
}

SyColor
sy_palette_get_series (const SyPalette *self,
                       guint            style)
{
  return style >= SY_STYLE_UNJUDGED ? self->dim : self->series[style % SY_N_STYLES];
}

SyMarker
sy_palette_get_marker (guint style)
{
  if (style == SY_STYLE_UNJUDGED)
    return SY_MARKER_BOX;

  return style == SY_STYLE_NEUTRAL ? SY_MARKER_RING : (SyMarker) (style % SY_N_STYLES);
}

void
sy_palette_set_dash (cairo_t *cr,
                     guint    style,
                     gboolean is_companion,
                     double   width)
{
  const Dash *dash = &dashes[(style + style / SY_N_STYLES) % SY_N_STYLES];
  double lengths[4];

  if (is_companion)
    dash = &companion_dash;
  for (int i = 0; i < dash->n_lengths; i++)
    lengths[i] = dash->lengths[i] * width;

  cairo_set_dash (cr, lengths, dash->n_lengths, 0);
}

void
sy_color_set (SyColor  color,
              cairo_t *cr,
              double   alpha)
{
  cairo_set_source_rgba (cr, (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0,
                         (color & 0xff) / 255.0, alpha);
}
