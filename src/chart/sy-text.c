/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-text.h"

#include "core/sy-units.h"

#define BODY_SIZE 12.0

typedef struct
{
  double      size;
  PangoWeight weight;
} Role;

static const Role roles[SY_N_TEXT_ROLES] = {
  [SY_TEXT_TITLE] = { 1.25, PANGO_WEIGHT_BOLD },
  [SY_TEXT_BODY] = { 1, PANGO_WEIGHT_NORMAL },
  [SY_TEXT_STRONG] = { 1, PANGO_WEIGHT_BOLD },
  [SY_TEXT_SMALL] = { 0.92, PANGO_WEIGHT_NORMAL },
};

/* Words bring their direction with them; figures such as “1.27×” have none, and read from left to
 * right like the axes they stand at.  So single lines have a context of their own.
 */
struct _SyText
{
  PangoContext         *context;
  PangoContext         *line_context;
  PangoLayout          *line;
  PangoFontDescription *fonts[SY_N_TEXT_ROLES];
  double                heights[SY_N_TEXT_ROLES];
  double                em;
  gboolean              is_rtl;
  SyTextSink            sink;
  gpointer              sink_data;
};

static PangoFontDescription *
create_font (const char *family,
             const Role *role,
             double      scale)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, family == NULL ? SY_TEXT_FAMILY : family);
  pango_font_description_set_weight (font, role->weight);
  pango_font_description_set_absolute_size (font, BODY_SIZE * scale * role->size * PANGO_SCALE);

  return font;
}

/* Without hints, text has the same size on the screen, on paper and at every scale. */
static PangoContext *
create_context (gboolean is_rtl)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);

  return context;
}

SyText *
sy_text_new (const char *family,
             double      scale,
             gboolean    is_rtl)
{
  SyText *self = g_new0 (SyText, 1);

  self->context = create_context (is_rtl);
  self->line_context = create_context (FALSE);
  self->line = pango_layout_new (self->line_context);
  self->em = BODY_SIZE * scale;
  self->is_rtl = is_rtl;
  for (guint i = 0; i < SY_N_TEXT_ROLES; i++)
    self->fonts[i] = create_font (family, &roles[i], scale);

  return self;
}

void
sy_text_free (SyText *self)
{
  for (guint i = 0; i < SY_N_TEXT_ROLES; i++)
    pango_font_description_free (self->fonts[i]);
  g_object_unref (self->line);
  g_object_unref (self->line_context);
  g_object_unref (self->context);
  g_free (self);
}

void
sy_text_set_sink (SyText    *self,
                  SyTextSink sink,
                  gpointer   data)
{
  self->sink = sink;
  self->sink_data = data;
}

gboolean
sy_text_is_rtl (const SyText *self)
{
  return self->is_rtl;
}

double
sy_text_get_em (const SyText *self)
{
  return self->em;
}

/* Wanted is the side where the reader of the window begins, so that a Latin sentence in a Hebrew
 * window stands at the right.  Pango takes left for right where a text's own direction differs from
 * the window's; what is left over is this.
 */
static PangoAlignment
choose_alignment (PangoLayout *layout)
{
  const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);

  return line->resolved_dir == PANGO_DIRECTION_RTL ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

