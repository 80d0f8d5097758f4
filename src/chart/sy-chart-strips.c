/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/sy-chart-private.h"
#include "chart/sy-say.h"
#include "chart/sy-text.h"

/* How far dots of the same place stand apart, of the way from the middle to a side: on a strip as
 * narrow as a telephone's they do not touch.
 */
#define STEP 0.13

/* So near, they would be taken for one. */
#define NEAR (0.9 * STEP)

/* From one side to the other, and more. */
enum { MAX_STEPS = 24 };

/* As if a dot stood beyond each side. */
#define MARGIN 0.12

#define GAP 8.0

static const SyMarker markers[SY_N_STRIP_KINDS] = {
  [SY_STRIP_VERDICT] = SY_MARKER_DISC,
  [SY_STRIP_SPLIT] = SY_MARKER_RING,
  [SY_STRIP_CONDITION] = SY_MARKER_HALF,
  [SY_STRIP_MEASURED] = SY_MARKER_DIAMOND,
};

static const char *const kind_names[SY_N_STRIP_KINDS] = {
  [SY_STRIP_VERDICT] = N_("An article"),
  [SY_STRIP_SPLIT] = N_("Its own text says otherwise"),
  [SY_STRIP_CONDITION] = N_("It depends"),
  [SY_STRIP_MEASURED] = N_("Measured here"),
};

/* What lies to one side has that side's colour. */
static const guint styles[] = { 0, SY_STYLE_NEUTRAL, 1 };

static guint
find_side (double place)
{
  return place < 0 ? 0 : place > 0 ? 2 : 1;
}

/**
 * Marks:
 * @series: (unowned): the dots of a kind on a side, made when there is a first one
 * @has_kind: whether it is on a strip, or will be
 */
typedef struct
{
  SySeries *series[SY_N_STRIP_KINDS][G_N_ELEMENTS (styles)];
  gboolean  has_kind[SY_N_STRIP_KINDS];
} Marks;

static void
add_mark (SyChart     *self,
          Marks       *marks,
          SyStripKind  kind,
          guint        side,
          guint        row,
          double       place)
{
  SySeries **series = &marks->series[kind][side];

  marks->has_kind[kind] = TRUE;
  if (*series == NULL)
    {
      *series = sy_chart_take_shade (self, sy_series_new (kind_names[kind], styles[side]));
      sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_marks, .series = *series,
                                            .marker = markers[kind] });
    }
  sy_series_add (*series, row, place);
}

/* Verdicts, which are no figures, make way for what was measured. */
static gboolean
stands_before (const SyChartStrip *strip,
               guint               other,
               guint               dot)
{
  gboolean is_other_measured = strip->dots[other].kind == SY_STRIP_MEASURED;

  if (is_other_measured != (strip->dots[dot].kind == SY_STRIP_MEASURED))
    return is_other_measured;

  return other < dot;
}

/* In steps, to the left and the right in turn; the first is in the middle if it can be. */
static double
alternate (guint index,
           guint n_alike)
{
  double distance = n_alike % 2 == 1 ? (index + 1) / 2 : index / 2 + 0.5;

  return index % 2 == n_alike % 2 ? -distance : distance;
}

/* Inwards from a side, and to both sides of anything else. */
static double
step_aside (double place,
            guint  index,
            guint  n_alike)
{
  if (fabs (place) >= 1)
    return place - copysign (index * STEP, place);

  return CLAMP (place + alternate (index, n_alike) * STEP, -1, 1);
}

/* Whether something stands there that was measured, and so cannot step aside. */
static gboolean
is_taken (const SyChartStrip *strip,
          guint               dot,
          double              place)
{
  for (guint i = 0; i < strip->n_dots; i++)
    if (strip->dots[i].kind == SY_STRIP_MEASURED && strip->dots[i].place != strip->dots[dot].place
        && fabs (strip->dots[i].place - place) < NEAR)
      return TRUE;

  return FALSE;
}

/* Those of one place beside each other, and none of them on what was measured. */
static double
spread (const SyChartStrip *strip,
        guint               dot)
{
  double place = strip->dots[dot].place;
  guint index = 0;
  guint n_alike = 0;

  for (guint i = 0; i < strip->n_dots; i++)
    if (strip->dots[i].place == place)
      {
        index += stands_before (strip, i, dot) ? 1 : 0;
        n_alike++;
      }
  if (strip->dots[dot].kind != SY_STRIP_MEASURED)
    for (guint i = 0; i <= index && i < MAX_STEPS; i++)
      if (is_taken (strip, dot, step_aside (place, i, n_alike)))
        index++;

  return step_aside (place, index, n_alike);
}

