/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-picture-private.h"

#include "export/sy-png-chunks.h"

static cairo_surface_t *
draw (const SyChart           *chart,
      const SyPictureSettings *settings)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (settings->width * settings->scale),
                                (int) (settings->height * settings->scale));
  cairo_rectangle_t area = sy_picture_get_area (settings);
  SyLook look = sy_picture_get_look (settings);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, settings->scale, settings->scale);
  cr = cairo_create (surface);
  sy_chart_draw (chart, cr, &area, &look);
  cairo_destroy (cr);

  return surface;
}

static void
describe (GByteArray              *png,
          const SyChart           *chart,
          const SyPictureSettings *settings)
{
  g_autoptr(GByteArray) chunks = g_byte_array_new ();
  g_autofree char *table = sy_picture_say_table (chart);

  sy_png_append_density (chunks, 96 * settings->scale);
  sy_png_append_text (chunks, "Title", sy_chart_get_title (chart));
  sy_png_append_text (chunks, "Description", sy_chart_get_sentence (chart));
  sy_png_append_text (chunks, "Comment", table);
  sy_png_append_text (chunks, "Software", "Steelyard " SY_VERSION);
  sy_png_insert (png, chunks);
}

GBytes *
sy_picture_make_png (const SyChart            *chart,
                     const SyPictureSettings  *settings,
                     GError                  **error)
{
  g_autoptr(GByteArray) png = g_byte_array_new ();
  cairo_surface_t *surface = draw (chart, settings);
  cairo_status_t status = cairo_surface_write_to_png_stream (surface, sy_picture_append, png);

  cairo_surface_destroy (surface);
  if (!sy_picture_check (status, error))
    return NULL;

  describe (png, chart, settings);
  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}
