/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-picture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/sy-picture-private.h"

static const SyPictureFormat formats[] = {
  { "svg", N_("Drawing that scales (SVG)"), FALSE, sy_picture_make_svg },
  { "png", N_("Picture of pixels (PNG)"), TRUE, sy_picture_make_png },
  { "pdf", N_("Document to print (PDF)"), FALSE, sy_picture_make_pdf },
};

const SyPictureFormat *
sy_picture_formats_get (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

const SyPictureFormat *
sy_picture_format_guess (const char *path)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].name, dot + 1) == 0)
      return &formats[i];

  return NULL;
}

SyPictureSettings
sy_picture_settings_new (void)
{
  return (SyPictureSettings) {
    .width = 800,
    .height = 450,
    .scale = 2,
    .theme = SY_THEME_LIGHT,
  };
}

SyLook
sy_picture_get_look (const SyPictureSettings *settings)
{
  SyLook look = sy_look_new (settings->theme);

  look.is_rtl = settings->is_rtl;

  return look;
}

cairo_rectangle_t
sy_picture_get_area (const SyPictureSettings *settings)
{
  return (cairo_rectangle_t) { 0, 0, settings->width, settings->height };
}

static void
append_cell (GString    *lines,
             const char *text,
             guint       column)
{
  if (column > 0)
    g_string_append_c (lines, '\t');
  g_string_append (lines, text);
}

char *
sy_picture_say_table (const SyChart *chart)
{
  g_autoptr(SyTable) table = sy_chart_make_table (chart);
  GString *lines = g_string_new (NULL);
  guint n_columns = sy_table_count_columns (table);

  for (guint i = 0; i < n_columns; i++)
    append_cell (lines, sy_table_get_column (table, i)->name, i);
  for (guint row = 0; row < sy_table_count_rows (table); row++)
    {
      g_string_append_c (lines, '\n');
      for (guint i = 0; i < n_columns; i++)
        append_cell (lines, sy_table_get_cell (table, row, i)->text, i);
    }

  return g_string_free (lines, FALSE);
}

cairo_status_t
sy_picture_append (void                *array,
                   const unsigned char *data,
                   unsigned int         length)
{
  g_byte_array_append (array, data, length);
  return CAIRO_STATUS_SUCCESS;
}

gboolean
sy_picture_check (cairo_status_t   status,
                  GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("The picture could not be drawn: %s; a smaller one may be possible"),
               cairo_status_to_string (status));
  return FALSE;
}
