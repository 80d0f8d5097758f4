/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-picture-private.h"

#include <cairo-pdf.h>

/* A unit is 1/96 inch, as on the screen, and a point 1/72. */
#define POINTS_PER_UNIT 0.75

/* Cairo would write the time of the export, and the same chart would never be the same file. */
#define NO_TIME "2000-01-01T00:00:00Z"

static void
describe (cairo_surface_t         *surface,
          const SyChart           *chart,
          const SyPictureSettings *settings)
{
  g_autofree char *table = sy_picture_say_table (chart);
  g_autofree char *subject = g_strdup_printf ("%s\n\n%s", sy_chart_get_sentence (chart), table);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, sy_chart_get_title (chart));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Steelyard " SY_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  settings->created != NULL ? settings->created : NO_TIME);
}

GBytes *
sy_picture_make_pdf (const SyChart            *chart,
                     const SyPictureSettings  *settings,
                     GError                  **error)
{
  g_autoptr(GByteArray) pdf = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (sy_picture_append, pdf, settings->width * POINTS_PER_UNIT,
                                         settings->height * POINTS_PER_UNIT);
  cairo_rectangle_t area = sy_picture_get_area (settings);
  SyLook look = sy_picture_get_look (settings);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  describe (surface, chart, settings);
  cairo_scale (cr, POINTS_PER_UNIT, POINTS_PER_UNIT);
  sy_chart_draw (chart, cr, &area, &look);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return sy_picture_check (status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&pdf))
                                          : NULL;
}
