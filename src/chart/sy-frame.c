/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-frame-private.h"

#include <math.h>

/* In em. */
#define PADDING 1.0
#define TICK_GAP 1.6
#define MIN_AREA_HEIGHT 6.0

/* Below these, in em, a chart does without. */
#define HEIGHT_FOR_SUBTITLE 21.0
#define HEIGHT_FOR_AXIS_TITLES 13.0

static void
clear_spot (gpointer data)
{
  g_clear_object (&((SySpot *) data)->name.layout);
}

void
sy_frame_free (SyFrame *self)
{
  g_clear_object (&self->title.layout);
  g_clear_object (&self->subtitle.layout);
  g_clear_pointer (&self->x, sy_ticks_free);
  g_clear_pointer (&self->y, sy_ticks_free);
  g_array_unref (self->spots);
  sy_text_free (self->text);
  g_free (self);
}

static double
measure_layout (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return pango_units_to_double (extents.height);
}

static double
place_paragraph (SyFrame    *self,
                 SyLabel    *label,
                 SyTextRole  role,
                 const char *text,
                 int         max_lines,
                 double      corner,
                 double      top)
{
  double padding = PADDING * self->em;

  label->layout = sy_text_lay_out (self->text, role, text,
                                   fmax (1, self->outer.width - 2 * padding - corner));
  pango_layout_set_height (label->layout, -max_lines);
  label->x = self->outer.x + padding + (self->look->is_rtl ? corner : 0);
  label->y = top;

  return top + measure_layout (label->layout);
}

static double
place_titles (SyFrame *self)
{
  const char *title = self->look->has_circumstances ? self->chart->title : self->chart->heading;
  double top = self->outer.y + PADDING * self->em;

  if (!self->look->has_title)
    return self->outer.y + PADDING * self->em / 2;

  top = place_paragraph (self, &self->title, SY_TEXT_TITLE, title, 3, self->look->corner, top);
  if (self->outer.height >= HEIGHT_FOR_SUBTITLE * self->em)
    top = place_paragraph (self, &self->subtitle, SY_TEXT_BODY, self->chart->subtitle, 5,
                           0, top + 0.15 * self->em);

  return top + 0.7 * self->em;
}

char *
sy_frame_name_axis (const SyAxis  *axis,
                    const SyTicks *ticks)
{
  /* Per second is in the title's words already. */
  const char *unit = ticks == NULL || ticks->unit == NULL ? "" : ticks->unit;

  if (*unit == '\0' || *unit == '/')
    return g_strdup (axis->title);

  return g_strdup_printf ("%s, %s", axis->title, unit);
}

double
sy_frame_get_sample (const SyFrame *self)
{
  return (self->chart->has_rows ? 0.8 : 2.4) * self->em;
}

static double
measure_width_cb (const char *label,
                  gpointer    data)
{
  return sy_text_get_width (data, SY_TEXT_SMALL, label);
}

static double
measure_height_cb (const char *label,
                   gpointer    data)
{
  return sy_text_get_line_height (data, SY_TEXT_SMALL);
}

static double
find_widest (const SyFrame *self,
             const SyTicks *ticks)
{
  double widest = 0;

  for (guint i = 0; i < ticks->ticks->len; i++)
    {
      const SyTick *tick = &g_array_index (ticks->ticks, SyTick, i);

      if (tick->label != NULL)
        widest = fmax (widest, sy_text_get_width (self->text, SY_TEXT_SMALL, tick->label));
    }

  return widest;
}

/* The first and the last label may stick out by half. */
static double
measure_overhang (const SyFrame *self,
                  const SyTicks *ticks)
{
  const SyTick *last = NULL;

  for (guint i = 0; i < ticks->ticks->len; i++)
    if (g_array_index (ticks->ticks, SyTick, i).label != NULL)
      last = &g_array_index (ticks->ticks, SyTick, i);

  return last == NULL ? 0 : sy_text_get_width (self->text, SY_TEXT_SMALL, last->label) / 2
                            - (1 - last->position) * self->area.width;
}

void
sy_frame_set_sides (SyFrame *self,
                    double   left,
                    double   right)
{
  self->area.x = round (self->outer.x + left);
  self->area.width = fmax (1, floor (self->outer.x + self->outer.width - right) - self->area.x);
}

static SyTicks *
create_x_ticks (SyFrame *self)
{
  const SyAxis *axis = self->chart->has_rows ? &self->chart->value : &self->chart->position;

  return sy_ticks_new (&axis->scale, axis->format, self->area.width, TICK_GAP * self->em,
                       measure_width_cb, self->text);
}

