/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-pages.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/sy-text.h"

#define MARGIN 62.0
#define HEAD_Y 34.0
#define FOOT_FROM_BOTTOM 42.0
#define RULE_WIDTH 0.6

/* No line holds more characters, so no more of a title is laid out on every page. */
enum { MAX_HEAD = 200 };

/* So many lines of a paragraph stay together at either end of a page. */
enum { N_TOGETHER = 2 };

void
sy_paper_get_size (SyPaper  paper,
                   double  *width,
                   double  *height)
{
  /* ISO 216 and ANSI, in points of 1/72 inch. */
  static const struct { double width, height; } sizes[] = {
    [SY_PAPER_A4] = { 595.276, 841.89 },
    [SY_PAPER_LETTER] = { 612, 792 },
  };

  *width = sizes[paper].width;
  *height = sizes[paper].height;
}

void
sy_pages_init (SyPages          *self,
               const SyDocument *document,
               cairo_surface_t  *surface,
               SyPaper           paper,
               guint             n_pages,
               GArray           *starts)
{
  *self = (SyPages) { document, surface, cairo_create (surface) };
  sy_paper_get_size (paper, &self->paper_width, &self->paper_height);
  self->left = MARGIN;
  self->width = self->paper_width - 2 * MARGIN;
  self->bottom = self->paper_height - MARGIN;
  self->y = MARGIN;
  self->page = 1;
  self->n_pages = n_pages;
  self->starts = starts;
}

static void
set_ink (SyPages *self,
         SyInk    ink)
{
  const SyPalette *palette = sy_palette_get (SY_THEME_PRINT);
  const SyColor colors[] = {
    [SY_INK_TEXT] = palette->text,
    [SY_INK_DIM] = palette->dim,
    [SY_INK_LINK] = sy_palette_get_series (palette, 0),
  };

  sy_color_set (colors[ink], self->cr, 1);
}

double
sy_layout_get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

double
sy_pages_place (const SyPages *self,
                double         offset,
                double         width)
{
  return self->left + (self->document->is_rtl ? self->width - offset - width : offset);
}

/* Widths that do not depend on pixels, and lines that begin where their language does. */
static void
set_up_layout (SyPages     *self,
               PangoLayout *layout)
{
  PangoContext *context = pango_layout_get_context (layout);
  cairo_font_options_t *options = cairo_font_options_create ();
  gboolean is_rtl = self->document->is_rtl;

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string (self->document->language));
  pango_layout_context_changed (layout);
  pango_layout_set_alignment (layout, is_rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

PangoLayout *
sy_pages_make_layout (SyPages    *self,
                      const char *text,
                      double      size,
                      gboolean    is_bold,
                      double      width)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cr);
  PangoFontDescription *font = pango_font_description_from_string (SY_TEXT_FAMILY);

  set_up_layout (self, layout);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) floor (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.15f);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

void
sy_pages_rule (SyPages *self,
               double   y,
               double   width)
{
  double left = sy_pages_place (self, 0, width);

  sy_color_set (sy_palette_get (SY_THEME_PRINT)->grid, self->cr, 1);
  cairo_set_line_width (self->cr, RULE_WIDTH);
  cairo_move_to (self->cr, left, y);
  cairo_line_to (self->cr, left + width, y);
  cairo_stroke (self->cr);
}

/* At the end of the line: the right, or the left from right to left. */
static void
draw_number (SyPages    *self,
             const char *text,
             double      y)
{
  g_autoptr(PangoLayout) layout = sy_pages_make_layout (self, text, SY_PAGES_SMALL, FALSE,
                                                        self->width);

  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, self->document->is_rtl ? PANGO_ALIGN_LEFT
                                                             : PANGO_ALIGN_RIGHT);
  self->y = y;
  sy_pages_draw_layout (self, layout, 0, SY_INK_DIM);
}

static void
draw_head (SyPages *self)
{
  const char *title = self->document->title;
  g_autofree char *begin = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MAX_HEAD));
  g_autoptr(PangoLayout) layout = sy_pages_make_layout (self, begin, SY_PAGES_SMALL, FALSE,
                                                        self->width);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  self->y = HEAD_Y;
  sy_pages_draw_layout (self, layout, 0, SY_INK_DIM);
  sy_pages_rule (self, HEAD_Y + sy_layout_get_height (layout) + 3, self->width);
}

