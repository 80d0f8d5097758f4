/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-chart-private.h"
#include "chart/sy-say.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BINS_PER_DECADE 10

/* The histograms count whole nanoseconds, and a log axis has no zero. */
#define LEAST_NS 1.0

typedef struct
{
  const char *title;
  const char *axis;
} Mechanism;

static const Mechanism mechanisms[] = {
  [SY_MECHANISM_LOOP_LAG] = { N_("How late the event loop is"), N_("Lateness") },
  [SY_MECHANISM_LOCK_WAIT] = { N_("Waiting for the interpreter lock"), N_("Waiting time") },
  [SY_MECHANISM_LOCK_HELD] = { N_("Holding the interpreter lock"), N_("Holding time") },
};

/* The share of all that is longer than each value, after the whole at the least one. */
static void
add_exceedance (SySeries          *series,
                const SyHistogram *histogram)
{
  double n = (double) sy_histogram_get_count (histogram);
  double left = n;
  guint position = 0;
  gint64 value = 0;
  gint64 count = 0;

  if (n > 0)
    sy_series_add (series, fmax (LEAST_NS, (double) sy_histogram_get_min (histogram)), 1);
  while (sy_histogram_next (histogram, &position, &value, &count))
    {
      left -= (double) count;
      if (left > 0 && value >= sy_series_get_x (series, sy_series_get_length (series) - 1))
        sy_series_add (series, (double) value, left / n);
    }
}

static int
find_bin (double value)
{
  return (int) floor (log10 (fmax (LEAST_NS, value)) * BINS_PER_DECADE);
}

static double
find_edge (int bin)
{
  return pow (10, (double) bin / BINS_PER_DECADE);
}

/* How many values there are from the bin of the least to that of the largest. */
static double *
count_bins (const SyHistogram *histogram,
            int               *first,
            int               *last)
{
  double *bins;
  guint position = 0;
  gint64 value = 0;
  gint64 count = 0;

  *first = find_bin ((double) sy_histogram_get_min (histogram));
  *last = find_bin ((double) sy_histogram_get_max (histogram));
  bins = g_new0 (double, *last - *first + 1);
  while (sy_histogram_next (histogram, &position, &value, &count))
    bins[CLAMP (find_bin ((double) value), *first, *last) - *first] += (double) count;

  return bins;
}

/* The middle of the step that is the most common. */
static double
find_mode (const SyHistogram *histogram)
{
  int first, last;
  g_autofree double *bins = count_bins (histogram, &first, &last);
  int mode = first;

  for (int i = first; i <= last; i++)
    if (bins[i - first] > bins[mode - first])
      mode = i;

  return sqrt (find_edge (mode) * find_edge (mode + 1));
}

/* Every bin is as wide as the others on a log axis, so its height is its share. */
static void
add_density (SySeries          *series,
             const SyHistogram *histogram)
{
  double n = (double) sy_histogram_get_count (histogram);
  int first, last;
  g_autofree double *bins = NULL;

  if (n <= 0)
    return;

  bins = count_bins (histogram, &first, &last);
  for (int i = first; i <= last; i++)
    sy_series_add (series, find_edge (i), bins[i - first] / n);
  sy_series_add (series, find_edge (last + 1), 0);
}

static void
add_distribution (SyChart                   *self,
                  SyDistributionForm         form,
                  const SyChartDistribution *distribution)
{
  const SyChartServer *server = &distribution->server;
  gboolean is_density = form == SY_DISTRIBUTION_DENSITY;
  SySeries *series = sy_chart_take_series (self, sy_series_new (server->name, server->style));

  if (distribution->histogram != NULL && is_density)
    add_density (series, distribution->histogram);
  else if (distribution->histogram != NULL)
    add_exceedance (series, distribution->histogram);
  sy_chart_add_entry (self, server->name, server->style, FALSE, SY_ENTRY_EVERYWHERE);
  sy_chart_add_layer (self, (SyLayer) {
    .draw = is_density ? sy_layer_draw_steps : sy_layer_draw_line,
    .series = series,
  });
}

/* Turns together have a shape, but no quantiles: those are a mean over turns, in tables. */
static void
say_distributions (SyChart                   *self,
                   const SyChartWords        *words,
                   const char                *what,
                   const SyChartDistribution *distributions,
                   guint                      n_distributions)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_distributions; i++)
    {
      const SyHistogram *histogram = distributions[i].histogram;
      const char *name = distributions[i].server.name;
      g_autofree char *most_often = NULL;
      g_autofree char *largest = NULL;

      if (histogram == NULL || sy_histogram_get_count (histogram) == 0)
        {
          sy_say_missing (name, parts);
          continue;
        }
      most_often = sy_format_value (SY_FORMAT_DURATION, find_mode (histogram));
      largest = sy_format_value (SY_FORMAT_DURATION, (double) sy_histogram_get_max (histogram));
      /* Translators: a server, its most common and its largest value */
      g_ptr_array_add (parts, g_strdup_printf (_("%s most often about %s, at most %s"), name,
                                               most_often, largest));
    }
  sy_chart_take_sentence (self, words, sy_say_sentence (what, parts));
}

SyChart *
sy_chart_new_mechanism (const SyChartWords        *words,
                        SyMechanism                mechanism,
                        SyDistributionForm         form,
                        const SyChartDistribution *distributions,
                        guint                      n_distributions)
{
  const char *title = _(mechanisms[mechanism].title);
  const char *axis = _(mechanisms[mechanism].axis);
  gboolean is_density = form == SY_DISTRIBUTION_DENSITY;
  SyChart *self = sy_chart_new (words, title,
                                is_density
                                ? _("How common each length is, in all turns together; ten steps"
                                    " from one power of ten to the next.")
                                : _("What share took longer than the time below, in all turns"
                                    " together. Each step down is a tenth as common."),
                                _("Server"));

  sy_chart_set_position (self, axis, SY_FORMAT_DURATION, SY_SCALE_LOG);
  sy_chart_set_value (self, is_density ? _("Share in each step") : _("Share that took longer"),
                      SY_FORMAT_SHARE, is_density ? SY_SCALE_LINEAR : SY_SCALE_LOG);
  /* Whatever there is, shares of all are seen against all. */
  sy_scale_include (&self->value.scale, is_density ? 0 : 1);
  sy_scale_include (&self->value.scale, 0.1);
  for (guint i = 0; i < n_distributions; i++)
    add_distribution (self, form, &distributions[i]);
  self->has_legend = is_density;
  sy_chart_settle (self);
  sy_scale_round (&self->value.scale);
  say_distributions (self, words, title, distributions, n_distributions);

  return self;
}
