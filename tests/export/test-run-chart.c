/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-run-chart.h"

#include <string.h>

#include "sample-run.h"

static SyChart *
make (const SyRun *run,
      const char  *kind,
      guint        phase)
{
  g_autoptr(SyAnalysis) analysis = sy_analysis_new (run);

  return sy_run_chart_new (sy_run_chart_kind_find (kind), run, analysis, phase);
}

static void
test_every_kind_has_every_phase (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  guint n_kinds;
  const SyRunChartKind *kinds = sy_run_chart_kinds_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint phase = 0; phase < run->phases->len; phase++)
      {
        g_autoptr(SyChart) chart = make (run, kinds[i].name, phase);

        g_test_message ("%s %u", kinds[i].name, phase);
        g_assert_cmpstr (sy_chart_get_title (chart), !=, "");
        g_assert_cmpstr (sy_chart_get_sentence (chart), !=, "");
      }
}

static void
test_title_says_what_was_measured (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  g_autoptr(SyChart) chart = make (run, "capacity", 0);

  g_assert_cmpstr (sy_chart_get_title (chart), ==,
                   "Requests per second · Mostly waiting · 4 clients");
}

/* Too few turns for a verdict are no reason to compare a server with itself. */
static void
test_no_verdict_names_both (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  g_autoptr(SyChart) chart = make (run, "ratio", 0);

  g_assert_true (sy_chart_is_empty (chart));
  g_assert_cmpstr (sy_chart_get_title (chart), ==, "Event loop relative to Threads with one lock");
}

/* The value in a row of the chart's table, which is 0 for text. */
static double
get_value (const SyTable *table,
           guint          row,
           guint          column)
{
  return sy_table_get_cell (table, row, column)->value;
}

static void
test_bars_are_the_analysis (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  g_autoptr(SyAnalysis) analysis = sy_analysis_new (run);
  g_autoptr(SyChart) chart = make (run, "capacity", 0);
  g_autoptr(SyTable) table = sy_chart_make_table (chart);

  g_assert_cmpuint (sy_table_count_rows (table), ==, 2);
  for (guint arm = 0; arm < 2; arm++)
    g_assert_cmpfloat (get_value (table, arm, 1), ==,
                       sy_analysis_get_result (analysis, 0, arm)->requests_per_s.interval.value);
}

static void
test_overloaded_is_not_measured (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  SyPhase *phase = run->phases->pdata[0];

  for (guint i = 0; i < phase->turns->len; i++)
    ((SyTurn *) phase->turns->pdata[i])->trial->is_overloaded = TRUE;

  {
    g_autoptr(SyChart) spectrum = make (run, "spectrum", 0);
    g_autoptr(SyChart) capacity = make (run, "capacity", 0);

    g_assert_true (sy_chart_is_empty (spectrum));
    g_assert_false (sy_chart_is_empty (capacity));
  }
}

/* Four slices a server's turn were measured in all; those of the voided turn do not count. */
static void
test_voided_turns_are_left_out (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  g_autoptr(SyChart) chart = make (run, "throughput", 0);
  g_autoptr(SyTable) table = sy_chart_make_table (chart);
  guint n_slices = 0;

  for (guint row = 0; row < sy_table_count_rows (table); row++)
    for (guint i = 0; i < sy_table_count_columns (table); i++)
      n_slices += g_str_has_suffix (sy_table_get_column (table, i)->name, "per second")
                  && sy_table_get_cell (table, row, i)->has_value;
  g_assert_cmpuint (n_slices, ==, 3 * 2);
}

static void
test_mechanism_of_those_that_have_it (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  g_autoptr(SyChart) lag = make (run, "loop-lag", 0);
  g_autoptr(SyChart) wait = make (run, "lock-wait", 0);

  g_assert_nonnull (strstr (sy_chart_get_sentence (lag), "Event loop"));
  g_assert_null (strstr (sy_chart_get_sentence (lag), "Threads"));
  g_assert_nonnull (strstr (sy_chart_get_sentence (wait), "Threads"));
}

