/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-charts.h"

#include <string.h>

#include "samples.h"

typedef struct
{
  const char *sample;
  const char *sentence;
  guint       n_columns;
  guint       n_rows;
} Said;

static const Said said[] = {
  { "throughput", "Requests per second: Event loop 10.", 4, 86 },
  { "latency", "99th percentile of response time: Event loop 7.", 4, 172 },
  { "spectrum", "Response time: Event loop p50 6.0", 3, 280 },
  { "comparison",
    "Requests per second: Event loop 10.4 k/s (10.2 k/s to 10.7 k/s); Threads with a lock "
    "8.21 k/s (7.65 k/s to 8.80 k/s).", 4, 2 },
  { "ratio",
    "Event loop relative to Threads with a lock: Requests per second, mostly waiting 1.27× "
    "(1.19× to 1.36×);", 4, 4 },
  { "sweep",
    "Requests per second: Event loop at most 10.9 k/s (at 256); Threads with a lock at most "
    "8.21 k/s (at 64).", 6, 12 },
  { "density", "How late the event loop is: Event loop most often about", 3, 0 },
  { "strips", "Where the articles stand: Performance: disputed; Syntax: 4 for Python;", 2, 7 },
  { "exceedance", "Waiting for the interpreter lock: Threads with a lock most often about", 3, 0 },
};

static SyChart *
make (const char *name,
      SampleKind  kind)
{
  for (guint i = 0; i < N_SAMPLES; i++)
    if (g_str_equal (samples[i].name, name))
      return samples[i].make (kind);

  g_assert_not_reached ();
}

static void
test_sentence (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autoptr(SyChart) chart = make (said[i].sample, SAMPLE_FULL);
      const char *sentence = sy_chart_get_sentence (chart);

      if (!g_str_has_prefix (sentence, said[i].sentence))
        g_assert_cmpstr (sentence, ==, said[i].sentence);
      g_assert_true (g_str_has_suffix (sentence, "."));
    }
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autoptr(SyChart) chart = make (said[i].sample, SAMPLE_FULL);
      g_autoptr(SyTable) table = sy_chart_make_table (chart);

      g_assert_cmpuint (sy_table_count_columns (table), ==, said[i].n_columns);
      if (said[i].n_rows > 0)
        g_assert_cmpuint (sy_table_count_rows (table), ==, said[i].n_rows);
      else
        g_assert_cmpuint (sy_table_count_rows (table), >, 20);
    }
}

static void
test_cells (void)
{
  g_autoptr(SyChart) chart = make ("comparison", SAMPLE_FULL);
  g_autoptr(SyTable) table = sy_chart_make_table (chart);

  g_assert_cmpstr (sy_table_get_column (table, 0)->name, ==, "Server");
  g_assert_true (sy_table_get_column (table, 0)->is_text);
  g_assert_cmpstr (sy_table_get_column (table, 1)->name, ==, "Requests per second");
  g_assert_cmpstr (sy_table_get_column (table, 1)->unit, ==, "1/s");
  g_assert_cmpstr (sy_table_get_column (table, 2)->name, ==, "95 % interval, low end");
  g_assert_cmpstr (sy_table_get_cell (table, 1, 0)->text, ==, "Threads with a lock");
  g_assert_cmpstr (sy_table_get_cell (table, 1, 1)->text, ==, "8.21 k/s");
  g_assert_cmpfloat (sy_table_get_cell (table, 1, 1)->value, ==, 8205);
  g_assert_cmpfloat (sy_table_get_cell (table, 1, 3)->value, ==, 8804);
}

/* What could not be measured is absent: no 0 takes its place. */
static void
test_missing (void)
{
  g_autoptr(SyChart) chart = make ("comparison", SAMPLE_MISSING);
  g_autoptr(SyTable) table = sy_chart_make_table (chart);

  for (guint column = 1; column < sy_table_count_columns (table); column++)
    {
      g_assert_cmpstr (sy_table_get_cell (table, 1, column)->text, ==, "");
      g_assert_false (sy_table_get_cell (table, 1, column)->has_value);
    }
  g_assert_nonnull (strstr (sy_chart_get_sentence (chart), "Threads with a lock not measured"));
}

static void
test_empty (void)
{
  for (guint i = 0; i < N_SAMPLES; i++)
    {
      g_autoptr(SyChart) empty = samples[i].make (SAMPLE_EMPTY);
      g_autoptr(SyChart) full = samples[i].make (SAMPLE_FULL);
      g_autoptr(SyTable) table = sy_chart_make_table (empty);

      g_assert_true (sy_chart_is_empty (empty));
      g_assert_false (sy_chart_is_empty (full));
      g_assert_cmpuint (sy_table_count_rows (table), ==, 0);
      g_assert_nonnull (strstr (sy_chart_get_sentence (empty), "nothing was measured"));
    }
}

/* Who judged is not the chart. */
static void
test_finding (void)
{
  SyChartWords words = { "Mostly waiting", "Below", "The event loop is ahead." };
  SyChartBar bar = { { "Event loop", 0 }, { 2, 1, 3 }, FALSE };
  g_autoptr(SyChart) chart = sy_chart_new_comparison (&words, "Requests per second",
                                                      SY_FORMAT_RATE, &bar, 1);

  g_assert_cmpstr (sy_chart_get_title (chart), ==, "Mostly waiting");
  g_assert_cmpstr (sy_chart_get_subtitle (chart), ==, "Below");
  g_assert_cmpstr (sy_chart_get_sentence (chart), ==, "The event loop is ahead.");
}

