/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-chart-private.h"
#include "chart/sy-say.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How many points there are from one nine to the next. */
#define POINTS_PER_NINE 40
#define MAX_POINTS (9 * POINTS_PER_NINE)

/* The point at two nines. */
#define P99 (2 * POINTS_PER_NINE)

/*
 * Quantiles are those of each turn, and what is shown is their geometric mean over the turns; they
 * are never taken of all turns together, for one disturbed turn would make the tail of all.
 */

/**
 * Quantiles:
 * @n: how many of the points every turn can tell
 * @median: over the turns; it lies between two of the points
 * @extents: of each point over the turns
 */
typedef struct
{
  guint    n;
  SyExtent median;
  SyExtent extents[MAX_POINTS];
} Quantiles;

static double
get_quantile (guint point)
{
  return 1 - pow (10, -(double) point / POINTS_PER_NINE);
}

static guint
count_points (const SyHistogram *histogram)
{
  guint n = 0;

  if (sy_histogram_get_count (histogram) == 0)
    return 0;

  while (n < MAX_POINTS && (n == 0 || sy_histogram_can_tell (histogram, get_quantile (n))))
    n++;

  return n;
}

/* One walk over the histogram, for a quantile on its own takes a walk each.  A quantile needs at
 * least that share of all values at or below it.
 */
static void
add_turn (Quantiles         *self,
          const SyHistogram *histogram)
{
  double n = (double) sy_histogram_get_count (histogram);
  double cumulated = 0;
  guint position = 0;
  gint64 value = 0;
  gint64 count = 0;
  guint i = 0;

  self->n = MIN (self->n, count_points (histogram));
  sy_extent_include (&self->median, (double) sy_histogram_get_quantile (histogram, 0.5));
  while (sy_histogram_next (histogram, &position, &value, &count))
    {
      cumulated += (double) count;
      for (; i < self->n && get_quantile (i) * n <= cumulated; i++)
        sy_extent_include (&self->extents[i], fmax (1, (double) value));
    }
}

static Quantiles *
collect (const SyHistogram *const *turns,
         guint                     n_turns)
{
  Quantiles *self = g_new0 (Quantiles, 1);

  self->n = turns != NULL && n_turns > 0 ? MAX_POINTS : 0;
  for (guint i = 0; turns != NULL && i < n_turns; i++)
    add_turn (self, turns[i]);

  return self;
}

static double
get_mean (const SyExtent *extent)
{
  return exp (extent->sum_of_logs / extent->n);
}

/* Between the least and the largest of the turns. */
static void
add_band (SyChart             *self,
          const SyChartServer *server,
          const Quantiles     *quantiles)
{
  SySeries *upper = sy_chart_take_shade (self, sy_series_new (server->name, server->style));
  SySeries *lower = sy_chart_take_shade (self, sy_series_new (server->name, server->style));

  for (guint i = 0; i < quantiles->n; i++)
    {
      sy_series_add (upper, get_quantile (i), quantiles->extents[i].high);
      sy_series_add (lower, get_quantile (i), quantiles->extents[i].low);
      sy_scale_include (&self->value.scale, quantiles->extents[i].high);
      sy_scale_include (&self->value.scale, quantiles->extents[i].low);
    }
  sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_band, .series = upper,
                                        .other = lower, .is_faint = TRUE });
}

static void
add_line (SyChart             *self,
          const SyChartServer *server,
          const char          *name,
          const Quantiles     *quantiles,
          gboolean             is_companion)
{
  SySeries *series = sy_chart_take_series (self, sy_series_new (name, server->style));

  for (guint i = 0; i < quantiles->n; i++)
    sy_series_add (series, get_quantile (i), get_mean (&quantiles->extents[i]));
  sy_chart_add_entry (self, name, server->style, is_companion, SY_ENTRY_EVERYWHERE);
  sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_line, .series = series,
                                        .is_companion = is_companion });
}

static void
include_extremes (const Quantiles *quantiles,
                  double          *low,
                  double          *high)
{
  if (quantiles->n == 0)
    return;

  *low = fmin (*low, quantiles->extents[0].low);
  *high = fmax (*high, quantiles->extents[quantiles->n - 1].high);
}

