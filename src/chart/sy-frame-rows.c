/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-frame-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In em. */
#define NAME_GAP 0.7
#define WIDTH_FOR_NAMES_BESIDE 40.0
#define HEIGHT_FOR_NAME_ABOVE 2.9
#define HEIGHT_FOR_INTERVAL 2.4

/* A little more than a name above takes, since the picture is put onto whole pixels. */
#define HEIGHT_OF_ROW 3.0

/* Far more than any chart has around its rows. */
#define HEIGHT_AROUND 60.0

/* Names above rows wrap, but not for ever. */
#define MAX_NAME_LINES 3

/* No more of the width than this for names. */
#define MAX_NAME_SHARE 0.34

static char *
say_interval (const SyFrame *self,
              guint          row)
{
  g_autofree char *low_text = NULL;
  g_autofree char *high_text = NULL;
  double low;
  double high;

  if (!sy_series_get_interval (sy_chart_get_series (self->chart, row), 0, &low, &high))
    return g_strdup ("");

  low_text = sy_format_value (self->chart->value.format, low);
  high_text = sy_format_value (self->chart->value.format, high);
  return g_strdup_printf ("%s – %s", low_text, high_text);
}

char *
sy_frame_say_value (const SyFrame *self,
                    guint          row)
{
  const SySeries *series = sy_chart_get_series (self->chart, row);

  if (self->chart->notes != NULL)
    return g_strdup (self->chart->notes->pdata[row]);
  if (self->chart->is_ranged)
    return say_interval (self, row);
  if (!sy_series_has_y (series, 0))
    return g_strdup (_("not measured"));

  return sy_format_value (self->chart->value.format, sy_series_get_y (series, 0));
}

SyTextRole
sy_frame_choose_role (const SyFrame *self,
                      guint          row)
{
  gboolean has_figure = self->chart->notes == NULL &&
                        sy_series_has_y (sy_chart_get_series (self->chart, row), 0);

  return has_figure ? SY_TEXT_STRONG : SY_TEXT_SMALL;
}

char *
sy_frame_say_interval (const SyFrame *self,
                       guint          row)
{
  return self->chart->is_ranged ? g_strdup ("") : say_interval (self, row);
}

static double
find_widest_name (const SyFrame *self)
{
  double widest = 0;

  for (guint i = 0; i < self->chart->series->len; i++)
    {
      const char *name = sy_series_get_name (sy_chart_get_series (self->chart, i));

      widest = fmax (widest, sy_text_get_width (self->text, SY_TEXT_BODY, name));
    }

  return widest;
}

static double
find_widest_value (const SyFrame *self)
{
  double widest = 0;

  for (guint i = 0; i < self->chart->series->len; i++)
    {
      g_autofree char *value = sy_frame_say_value (self, i);
      g_autofree char *interval = sy_frame_say_interval (self, i);

      widest = fmax (widest, sy_text_get_width (self->text, sy_frame_choose_role (self, i), value));
      if (self->has_intervals)
        widest = fmax (widest, sy_text_get_width (self->text, SY_TEXT_SMALL, interval));
    }

  return widest;
}

double
sy_frame_get_name_room (const SyFrame *self,
                        guint          row)
{
  g_autofree char *value = sy_frame_say_value (self, row);
  double width = sy_text_get_width (self->text, sy_frame_choose_role (self, row), value);

  return fmax (1, self->area.width - width - self->em);
}

static int
count_name_lines (SyFrame *self)
{
  int n_lines = 1;

  /* The last label of the axis may take some of the width yet. */
  for (guint i = 0; i < self->chart->series->len; i++)
    {
      const char *name = sy_series_get_name (sy_chart_get_series (self->chart, i));
      g_autoptr(PangoLayout) layout = sy_text_lay_out (self->text, SY_TEXT_BODY, name,
                                                       fmax (1, sy_frame_get_name_room (self, i)
                                                                - self->em));

      pango_layout_set_height (layout, -MAX_NAME_LINES);
      n_lines = MAX (n_lines, pango_layout_get_line_count (layout));
    }

  return n_lines;
}

/* As many lines as the names take and the rows have room for.  Those of the first one reach further
 * out of the area.
 */
static void
stack_names (SyFrame *self,
             double   row)
{
  double line = sy_text_get_line_height (self->text, SY_TEXT_BODY);
  int room = 1 + (int) ((row - HEIGHT_FOR_NAME_ABOVE * self->em) / line);
  double out;

  self->n_name_lines = CLAMP (count_name_lines (self), 1, room);
  out = floor ((self->n_name_lines - 1) * line / 2);
  self->area.y += out;
  self->area.height = fmax (1, self->area.height - out);
}

/* Names at the side where reading begins, figures at the other. */
void
sy_frame_place_sides (SyFrame *self)
{
  double padding = self->em;
  double gap = NAME_GAP * self->em;
  double widest = ceil (find_widest_name (self)) + 1;
  double names = fmin (widest, MAX_NAME_SHARE * self->outer.width);
  double row = self->area.height / fmax (1, self->chart->series->len);
  double values;

  self->has_intervals = row >= HEIGHT_FOR_INTERVAL * self->em;
  self->has_stacked_names = (self->outer.width < WIDTH_FOR_NAMES_BESIDE * self->em
                             || names < widest)
                            && row >= HEIGHT_FOR_NAME_ABOVE * self->em;
  values = find_widest_value (self);
  if (self->has_stacked_names)
    {
      sy_frame_set_sides (self, padding, padding);
      stack_names (self, row);
    }
  else if (self->look->is_rtl)
    sy_frame_set_sides (self, padding + values + 1.5 * gap, padding + names + gap);
  else
    sy_frame_set_sides (self, padding + names + gap, padding + values + 1.5 * gap);
}

double
sy_frame_measure (const SyChart *chart,
                  double         width,
                  const SyLook  *look)
{
  g_autoptr(SyFrame) probe = NULL;
  g_autoptr(SyText) text = sy_text_new (look->family, look->font_scale, look->is_rtl);
  double em = sy_text_get_em (text);
  cairo_rectangle_t area = { .width = width };
  double rows;

  if (!chart->has_rows)
    return 0;

  rows = HEIGHT_OF_ROW * em * chart->series->len;
  area.height = HEIGHT_AROUND * em + rows;
  probe = sy_frame_new (chart, &area, look);
  if (probe->has_stacked_names)
    rows += (probe->n_name_lines - 1) * sy_text_get_line_height (text, SY_TEXT_BODY)
            * chart->series->len;

  return ceil (area.height - probe->area.height + rows);
}
