/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-picture-private.h"

#include <cairo-svg.h>
#include <string.h>

/*
 * Cairo's SVG surface makes shapes of letters, which nobody can select, search or translate.  So it
 * draws everything else, the chart hands its lines of text over, and both stand in a document of
 * our own: cairo's as an inner <svg>, the text above it, as it is in every chart.
 *
 * A reader without the fonts takes others of other widths; textLength keeps every line in place.
 */

/* XML has no place at all for most control characters, not even escaped. */
static void
append_escaped (GString    *svg,
                const char *text,
                gsize       length)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  g_autofree char *escaped = NULL;

  for (char *byte = valid; *byte != '\0'; byte++)
    if (g_ascii_iscntrl (*byte) && *byte != '\t' && *byte != '\n')
      *byte = ' ';

  escaped = g_markup_escape_text (valid, -1);
  g_string_append (svg, escaped);
}

static void
append_attribute (GString    *svg,
                  const char *name,
                  double      value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.2f", value);
  g_string_append_printf (svg, " %s=\"%s\"", name, number);
}

/* Text from right to left begins at its right end. */
static void
append_run (const SyTextRun *run,
            gpointer         data)
{
  GString *svg = data;

  g_string_append (svg, "<text");
  append_attribute (svg, "x", run->is_rtl ? run->x + run->width : run->x);
  append_attribute (svg, "y", run->baseline);
  append_attribute (svg, "textLength", run->width);
  append_attribute (svg, "font-size", run->size);
  g_string_append_printf (svg, " font-family=\"");
  append_escaped (svg, run->family, strlen (run->family));
  g_string_append_printf (svg, ", sans-serif\" fill=\"#%06x\"%s%s>", run->color,
                          run->is_bold ? " font-weight=\"bold\"" : "",
                          run->is_rtl ? " direction=\"rtl\"" : "");
  append_escaped (svg, run->text, run->length);
  g_string_append (svg, "</text>\n");
}

static void
append_head (GString                 *svg,
             const SyChart           *chart,
             const SyPictureSettings *settings)
{
  const char *title = sy_chart_get_title (chart);
  const char *sentence = sy_chart_get_sentence (chart);
  g_autofree char *table = sy_picture_say_table (chart);

  g_string_append_printf (svg,
                          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%u\" height=\"%u\" "
                          "viewBox=\"0 0 %u %u\" role=\"img\">\n<title>",
                          settings->width, settings->height, settings->width, settings->height);
  append_escaped (svg, title, strlen (title));
  g_string_append (svg, "</title>\n<desc>");
  append_escaped (svg, sentence, strlen (sentence));
  g_string_append (svg, "\n\n");
  append_escaped (svg, table, strlen (table));
  g_string_append (svg, "</desc>\n");
}

/* The shapes as a document of cairo's; the texts go to @texts. */
static GBytes *
draw_shapes (const SyChart            *chart,
             const SyPictureSettings  *settings,
             GString                  *texts,
             GError                  **error)
{
  g_autoptr(GByteArray) shapes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (sy_picture_append, shapes,
                                                                  settings->width,
                                                                  settings->height);
  cairo_rectangle_t area = sy_picture_get_area (settings);
  SyLook look = sy_picture_get_look (settings);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  look.text_sink = append_run;
  look.text_data = texts;
  sy_chart_draw (chart, cr, &area, &look);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return sy_picture_check (status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&shapes))
                                          : NULL;
}

/* Without the XML declaration; and cairo numbers its surfaces throughout the life of the process,
 * which would make every export another one.
 */
static void
append_shapes (GString *svg,
               GBytes  *shapes)
{
  gsize length;
  const char *document = g_bytes_get_data (shapes, &length);
  const char *begin = g_strstr_len (document, (gssize) length, "<svg");
  g_autoptr(GRegex) number = g_regex_new (" id=\"surface[0-9]+\"", G_REGEX_OPTIMIZE, 0, NULL);
  g_autofree char *plain = NULL;

  g_assert (begin != NULL);

  plain = g_regex_replace_literal (number, begin, (gssize) length - (begin - document), 0, "", 0,
                                   NULL);
  g_string_append (svg, plain);
}

GBytes *
sy_picture_make_svg (const SyChart            *chart,
                     const SyPictureSettings  *settings,
                     GError                  **error)
{
  g_autoptr(GString) texts = g_string_new (NULL);
  g_autoptr(GBytes) shapes = draw_shapes (chart, settings, texts, error);
  GString *svg;

  if (shapes == NULL)
    return NULL;

  svg = g_string_new (NULL);
  append_head (svg, chart, settings);
  append_shapes (svg, shapes);
  g_string_append_len (svg, texts->str, (gssize) texts->len);
  g_string_append (svg, "</svg>\n");

  return g_string_free_to_bytes (svg);
}
