/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "core/sy-random.h"
#include "stats/sy-histogram.h"

#define N_VALUES (1u << 16)
#define N_ROUNDS 100
#define N_BATCHES 9

static gint64 values[N_VALUES];

/* Response times as they come: most near a millisecond, some a thousand times that. */
static void
draw_values (void)
{
  SyRandom random = sy_random_new (1, 0);

  for (guint i = 0; i < N_VALUES; i++)
    values[i] = (gint64) exp (log (1e6) + 1.5 * sy_random_normal (&random));
}

/* The monotonic clock's microseconds do: a batch takes tens of milliseconds. */
static double
time_record_ns (SyHistogram *histogram)
{
  gint64 start_us = g_get_monotonic_time ();

  for (guint i = 0; i < N_ROUNDS; i++)
    for (guint j = 0; j < N_VALUES; j++)
      sy_histogram_record (histogram, values[j]);

  return (double) (g_get_monotonic_time () - start_us) * 1e3 / (N_ROUNDS * (double) N_VALUES);
}

static double
time_quantile_ns (const SyHistogram *histogram)
{
  gint64 start_us = g_get_monotonic_time ();
  gint64 sum = 0;

  for (guint i = 1; i < 1000; i++)
    sum += sy_histogram_get_quantile (histogram, i / 1000.0);
  g_assert_cmpint (sum, >, 0);

  return (double) (g_get_monotonic_time () - start_us) * 1e3 / 999;
}

static double
time_codec_ms (const SyHistogram *histogram)
{
  gint64 start_us = g_get_monotonic_time ();

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *text = sy_histogram_encode (histogram);
      g_autoptr(SyHistogram) decoded = sy_histogram_decode (text, NULL);

      g_assert_cmpint (sy_histogram_get_count (decoded), ==, sy_histogram_get_count (histogram));
    }

  return (double) (g_get_monotonic_time () - start_us) / 1e3 / 10;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

int
main (void)
{
  g_autoptr(SyHistogram) histogram = sy_histogram_new_for_time ();
  double record_ns[N_BATCHES];

  draw_values ();
  for (guint i = 0; i < N_BATCHES; i++)
    record_ns[i] = time_record_ns (histogram);
  qsort (record_ns, N_BATCHES, sizeof *record_ns, compare_doubles);

  g_print ("record: %.2f ns (median of %d batches; %.2f to %.2f)\n",
           record_ns[N_BATCHES / 2], N_BATCHES, record_ns[0], record_ns[N_BATCHES - 1]);
  g_print ("quantile: %.0f ns\n", time_quantile_ns (histogram));
  g_print ("encode and decode: %.2f ms\n", time_codec_ms (histogram));

  return 0;
}
