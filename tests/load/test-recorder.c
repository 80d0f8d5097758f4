/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-recorder.h"

#include "core/sy-clock.h"

#define SETTLE_NS (200 * SY_NS_PER_MS)
#define WINDOW_NS (800 * SY_NS_PER_MS)
#define N_CONNECTIONS 2

/* The trials of these tests begin at this time, and nothing in them looks at a clock. */
#define START_NS (1000 * SY_NS_PER_S)

static const SyTrialPlan plan = {
  .kind = SY_LOAD_CLOSED,
  .settle_ns = SETTLE_NS,
  .window_ns = WINDOW_NS,
};

static SyRecorder *
start (void)
{
  SyRecorder *recorder = sy_recorder_new (&plan, N_CONNECTIONS);

  sy_recorder_start (recorder, START_NS);

  return recorder;
}

static void
complete (SyRecorder *recorder,
          gint64      intended_ns,
          gint64      sent_ns,
          gint64      completed_ns)
{
  SyConnection connection = {
    .index = 1,
    .intended_at_ns = START_NS + intended_ns,
    .sent_at_ns = START_NS + sent_ns,
  };

  sy_recorder_add_sent (recorder, START_NS + intended_ns, 0);
  sy_recorder_advance (recorder, START_NS + completed_ns, 0);
  sy_recorder_add_completed (recorder, &connection, START_NS + completed_ns);
}

static SyTrial *
finish (SyRecorder *recorder)
{
  gint64 end_at_ns = START_NS + SETTLE_NS + WINDOW_NS;

  sy_recorder_advance (recorder, end_at_ns, 0);

  return sy_recorder_finish (recorder, end_at_ns, FALSE);
}

/* Latency counts what was intended in the window, throughput what was completed in it. */
static void
test_cohort (void)
{
  SyRecorder *recorder = start ();
  g_autoptr(SyTrial) trial = NULL;

  complete (recorder, SETTLE_NS - 2, SETTLE_NS - 2, SETTLE_NS - 1);
  complete (recorder, SETTLE_NS - 1, SETTLE_NS - 1, SETTLE_NS);
  complete (recorder, SETTLE_NS, SETTLE_NS + 5, SETTLE_NS + 12);
  complete (recorder, SETTLE_NS + WINDOW_NS - 1, SETTLE_NS + WINDOW_NS - 1,
            SETTLE_NS + WINDOW_NS);
  complete (recorder, SETTLE_NS + WINDOW_NS, SETTLE_NS + WINDOW_NS, SETTLE_NS + WINDOW_NS + 1);
  trial = finish (recorder);

  g_assert_cmpuint (trial->n_sent, ==, 2);
  g_assert_cmpuint (trial->n_completed, ==, 2);
  g_assert_cmpuint (trial->n_completed_in_window, ==, 2);
  g_assert_cmpuint (g_array_index (trial->per_connection, guint64, 1), ==, 2);
  g_assert_cmpint (sy_histogram_get_max (trial->response), ==, 12);
  g_assert_cmpint (sy_histogram_get_max (trial->service), ==, 7);
}

static void
test_unfinished (void)
{
  SyRecorder *recorder = start ();
  g_autoptr(SyTrial) trial = NULL;

  sy_recorder_add_sent (recorder, START_NS, 0);
  sy_recorder_add_sent (recorder, START_NS + SETTLE_NS, 9);
  sy_recorder_add_unfinished (recorder, START_NS);
  sy_recorder_add_unfinished (recorder, START_NS + SETTLE_NS);
  sy_recorder_add_unsent (recorder, START_NS + SETTLE_NS + 1);
  trial = finish (recorder);

  g_assert_cmpuint (trial->n_sent, ==, 2);
  g_assert_cmpuint (trial->n_unfinished, ==, 2);
  g_assert_cmpint (sy_histogram_get_count (trial->lateness), ==, 1);
  g_assert_cmpint (sy_histogram_get_max (trial->lateness), ==, 9);
}

static void
test_failed (void)
{
  SyRecorder *recorder = start ();
  SyConnection connection = { .intended_at_ns = START_NS + SETTLE_NS };
  g_autoptr(SyTrial) trial = NULL;

  connection.problem.failure = SY_FAILURE_STATUS;
  sy_recorder_add_sent (recorder, connection.intended_at_ns, 0);
  sy_recorder_add_failed (recorder, &connection);
  trial = finish (recorder);

  g_assert_cmpuint (trial->n_failed[SY_FAILURE_STATUS], ==, 1);
  g_assert_cmpuint (trial->n_completed, ==, 0);
  g_assert_cmpuint (g_array_index (trial->slices, SySlice, 0).n_failed, ==, 1);
}

