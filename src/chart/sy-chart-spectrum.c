/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-chart-private.h"
#include "chart/sy-say.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How many points there are from one nine to the next. */
#define POINTS_PER_NINE 40
#define MAX_NINES 9

/* The last quantile that can be told. */
static double
find_last_quantile (const SyHistogram *histogram)
{
  double last = 0;

  for (guint i = 1; i <= MAX_NINES * POINTS_PER_NINE; i++)
    {
      double quantile = 1 - pow (10, -(double) i / POINTS_PER_NINE);

      if (!sy_histogram_can_tell (histogram, quantile))
        break;
      last = quantile;
    }

  return last;
}

/* One walk over the histogram, for a quantile on its own takes a walk each.  A quantile needs at
 * least that share of all values at or below it.
 */
static void
add_quantiles (SySeries          *series,
               const SyHistogram *histogram)
{
  double n = (double) sy_histogram_get_count (histogram);
  double last = find_last_quantile (histogram);
  double cumulated = 0;
  guint position = 0;
  gint64 value = 0;
  gint64 count = 0;
  guint i = 0;

  if (n <= 0)
    return;

  while (sy_histogram_next (histogram, &position, &value, &count))
    {
      cumulated += (double) count;
      for (;; i++)
        {
          double quantile = 1 - pow (10, -(double) i / POINTS_PER_NINE);

          if (quantile > last || quantile * n > cumulated)
            break;
          sy_series_add (series, quantile, (double) value);
        }
    }
}

static void
add_spectrum (SyChart             *self,
              const SyChartServer *server,
              const char          *name,
              const SyHistogram   *histogram,
              gboolean             is_companion)
{
  SySeries *series;

  if (histogram == NULL)
    return;

  series = sy_chart_take_series (self, sy_series_new (name, server->style));
  add_quantiles (series, histogram);
  sy_chart_add_entry (self, name, server->style, is_companion, SY_ENTRY_EVERYWHERE);
  sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_line, .series = series,
                                        .is_companion = is_companion });
}

static gboolean
has_any_service (const SyChartSpectrum *spectra,
                 guint                  n_spectra)
{
  for (guint i = 0; i < n_spectra; i++)
    if (spectra[i].service != NULL)
      return TRUE;

  return FALSE;
}

static void
set_time_scale (SyChart               *self,
                const SyChartSpectrum *spectra,
                guint                  n_spectra)
{
  double low = INFINITY;
  double high = 0;

  for (guint i = 0; i < n_spectra; i++)
    {
      const SyHistogram *of[2] = { spectra[i].response, spectra[i].service };

      for (guint j = 0; j < G_N_ELEMENTS (of); j++)
        if (of[j] != NULL && sy_histogram_get_count (of[j]) > 0)
          {
            double last = find_last_quantile (of[j]);

            low = fmin (low, fmax (1, (double) sy_histogram_get_min (of[j])));
            high = fmax (high, (double) sy_histogram_get_quantile (of[j], last));
          }
    }
  sy_chart_set_value (self, _("Time per request"), SY_FORMAT_DURATION,
                      sy_chart_choose_kind (low, high));
  sy_scale_include (&self->value.scale, 0);
}

static void
say_spectra (SyChart               *self,
             const SyChartWords    *words,
             const SyChartSpectrum *spectra,
             guint                  n_spectra)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_spectra; i++)
    {
      const SyHistogram *histogram = spectra[i].response;

      if (histogram != NULL && sy_histogram_can_tell (histogram, 0.99))
        {
          g_autofree char *p50 = sy_format_value (SY_FORMAT_DURATION, (double)
                                                  sy_histogram_get_quantile (histogram, 0.5));
          g_autofree char *p99 = sy_format_value (SY_FORMAT_DURATION, (double)
                                                  sy_histogram_get_quantile (histogram, 0.99));

          /* Translators: a server, its median and its 99th percentile */
          g_ptr_array_add (parts, g_strdup_printf (_("%s p50 %s, p99 %s"), spectra[i].server.name,
                                                   p50, p99));
        }
      else
        sy_say_missing (spectra[i].server.name, parts);
    }
  sy_chart_take_sentence (self, words, sy_say_sentence (_("Response time"), parts));
}

SyChart *
sy_chart_new_spectrum (const SyChartWords    *words,
                       const SyChartSpectrum *spectra,
                       guint                  n_spectra)
{
  gboolean has_service = has_any_service (spectra, n_spectra);
  SyChart *self = sy_chart_new (words, _("Percentiles of response time"),
                                has_service
                                ? _("How long all but the slowest requests took at most. Whole:"
                                    " response time, from when a request should have been sent."
                                    " Dotted: handling time, from when it was.")
                                : _("How long all but the slowest requests took at most; each"
                                    " further nine leaves out a tenth as many. Lower is better."),
                                _("Server"));

  sy_chart_set_position (self, _("Percentile of requests"), SY_FORMAT_QUANTILE, SY_SCALE_NINES);
  set_time_scale (self, spectra, n_spectra);
  for (guint i = 0; i < n_spectra; i++)
    {
      const SyChartServer *server = &spectra[i].server;
      /* Translators: a server's name; its response and its handling time */
      g_autofree char *response = g_strdup_printf (_("%s, response"), server->name);
      g_autofree char *service = g_strdup_printf (_("%s, handling"), server->name);

      add_spectrum (self, server, has_service ? response : server->name, spectra[i].response,
                    FALSE);
      add_spectrum (self, server, service, spectra[i].service, TRUE);
    }
  sy_chart_settle (self);
  sy_scale_round (&self->value.scale);
  say_spectra (self, words, spectra, n_spectra);

  return self;
}
