/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-architecture-private.h"
#include "chart/sy-chart-private.h"
#include "chart/sy-frame-private.h"

#include <math.h>

#define TICK_LENGTH 4.0

SyLook
sy_look_new (SyTheme theme)
{
  return (SyLook) {
    .theme = theme,
    .font_scale = 1,
    .has_background = TRUE,
    .has_title = TRUE,
    .has_circumstances = TRUE,
  };
}

static void
draw_label (const SyPlot  *plot,
            const SyLabel *label,
            SyColor        color)
{
  if (label->layout == NULL)
    return;

  sy_text_show (plot->text, plot->cr, label->layout, color, label->x, label->y);
}

/* Hair lines lie on whole pixels, or they blur. */
static double
snap (double coordinate)
{
  return floor (coordinate) + 0.5;
}

/* One pixel, or as many as keep it in proportion to large text. */
static double
hair_line (const SyPlot *plot)
{
  return fmax (1, floor (plot->unit));
}

static void
draw_grid (const SyFrame *frame,
           const SyPlot  *plot)
{
  const cairo_rectangle_t *area = &frame->area;
  const SyTicks *ticks = frame->chart->has_rows ? frame->x : frame->y;

  cairo_new_path (plot->cr);
  for (guint i = 0; i < ticks->ticks->len; i++)
    {
      const SyTick *tick = &g_array_index (ticks->ticks, SyTick, i);
      double x = snap (area->x + tick->position * area->width);
      double y = snap (area->y + (1 - tick->position) * area->height);

      if (tick->label == NULL)
        continue;
      cairo_move_to (plot->cr, frame->chart->has_rows ? x : area->x,
                     frame->chart->has_rows ? area->y : y);
      cairo_line_to (plot->cr, frame->chart->has_rows ? x : area->x + area->width,
                     frame->chart->has_rows ? area->y + area->height : y);
    }
  sy_color_set (plot->palette->grid, plot->cr, 1);
  cairo_set_dash (plot->cr, NULL, 0, 0);
  cairo_set_line_width (plot->cr, hair_line (plot));
  cairo_stroke (plot->cr);
}

static void
draw_x_axis (const SyFrame *frame,
             const SyPlot  *plot)
{
  const cairo_rectangle_t *area = &frame->area;
  double y = snap (area->y + area->height);

  cairo_new_path (plot->cr);
  cairo_move_to (plot->cr, area->x, y);
  cairo_line_to (plot->cr, area->x + area->width, y);
  for (guint i = 0; i < frame->x->ticks->len; i++)
    {
      const SyTick *tick = &g_array_index (frame->x->ticks, SyTick, i);
      double length = TICK_LENGTH * plot->unit * (tick->label == NULL ? 0.6 : 1);

      cairo_move_to (plot->cr, snap (area->x + tick->position * area->width), y);
      cairo_rel_line_to (plot->cr, 0, length);
    }
  sy_color_set (plot->palette->axis, plot->cr, 1);
  cairo_set_line_width (plot->cr, hair_line (plot));
  cairo_stroke (plot->cr);
}

static void
draw_tick_labels (const SyFrame *frame,
                  const SyPlot  *plot)
{
  const cairo_rectangle_t *area = &frame->area;

  for (guint i = 0; i < frame->x->ticks->len; i++)
    {
      const SyTick *tick = &g_array_index (frame->x->ticks, SyTick, i);

      if (tick->label != NULL)
        sy_text_draw (frame->text, plot->cr, SY_TEXT_SMALL, tick->label, plot->palette->dim,
                      area->x + tick->position * area->width,
                      area->y + area->height + 0.4 * frame->em, 0.5, 0);
    }
  for (guint i = 0; frame->y != NULL && i < frame->y->ticks->len; i++)
    {
      const SyTick *tick = &g_array_index (frame->y->ticks, SyTick, i);

      if (tick->label != NULL)
        sy_text_draw (frame->text, plot->cr, SY_TEXT_SMALL, tick->label, plot->palette->dim,
                      area->x - 0.5 * frame->em,
                      area->y + (1 - tick->position) * area->height, 1, 0.5);
    }
}

/* That of the vertical axis lies flat above it, where it can be read. */
static void
draw_axis_titles (const SyFrame *frame,
                  const SyPlot  *plot)
{
  const SyChart *chart = frame->chart;
  const SyAxis *across = chart->has_rows ? &chart->value : &chart->position;
  g_autofree char *x_title = sy_frame_name_axis (across, frame->x);
  g_autofree char *y_title = sy_frame_name_axis (&chart->value, frame->y);
  double line = sy_text_get_line_height (frame->text, SY_TEXT_SMALL);
  gboolean is_rtl = frame->look->is_rtl;

  if (!frame->has_axis_titles)
    return;

  sy_text_draw (frame->text, plot->cr, SY_TEXT_SMALL, x_title, plot->palette->dim,
                frame->area.x + (is_rtl ? 0 : frame->area.width),
                frame->area.y + frame->area.height + 0.5 * frame->em + line, is_rtl ? 0 : 1, 0);
  if (chart->has_rows)
    return;

  sy_text_draw (frame->text, plot->cr, SY_TEXT_SMALL, y_title, plot->palette->dim,
                is_rtl ? frame->area.x + frame->area.width : frame->outer.x + frame->em,
                frame->area.y - 0.6 * frame->em, is_rtl ? 1 : 0, 1);
}

