/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-chart.h"

#include <glib/gi18n-lib.h>

#include "chart/sy-architecture-private.h"

/* A ratio that leaves no room for the smaller on a linear axis. */
#define FAR_APART 8.0

/* Heights for widths; narrower than this there is little beside the plot. */
#define NARROW 480.0
#define ASPECT 0.5
#define NARROW_ASPECT 0.89
#define MAX_ROWS_ASPECT 0.7

/* In units: a row, one with an interval below its value, and the title and the axis around all of
 * them.
 */
#define ROW_HEIGHT 34.0
#define TALL_ROW_HEIGHT 46.0
#define AROUND_ROWS 160.0

static void
clear_entry (gpointer data)
{
  g_free (((SyEntry *) data)->name);
}

static const char *
choose_word (const char *given,
             const char *own)
{
  return given == NULL ? own : given;
}

static char *
make_title (const SyChartWords *words,
            const char         *heading)
{
  if (words == NULL || words->circumstances == NULL)
    return g_strdup (heading);

  /* Translators: what a chart shows, then what was measured. */
  return g_strdup_printf (_("%s · %s"), heading, words->circumstances);
}

SyChart *
sy_chart_new (const SyChartWords *words,
              const char         *title,
              const char         *subtitle,
              const char         *series_heading)
{
  SyChart *self = g_atomic_rc_box_new0 (SyChart);

  self->heading = g_strdup (choose_word (words == NULL ? NULL : words->title, title));
  self->title = make_title (words, self->heading);
  self->subtitle = g_strdup (choose_word (words == NULL ? NULL : words->subtitle, subtitle));
  self->empty = g_strdup (_("There is nothing to show yet: nothing was measured here."));
  self->series_heading = g_strdup (series_heading);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_series_free);
  self->shades = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_series_free);
  self->layers = g_array_new (FALSE, FALSE, sizeof (SyLayer));
  self->entries = g_array_new (FALSE, FALSE, sizeof (SyEntry));
  g_array_set_clear_func (self->entries, clear_entry);

  return self;
}

static void
clear_chart (gpointer data)
{
  SyChart *self = data;

  g_free (self->title);
  g_free (self->heading);
  g_free (self->subtitle);
  g_free (self->sentence);
  g_free (self->empty);
  g_free (self->series_heading);
  g_free (self->interval);
  g_free (self->hints[0]);
  g_free (self->hints[1]);
  g_free (self->position.title);
  g_free (self->value.title);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->shades);
  g_array_unref (self->layers);
  g_array_unref (self->entries);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->architecture, sy_architecture_free);
}

SyChart *
sy_chart_ref (SyChart *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sy_chart_unref (SyChart *self)
{
  g_atomic_rc_box_release_full (self, clear_chart);
}

const char *
sy_chart_get_title (const SyChart *self)
{
  return self->title;
}

const char *
sy_chart_get_subtitle (const SyChart *self)
{
  return self->subtitle;
}

const char *
sy_chart_get_sentence (const SyChart *self)
{
  return sy_chart_is_empty (self) ? self->empty : self->sentence;
}

gboolean
sy_chart_shows_sentence (const SyChart *self)
{
  return self->has_rows && !self->has_finding && (self->interval == NULL || self->is_ranged);
}

double
sy_chart_get_height (const SyChart *self,
                     double         width)
{
  gboolean has_intervals = self->interval != NULL && !self->is_ranged;
  double rows = self->series->len * (has_intervals ? TALL_ROW_HEIGHT : ROW_HEIGHT);
  gboolean is_narrow = width < NARROW;

  if (!self->has_rows)
    return width * (is_narrow ? NARROW_ASPECT : ASPECT);
  if (is_narrow)
    return AROUND_ROWS + rows;

  return MIN (AROUND_ROWS + rows, width * (has_intervals ? MAX_ROWS_ASPECT : ASPECT));
}

static void
set_axis (SyAxis     *axis,
          const char *title,
          SyFormat    format,
          SyScaleKind kind)
{
  g_free (axis->title);
  axis->title = g_strdup (title);
  axis->format = format;
  axis->scale = sy_scale_new (kind);
}

void
sy_chart_set_position (SyChart    *self,
                       const char *title,
                       SyFormat    format,
                       SyScaleKind kind)
{
  set_axis (&self->position, title, format, kind);
}

void
sy_chart_set_value (SyChart    *self,
                    const char *title,
                    SyFormat    format,
                    SyScaleKind kind)
{
  set_axis (&self->value, title, format, kind);
}

SySeries *
sy_chart_take_series (SyChart  *self,
                      SySeries *series)
{
  g_ptr_array_add (self->series, series);
  return series;
}

SySeries *
sy_chart_take_shade (SyChart  *self,
                     SySeries *series)
{
  g_ptr_array_add (self->shades, series);
  return series;
}

void
sy_chart_add_layer (SyChart *self,
                    SyLayer  layer)
{
  g_array_append_val (self->layers, layer);
}

void
sy_chart_add_entry (SyChart     *self,
                    const char  *name,
                    guint        style,
                    gboolean     is_companion,
                    SyEntryPlace place)
{
  SyEntry entry = {
    .name = g_strdup (name),
    .style = style,
    .is_companion = is_companion,
    .place = place,
    .series = self->series->len - 1,
  };

  g_array_append_val (self->entries, entry);
}

static void
include_series (SyChart        *self,
                const SySeries *series)
{
  guint length = sy_series_get_length (series);

  for (guint i = 0; i < length; i++)
    {
      double low;
      double high;

      sy_scale_include (&self->position.scale, sy_series_get_x (series, i));
      if (sy_series_has_y (series, i))
        sy_scale_include (&self->value.scale, sy_series_get_y (series, i));
      if (sy_series_get_interval (series, i, &low, &high))
        {
          sy_scale_include (&self->value.scale, low);
          sy_scale_include (&self->value.scale, high);
        }
    }
}

void
sy_chart_settle (SyChart *self)
{
  for (guint i = 0; i < self->series->len; i++)
    include_series (self, self->series->pdata[i]);
  sy_scale_settle (&self->position.scale);
  sy_scale_settle (&self->value.scale);
}

void
sy_chart_take_sentence (SyChart            *self,
                        const SyChartWords *words,
                        char               *sentence)
{
  gboolean has_finding = words != NULL && words->finding != NULL;

  self->sentence = has_finding ? g_strdup (words->finding) : g_strdup (sentence);
  self->has_finding = has_finding;
  g_free (sentence);
}

SyScaleKind
sy_chart_choose_kind (double low,
                      double high)
{
  return low > 0 && high / low > FAR_APART ? SY_SCALE_LOG : SY_SCALE_LINEAR;
}

const SySeries *
sy_chart_get_series (const SyChart *self,
                     guint          index)
{
  return self->series->pdata[index];
}

gboolean
sy_chart_is_empty (const SyChart *self)
{
  for (guint i = 0; i < self->series->len; i++)
    if (sy_series_count_values (self->series->pdata[i]) > 0)
      return FALSE;

  return TRUE;
}
