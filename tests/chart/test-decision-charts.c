/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo.h>
#include <string.h>

#include "chart/sy-charts.h"

static const SyChartEffect effects[] = {
  { "Performance", 0.033, -0.01, 0.05 },
  { "Syntax", -0.008, 0.06, 0.02 },
};

static SyChart *
make_contributions (guint n)
{
  return sy_chart_new_contributions (NULL, effects, n);
}

static SyChart *
make_tornado (guint n)
{
  return sy_chart_new_tornado (NULL, effects, n);
}

static SyChart *
make_acceptability (guint n)
{
  static const double shares[] = { 0.52, 0.34, 0.14 };
  const SyChartRanks options[] = { { "Node.js", 0, shares }, { "Python", 1, shares } };

  return sy_chart_new_acceptability (NULL, options, n, G_N_ELEMENTS (shares));
}

static SyChart *
make_flips (guint n)
{
  static const SyChartFlip flips[] = {
    { "Building it", 0.06, 0.07, TRUE }, { "Risk", 0.1, 0, FALSE },
  };

  return sy_chart_new_flips (NULL, flips, n);
}

static const struct
{
  SyChart   *(*make) (guint n);
  const char  *sentence;
} charts[] = {
  { make_contributions, "What the lead is made of: Performance: +3.3; Syntax: −0.8." },
  { make_tornado, "What could move the lead: Performance +3.3 (−1.0 to +5.0); "
                  "Syntax −0.8 (+2.0 to +6.0)." },
  { make_acceptability, "How often each wins: Node.js: 52 %; Python: 52 %." },
  { make_flips, "What would change the answer: Building it: 7.0 % instead of 6.0 %; Risk: never." },
};

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr(SyChart) chart = charts[i].make (2);

      g_assert_cmpstr (sy_chart_get_sentence (chart), ==, charts[i].sentence);
    }
}

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr(SyChart) chart = charts[i].make (2);
      g_autoptr(SyTable) table = sy_chart_make_table (chart);

      g_assert_cmpuint (sy_table_count_rows (table), ==, 2);
    }
}

/* Nothing left to choose is no reason to fall over. */
static void
test_empty (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr(SyChart) chart = charts[i].make (0);

      g_assert_true (sy_chart_is_empty (chart));
    }
}

static guint
count_colors (SyChart *chart,
              SyTheme  theme)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 640, 320);
  cairo_t *cr = cairo_create (surface);
  SyLook look = sy_look_new (theme);
  g_autoptr(GHashTable) colors = g_hash_table_new (NULL, NULL);
  const guchar *data;
  int stride;

  sy_chart_draw (chart, cr, &(cairo_rectangle_t) { 0, 0, 640, 320 }, &look);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < 320; y++)
    for (int x = 0; x < 640; x++)
      {
        guint32 pixel;

        memcpy (&pixel, data + y * stride + 4 * x, sizeof pixel);
        g_hash_table_add (colors, GUINT_TO_POINTER (pixel & 0xffffff));
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return g_hash_table_size (colors);
}

static void
test_themes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    for (SyTheme theme = 0; theme < SY_N_THEMES; theme++)
      {
        g_autoptr(SyChart) chart = charts[i].make (2);

        g_assert_cmpuint (count_colors (chart, theme), >, 5);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decision-charts/sentence/says-the-values", test_sentences);
  g_test_add_func ("/decision-charts/table/has-the-rows", test_tables);
  g_test_add_func ("/decision-charts/empty/says-so", test_empty);
  g_test_add_func ("/decision-charts/themes/all-drawn", test_themes);

  return g_test_run ();
}
