/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-chart-private.h"
#include "chart/sy-say.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So that the first point does not stand on the axis. */
#define SIDE_ROOM 1.15

static void
add_points (SySeries                *series,
            guint                    server,
            const SyChartSweepPoint *points,
            guint                    n_points)
{
  for (guint i = 0; i < n_points; i++)
    {
      const SyChartSweepPoint *point = &points[i];

      if (point->server != server)
        continue;
      if (point->is_missing)
        sy_series_add_missing (series, point->load);
      else
        sy_series_add_interval (series, point->load, point->interval.value, point->interval.low,
                                point->interval.high);
      sy_series_mark_failed (series, point->n_failed);
    }
}

static void
add_server (SyChart                 *self,
            const SyChartServer     *server,
            guint                    index,
            const SyChartSweepPoint *points,
            guint                    n_points)
{
  SySeries *series = sy_chart_take_series (self, sy_series_new (server->name, server->style));

  add_points (series, index, points, n_points);
  sy_chart_add_entry (self, server->name, server->style, FALSE, SY_ENTRY_EVERYWHERE);
  sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_line, .series = series });
  sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_whiskers, .series = series });
}

/* Times spread over decades as the load grows; rates and counts begin at zero. */
static SyScaleKind
choose_kind (SyFormat                 format,
             const SyChartSweepPoint *points,
             guint                    n_points)
{
  double low = INFINITY;
  double high = 0;

  if (format != SY_FORMAT_DURATION)
    return SY_SCALE_LINEAR;

  for (guint i = 0; i < n_points; i++)
    if (!points[i].is_missing)
      {
        low = fmin (low, points[i].interval.low);
        high = fmax (high, points[i].interval.high);
      }

  return sy_chart_choose_kind (low, high);
}

static void
say_server (const SyChart  *self,
            const SySeries *series,
            GPtrArray      *parts)
{
  guint length = sy_series_get_length (series);
  guint best = length;
  g_autofree char *value = NULL;
  g_autofree char *load = NULL;

  for (guint i = 0; i < length; i++)
    if (sy_series_has_y (series, i)
        && (best == length || sy_series_get_y (series, i) > sy_series_get_y (series, best)))
      best = i;
  if (best == length)
    {
      sy_say_missing (sy_series_get_name (series), parts);
      return;
    }

  value = sy_format_value (self->value.format, sy_series_get_y (series, best));
  load = sy_format_value (self->position.format, sy_series_get_x (series, best));
  /* Translators: a server, its largest value and at which load: “Event loop at most 10.9 k/s (at
   * 256)”
   */
  g_ptr_array_add (parts, g_strdup_printf (_("%s at most %s (at %s)"),
                                           sy_series_get_name (series), value, load));
}

static void
say_servers (SyChart            *self,
             const SyChartWords *words,
             const char         *metric)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->series->len; i++)
    say_server (self, sy_chart_get_series (self, i), parts);
  sy_chart_take_sentence (self, words, sy_say_sentence (metric, parts));
}

SyChart *
sy_chart_new_sweep (const SyChartWords      *words,
                    SySweepOver              over,
                    const char              *metric,
                    SyFormat                 format,
                    const SyChartServer     *servers,
                    guint                    n_servers,
                    const SyChartSweepPoint *points,
                    guint                    n_points)
{
  gboolean is_rate = over == SY_SWEEP_RATE;
  SyChart *self = sy_chart_new (words, metric,
                                is_rate
                                /* xgettext:no-c-format */
                                ? _("As more requests arrive per second. Upright lines are 95 %"
                                    " intervals; a cross marks where requests failed.")
                                /* xgettext:no-c-format */
                                : _("As the number of connections grows. Upright lines are 95 %"
                                    " intervals; a cross marks where requests failed."),
                                _("Server"));

  /* xgettext:no-c-format */
  self->interval = g_strdup (_("95 % interval"));
  self->has_failures = TRUE;
  sy_chart_set_position (self, is_rate ? _("Requests per second offered") : _("Connections"),
                         is_rate ? SY_FORMAT_RATE : SY_FORMAT_COUNT, SY_SCALE_LOG);
  sy_chart_set_value (self, metric, format, choose_kind (format, points, n_points));
  sy_scale_include (&self->value.scale, 0);
  for (guint i = 0; i < n_servers; i++)
    add_server (self, &servers[i], i, points, n_points);
  sy_chart_settle (self);
  self->position.scale.low /= SIDE_ROOM;
  self->position.scale.high *= SIDE_ROOM;
  sy_scale_round (&self->value.scale);
  say_servers (self, words, metric);

  return self;
}
