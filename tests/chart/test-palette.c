/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-palette.h"

#include <math.h>

typedef struct
{
  double c[3];
} Triple;

/* Machado, Oliveira and Fernandes (2009), severity 1: normal sight, protanopia, deuteranopia,
 * tritanopia; on linear RGB.
 */
static const double sights[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

static const double to_xyz[3][3] = {
  { 0.4124, 0.3576, 0.1805 }, { 0.2126, 0.7152, 0.0722 }, { 0.0193, 0.1192, 0.9505 },
};

static Triple
multiply (const double matrix[3][3],
          Triple       of)
{
  Triple result = { { 0 } };

  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 3; j++)
      result.c[i] += matrix[i][j] * of.c[j];

  return result;
}

static double
linearise (guint byte)
{
  double value = byte / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static Triple
decode (SyColor color)
{
  return (Triple) { {
    linearise (color >> 16 & 0xff), linearise (color >> 8 & 0xff), linearise (color & 0xff),
  } };
}

/* WCAG 2.1 */
static double
get_contrast (SyColor a,
              SyColor b)
{
  double x = multiply (to_xyz, decode (a)).c[1] + 0.05;
  double y = multiply (to_xyz, decode (b)).c[1] + 0.05;

  return fmax (x, y) / fmin (x, y);
}

static double
curve (double value)
{
  return value > 0.008856 ? cbrt (value) : 7.787 * value + 16.0 / 116;
}

static Triple
get_lab (SyColor color,
         guint   sight)
{
  Triple seen = multiply (sights[sight], decode (color));
  double x;
  double y;
  double z;

  for (guint i = 0; i < 3; i++)
    seen.c[i] = CLAMP (seen.c[i], 0, 1);
  seen = multiply (to_xyz, seen);
  x = curve (seen.c[0] / 0.9505);
  y = curve (seen.c[1]);
  z = curve (seen.c[2] / 1.089);

  return (Triple) { { 116 * y - 16, 500 * (x - y), 200 * (y - z) } };
}

static double
get_distance (SyColor a,
              SyColor b,
              guint   sight)
{
  Triple x = get_lab (a, sight);
  Triple y = get_lab (b, sight);

  return sqrt (pow (x.c[0] - y.c[0], 2) + pow (x.c[1] - y.c[1], 2) + pow (x.c[2] - y.c[2], 2));
}

static void
test_contrast (void)
{
  for (guint i = 0; i < SY_N_THEMES; i++)
    {
      const SyPalette *palette = sy_palette_get (i);
      gboolean is_high = i == SY_THEME_HIGH_CONTRAST || i == SY_THEME_HIGH_CONTRAST_DARK;
      double least = is_high ? 7 : 4.5;

      g_assert_cmpfloat (get_contrast (palette->text, palette->background), >=, 7);
      g_assert_cmpfloat (get_contrast (palette->dim, palette->background), >=, least);
      g_assert_cmpfloat (get_contrast (palette->dim, palette->zone), >=, 4.5);
      g_assert_cmpfloat (get_contrast (palette->bad, palette->background), >=, least);
      g_assert_cmpfloat (get_contrast (palette->axis, palette->background), >=, 3);
      for (guint j = 0; j < SY_N_STYLES; j++)
        g_assert_cmpfloat (get_contrast (palette->series[j], palette->background), >=, least);
    }
}

/* The first two are in nearly every chart and must be far apart; the others close neighbours at
 * most, for dash and marker differ as well.
 */
static void
test_sights (void)
{
  for (guint theme = 0; theme < SY_N_THEMES; theme++)
    for (guint sight = 0; sight < G_N_ELEMENTS (sights); sight++)
      for (guint i = 0; i < SY_N_STYLES; i++)
        for (guint j = 0; j < i; j++)
          {
            const SyPalette *palette = sy_palette_get (theme);

            g_assert_cmpfloat (get_distance (palette->series[i], palette->series[j], sight), >=,
                               i == 1 ? 40 : 10);
          }
}

/* On paper without colour, the first two still differ in lightness. */
static void
test_grey (void)
{
  const SyPalette *palette = sy_palette_get (SY_THEME_PRINT);
  double first = get_lab (palette->series[0], 0).c[0];
  double second = get_lab (palette->series[1], 0).c[0];

  g_assert_cmpfloat (fabs (first - second), >=, 15);
}

static void
test_styles (void)
{
  const SyPalette *palette = sy_palette_get (SY_THEME_LIGHT);

  for (guint i = 0; i < SY_N_STYLES; i++)
    for (guint j = 0; j < i; j++)
      {
        g_assert_cmpint (sy_palette_get_marker (i), !=, sy_palette_get_marker (j));
        g_assert_cmpuint (sy_palette_get_series (palette, i), !=,
                          sy_palette_get_series (palette, j));
      }
  g_assert_cmpuint (sy_palette_get_series (palette, SY_STYLE_NEUTRAL), ==, palette->dim);
  g_assert_cmpuint (sy_palette_get_series (palette, SY_STYLE_UNJUDGED), ==, palette->dim);
  g_assert_cmpint (sy_palette_get_marker (SY_STYLE_UNJUDGED), !=,
                   sy_palette_get_marker (SY_STYLE_NEUTRAL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/told-apart-by-every-sight", test_sights);
  g_test_add_func ("/palette/told-apart-without-colour", test_grey);
  g_test_add_func ("/palette/styles-differ-in-everything", test_styles);

  return g_test_run ();
}