/* Room for half of the last label at the right is known only once there are labels. */
static void
place_x_axis (SyFrame *self)
{
  double least = 0.4 * self->em;
  double overhang;
  double right = self->outer.x + self->outer.width - self->area.x - self->area.width;

  self->x = create_x_ticks (self);
  overhang = measure_overhang (self, self->x);
  if (overhang <= right - least)
    return;

  sy_ticks_free (self->x);
  sy_frame_set_sides (self, self->area.x - self->outer.x, overhang + least);
  self->x = create_x_ticks (self);
}

static void
place_lines (SyFrame *self)
{
  double padding = PADDING * self->em;
  double right = padding;

  self->y = sy_ticks_new (&self->chart->value.scale, self->chart->value.format,
                          self->area.height, TICK_GAP * self->em, measure_height_cb, self->text);
  if (self->is_direct)
    right += sy_frame_reserve_direct (self);
  sy_frame_set_sides (self, padding + find_widest (self, self->y) + 0.5 * self->em, right);
  place_x_axis (self);
}

static double
measure_bottom (const SyFrame *self)
{
  double line = sy_text_get_line_height (self->text, SY_TEXT_SMALL);

  return PADDING * self->em / 2 + line + 0.4 * self->em
         + (self->has_axis_titles ? line + 0.1 * self->em : 0);
}

/* Above the area: the title of the vertical axis, or what the sides mean. */
static double
measure_head (const SyFrame *self)
{
  gboolean has_head = self->chart->has_rows ? self->chart->hints[0] != NULL
                                            : self->has_axis_titles;

  return has_head ? sy_text_get_line_height (self->text, SY_TEXT_SMALL) + 0.45 * self->em
                  : 0.5 * self->em;
}

static void
set_heights (SyFrame *self,
             double   top)
{
  double bottom = self->outer.y + self->outer.height - measure_bottom (self);

  self->area.y = round (top + measure_head (self));
  self->area.height = fmax (1, floor (bottom) - self->area.y);
}

static void
place_all (SyFrame *self)
{
  double top = place_titles (self);

  set_heights (self, top);
  self->is_direct = sy_frame_reserve_direct (self) > 0;
  if (!self->is_direct)
    set_heights (self, top + sy_frame_place_legend (self, top));
  if (self->area.height < MIN_AREA_HEIGHT * self->em && self->subtitle.layout != NULL)
    {
      /* The picture comes before the words about it. */
      double freed = measure_layout (self->subtitle.layout);

      g_clear_object (&self->subtitle.layout);
      top -= freed;
      set_heights (self, self->is_direct ? top : top + sy_frame_place_legend (self, top));
    }

  if (self->chart->has_rows)
    {
      sy_frame_place_sides (self);
      place_x_axis (self);
    }
  else
    place_lines (self);

  if (self->is_direct && !sy_frame_place_direct (self))
    {
      self->is_direct = FALSE;
      g_clear_pointer (&self->x, sy_ticks_free);
      g_clear_pointer (&self->y, sy_ticks_free);
      set_heights (self, top + sy_frame_place_legend (self, top));
      place_lines (self);
    }
}

SyFrame *
sy_frame_new (const SyChart           *chart,
              const cairo_rectangle_t *area,
              const SyLook            *look)
{
  SyFrame *self = g_new0 (SyFrame, 1);

  self->chart = chart;
  self->look = look;
  self->text = sy_text_new (look->family, look->font_scale, look->is_rtl);
  sy_text_set_sink (self->text, look->text_sink, look->text_data);
  self->em = sy_text_get_em (self->text);
  self->outer = *area;
  self->has_axis_titles = area->height >= HEIGHT_FOR_AXIS_TITLES * self->em;
  self->spots = g_array_new (FALSE, TRUE, sizeof (SySpot));
  g_array_set_clear_func (self->spots, clear_spot);
  place_all (self);

  return self;
}

SyPlot
sy_frame_get_plot (const SyFrame *self,
                   cairo_t       *cr)
{
  double line = self->has_stacked_names ? sy_text_get_line_height (self->text, SY_TEXT_BODY) : 0;
  double names_height = self->n_name_lines * line;

  return (SyPlot) {
    .cr = cr,
    .area = self->area,
    .position = &self->chart->position.scale,
    .value = &self->chart->value.scale,
    .has_rows = self->chart->has_rows,
    .palette = sy_palette_get (self->look->theme),
    .text = self->text,
    .unit = self->em / 12,
    .names_height = names_height,
    .names_excess = names_height - line,
  };
}
