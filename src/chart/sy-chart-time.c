/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-chart-private.h"
#include "chart/sy-say.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef double (*GetValue) (const SyChartSlice *slice);

/**
 * Curve:
 * @suffix: (nullable): what it is of the server's
 * @band: (nullable): the upper edge of which band it is, down to the curve before
 */
typedef struct
{
  const char *suffix;
  GetValue    get_value;
  gboolean    is_companion;
  const char *band;
} Curve;

static double
get_throughput (const SyChartSlice *slice)
{
  return slice->requests_per_s;
}

static double
get_response_p50 (const SyChartSlice *slice)
{
  return slice->response_p50_ns;
}

static double
get_response_p99 (const SyChartSlice *slice)
{
  return slice->response_p99_ns;
}

static double
get_service_p50 (const SyChartSlice *slice)
{
  return slice->service_p50_ns;
}

static double
get_service_p99 (const SyChartSlice *slice)
{
  return slice->service_p99_ns;
}

static const Curve throughput_curves[] = {
  { NULL, get_throughput, FALSE, NULL },
};

/* Translators: these follow a server's name; p50 and p99 are percentiles */
static const Curve response_curves[] = {
  { N_("p50"), get_response_p50, FALSE, NULL },
  { N_("p99"), get_response_p99, FALSE, N_("p50 to p99") },
};

static const Curve latency_curves[] = {
  { N_("response p50"), get_response_p50, FALSE, NULL },
  { N_("response p99"), get_response_p99, FALSE, N_("response p50 to p99") },
  { N_("handling p50"), get_service_p50, TRUE, NULL },
  { N_("handling p99"), get_service_p99, TRUE, N_("handling p50 to p99") },
};

static char *
name_curve (const char *server,
            const char *suffix)
{
  if (suffix == NULL)
    return g_strdup (server);

  /* Translators: a server's name and which of its curves: “Event loop, p99” */
  return g_strdup_printf (_("%s, %s"), server, _(suffix));
}

static void
add_slices (SySeries           *series,
            const SyChartTurns *turns,
            const SyChartTurn  *turn,
            GetValue            get_value)
{
  double begin = turns->axis == SY_TIME_ELAPSED ? turn->begin_s : 0;

  for (guint i = 0; i < turn->n_slices; i++)
    {
      const SyChartSlice *slice = &turn->slices[i];

      if (slice->is_missing)
        sy_series_add_missing (series, begin + slice->at_s);
      else
        sy_series_add (series, begin + slice->at_s, get_value (slice));
      sy_series_mark_failed (series, slice->n_failed);
    }
}

static void
add_curve_layers (SyChart        *self,
                  const Curve    *curve,
                  const SySeries *series,
                  const SySeries *before,
                  gboolean        is_faint)
{
  if (curve->band != NULL && !is_faint)
    sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_band, .series = series,
                                          .other = before, .is_under = TRUE,
                                          .is_companion = curve->is_companion });
  sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_line, .series = series,
                                        .is_faint = is_faint,
                                        .is_companion = curve->is_companion });
}

/* Each edge of a band has its name where it ends, but both together one in the legend. */
static void
add_entries (SyChart             *self,
             const Curve         *curve,
             const SyChartServer *server)
{
  g_autofree char *name = name_curve (server->name, curve->suffix);
  g_autofree char *band = name_curve (server->name, curve->band);

  sy_chart_add_entry (self, name, server->style, curve->is_companion,
                      curve->suffix == NULL ? SY_ENTRY_EVERYWHERE : SY_ENTRY_BESIDE_LINE);
  if (curve->band != NULL)
    sy_chart_add_entry (self, band, server->style, curve->is_companion, SY_ENTRY_IN_LEGEND);
}

