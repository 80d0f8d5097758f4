/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-charts.h"
#include "core/sy-clock.h"

#include <string.h>

static const cairo_rectangle_t area = { 0, 0, 800, 450 };

static void
add_life (SyTrace *trace,
          guint    lane,
          gint64   sent_us,
          gint64   queued_us,
          gint64   computing_us)
{
  gint64 ended_us = sent_us + queued_us + computing_us + 10;

  sy_trace_add_request (trace, lane, sent_us * SY_NS_PER_US, ended_us * SY_NS_PER_US);
  sy_trace_add_span (trace, SY_SPAN_QUEUED, queued_us * SY_NS_PER_US);
  sy_trace_add_span (trace, SY_SPAN_COMPUTING, computing_us * SY_NS_PER_US);
  sy_trace_add_span (trace, SY_SPAN_SENDING, 10 * SY_NS_PER_US);
}

/* Two requests: on a loop the second waits for the first. */
static SyTrace *
make_trace (gboolean is_loop)
{
  SyTrace *trace = sy_trace_new_empty ();

  add_life (trace, 0, 0, 100, 400);
  add_life (trace, is_loop ? 0 : 1, 50, is_loop ? 460 : 50, 500);

  return trace;
}

static SyChart *
make_chart (void)
{
  g_autoptr(SyTrace) loop = make_trace (TRUE);
  g_autoptr(SyTrace) threads = make_trace (FALSE);
  const SyChartArchitecture sides[] = {
    { "Event loop", 0, TRUE, loop },
    { "Threads", 1, FALSE, threads },
  };

  return sy_chart_new_architecture (NULL, sides, G_N_ELEMENTS (sides));
}

static void
test_says_slowest_first (void)
{
  g_autoptr(SyChart) chart = make_chart ();

  g_assert_cmpstr (sy_chart_get_sentence (chart), ==,
                   "Event loop: the slowest of 2 requests took 970 µs, 500 µs of it computing; "
                   "Threads: the slowest of 2 requests took 560 µs, 500 µs of it computing.");
}

static void
test_table_has_every_life (void)
{
  g_autoptr(SyChart) chart = make_chart ();
  g_autoptr(SyTable) table = sy_chart_make_table (chart);

  g_assert_cmpuint (sy_table_count_rows (table), ==, 4);
  g_assert_cmpuint (sy_table_count_columns (table), ==, 3);
  g_assert_cmpstr (sy_table_get_cell (table, 1, 0)->text, ==, "Event loop");
  g_assert_cmpstr (sy_table_get_cell (table, 1, 2)->text, ==,
                   "answered after 970 µs: queued 460 µs, computing 500 µs, "
                   "being answered 10.0 µs");
}

static void
test_keyboard (void)
{
  g_autoptr(SyChart) chart = make_chart ();
  g_autofree char *text = NULL;
  SyCursor cursor;

  g_assert_true (sy_chart_enter (chart, &cursor));
  g_assert_true (sy_chart_move (chart, &cursor, SY_MOVE_NEXT));
  g_assert_false (sy_chart_move (chart, &cursor, SY_MOVE_NEXT));
  g_assert_true (sy_chart_move (chart, &cursor, SY_MOVE_NEXT_SERIES));
  text = sy_chart_describe (chart, &cursor);
  g_assert_true (g_str_has_prefix (text, "Threads, 50.0 µs: answered after 560 µs: "));
}

/* Walks down a column of pixels and tells which requests are met there, in order. */
static char *
walk_down (const SyChart *chart,
           const SyLook  *look,
           double         x)
{
  GString *met = g_string_new (NULL);
  SyCursor last = { G_MAXUINT, G_MAXUINT };

  for (double y = 0; y < area.height; y++)
    {
      SyCursor cursor;

      if (!sy_chart_find (chart, &area, look, x, y, &cursor)
          || (cursor.series == last.series && cursor.point == last.point))
        continue;
      last = cursor;
      g_string_append_printf (met, "%u.%u ", cursor.series, cursor.point);
    }

  return g_string_free (met, FALSE);
}

/* Near the beginning the first request is on the loop; below are both rows. */
static void
test_pointer (void)
{
  g_autoptr(SyChart) chart = make_chart ();
  SyLook look = sy_look_new (SY_THEME_LIGHT);
  g_autofree char *loop = walk_down (chart, &look, 60);
  g_autofree char *threads = walk_down (chart, &look, 460);
  SyCursor cursor;

  g_assert_cmpstr (loop, ==, "0.0 0.1 ");
  g_assert_cmpstr (threads, ==, "1.0 1.1 ");
  g_assert_false (sy_chart_find (chart, &area, &look, -5, 300, &cursor));
}