/* However late it is looked at: slices that were slept through are there, and empty. */
static void
test_slices (void)
{
  SyRecorder *recorder = start ();
  g_autoptr(SyTrial) trial = NULL;

  complete (recorder, 0, 0, 10 * SY_NS_PER_MS);
  complete (recorder, 0, 0, 350 * SY_NS_PER_MS);
  trial = finish (recorder);

  g_assert_cmpuint (trial->slices->len, ==, 10);
  for (guint i = 0; i < trial->slices->len; i++)
    {
      const SySlice *slice = &g_array_index (trial->slices, SySlice, i);

      g_assert_cmpint (slice->start_ns, ==, i * 100 * SY_NS_PER_MS);
      g_assert_cmpint (slice->duration_ns, ==, 100 * SY_NS_PER_MS);
      g_assert_cmpuint (slice->n_completed, ==, i == 0 || i == 3);
      g_assert_cmpint (slice->has_quantiles, ==, i == 0 || i == 3);
    }
}

static void
test_cut_short (void)
{
  SyRecorder *recorder = start ();
  gint64 now_ns = START_NS + SETTLE_NS + 50 * SY_NS_PER_MS;
  g_autoptr(SyTrial) trial = NULL;

  sy_recorder_advance (recorder, now_ns, 0);
  trial = sy_recorder_finish (recorder, now_ns, TRUE);

  g_assert_true (trial->is_cancelled);
  g_assert_cmpint (trial->window_ns, ==, 50 * SY_NS_PER_MS);
  g_assert_cmpuint (trial->slices->len, ==, 3);
}

static void
test_cut_short_while_settling (void)
{
  SyRecorder *recorder = start ();
  g_autoptr(SyTrial) trial = sy_recorder_finish (recorder, START_NS + SY_NS_PER_MS, TRUE);

  g_assert_true (trial->is_cancelled);
  g_assert_cmpint (trial->window_ns, ==, 0);
  g_assert_cmpuint (trial->slices->len, ==, 1);
}

/* Of 1,000 arrivals so many wait when the window begins, in its middle, and when it ends. */
static gboolean
is_overloaded (guint n_begin,
               guint n_middle,
               guint n_end)
{
  SyRecorder *recorder = start ();
  gint64 begin_at_ns = START_NS + SETTLE_NS;
  g_autoptr(SyTrial) trial = NULL;

  for (guint i = 0; i < 1000; i++)
    sy_recorder_add_unsent (recorder, begin_at_ns);
  sy_recorder_advance (recorder, begin_at_ns, n_begin);
  sy_recorder_advance (recorder, begin_at_ns + WINDOW_NS / 2, n_middle);
  sy_recorder_advance (recorder, begin_at_ns + WINDOW_NS, n_end);
  trial = sy_recorder_finish (recorder, begin_at_ns + WINDOW_NS, FALSE);

  g_assert_cmpuint (trial->backlog_begin, ==, n_begin);
  g_assert_cmpuint (trial->backlog_end, ==, n_end);

  return trial->is_overloaded;
}

static void
test_overloaded (void)
{
  g_assert_true (is_overloaded (0, 100, 200));
  g_assert_true (is_overloaded (500, 530, 560));
}

static void
test_not_overloaded (void)
{
  g_assert_false (is_overloaded (0, 0, 0));
  /* A twentieth of the arrivals and no more. */
  g_assert_false (is_overloaded (0, 25, 50));
  /* Long, but no longer than it was. */
  g_assert_false (is_overloaded (500, 500, 500));
  /* A stall that was made up for, one just before the end, one just before the beginning. */
  g_assert_false (is_overloaded (0, 400, 0));
  g_assert_false (is_overloaded (0, 0, 400));
  g_assert_false (is_overloaded (400, 0, 0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recorder/cohort/by-intended-time", test_cohort);
  g_test_add_func ("/recorder/cohort/unfinished", test_unfinished);
  g_test_add_func ("/recorder/cohort/failed", test_failed);
  g_test_add_func ("/recorder/slices/none-missing", test_slices);
  g_test_add_func ("/recorder/cut-short/in-window", test_cut_short);
  g_test_add_func ("/recorder/cut-short/while-settling", test_cut_short_while_settling);
  g_test_add_func ("/recorder/backlog/grows", test_overloaded);
  g_test_add_func ("/recorder/backlog/does-not-grow", test_not_overloaded);

  return g_test_run ();
}