PangoLayout *
sy_text_lay_out (SyText     *self,
                 SyTextRole  role,
                 const char *text,
                 double      width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autofree char *held = sy_units_hold_together (text);

  pango_layout_set_font_description (layout, self->fonts[role]);
  pango_layout_set_text (layout, held, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (width >= 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, choose_alignment (layout));

  return layout;
}

void
sy_text_flip (PangoLayout *layout)
{
  gboolean is_left = pango_layout_get_alignment (layout) == PANGO_ALIGN_LEFT;

  pango_layout_set_alignment (layout, is_left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static void
set_line (SyText     *self,
          SyTextRole  role,
          const char *text)
{
  pango_layout_set_font_description (self->line, self->fonts[role]);
  pango_layout_set_text (self->line, text, -1);
}

void
sy_text_measure (SyText     *self,
                 SyTextRole  role,
                 const char *text,
                 double     *width,
                 double     *height)
{
  PangoRectangle extents;

  set_line (self, role, text);
  pango_layout_get_extents (self->line, NULL, &extents);
  *width = pango_units_to_double (extents.width);
  *height = pango_units_to_double (extents.height);
}

double
sy_text_get_width (SyText     *self,
                   SyTextRole  role,
                   const char *text)
{
  double width;
  double height;

  sy_text_measure (self, role, text, &width, &height);
  return width;
}

double
sy_text_get_line_height (SyText     *self,
                         SyTextRole  role)
{
  double width;

  if (self->heights[role] <= 0)
    sy_text_measure (self, role, "0", &width, &self->heights[role]);

  return self->heights[role];
}

/* Where a line was wrapped, it ends with the space that no longer parts anything. */
static gsize
trim (const char *text,
      gsize       length)
{
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;

  return length;
}

static int
compare_offsets (gconstpointer a,
                 gconstpointer b)
{
  const PangoItem *first = *(PangoItem *const *) a;
  const PangoItem *second = *(PangoItem *const *) b;

  return (first->offset > second->offset) - (first->offset < second->offset);
}

/* What is left of a line that had to be cut short, with the dots that say so; the pieces of a line
 * lie as they are seen, and text is stored as it is read.
 */
static GString *
collect_text (PangoLayout           *layout,
              const PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (layout);
  GString *collected = g_string_new (NULL);
  g_autoptr(GPtrArray) items = g_ptr_array_new ();

  for (const GSList *link = line->runs; link != NULL; link = link->next)
    g_ptr_array_add (items, ((PangoLayoutRun *) link->data)->item);
  g_ptr_array_sort (items, compare_offsets);
  for (guint i = 0; i < items->len; i++)
    {
      const PangoItem *item = items->pdata[i];

      if (item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
        g_string_append (collected, "…");
      else
        g_string_append_len (collected, text + item->offset, item->length);
    }

  return collected;
}

static SyTextRun
describe_line (PangoLayout     *layout,
               PangoLayoutIter *iter,
               const GString   *text)
{
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  const PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  PangoRectangle extents;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  return (SyTextRun) {
    .text = text->str,
    .length = trim (text->str, text->len),
    .family = pango_font_description_get_family (font),
    .size = pango_units_to_double (pango_font_description_get_size (font)),
    .is_bold = pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD,
    .is_rtl = line->resolved_dir == PANGO_DIRECTION_RTL,
    .x = pango_units_to_double (extents.x),
    .baseline = pango_units_to_double (pango_layout_iter_get_baseline (iter)),
    .width = pango_units_to_double (extents.width),
  };
}

static void
hand_over (SyText      *self,
           cairo_t     *cr,
           PangoLayout *layout,
           SyColor      color,
           double       x,
           double       y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      g_autoptr(GString) text = collect_text (layout,
                                              pango_layout_iter_get_line_readonly (iter));
      SyTextRun run = describe_line (layout, iter, text);

      run.color = color;
      run.x += x;
      run.baseline += y;
      cairo_user_to_device (cr, &run.x, &run.baseline);
      if (run.length > 0)
        self->sink (&run, self->sink_data);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

void
sy_text_show (SyText      *self,
              cairo_t     *cr,
              PangoLayout *layout,
              SyColor      color,
              double       x,
              double       y)
{
  if (self->sink != NULL)
    {
      hand_over (self, cr, layout, color, x, y);
      return;
    }

  sy_color_set (color, cr, 1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

void
sy_text_draw (SyText     *self,
              cairo_t    *cr,
              SyTextRole  role,
              const char *text,
              SyColor     color,
              double      x,
              double      y,
              double      align_x,
              double      align_y)
{
  double width;
  double height;

  sy_text_measure (self, role, text, &width, &height);
  sy_text_show (self, cr, self->line, color, x - align_x * width, y - align_y * height);
}