/* One line a server, broken where it was another's turn. */
static void
add_elapsed (SyChart            *self,
             const SyChartTurns *turns,
             const Curve        *curve,
             guint               server,
             SySeries          **last)
{
  g_autofree char *name = name_curve (turns->servers[server].name, curve->suffix);
  SySeries *series = sy_series_new (name, turns->servers[server].style);

  for (guint i = 0; i < turns->n_turns; i++)
    {
      const SyChartTurn *turn = &turns->turns[i];

      if (turn->server != server)
        continue;
      if (sy_series_get_length (series) > 0)
        sy_series_add_missing (series, turn->begin_s);
      add_slices (series, turns, turn, curve->get_value);
    }
  sy_chart_take_series (self, series);
  add_entries (self, curve, &turns->servers[server]);
  add_curve_layers (self, curve, series, *last, FALSE);
  *last = series;
}

static guint
count_turns (const SyChartTurns *turns,
             guint               server)
{
  guint n = 0;

  for (guint i = 0; i < turns->n_turns; i++)
    n += turns->turns[i].server == server ? 1 : 0;

  return n;
}

/* Of earlier turns, the curve that matters is enough: throughput, or the 99th percentile. */
static gboolean
is_kept (const Curve *curve)
{
  return curve->suffix == NULL || (curve->band != NULL && !curve->is_companion);
}

/* One line a turn; only the last stands out, and has the name. */
static void
add_in_turn (SyChart            *self,
             const SyChartTurns *turns,
             const Curve        *curve,
             guint               server,
             SySeries          **last)
{
  const SyChartServer *of = &turns->servers[server];
  g_autofree char *name = name_curve (of->name, curve->suffix);
  guint n_turns = count_turns (turns, server);
  guint number = 0;

  for (guint i = 0; i < turns->n_turns; i++)
    {
      g_autofree char *numbered = NULL;
      SySeries *series;

      if (turns->turns[i].server != server)
        continue;
      number++;
      if (number < n_turns && !is_kept (curve))
        continue;
      /* Translators: a server's name and which of its turns: “Event loop, turn 3” */
      numbered = g_strdup_printf (_("%s, turn %u"), name, number);
      series = sy_chart_take_series (self, sy_series_new (numbered, of->style));
      add_slices (series, turns, &turns->turns[i], curve->get_value);
      add_curve_layers (self, curve, series, *last, number < n_turns);
      if (number == n_turns)
        {
          add_entries (self, curve, of);
          *last = series;
        }
    }
}

static void
add_shades (SyChart            *self,
            const SyChartTurns *turns)
{
  for (guint i = 0; i < turns->n_servers; i++)
    {
      SySeries *shade = sy_chart_take_shade (self, sy_series_new (turns->servers[i].name,
                                                                  turns->servers[i].style));

      for (guint j = 0; j < turns->n_turns; j++)
        if (turns->turns[j].server == i)
          sy_series_add (shade, turns->turns[j].begin_s,
                         turns->turns[j].begin_s + turns->turns[j].length_s);
      sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_turns, .series = shade,
                                            .is_under = TRUE });
    }
}

static void
set_time_axis (SyChart            *self,
               const SyChartTurns *turns)
{
  gboolean is_elapsed = turns->axis == SY_TIME_ELAPSED;

  sy_chart_set_position (self, is_elapsed ? _("Time since the run began") : _("Time in turn"),
                         SY_FORMAT_SECONDS, SY_SCALE_TIME);
  for (guint i = 0; i < turns->n_turns; i++)
    {
      double begin = is_elapsed ? turns->turns[i].begin_s : 0;

      sy_scale_include (&self->position.scale, begin);
      sy_scale_include (&self->position.scale, begin + turns->turns[i].length_s);
    }
}

/* Bands need their lower edge first, and it to be the same server's and turn's. */
static void
add_curves (SyChart            *self,
            const SyChartTurns *turns,
            const Curve        *curves,
            guint               n_curves)
{
  if (turns->axis == SY_TIME_ELAPSED)
    add_shades (self, turns);
  for (guint i = 0; i < turns->n_servers; i++)
    {
      SySeries *last = NULL;

      for (guint j = 0; j < n_curves; j++)
        if (turns->axis == SY_TIME_ELAPSED)
          add_elapsed (self, turns, &curves[j], i, &last);
        else
          add_in_turn (self, turns, &curves[j], i, &last);
    }
}