static void
draw_layers (const SyFrame *frame,
             const SyPlot  *plot,
             gboolean       is_under)
{
  const GArray *layers = frame->chart->layers;
  double margin = 6 * plot->unit;

  cairo_save (plot->cr);
  cairo_rectangle (plot->cr, plot->area.x - margin, plot->area.y - margin,
                   plot->area.width + 2 * margin, plot->area.height + 2 * margin);
  cairo_clip (plot->cr);
  for (guint i = 0; i < layers->len; i++)
    {
      const SyLayer *layer = &g_array_index (layers, SyLayer, i);

      if (layer->is_under == is_under)
        layer->draw (layer, plot);
    }
  cairo_restore (plot->cr);
}

static void
draw_sample (const SyFrame *frame,
             const SyPlot  *plot,
             const SyEntry *entry,
             double         x,
             double         y)
{
  double length = sy_frame_get_sample (frame);
  double width = plot->palette->line * plot->unit * (entry->is_companion ? 0.8 : 1);

  if (!frame->chart->has_rows)
    {
      sy_color_set (sy_palette_get_series (plot->palette, entry->style), plot->cr, 1);
      sy_palette_set_dash (plot->cr, entry->style, entry->is_companion, width);
      cairo_set_line_width (plot->cr, width);
      cairo_move_to (plot->cr, x, y);
      cairo_rel_line_to (plot->cr, length, 0);
      cairo_stroke (plot->cr);
    }
  if (entry->has_marker)
    sy_plot_mark_as (plot, entry->marker, entry->style, x + length / 2, y, 1.3);
  else
    sy_plot_mark (plot, entry->style, x + length / 2, y, 1, entry->is_companion);
}

static void
draw_names (const SyFrame *frame,
            const SyPlot  *plot)
{
  double half = sy_text_get_line_height (frame->text, SY_TEXT_BODY) / 2;

  for (guint i = 0; i < frame->spots->len; i++)
    {
      const SySpot *spot = &g_array_index (frame->spots, SySpot, i);
      const SyEntry *entry = &g_array_index (frame->chart->entries, SyEntry, spot->entry);
      SyLabel name = spot->name;
      SyColor color = frame->is_direct ? sy_palette_get_series (plot->palette, entry->style)
                                       : plot->palette->text;
      double sample = name.x;

      if (!frame->is_direct && frame->look->is_rtl)
        sample = name.x + sy_text_get_width (frame->text, SY_TEXT_BODY, entry->name)
                 + 0.5 * frame->em;
      else if (!frame->is_direct)
        name.x += sy_frame_get_sample (frame) + 0.5 * frame->em;
      if (!frame->is_direct)
        draw_sample (frame, plot, entry, sample, name.y + half);
      draw_label (plot, &name, color);
    }
}

static void
draw_empty (const SyFrame *frame,
            const SyPlot  *plot)
{
  double width = fmin (frame->outer.width - 4 * frame->em, 30 * frame->em);
  g_autoptr(PangoLayout) layout = sy_text_lay_out (frame->text, SY_TEXT_BODY, frame->chart->empty,
                                                   fmax (1, width));
  double top = frame->subtitle.layout != NULL ? frame->subtitle.y : frame->title.y;
  SyLabel label = { layout, frame->outer.x + (frame->outer.width - width) / 2, 0 };
  PangoRectangle extents;

  pango_layout_set_height (layout, -4);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  label.y = top + (frame->outer.y + frame->outer.height - top - extents.height) / 2;
  draw_label (plot, &label, plot->palette->dim);
}

static void
draw_data (const SyFrame *frame,
           const SyPlot  *plot)
{
  draw_layers (frame, plot, TRUE);
  draw_grid (frame, plot);
  draw_x_axis (frame, plot);
  draw_tick_labels (frame, plot);
  draw_axis_titles (frame, plot);
  draw_layers (frame, plot, FALSE);
  if (frame->chart->has_rows)
    sy_rows_draw_text (frame, plot);
  draw_names (frame, plot);
  if (frame->look->cursor != NULL)
    sy_cursor_draw (frame, plot, frame->look->cursor);
}

double
sy_chart_measure_rows (const SyChart *self,
                       double         width,
                       const SyLook  *look)
{
  return sy_chart_is_empty (self) ? 0 : sy_frame_measure (self, width, look);
}

void
sy_chart_draw (const SyChart           *self,
               cairo_t                 *cr,
               const cairo_rectangle_t *area,
               const SyLook            *look)
{
  g_autoptr(SyFrame) frame = sy_frame_new (self, area, look);
  SyPlot plot = sy_frame_get_plot (frame, cr);

  cairo_save (cr);
  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  cairo_clip (cr);
  cairo_new_path (cr);
  if (look->has_background)
    {
      sy_color_set (plot.palette->background, cr, 1);
      cairo_paint (cr);
    }
  draw_label (&plot, &frame->title, plot.palette->text);
  draw_label (&plot, &frame->subtitle, plot.palette->dim);
  if (sy_chart_is_empty (self))
    draw_empty (frame, &plot);
  else if (self->architecture != NULL)
    sy_architecture_draw (frame, &plot);
  else
    draw_data (frame, &plot);
  cairo_restore (cr);
}
