/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

#include "samples.h"

/* Usage: draw-samples FOLDER
 * Draws every chart in every theme, width and condition, to be looked at.
 */

typedef struct
{
  const char *name;
  SyTheme     theme;
  int         width;
  int         height;
  double      font_scale;
  gboolean    is_rtl;
  gboolean    has_cursor;
} View;

static const View views[] = {
  { "light", SY_THEME_LIGHT, 800, 400, 1, FALSE, FALSE },
  { "dark", SY_THEME_DARK, 800, 400, 1, FALSE, TRUE },
  { "high-contrast", SY_THEME_HIGH_CONTRAST, 800, 400, 1, FALSE, FALSE },
  { "high-contrast-dark", SY_THEME_HIGH_CONTRAST_DARK, 800, 400, 1, FALSE, FALSE },
  { "print", SY_THEME_PRINT, 800, 400, 1, FALSE, FALSE },
  { "narrow", SY_THEME_LIGHT, 360, 300, 1, FALSE, FALSE },
  { "tiny", SY_THEME_LIGHT, 320, 200, 1, FALSE, FALSE },
  { "rtl", SY_THEME_LIGHT, 800, 400, 1, TRUE, FALSE },
  { "large-text", SY_THEME_LIGHT, 800, 500, 1.75, FALSE, FALSE },
};

static void
draw (const SyChart *chart,
      const View    *view,
      const char    *folder,
      const char    *name)
{
  g_autofree char *file = g_strdup_printf ("%s/%s-%s.png", folder, name, view->name);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, view->width,
                                                         view->height);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle_t area = { 0, 0, view->width, view->height };
  SyLook look = sy_look_new (view->theme);
  SyCursor cursor = { 0, 0 };

  look.font_scale = view->font_scale;
  look.is_rtl = view->is_rtl;
  if (view->has_cursor && sy_chart_find (chart, &area, &look, view->width / 2.0, 150, &cursor))
    look.cursor = &cursor;
  sy_chart_draw (chart, cr, &area, &look);
  if (cairo_surface_write_to_png (surface, file) != CAIRO_STATUS_SUCCESS)
    g_printerr ("%s: cannot be written\n", file);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
draw_sample (const Sample *sample,
             const char   *folder)
{
  g_autoptr(SyChart) chart = sample->make (SAMPLE_FULL);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    draw (chart, &views[i], folder, sample->name);
  for (guint i = SAMPLE_FULL + 1; i < N_SAMPLE_KINDS; i++)
    {
      View view = { sample_kind_names[i], SY_THEME_LIGHT, 600, 300, 1, FALSE, FALSE };
      g_autoptr(SyChart) other = sample->make (i);

      draw (other, &view, folder, sample->name);
    }
  g_print ("%s: %s\n", sample->name, sy_chart_get_sentence (chart));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(SyChart) rough = sample_long_run (1000000, TRUE);
  g_autoptr(SyChart) smooth = sample_long_run (1000000, FALSE);

  setlocale (LC_ALL, "");
  if (argc != 2 || g_mkdir_with_parents (argv[1], 0755) != 0)
    {
      g_printerr ("Usage: draw-samples FOLDER\n");
      return EXIT_FAILURE;
    }

  for (guint i = 0; i < N_SAMPLES; i++)
    draw_sample (&samples[i], argv[1]);
  draw (rough, &views[0], argv[1], "million-rough");
  draw (smooth, &views[0], argv[1], "million-smooth");

  return EXIT_SUCCESS;
}