static SyExtent
measure_extent (const SyChartTurns *turns,
                guint               server,
                GetValue            get_value)
{
  SyExtent extent = { 0 };

  for (guint i = 0; i < turns->n_turns; i++)
    for (guint j = 0; turns->turns[i].server == server && j < turns->turns[i].n_slices; j++)
      if (!turns->turns[i].slices[j].is_missing)
        sy_extent_include (&extent, get_value (&turns->turns[i].slices[j]));

  return extent;
}

static char *
say_extents (const SyChartTurns *turns,
             const char         *what,
             GetValue            get_value,
             SyFormat            format)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < turns->n_servers; i++)
    {
      SyExtent extent = measure_extent (turns, i, get_value);

      sy_extent_say (&extent, turns->servers[i].name, format, parts);
    }

  return sy_say_sentence (what, parts);
}

SyChart *
sy_chart_new_throughput (const SyChartWords *words,
                         const SyChartTurns *turns)
{
  SyChart *self = sy_chart_new (words, _("Throughput over time"),
                                turns->axis == SY_TIME_ELAPSED
                                ? _("Completed requests per second. The servers take turns and"
                                    " never run together; the colour above tells whose turn it"
                                    " is.")
                                : _("Completed requests per second in each server's turns, laid"
                                    " over each other; earlier turns are faint."),
                                _("Server"));

  set_time_axis (self, turns);
  sy_chart_set_value (self, _("Requests per second"), SY_FORMAT_RATE, SY_SCALE_LINEAR);
  sy_scale_include (&self->value.scale, 0);
  self->has_failures = TRUE;
  add_curves (self, turns, throughput_curves, G_N_ELEMENTS (throughput_curves));
  sy_chart_settle (self);
  sy_scale_round (&self->value.scale);
  sy_chart_take_sentence (self, words, say_extents (turns, _("Requests per second"),
                                                    get_throughput, SY_FORMAT_RATE));

  return self;
}

/* The scale must be known before anything is placed on it. */
static void
set_latency_axis (SyChart            *self,
                  const SyChartTurns *turns)
{
  double low = INFINITY;
  double high = 0;

  for (guint i = 0; i < turns->n_servers; i++)
    {
      SyExtent bottom = measure_extent (turns, i, turns->has_service ? get_service_p50
                                                                     : get_response_p50);
      SyExtent top = measure_extent (turns, i, get_response_p99);

      low = bottom.n > 0 ? fmin (low, bottom.low) : low;
      high = top.n > 0 ? fmax (high, top.high) : high;
    }
  sy_chart_set_value (self, _("Time per request"), SY_FORMAT_DURATION,
                      sy_chart_choose_kind (low, high));
  sy_scale_include (&self->value.scale, 0);
}

SyChart *
sy_chart_new_latency (const SyChartWords *words,
                      const SyChartTurns *turns)
{
  SyChart *self = sy_chart_new (words, _("Response time over time"),
                                turns->has_service
                                ? _("Bands from the median (p50) to the 99th percentile (p99)."
                                    " Whole lines: response time, from when a request should have"
                                    " been sent. Dotted: handling time, from when it was.")
                                : _("Bands from the median (p50) to the 99th percentile (p99) of"
                                    " the requests in each slice of time. Lower is better."),
                                _("Server"));

  set_time_axis (self, turns);
  set_latency_axis (self, turns);
  self->has_failures = TRUE;
  if (turns->has_service)
    add_curves (self, turns, latency_curves, G_N_ELEMENTS (latency_curves));
  else
    add_curves (self, turns, response_curves, G_N_ELEMENTS (response_curves));
  sy_chart_settle (self);
  sy_scale_round (&self->value.scale);
  sy_chart_take_sentence (self, words,
                          say_extents (turns, _("99th percentile of response time"),
                                       get_response_p99, SY_FORMAT_DURATION));

  return self;
}