static void
test_phase_is_chosen (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  const SyRunChartKind *capacity = sy_run_chart_kind_find ("capacity");
  const SyRunChartKind *spectrum = sy_run_chart_kind_find ("spectrum");

  g_assert_cmpint (sy_run_chart_choose_phase (capacity, run, NULL), ==, 0);
  g_assert_cmpint (sy_run_chart_choose_phase (spectrum, run, "waiting"), ==, 1);
  g_assert_cmpint (sy_run_chart_choose_phase (capacity, run, "computing"), ==, -1);
}

/* The first phase is of clients, the second of arrivals, without histograms of the mechanisms; and
 * there is none to make a sweep with.
 */
static void
test_fits (void)
{
  static const struct
  {
    const char *kind;
    gboolean    fits[2];
  } cases[] = {
    { "capacity", { TRUE, FALSE } },
    { "response-time", { FALSE, TRUE } },
    { "spectrum", { TRUE, TRUE } },
    { "sweep", { FALSE, FALSE } },
    { "loop-lag", { TRUE, FALSE } },
  };
  g_autoptr(SyRun) run = sample_run_new ();
  g_autoptr(SyAnalysis) analysis = sy_analysis_new (run);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint phase = 0; phase < 2; phase++)
      if (sy_run_chart_kind_fits (sy_run_chart_kind_find (cases[i].kind), run, analysis, phase)
          != cases[i].fits[phase])
        g_test_fail_printf ("%s of phase %u", cases[i].kind, phase);
}

static void
test_open_load_explains (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  g_autoptr(SyChart) chart = make (run, "capacity", 1);

  g_assert_nonnull (strstr (sy_chart_get_subtitle (chart), "not how many could have been"));
}

/* The two rows are of two metrics, so each says which. */
static void
test_ratio_rows (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  g_autoptr(SyAnalysis) analysis = sy_analysis_new (run);
  g_autoptr(SyChart) chart = make (run, "ratio", 0);
  g_autoptr(SyTable) table = sy_chart_make_table (chart);

  g_assert_cmpuint (sy_table_count_rows (table), ==, analysis->verdicts->len);
  for (guint row = 0; row < sy_table_count_rows (table); row++)
    g_assert_nonnull (strstr (sy_table_get_cell (table, row, 0)->text, "Mostly waiting"));
}

static void
test_unknown_kind (void)
{
  g_assert_null (sy_run_chart_kind_find ("pie"));
}

int
main (int   n_arguments,
      char *arguments[])
{
  g_test_init (&n_arguments, &arguments, NULL);
  g_test_add_func ("/run-chart/kinds/every-one-draws-every-phase",
                   test_every_kind_has_every_phase);
  g_test_add_func ("/run-chart/kinds/there-is-no-pie", test_unknown_kind);
  g_test_add_func ("/run-chart/kinds/fit-where-they-say-something", test_fits);
  g_test_add_func ("/run-chart/open-load/says-what-it-is-not", test_open_load_explains);
  g_test_add_func ("/run-chart/ratio/names-its-rows", test_ratio_rows);
  g_test_add_func ("/run-chart/ratio/names-both-without-a-verdict", test_no_verdict_names_both);
  g_test_add_func ("/run-chart/title/says-what-was-measured", test_title_says_what_was_measured);
  g_test_add_func ("/run-chart/bars/are-the-analysis", test_bars_are_the_analysis);
  g_test_add_func ("/run-chart/overloaded/is-not-measured", test_overloaded_is_not_measured);
  g_test_add_func ("/run-chart/voided-turns/are-left-out", test_voided_turns_are_left_out);
  g_test_add_func ("/run-chart/mechanism/of-those-that-have-it",
                   test_mechanism_of_those_that_have_it);
  g_test_add_func ("/run-chart/phase/is-chosen", test_phase_is_chosen);

  return g_test_run ();
}