static void
add_strip (SyChart            *self,
           Marks              *marks,
           const SyChartStrip *strip)
{
  guint row = self->series->len;
  SySeries *series = sy_chart_take_series (self, sy_series_new (strip->name, SY_STYLE_NEUTRAL));

  g_ptr_array_add (self->notes, g_strdup (strip->note));
  marks->has_kind[SY_STRIP_MEASURED] |= strip->is_for_measured;
  if (strip->n_dots == 0)
    {
      sy_series_add_missing (series, row);
      sy_series_set_label (series, strip->note);
    }

  for (guint i = 0; i < strip->n_dots; i++)
    {
      const SyStripDot *dot = &strip->dots[i];
      double place = spread (strip, i);

      sy_series_add (series, row, place);
      sy_series_set_label (series, dot->text);
      add_mark (self, marks, dot->kind, find_side (dot->place), row, place);
    }
}

static void
add_legend (SyChart     *self,
            const Marks *marks)
{
  for (guint kind = 0; kind < SY_N_STRIP_KINDS; kind++)
    if (marks->has_kind[kind])
      {
        SyEntry entry = {
          .name = g_strdup (_(kind_names[kind])),
          .style = SY_STYLE_NEUTRAL,
          .place = SY_ENTRY_EVERYWHERE,
          .has_marker = TRUE,
          .marker = markers[kind],
        };

        g_array_append_val (self->entries, entry);
      }
}

static char *
say_strips (const SyChart      *self,
            const SyChartStrip *strips,
            guint               n_strips)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_strips; i++)
    /* Translators: what is judged, and in few words how. */
    g_ptr_array_add (parts, g_strdup_printf (_("%s: %s"), strips[i].name, strips[i].note));

  return sy_say_sentence (self->title, parts);
}

static void
set_scales (SyChart *self,
            guint    n_rows)
{
  self->has_rows = TRUE;
  sy_chart_set_position (self, self->series_heading, SY_FORMAT_ROW, SY_SCALE_LINEAR);
  sy_scale_include (&self->position.scale, -0.5);
  sy_scale_include (&self->position.scale, n_rows - 0.5);
  sy_chart_set_value (self, _("Speaks for"), SY_FORMAT_SIDE, SY_SCALE_LINEAR);
  sy_scale_include (&self->value.scale, -1 - MARGIN);
  sy_scale_include (&self->value.scale, 1 + MARGIN);
}

SyChart *
sy_chart_new_strips (const SyChartWords *words,
                     const char         *heading,
                     const SyChartStrip *strips,
                     guint               n_strips)
{
  SyChart *self = sy_chart_new (words, _("Where the articles stand"),
                                _("Each dot is an article, on the side it speaks for; those that"
                                  " agree stand beside each other."), heading);
  SySeries *tracks = sy_chart_take_shade (self, sy_series_new (heading, SY_STYLE_NEUTRAL));
  Marks marks = { 0 };

  self->notes = g_ptr_array_new_with_free_func (g_free);
  set_scales (self, n_strips);
  sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_tracks, .series = tracks,
                                        .is_under = TRUE });
  for (guint i = 0; i < n_strips; i++)
    {
      sy_series_add (tracks, i, 0);
      add_strip (self, &marks, &strips[i]);
    }
  add_legend (self, &marks);
  sy_chart_settle (self);
  sy_chart_take_sentence (self, words, say_strips (self, strips, n_strips));

  return self;
}

/* Returns how wide it is. */
static double
draw_end (SyText        *text,
          const SyPlot  *plot,
          double         side,
          double         x,
          double         align)
{
  g_autofree char *name = sy_format_value (SY_FORMAT_SIDE, side);

  sy_text_draw (text, plot->cr, SY_TEXT_SMALL, name, plot->palette->dim, x,
                plot->area.y + plot->area.height / 2, align, 0.5);
  return sy_text_get_width (text, SY_TEXT_SMALL, name);
}

void
sy_chart_draw_strip (const SyChart           *self,
                     cairo_t                 *cr,
                     const cairo_rectangle_t *area,
                     const SyLook            *look)
{
  g_autoptr(SyText) text = sy_text_new (look->family, look->font_scale, look->is_rtl);
  SyPlot plot = {
    .cr = cr,
    .area = *area,
    .position = &self->position.scale,
    .value = &self->value.scale,
    .has_rows = TRUE,
    .palette = sy_palette_get (look->theme),
    .text = text,
    .unit = sy_text_get_em (text) / 12,
  };
  double left = draw_end (text, &plot, -1, area->x, 0) + GAP * plot.unit;
  double right = draw_end (text, &plot, 1, area->x + area->width, 1) + GAP * plot.unit;

  plot.area.x += left;
  plot.area.width = fmax (1, plot.area.width - left - right);
  for (guint i = 0; i < self->layers->len; i++)
    {
      const SyLayer *layer = &g_array_index (self->layers, SyLayer, i);

      layer->draw (layer, &plot);
    }
}