typedef struct
{
  SyFormat    format;
  double      value;
  const char *text;
} Formatted;

static const Formatted values[] = {
  { SY_FORMAT_DURATION, 7.72e6, "7.72 ms" }, { SY_FORMAT_RATE, 10449, "10.4 k/s" },
  { SY_FORMAT_COUNT, 64, "64" },             { SY_FORMAT_SIZE, 2048, "2.05 kB" },
  { SY_FORMAT_SECONDS, 3.2, "3.20 s" },      { SY_FORMAT_SECONDS, 75, "75.0 s" },
  { SY_FORMAT_SECONDS, 185, "3:05" },        { SY_FORMAT_QUANTILE, 0.5, "50 %" },
  { SY_FORMAT_QUANTILE, 0.999, "99.9 %" },   { SY_FORMAT_QUANTILE, 0.9999, "99.99 %" },
  { SY_FORMAT_QUANTILE, 0, "0 %" },          { SY_FORMAT_SHARE, 0.31, "31 %" },
  { SY_FORMAT_SHARE, 0.0012, "0.12 %" },     { SY_FORMAT_SHARE, 0, "0 %" },
  { SY_FORMAT_PERCENT, 0.07, "7 %" },        { SY_FORMAT_PERCENT, 0.29, "29 %" },
  { SY_FORMAT_RATIO, 1.274, "1.27×" },       { SY_FORMAT_RATIO, 12.34, "12.3×" },
};

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = sy_format_value (values[i].format, values[i].value);

      g_assert_cmpstr (text, ==, values[i].text);
    }
}

static SyHistogram *
create_histogram (gint64 value,
                  gint64 n)
{
  SyHistogram *histogram = sy_histogram_new_for_time ();

  for (gint64 i = 0; i < n; i++)
    sy_histogram_record (histogram, value);

  return histogram;
}

/* A quantile is that of each turn, and their geometric mean: all turns together would have another
 * median, that of the longest turn.  What one turn cannot tell, none can.
 */
static void
test_spectrum_is_of_turns (void)
{
  g_autoptr(SyHistogram) quick = create_histogram (2000000, 50000);
  g_autoptr(SyHistogram) slow = create_histogram (8000000, 400);
  const SyHistogram *turns[] = { quick, slow };
  SyChartSpectrum spectrum = { { "Event loop", 0 }, turns, NULL, G_N_ELEMENTS (turns) };
  g_autoptr(SyChart) chart = sy_chart_new_spectrum (NULL, &spectrum, 1);
  g_autoptr(SyTable) table = sy_chart_make_table (chart);
  guint last = sy_table_count_rows (table) - 1;

  g_assert_cmpstr (sy_chart_get_sentence (chart), ==, "Response time: Event loop p50 4.00 ms.");
  for (guint row = 0; row <= last; row++)
    g_assert_cmpfloat_with_epsilon (sy_table_get_cell (table, row, 2)->value, 4e6, 1e4);
  g_assert_cmpfloat (sy_table_get_cell (table, last, 1)->value, <=, 0.95);
}

static void
test_circumstances (void)
{
  SyChartWords words = { .title = "Lag", .circumstances = "8 clients" };
  g_autoptr(SyChart) chart = sy_chart_new_spectrum (&words, NULL, 0);

  g_assert_cmpstr (sy_chart_get_title (chart), ==, "Lag · 8 clients");
}

/* In little width the words around take more lines, and every row as much as before. */
static void
test_height_of_rows (void)
{
  g_autoptr(SyChart) few = make ("strips", SAMPLE_SINGLE);
  g_autoptr(SyChart) more = make ("strips", SAMPLE_ALIKE);
  g_autoptr(SyChart) empty = make ("strips", SAMPLE_EMPTY);
  g_autoptr(SyChart) lines = make ("latency", SAMPLE_FULL);
  SyLook look = sy_look_new (SY_THEME_LIGHT);
  double height = sy_chart_measure_rows (more, 800, &look);

  g_assert_cmpfloat (sy_chart_measure_rows (few, 800, &look), <, height);
  g_assert_cmpfloat (sy_chart_measure_rows (more, 320, &look), >, height);
  g_assert_cmpfloat (sy_chart_measure_rows (empty, 800, &look), ==, 0);
  g_assert_cmpfloat (sy_chart_measure_rows (lines, 800, &look), ==, 0);
  look.font_scale = 2;
  g_assert_cmpfloat (sy_chart_measure_rows (more, 800, &look), >, 1.5 * height);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/sentence", test_sentence);
  g_test_add_func ("/chart/table/shape", test_table);
  g_test_add_func ("/chart/table/cells", test_cells);
  g_test_add_func ("/chart/missing-is-absent", test_missing);
  g_test_add_func ("/chart/empty-says-so", test_empty);
  g_test_add_func ("/chart/words-go-first", test_finding);
  g_test_add_func ("/format/values", test_values);
  g_test_add_func ("/chart/spectrum/is-a-mean-of-turns", test_spectrum_is_of_turns);
  g_test_add_func ("/chart/rows/take-height", test_height_of_rows);
  g_test_add_func ("/chart/title/ends-with-circumstances", test_circumstances);

  return g_test_run ();
}
