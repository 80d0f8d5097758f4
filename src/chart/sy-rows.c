/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-frame-private.h"

#include <math.h>

static void
draw_hints (const SyFrame *frame,
            const SyPlot  *plot)
{
  double y = frame->area.y - 0.4 * frame->em;
  double middle = sy_plot_place_value (plot, 1);
  double left = middle - frame->area.x;
  double right = frame->area.x + frame->area.width - middle;
  double gap = 0.8 * frame->em;

  if (frame->chart->hints[0] == NULL || frame->has_stacked_names)
    return;

  if (sy_text_get_width (frame->text, SY_TEXT_SMALL, frame->chart->hints[0]) + gap < left)
    sy_text_draw (frame->text, plot->cr, SY_TEXT_SMALL, frame->chart->hints[0],
                  plot->palette->dim, middle - gap, y, 1, 1);
  if (sy_text_get_width (frame->text, SY_TEXT_SMALL, frame->chart->hints[1]) + gap < right)
    sy_text_draw (frame->text, plot->cr, SY_TEXT_SMALL, frame->chart->hints[1],
                  plot->palette->dim, middle + gap, y, 0, 1);
}

static void
draw_name_beside (const SyFrame *frame,
                  const SyPlot  *plot,
                  const char    *name,
                  double         x,
                  double         y,
                  double         width)
{
  g_autoptr(PangoLayout) layout = sy_text_lay_out (frame->text, SY_TEXT_BODY, name, width);
  PangoRectangle extents;

  pango_layout_set_height (layout, frame->has_intervals ? -3 : -1);
  sy_text_flip (layout);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  sy_text_show (plot->text, plot->cr, layout, plot->palette->text, x, y - extents.height / 2.0);
}

/* What is above the line at @bottom. */
static void
draw_name_above (const SyFrame *frame,
                 const SyPlot  *plot,
                 const char    *name,
                 double         x,
                 double         bottom,
                 double         width)
{
  g_autoptr(PangoLayout) layout = sy_text_lay_out (frame->text, SY_TEXT_BODY, name, width);
  double half = sy_text_get_line_height (frame->text, SY_TEXT_BODY) / 2;
  PangoRectangle extents;
  double lines;

  pango_layout_set_height (layout, -frame->n_name_lines);
  lines = (pango_layout_get_line_count (layout) - 1) * 2 * half;
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  sy_text_show (plot->text, plot->cr, layout, plot->palette->text, x,
                bottom - half - (extents.height + lines) / 2.0);
}

static SyColor
choose_color (const SyPlot *plot,
              SyTextRole    role)
{
  return role == SY_TEXT_STRONG ? plot->palette->text : plot->palette->dim;
}

/* The figure in bold above its interval. */
static void
draw_figures_beside (const SyFrame *frame,
                     const SyPlot  *plot,
                     guint          row,
                     double         y)
{
  g_autofree char *value = sy_frame_say_value (frame, row);
  SyTextRole role = sy_frame_choose_role (frame, row);
  g_autofree char *interval = sy_frame_say_interval (frame, row);
  gboolean is_rtl = frame->look->is_rtl;
  double x = is_rtl ? frame->outer.x + frame->em
                    : frame->outer.x + frame->outer.width - frame->em;
  gboolean has_interval = frame->has_intervals && *interval != '\0';

  sy_text_draw (frame->text, plot->cr, role, value, choose_color (plot, role), x, y,
                is_rtl ? 0 : 1, has_interval ? 0.98 : 0.5);
  if (has_interval)
    sy_text_draw (frame->text, plot->cr, SY_TEXT_SMALL, interval, plot->palette->dim, x, y,
                  is_rtl ? 0 : 1, 0);
}

static void
draw_row_beside (const SyFrame *frame,
                 const SyPlot  *plot,
                 guint          row,
                 double         y)
{
  const char *name = sy_series_get_name (sy_chart_get_series (frame->chart, row));
  double gap = 0.7 * frame->em;
  double right = frame->area.x + frame->area.width;
  double left = frame->outer.x + frame->em;

  if (frame->look->is_rtl)
    draw_name_beside (frame, plot, name, right + gap, y,
                      frame->outer.x + frame->outer.width - frame->em - right - gap);
  else
    draw_name_beside (frame, plot, name, left, y, frame->area.x - gap - left);
  draw_figures_beside (frame, plot, row, y);
}

/* In a narrow chart the name and the figures share a line above the row. */
static void
draw_row_above (const SyFrame *frame,
                const SyPlot  *plot,
                guint          row,
                double         y)
{
  const char *name = sy_series_get_name (sy_chart_get_series (frame->chart, row));
  g_autofree char *value = sy_frame_say_value (frame, row);
  SyTextRole role = sy_frame_choose_role (frame, row);
  gboolean is_rtl = frame->look->is_rtl;
  double room = sy_frame_get_name_room (frame, row);
  double bottom = sy_plot_place_names (plot, y);

  draw_name_above (frame, plot, name,
                   is_rtl ? frame->area.x + frame->area.width - room : frame->area.x, bottom,
                   room);
  sy_text_draw (frame->text, plot->cr, role, value, choose_color (plot, role),
                is_rtl ? frame->area.x : frame->area.x + frame->area.width, bottom,
                is_rtl ? 0 : 1, 1);
}

void
sy_rows_draw_text (const SyFrame *self,
                   const SyPlot  *plot)
{
  draw_hints (self, plot);
  for (guint i = 0; i < self->chart->series->len; i++)
    {
      double y = sy_plot_place_position (plot, i);

      if (self->has_stacked_names)
        draw_row_above (self, plot, i, y);
      else
        draw_row_beside (self, plot, i, y);
    }
}