/* By server: its response times, then its handling times. */
static GPtrArray *
collect_all (const SyChartSpectrum *spectra,
             guint                  n_spectra)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_spectra; i++)
    {
      g_ptr_array_add (all, collect (spectra[i].response, spectra[i].n_turns));
      g_ptr_array_add (all, collect (spectra[i].service, spectra[i].n_turns));
    }

  return all;
}

static void
set_time_scale (SyChart   *self,
                GPtrArray *quantiles)
{
  double low = INFINITY;
  double high = 0;

  for (guint i = 0; i < quantiles->len; i++)
    include_extremes (quantiles->pdata[i], &low, &high);
  sy_chart_set_value (self, _("Time per request"), SY_FORMAT_DURATION,
                      sy_chart_choose_kind (low, high));
  sy_scale_include (&self->value.scale, 0);
}

static void
add_server (SyChart             *self,
            const SyChartServer *server,
            const Quantiles     *response,
            const Quantiles     *service,
            gboolean             has_service)
{
  /* Translators: a server's name; its response and its handling time */
  g_autofree char *response_name = g_strdup_printf (_("%s, response"), server->name);
  g_autofree char *service_name = g_strdup_printf (_("%s, handling"), server->name);

  if (response->n > 0)
    add_band (self, server, response);
  if (response->n > 0)
    add_line (self, server, has_service ? response_name : server->name, response, FALSE);
  if (service->n > 0)
    add_line (self, server, service_name, service, TRUE);
}

static void
say_server (const SyChartServer *server,
            const Quantiles     *response,
            GPtrArray           *parts)
{
  g_autofree char *p50 = NULL;
  g_autofree char *p99 = NULL;

  if (response->n == 0)
    {
      sy_say_missing (server->name, parts);
      return;
    }

  p50 = sy_format_value (SY_FORMAT_DURATION, get_mean (&response->median));
  if (response->n <= P99)
    {
      /* Translators: a server and its median */
      g_ptr_array_add (parts, g_strdup_printf (_("%s p50 %s"), server->name, p50));
      return;
    }

  p99 = sy_format_value (SY_FORMAT_DURATION, get_mean (&response->extents[P99]));
  /* Translators: a server, its median and its 99th percentile */
  g_ptr_array_add (parts, g_strdup_printf (_("%s p50 %s, p99 %s"), server->name, p50, p99));
}

static gboolean
has_any_service (const SyChartSpectrum *spectra,
                 guint                  n_spectra)
{
  for (guint i = 0; i < n_spectra; i++)
    if (spectra[i].service != NULL && spectra[i].n_turns > 0)
      return TRUE;

  return FALSE;
}

static const char *
choose_subtitle (gboolean has_service)
{
  return has_service
         ? _("How long all but the slowest requests took at most: the mean of all turns, within "
             "their range. Whole: response time, from when a request should have been sent. "
             "Dotted: handling time, from when it was.")
         : _("How long all but the slowest requests took at most: the mean of all turns, within "
             "their range. Each further nine leaves out a tenth as many. Lower is better.");
}

SyChart *
sy_chart_new_spectrum (const SyChartWords    *words,
                       const SyChartSpectrum *spectra,
                       guint                  n_spectra)
{
  gboolean has_service = has_any_service (spectra, n_spectra);
  g_autoptr(GPtrArray) quantiles = collect_all (spectra, n_spectra);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  SyChart *self = sy_chart_new (words, _("Percentiles of response time"),
                                choose_subtitle (has_service), _("Server"));

  sy_chart_set_position (self, _("Percentile of requests"), SY_FORMAT_QUANTILE, SY_SCALE_NINES);
  set_time_scale (self, quantiles);
  for (guint i = 0; i < n_spectra; i++)
    {
      const Quantiles *response = quantiles->pdata[2 * i];

      add_server (self, &spectra[i].server, response, quantiles->pdata[2 * i + 1], has_service);
      say_server (&spectra[i].server, response, parts);
    }
  sy_chart_settle (self);
  sy_scale_round (&self->value.scale);
  sy_chart_take_sentence (self, words, sy_say_sentence (_("Response time"), parts));

  return self;
}
