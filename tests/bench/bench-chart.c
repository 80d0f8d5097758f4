/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo.h>
#include <stdlib.h>

#include "samples.h"

#define WIDTH 800
#define HEIGHT 400
#define N_ROUNDS 31

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* With the layout, the text and the background, as a window would have it drawn. */
static double
time_draw_ms (const SyChart *chart,
              cairo_t       *cr)
{
  SyLook look = sy_look_new (SY_THEME_LIGHT);
  cairo_rectangle_t area = { 0, 0, WIDTH, HEIGHT };
  gint64 start_us = g_get_monotonic_time ();

  sy_chart_draw (chart, cr, &area, &look);
  return (double) (g_get_monotonic_time () - start_us) / 1e3;
}

static void
report (const char    *name,
        const SyChart *chart)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double times_ms[N_ROUNDS];

  time_draw_ms (chart, cr);
  for (guint i = 0; i < N_ROUNDS; i++)
    times_ms[i] = time_draw_ms (chart, cr);
  qsort (times_ms, N_ROUNDS, sizeof *times_ms, compare_doubles);
  g_print ("%s: %.2f ms (median of %d; %.2f to %.2f)\n", name, times_ms[N_ROUNDS / 2], N_ROUNDS,
           times_ms[0], times_ms[N_ROUNDS - 1]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
report_length (guint       n_points,
               gboolean    is_rough)
{
  g_autoptr(SyChart) chart = sample_long_run (n_points, is_rough);
  g_autofree char *name = g_strdup_printf ("%u %s points", n_points, is_rough ? "rough" : "smooth");

  report (name, chart);
}

static void
report_find (void)
{
  g_autoptr(SyChart) chart = sample_long_run (1000000, TRUE);
  SyLook look = sy_look_new (SY_THEME_LIGHT);
  cairo_rectangle_t area = { 0, 0, WIDTH, HEIGHT };
  SyCursor cursor;
  double times_ms[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start_us = g_get_monotonic_time ();

      g_assert_true (sy_chart_find (chart, &area, &look, 100 + 20 * i, 60, &cursor));
      times_ms[i] = (double) (g_get_monotonic_time () - start_us) / 1e3;
    }
  qsort (times_ms, N_ROUNDS, sizeof *times_ms, compare_doubles);
  g_print ("nearest of 1000000: %.2f ms (median of %d; %.2f to %.2f)\n", times_ms[N_ROUNDS / 2],
           N_ROUNDS, times_ms[0], times_ms[N_ROUNDS - 1]);
}

int
main (void)
{
  static const guint lengths[] = { 200, 500, 1000, 2000, 20000, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      report_length (lengths[i], FALSE);
      report_length (lengths[i], TRUE);
    }
  report_find ();
  for (guint i = 0; i < N_SAMPLES; i++)
    {
      g_autoptr(SyChart) chart = samples[i].make (SAMPLE_FULL);

      report (samples[i].name, chart);
    }

  return 0;
}
