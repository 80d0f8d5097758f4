/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-chart-data.h"

#include "chart/sy-charts.h"

static void
test_rows (void)
{
  SyChartBar bars[] = {
    { { "Event\tloop\n", 0 }, { 1.0 / 3, 0.25, 1e9 }, FALSE },
    { { "Threads", 1 }, { 0, 0, 0 }, TRUE },
  };
  g_autoptr(SyChart) chart = sy_chart_new_comparison (NULL, "Time", SY_FORMAT_DURATION, bars,
                                                      G_N_ELEMENTS (bars));
  g_autofree char *text = sy_chart_data_to_text (chart);

  g_assert_cmpstr (text, ==,
                   "Server\tTime (ns)\t95 % interval, low end (ns)\t"
                   "95 % interval, high end (ns)\n"
                   "Event loop \t0.33333333333333331\t0.25\t1000000000\n"
                   "Threads\t\t\t\n");
}

static void
test_empty (void)
{
  g_autoptr(SyChart) chart = sy_chart_new_comparison (NULL, "Requests", SY_FORMAT_RATE, NULL, 0);
  g_autofree char *text = sy_chart_data_to_text (chart);

  g_assert_true (g_str_has_prefix (text, "Server\t"));
  g_assert_true (g_str_has_suffix (text, "\n"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-data/rows/raw-values-and-units", test_rows);
  g_test_add_func ("/chart-data/empty/only-headings", test_empty);

  return g_test_run ();
}