static void
draw_foot (SyPages *self)
{
  g_autofree char *number = NULL;

  /* Translators: the number of a page, and how many there are. */
  number = g_strdup_printf (_("%u of %u"), self->page, self->n_pages);
  draw_number (self, number, self->paper_height - FOOT_FROM_BOTTOM);
}

static void
end_page (SyPages *self)
{
  if (self->page > 1)
    draw_head (self);
  draw_foot (self);
  cairo_show_page (self->cr);
}

void
sy_pages_finish (SyPages *self)
{
  end_page (self);
  cairo_destroy (self->cr);
}

void
sy_pages_break (SyPages *self)
{
  end_page (self);
  self->page++;
  self->y = MARGIN;
}

void
sy_pages_need (SyPages *self,
               double   height)
{
  if (self->y + height > self->bottom && self->y > MARGIN)
    sy_pages_break (self);
}

void
sy_pages_skip (SyPages *self,
               double   height)
{
  if (self->y > MARGIN)
    self->y += height;
}

void
sy_pages_draw_layout (SyPages     *self,
                      PangoLayout *layout,
                      double       offset,
                      SyInk        ink)
{
  double width = (double) pango_layout_get_width (layout) / PANGO_SCALE;

  set_ink (self, ink);
  cairo_move_to (self->cr, sy_pages_place (self, offset, width), self->y);
  pango_cairo_show_layout (self->cr, layout);
}

/* Of @n_lines from the one @iter is at. */
static double
get_lines_height (PangoLayoutIter *iter,
                  guint            n_lines)
{
  PangoLayoutIter *end = pango_layout_iter_copy (iter);
  int top, bottom, first;

  pango_layout_iter_get_line_yrange (iter, &first, &bottom);
  while (--n_lines > 0 && pango_layout_iter_next_line (end))
    pango_layout_iter_get_line_yrange (end, &top, &bottom);
  pango_layout_iter_free (end);

  return (double) (bottom - first) / PANGO_SCALE;
}

double
sy_layout_get_start (PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint n_lines = (guint) pango_layout_get_line_count (layout);
  double height = get_lines_height (iter, n_lines <= N_TOGETHER + 1 ? n_lines : N_TOGETHER);

  pango_layout_iter_free (iter);
  return height;
}

static void
draw_line (SyPages         *self,
           PangoLayoutIter *iter,
           double           x)
{
  PangoRectangle extents;
  int top, bottom;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  pango_layout_iter_get_line_yrange (iter, &top, &bottom);
  cairo_move_to (self->cr, x + (double) extents.x / PANGO_SCALE,
                 self->y + (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE);
  pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
  self->y += (double) (bottom - top) / PANGO_SCALE;
}

void
sy_pages_flow (SyPages     *self,
               PangoLayout *layout,
               double       offset,
               SyInk        ink)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint n_left = (guint) pango_layout_get_line_count (layout);
  double x = sy_pages_place (self, offset, (double) pango_layout_get_width (layout) / PANGO_SCALE);

  sy_pages_need (self, sy_layout_get_start (layout));
  do
    {
      sy_pages_need (self, get_lines_height (iter, n_left <= N_TOGETHER ? n_left : 1));
      set_ink (self, ink);
      draw_line (self, iter, x);
      n_left--;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

void
sy_pages_begin_link (SyPages    *self,
                     const char *address,
                     guint       page)
{
  g_autoptr(GString) attributes = g_string_new (NULL);

  if (address != NULL)
    {
      /* Quotes and backslashes would end the attribute. */
      g_autofree char *plain = g_uri_escape_string (address, "%:/?#[]@!$&()*+,;=", FALSE);

      g_string_printf (attributes, "uri='%s'", plain);
    }
  else
    g_string_printf (attributes, "page=%u pos=[0 0]", MAX (1, page));
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes->str);
}

void
sy_pages_end_link (SyPages *self)
{
  cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}
