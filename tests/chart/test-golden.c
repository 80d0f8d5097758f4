/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every chart from fixed figures looks as it did when a person last looked at it: in small pictures
 * in which another release's smoothing of letters is lost, but nothing that moved or went away.
 *
 * GOLDEN_RENEW=1 writes them anew.  With other letters everything moves, so it is skipped then.
 */

#include <cairo.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "samples.h"

#define WIDTH 800
#define HEIGHT 400
#define SHRINKING 4
#define SMALL_WIDTH (WIDTH / SHRINKING)
#define SMALL_HEIGHT (HEIGHT / SHRINKING)

/* Of a channel, 0 to 255: what a pixel may be off, and how many in a thousand may be more. */
#define MAX_OFF 24
#define MAX_PER_MILLE 2

/* Width of a probe in the letters the pictures were made with, in pixels. */
#define PROBE "Requests per second 0123456789 µ"
#define PROBE_SIZE 20
#define PROBE_WIDTH 312.0
#define MAX_PROBE_OFF 1.0

static double
measure_probe (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, Sans");
  PangoRectangle extents;

  pango_font_description_set_absolute_size (font, PROBE_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, PROBE, -1);
  pango_layout_get_extents (layout, NULL, &extents);
  pango_font_description_free (font);
  g_object_unref (layout);
  g_object_unref (context);

  return (double) extents.width / PANGO_SCALE;
}

static cairo_surface_t *
draw (const SyChart *chart)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle_t area = { 0, 0, WIDTH, HEIGHT };
  SyLook look = sy_look_new (SY_THEME_LIGHT);

  sy_chart_draw (chart, cr, &area, &look);
  cairo_destroy (cr);

  return surface;
}

/* Each pixel of the small picture is the mean of a square of the large one. */
static cairo_surface_t *
shrink (cairo_surface_t *large)
{
  cairo_surface_t *small = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SMALL_WIDTH,
                                                       SMALL_HEIGHT);
  cairo_t *cr = cairo_create (small);

  cairo_scale (cr, 1.0 / SHRINKING, 1.0 / SHRINKING);
  cairo_set_source_surface (cr, large, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (small);

  return small;
}

static const guchar *
get_pixel (cairo_surface_t *surface,
           guint            x,
           guint            y)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  return cairo_image_surface_get_data (surface) + y * stride + x * 4;
}

static gboolean
is_off (const guchar *a,
        const guchar *b)
{
  for (guint channel = 0; channel < 3; channel++)
    if (abs (a[channel] - b[channel]) > MAX_OFF)
      return TRUE;

  return FALSE;
}

static guint
count_off (cairo_surface_t *a,
           cairo_surface_t *b)
{
  guint n_off = 0;

  for (guint y = 0; y < SMALL_HEIGHT; y++)
    for (guint x = 0; x < SMALL_WIDTH; x++)
      n_off += is_off (get_pixel (a, x, y), get_pixel (b, x, y));

  return n_off;
}

static void
compare (cairo_surface_t *drawn,
         const char      *path)
{
  cairo_surface_t *golden = cairo_image_surface_create_from_png (path);
  guint n_off;

  g_assert_cmpint (cairo_surface_status (golden), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (golden), ==, SMALL_WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (golden), ==, SMALL_HEIGHT);
  n_off = count_off (drawn, golden);
  g_test_message ("%u pixels differ", n_off);
  if (n_off * 1000 > SMALL_WIDTH * SMALL_HEIGHT * MAX_PER_MILLE)
    g_test_fail_printf ("%u pixels are not those of %s", n_off, path);
  cairo_surface_destroy (golden);
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(SyChart) chart = sample->make (SAMPLE_FULL);
  g_autofree char *file = g_strconcat (sample->name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", file, NULL);
  cairo_surface_t *large, *small;
  double probe = measure_probe ();

  if (ABS (probe - PROBE_WIDTH) > MAX_PROBE_OFF)
    {
      g_autofree char *reason = g_strdup_printf ("other letters here: %.1f pixels wide", probe);

      g_test_skip (reason);
      return;
    }

  large = draw (chart);
  small = shrink (large);
  if (g_getenv ("GOLDEN_RENEW") != NULL)
    g_assert_cmpint (cairo_surface_write_to_png (small, path), ==, CAIRO_STATUS_SUCCESS);
  compare (small, path);
  cairo_surface_destroy (small);
  cairo_surface_destroy (large);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < N_SAMPLES; i++)
    {
      g_autofree char *path = g_strconcat ("/golden/", samples[i].name, NULL);

      g_test_add_data_func (path, &samples[i], test_sample);
    }

  return g_test_run ();
}
