/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-charts.h"

#include "samples.h"

static const SyChartServer servers[] = { { "Event loop", 0 }, { "Threads", 1 } };

/* Two servers over three loads, at round places. */
static SyChart *
create_sweep (void)
{
  const SyChartSweepPoint points[] = {
    { 0, 1, { 100, 90, 110 }, 0, FALSE }, { 0, 10, { 200, 190, 210 }, 0, FALSE },
    { 0, 100, { 300, 290, 310 }, 2, FALSE },
    { 1, 2, { 1000, 990, 1010 }, 0, FALSE }, { 1, 90, { 900, 890, 910 }, 0, TRUE },
  };

  return sy_chart_new_sweep (NULL, SY_SWEEP_CONNECTIONS, "Requests per second", SY_FORMAT_RATE,
                             servers, G_N_ELEMENTS (servers), points, G_N_ELEMENTS (points));
}

static void
assert_says (const SyChart  *chart,
             const SyCursor *cursor,
             const char     *expected)
{
  g_autofree char *text = sy_chart_describe (chart, cursor);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_keyboard (void)
{
  g_autoptr(SyChart) chart = create_sweep ();
  SyCursor cursor;

  g_assert_true (sy_chart_enter (chart, &cursor));
  assert_says (chart, &cursor, "Event loop, 1: 100/s; 95 % interval 90/s to 110/s");
  g_assert_false (sy_chart_move (chart, &cursor, SY_MOVE_PREVIOUS));
  g_assert_true (sy_chart_move (chart, &cursor, SY_MOVE_NEXT));
  assert_says (chart, &cursor, "Event loop, 10: 200/s; 95 % interval 190/s to 210/s");
  g_assert_true (sy_chart_move (chart, &cursor, SY_MOVE_LAST));
  assert_says (chart, &cursor,
               "Event loop, 100: 300/s; 95 % interval 290/s to 310/s; 2 requests failed");
  g_assert_false (sy_chart_move (chart, &cursor, SY_MOVE_NEXT));
  g_assert_true (sy_chart_move (chart, &cursor, SY_MOVE_NEXT_SERIES));
  assert_says (chart, &cursor, "Threads, 90: not measured");
  g_assert_false (sy_chart_move (chart, &cursor, SY_MOVE_NEXT_SERIES));
  g_assert_true (sy_chart_move (chart, &cursor, SY_MOVE_FIRST));
  assert_says (chart, &cursor, "Threads, 2: 1.00 k/s; 95 % interval 990/s to 1.01 k/s");
  g_assert_true (sy_chart_move (chart, &cursor, SY_MOVE_PREVIOUS_SERIES));
  assert_says (chart, &cursor, "Event loop, 1: 100/s; 95 % interval 90/s to 110/s");
}

static void
test_rows (void)
{
  const SyChartBar bars[] = {
    { servers[0], { 10, 9, 11 }, FALSE }, { servers[1], { 0 }, TRUE },
  };
  g_autoptr(SyChart) chart = sy_chart_new_comparison (NULL, "Requests", SY_FORMAT_COUNT, bars, 2);
  SyCursor cursor;

  g_assert_true (sy_chart_enter (chart, &cursor));
  assert_says (chart, &cursor, "Event loop: 10; 95 % interval 9 to 11");
  g_assert_true (sy_chart_move (chart, &cursor, SY_MOVE_NEXT));
  assert_says (chart, &cursor, "Threads: not measured");
  g_assert_false (sy_chart_move (chart, &cursor, SY_MOVE_LAST));
  g_assert_true (sy_chart_move (chart, &cursor, SY_MOVE_FIRST));
  g_assert_cmpuint (cursor.series, ==, 0);
}

/* Along a row from dot to dot, and on into the next row. */
static void
test_along_a_strip (void)
{
  g_autoptr(SyChart) chart = samples[12].make (SAMPLE_FULL);
  SyCursor cursor;

  g_assert_true (sy_chart_enter (chart, &cursor));
  assert_says (chart, &cursor, "Performance: Capital Numbers: Python; its own text says Node.js");
  for (guint i = 0; i < 4; i++)
    g_assert_true (sy_chart_move (chart, &cursor, SY_MOVE_NEXT));
  assert_says (chart, &cursor, "Performance: Measured here: 1.25×");
  g_assert_true (sy_chart_move (chart, &cursor, SY_MOVE_NEXT));
  g_assert_cmpuint (cursor.series, ==, 1);
  g_assert_true (sy_chart_move (chart, &cursor, SY_MOVE_PREVIOUS));
  g_assert_cmpuint (cursor.series, ==, 0);
  g_assert_cmpuint (cursor.point, ==, 4);
  g_assert_true (sy_chart_move (chart, &cursor, SY_MOVE_LAST));
  assert_says (chart, &cursor, "APIs: no verdict");
}

static void
test_pages (void)
{
  g_autoptr(SyChart) chart = sample_long_run (1000, FALSE);
  SyCursor cursor = { 0, 950 };

  g_assert_true (sy_chart_move (chart, &cursor, SY_MOVE_PAGE_PREVIOUS));
  g_assert_cmpuint (cursor.point, ==, 850);
  g_assert_true (sy_chart_move (chart, &cursor, SY_MOVE_PAGE_NEXT));
  g_assert_true (sy_chart_move (chart, &cursor, SY_MOVE_PAGE_NEXT));
  g_assert_cmpuint (cursor.point, ==, 999);
  g_assert_false (sy_chart_move (chart, &cursor, SY_MOVE_PAGE_NEXT));
}

/* A cursor kept from another chart begins anew. */
static void
test_stale (void)
{
  g_autoptr(SyChart) chart = create_sweep ();
  SyCursor cursor = { 7, 1234 };

  assert_says (chart, &cursor, "");
  g_assert_true (sy_chart_move (chart, &cursor, SY_MOVE_NEXT));
  g_assert_cmpuint (cursor.series, ==, 0);
  g_assert_cmpuint (cursor.point, ==, 0);
}

static void
test_nothing (void)
{
  SyLook look = sy_look_new (SY_THEME_LIGHT);
  cairo_rectangle_t area = { 0, 0, 400, 300 };

  for (guint i = 0; i < N_SAMPLES; i++)
    {
      g_autoptr(SyChart) chart = samples[i].make (SAMPLE_EMPTY);
      SyCursor cursor = { 0, 0 };

      g_assert_false (sy_chart_find (chart, &area, &look, 200, 150, &cursor));
      g_assert_false (sy_chart_move (chart, &cursor, SY_MOVE_NEXT));
    }
}

/* The points of a run of two, one at each end of the axis. */
static void
test_nearest (void)
{
  g_autoptr(SyChart) chart = create_sweep ();
  SyLook look = sy_look_new (SY_THEME_LIGHT);
  cairo_rectangle_t area = { 100, 50, 800, 400 };
  SyCursor cursor;

  g_assert_true (sy_chart_find (chart, &area, &look, 100, 450, &cursor));
  assert_says (chart, &cursor, "Event loop, 1: 100/s; 95 % interval 90/s to 110/s");
  g_assert_true (sy_chart_find (chart, &area, &look, 300, 100, &cursor));
  assert_says (chart, &cursor, "Threads, 2: 1.00 k/s; 95 % interval 990/s to 1.01 k/s");
  /* Where a value is missing, the nearest one there is. */
  g_assert_true (sy_chart_find (chart, &area, &look, 900, 450, &cursor));
  g_assert_cmpuint (cursor.series, ==, 0);
  g_assert_cmpuint (cursor.point, ==, 2);
}

static void
test_nearest_row (void)
{
  g_autoptr(SyChart) chart = samples[7].make (SAMPLE_FULL);
  SyLook look = sy_look_new (SY_THEME_LIGHT);
  cairo_rectangle_t area = { 0, 0, 800, 400 };
  SyCursor cursor;

  g_assert_cmpstr (samples[7].name, ==, "ratio");
  g_assert_true (sy_chart_find (chart, &area, &look, 10, 120, &cursor));
  g_assert_cmpuint (cursor.series, ==, 0);
  g_assert_true (sy_chart_find (chart, &area, &look, 790, 380, &cursor));
  g_assert_cmpuint (cursor.series, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cursor/strip/from-dot-to-dot", test_along_a_strip);
  g_test_add_func ("/cursor/keyboard", test_keyboard);
  g_test_add_func ("/cursor/rows", test_rows);
  g_test_add_func ("/cursor/pages", test_pages);
  g_test_add_func ("/cursor/stale-one-begins-anew", test_stale);
  g_test_add_func ("/cursor/nothing-to-point-at", test_nothing);
  g_test_add_func ("/cursor/nearest", test_nearest);
  g_test_add_func ("/cursor/nearest-row", test_nearest_row);

  return g_test_run ();
}