static void
test_pointer_from_right_to_left (void)
{
  g_autoptr(SyChart) chart = make_chart ();
  SyLook look = sy_look_new (SY_THEME_LIGHT);
  g_autofree char *left = NULL;

  look.is_rtl = TRUE;
  left = walk_down (chart, &look, 60);
  g_assert_cmpstr (left, ==, "1.0 1.1 ");
}

/* What has not happened yet cannot be pointed at. */
static void
test_moment (void)
{
  g_autoptr(SyChart) chart = make_chart ();
  SyLook look = sy_look_new (SY_THEME_LIGHT);
  SyMoment moment = { 20 * SY_NS_PER_US };
  g_autofree char *loop = NULL;

  look.moment = &moment;
  loop = walk_down (chart, &look, 60);
  g_assert_cmpstr (loop, ==, "0.0 ");
  g_assert_cmpfloat (sy_chart_get_duration_ns (chart), ==, 1020 * SY_NS_PER_US);
}

static guint
count_colours (const SyChart           *chart,
               const SyLook            *look,
               const cairo_rectangle_t *where)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) where->width,
                                                         (int) where->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(GHashTable) colours = g_hash_table_new (NULL, NULL);
  const guint32 *pixels;

  sy_chart_draw (chart, cr, where, look);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (surface);
  for (guint i = 0; i < (guint) (where->width * where->height); i++)
    g_hash_table_add (colours, GUINT_TO_POINTER (pixels[i] & 0xffffff));
  cairo_surface_destroy (surface);

  return g_hash_table_size (colours);
}

/* In every theme, size and direction, at any moment, with and without a cursor. */
static void
test_draws_everywhere (void)
{
  static const cairo_rectangle_t areas[] = { { 0, 0, 800, 450 }, { 0, 0, 320, 200 } };
  g_autoptr(SyChart) chart = make_chart ();
  const SyCursor cursor = { 1, 1 };
  const SyMoment moment = { 300 * SY_NS_PER_US };

  for (guint i = 0; i < SY_N_THEMES * 8; i++)
    {
      SyLook look = sy_look_new (i / 8);

      look.is_rtl = (i & 1) != 0;
      look.cursor = (i & 2) != 0 ? &cursor : NULL;
      look.moment = (i & 4) != 0 ? &moment : NULL;
      for (guint a = 0; a < G_N_ELEMENTS (areas); a++)
        g_assert_cmpuint (count_colours (chart, &look, &areas[a]), >, 8);
    }
}

static void
test_empty (void)
{
  const SyChartArchitecture sides[] = { { "Event loop", 0, TRUE, NULL } };
  g_autoptr(SyChart) chart = sy_chart_new_architecture (NULL, sides, 1);
  SyLook look = sy_look_new (SY_THEME_LIGHT);
  SyCursor cursor;

  g_assert_true (sy_chart_is_empty (chart));
  g_assert_cmpstr (sy_chart_get_sentence (chart), ==, "No requests were recorded here.");
  g_assert_cmpfloat (sy_chart_get_duration_ns (chart), ==, 0);
  g_assert_false (sy_chart_find (chart, &area, &look, 60, 300, &cursor));
  g_assert_cmpuint (count_colours (chart, &look, &area), >, 1);
}

static void
test_one_side (void)
{
  g_autoptr(SyTrace) trace = make_trace (TRUE);
  const SyChartArchitecture side = { "Event loop", 0, TRUE, trace };
  g_autoptr(SyChart) chart = sy_chart_new_architecture (NULL, &side, 1);
  SyLook look = sy_look_new (SY_THEME_PRINT);

  g_assert_true (g_str_has_suffix (sy_chart_get_sentence (chart), "computing."));
  g_assert_cmpuint (count_colours (chart, &look, &area), >, 8);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/architecture/says-slowest-first", test_says_slowest_first);
  g_test_add_func ("/architecture/table-has-every-life", test_table_has_every_life);
  g_test_add_func ("/architecture/keyboard", test_keyboard);
  g_test_add_func ("/architecture/pointer", test_pointer);
  g_test_add_func ("/architecture/pointer/from-right-to-left", test_pointer_from_right_to_left);
  g_test_add_func ("/architecture/moment", test_moment);
  g_test_add_func ("/architecture/draws-everywhere", test_draws_everywhere);
  g_test_add_func ("/architecture/empty", test_empty);
  g_test_add_func ("/architecture/one-side", test_one_side);
  return g_test_run ();
}
