/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-frame-private.h"

#include <math.h>
#include <stdlib.h>

/* Names beside their lines are read without looking back and forth, where there is room for them.
 * In em, but for the share.
 */
#define WIDTH_FOR_DIRECT 44.0
#define MAX_DIRECT_SHARE 0.26
#define DIRECT_GAP 0.9

/* A name further from its line than this, in lines of text, is read as another's. */
#define MAX_SHIFT 2.5

static gboolean
is_wanted (const SyEntry *entry,
           gboolean       is_direct)
{
  return entry->place != (is_direct ? SY_ENTRY_IN_LEGEND : SY_ENTRY_BESIDE_LINE);
}

static void
add_spot (SyFrame *self,
          guint    index,
          double   x,
          double   y)
{
  const SyEntry *entry = &g_array_index (self->chart->entries, SyEntry, index);
  SySpot spot = { index, { sy_text_lay_out (self->text, SY_TEXT_BODY, entry->name, -1), x, y } };

  g_array_append_val (self->spots, spot);
}

/* In a legend the spot is that of the sample and the name after it together. */
double
sy_frame_place_legend (SyFrame *self,
                       double   top)
{
  double line = sy_text_get_line_height (self->text, SY_TEXT_BODY);
  double left = self->outer.x + self->em;
  double right = self->outer.x + self->outer.width - self->em;
  double x = left;
  double y = top;

  g_array_set_size (self->spots, 0);
  for (guint i = 0; i < self->chart->entries->len; i++)
    {
      const SyEntry *entry = &g_array_index (self->chart->entries, SyEntry, i);
      double name = sy_text_get_width (self->text, SY_TEXT_BODY, entry->name);
      double width = sy_frame_get_sample (self) + 0.5 * self->em + name;

      if (!is_wanted (entry, FALSE))
        continue;
      if (x > left && x + width > right)
        {
          x = left;
          y += line;
        }
      add_spot (self, i, self->look->is_rtl ? left + right - x - width : x, y);
      x += width + 1.6 * self->em;
    }

  return self->spots->len == 0 ? 0 : y - top + line + 0.5 * self->em;
}

static double
find_widest_name (const SyFrame *self,
                  guint         *n_names)
{
  double widest = 0;

  *n_names = 0;
  for (guint i = 0; i < self->chart->entries->len; i++)
    {
      const SyEntry *entry = &g_array_index (self->chart->entries, SyEntry, i);

      if (!is_wanted (entry, TRUE))
        continue;
      widest = fmax (widest, sy_text_get_width (self->text, SY_TEXT_BODY, entry->name));
      *n_names += 1;
    }

  return widest;
}

/* Time runs to the right even where reading runs to the left: there a name at the end of a line
 * would come first.  So right to left has a legend.
 */
double
sy_frame_reserve_direct (SyFrame *self)
{
  guint n_names = 0;
  double widest = find_widest_name (self, &n_names);
  double lines = n_names * sy_text_get_line_height (self->text, SY_TEXT_BODY);

  if (self->chart->has_rows || self->chart->has_legend || widest <= 0 || self->look->is_rtl
      || self->outer.width < WIDTH_FOR_DIRECT * self->em
      || widest > MAX_DIRECT_SHARE * self->outer.width || lines > self->area.height)
    return 0;

  return widest + DIRECT_GAP * self->em;
}

/* The height at which a line ends. */
static gboolean
find_end (const SyFrame *self,
          guint          entry,
          double        *y)
{
  SyPlot plot = sy_frame_get_plot (self, NULL);
  guint index = g_array_index (self->chart->entries, SyEntry, entry).series;
  const SySeries *series = sy_chart_get_series (self->chart, index);
  guint last = sy_series_get_length (series);

  while (last > 0 && !sy_series_has_y (series, last - 1))
    last--;
  if (last == 0)
    return FALSE;

  *y = sy_plot_place_value (&plot, sy_series_get_y (series, last - 1));
  return TRUE;
}

typedef struct
{
  guint  entry;
  double wanted;
  double y;
} End;

static int
compare_ends (const void *a,
              const void *b)
{
  double x = ((const End *) a)->wanted;
  double y = ((const End *) b)->wanted;

  return (x > y) - (x < y);
}

/* Pushes the middles apart, downwards first and then back up from the bottom. */
static void
spread (End    *ends,
        guint   n,
        double  line,
        double  top,
        double  bottom)
{
  for (guint i = 0; i < n; i++)
    ends[i].y = fmax (ends[i].wanted, i == 0 ? top + line / 2 : ends[i - 1].y + line);
  for (guint i = n; i > 0; i--)
    ends[i - 1].y = fmin (ends[i - 1].y, i == n ? bottom - line / 2 : ends[i].y - line);
}

static gboolean
find_ends (const SyFrame *self,
           End           *ends,
           guint         *n_ends)
{
  for (guint i = 0; i < self->chart->entries->len; i++)
    {
      if (!is_wanted (&g_array_index (self->chart->entries, SyEntry, i), TRUE))
        continue;
      ends[*n_ends].entry = i;
      if (!find_end (self, i, &ends[*n_ends].wanted))
        return FALSE;
      *n_ends += 1;
    }

  return TRUE;
}

gboolean
sy_frame_place_direct (SyFrame *self)
{
  double line = sy_text_get_line_height (self->text, SY_TEXT_BODY);
  g_autofree End *ends = g_new0 (End, self->chart->entries->len);
  guint n = 0;

  if (!find_ends (self, ends, &n))
    return FALSE;
  qsort (ends, n, sizeof *ends, compare_ends);
  spread (ends, n, line, self->area.y - line, self->area.y + self->area.height + line / 2);

  g_array_set_size (self->spots, 0);
  for (guint i = 0; i < n; i++)
    {
      if (fabs (ends[i].y - ends[i].wanted) > MAX_SHIFT * line)
        return FALSE;
      add_spot (self, ends[i].entry, self->area.x + self->area.width + DIRECT_GAP * self->em,
                ends[i].y - line / 2);
    }

  return TRUE;
}
