/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "lab/sy-run-store.h"
#include "sample-run.h"

static SyRun *
read_text (const char *text)
{
  g_autoptr(GError) error = NULL;
  SyRun *run = sy_run_from_json (text, -1, "sample", &error);

  g_assert_no_error (error);
  g_assert_nonnull (run);

  return run;
}

static void
test_same_bytes (void)
{
  g_autofree char *first = sample_run_to_text ();
  g_autoptr(SyRun) run = read_text (first);
  g_autofree char *second = NULL;
  gsize length;

  second = sy_run_to_json (run, &length);

  g_assert_cmpstr (second, ==, first);
  g_assert_cmpuint (length, ==, strlen (first));
}

static void
test_same_head (void)
{
  g_autofree char *text = sample_run_to_text ();
  g_autoptr(SyRun) run = read_text (text);
  g_autofree char *started = g_date_time_format_iso8601 (run->started);

  g_assert_cmpstr (run->id, ==, "2026-11-21T10-15-02Z-3f2a");
  g_assert_cmpstr (started, ==, "2026-11-21T10:15:02Z");
  g_assert_cmpstr (run->name, ==, "before \"the\" change");
  g_assert_cmpstr (run->note, ==, "two lines\nand a µ");
  g_assert_false (run->is_complete);
  g_assert_cmpuint (run->phases->len, ==, 2);
}

static void
test_same_environment (void)
{
  g_autofree char *text = sample_run_to_text ();
  g_autoptr(SyRun) run = read_text (text);
  const char *key, *value;

  g_assert_cmpuint (sy_environment_count (run->environment), ==, 3);
  sy_environment_get_nth (run->environment, 2, &key, &value);
  g_assert_cmpstr (key, ==, "a_later_fact");
  g_assert_cmpstr (value, ==, "kept");
}

static void
test_same_plan (void)
{
  g_autofree char *text = sample_run_to_text ();
  g_autoptr(SyRun) run = read_text (text);
  const SyPhasePlan *open = &g_array_index (run->plan->phases, SyPhasePlan, 1);
  const SyPhasePlan *split = &g_array_index (run->plan->phases, SyPhasePlan, 2);
  const SyPhase *measured = g_ptr_array_index (run->phases, 1);
  g_autofree char *workload = sy_workload_format (&split->workload);

  g_assert_cmpuint (run->plan->seed, ==, G_MAXUINT64);
  g_assert_cmpuint (run->plan->arms->len, ==, 2);
  g_assert_cmpuint (run->plan->phases->len, ==, 3);
  g_assert_cmpstr (workload, ==, "b512:63+c2000");
  g_assert_cmpint (split->placement, ==, SY_PLACEMENT_SPLIT);
  g_assert_true (split->is_sensitivity);
  g_assert_cmpint (open->load, ==, SY_LOAD_OPEN_POISSON);
  g_assert_true (open->rate_per_s == 0);
  g_assert_true (measured->plan.rate_per_s == 1000.0 / 3);
}

static void
assert_same_histogram (const SyHistogram *a,
                       const SyHistogram *b)
{
  gint64 a_value, a_count, b_value, b_count;
  guint a_position = 0, b_position = 0;

  while (sy_histogram_next (a, &a_position, &a_value, &a_count))
    {
      g_assert_true (sy_histogram_next (b, &b_position, &b_value, &b_count));
      g_assert_cmpint (a_value, ==, b_value);
      g_assert_cmpint (a_count, ==, b_count);
    }
  g_assert_false (sy_histogram_next (b, &b_position, &b_value, &b_count));
}

static void
assert_same_trial (const SyTrial *a,
                   const SyTrial *b)
{
  g_assert_cmpint (a->window_ns, ==, b->window_ns);
  g_assert_cmpuint (a->n_sent, ==, b->n_sent);
  g_assert_cmpuint (a->n_completed, ==, b->n_completed);
  g_assert_cmpmem (a->n_failed, sizeof a->n_failed, b->n_failed, sizeof b->n_failed);
  g_assert_cmpuint (a->n_unfinished, ==, b->n_unfinished);
  g_assert_cmpuint (a->n_completed_in_window, ==, b->n_completed_in_window);
  g_assert_cmpuint (a->backlog_begin, ==, b->backlog_begin);
  g_assert_cmpuint (a->backlog_end, ==, b->backlog_end);
  g_assert_cmpint (a->cpu_ns, ==, b->cpu_ns);
  g_assert_cmpint (a->is_overloaded, ==, b->is_overloaded);
  g_assert_cmpint (a->is_cancelled, ==, b->is_cancelled);
  g_assert_cmpmem (a->per_connection->data, a->per_connection->len * sizeof (guint64),
                   b->per_connection->data, b->per_connection->len * sizeof (guint64));
  assert_same_histogram (a->response, b->response);
  assert_same_histogram (a->service, b->service);
  assert_same_histogram (a->lateness, b->lateness);
}

static void
assert_same_slices (GArray *a,
                    GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const SySlice *one = &g_array_index (a, SySlice, i);
      const SySlice *other = &g_array_index (b, SySlice, i);

      g_assert_cmpint (one->start_ns, ==, other->start_ns);
      g_assert_cmpint (one->duration_ns, ==, other->duration_ns);
      g_assert_cmpuint (one->n_completed, ==, other->n_completed);
      g_assert_cmpuint (one->n_failed, ==, other->n_failed);
      g_assert_cmpint (one->has_quantiles, ==, other->has_quantiles);
      g_assert_cmpint (one->response_p50_ns, ==, other->response_p50_ns);
      g_assert_cmpint (one->response_p90_ns, ==, other->response_p90_ns);
      g_assert_cmpint (one->response_p99_ns, ==, other->response_p99_ns);
      g_assert_cmpint (one->service_p50_ns, ==, other->service_p50_ns);
      g_assert_cmpint (one->service_p90_ns, ==, other->service_p90_ns);
      g_assert_cmpint (one->service_p99_ns, ==, other->service_p99_ns);
    }
}

static void
assert_same_stats (const SyServerStats *a,
                   const SyServerStats *b)
{
  g_assert_cmpuint (a->n_requests, ==, b->n_requests);
  g_assert_cmpuint (a->n_accepted, ==, b->n_accepted);
  g_assert_cmpuint (a->n_refused, ==, b->n_refused);
  g_assert_cmpint (a->has_loop, ==, b->has_loop);
  g_assert_cmpint (a->has_lock, ==, b->has_lock);
  g_assert_cmpint (a->loop_busy_ns, ==, b->loop_busy_ns);
  g_assert_cmpuint (a->lock_takes, ==, b->lock_takes);
  g_assert_cmpuint (a->lock_contended_takes, ==, b->lock_contended_takes);
  g_assert_cmpuint (a->lock_time_outs, ==, b->lock_time_outs);
  if (a->has_loop)
    assert_same_histogram (a->loop_lag, b->loop_lag);
  if (a->has_lock)
    {
      assert_same_histogram (a->lock_waited, b->lock_waited);
      assert_same_histogram (a->lock_held, b->lock_held);
    }
}

static void
assert_same_turn (const SyTurn *a,
                  const SyTurn *b)
{
  g_assert_cmpuint (a->round, ==, b->round);
  g_assert_cmpuint (a->arm, ==, b->arm);
  g_assert_cmpint (a->is_voided, ==, b->is_voided);
  g_assert_cmpstr (a->void_reason, ==, b->void_reason);
  g_assert_cmpint (a->started_at_ns, ==, b->started_at_ns);
  g_assert_cmpint (a->duration_ns, ==, b->duration_ns);
  g_assert_cmpint (a->has_server_cpu, ==, b->has_server_cpu);
  g_assert_cmpint (a->server_cpu_ns, ==, b->server_cpu_ns);
  g_assert_cmpint (a->process_cpu_ns, ==, b->process_cpu_ns);
  g_assert_cmpint (a->scheduling.voluntary_switches, ==, b->scheduling.voluntary_switches);
  g_assert_cmpint (a->scheduling.involuntary_switches, ==, b->scheduling.involuntary_switches);
  g_assert_cmpint (a->scheduling.has_run_queue, ==, b->scheduling.has_run_queue);
  g_assert_cmpint (a->scheduling.run_queue_ns, ==, b->scheduling.run_queue_ns);
  g_assert_cmpint (a->has_machine, ==, b->has_machine);
  g_assert_cmpint (a->steal_ns, ==, b->steal_ns);
  g_assert_cmpint (a->softirq_ns, ==, b->softirq_ns);
}

static void
test_same_figures (void)
{
  g_autofree char *text = sample_run_to_text ();
  g_autoptr(SyRun) read = read_text (text);
  g_autoptr(SyRun) made = sample_run_new ();
  const SyPhase *made_phase = g_ptr_array_index (made->phases, 0);
  const SyPhase *read_phase = g_ptr_array_index (read->phases, 0);

  g_assert_cmpuint (read_phase->turns->len, ==, made_phase->turns->len);
  for (guint i = 0; i < made_phase->turns->len; i++)
    {
      const SyTurn *a = g_ptr_array_index (made_phase->turns, i);
      const SyTurn *b = g_ptr_array_index (read_phase->turns, i);

      assert_same_turn (a, b);
      assert_same_stats (&a->stats, &b->stats);
      assert_same_trial (a->trial, b->trial);
      assert_same_slices (a->trial->slices, b->trial->slices);
    }
}

/* Each is there in one turn of the sample and not in another. */
static void
test_absent_stays_absent (void)
{
  g_autofree char *text = sample_run_to_text ();
  g_autoptr(SyRun) run = read_text (text);
  const SyPhase *phase = g_ptr_array_index (run->phases, 0);
  const SyTurn *loop = g_ptr_array_index (phase->turns, 0);
  const SyTurn *lock = g_ptr_array_index (phase->turns, 2);

  g_assert_true (loop->has_server_cpu && !lock->has_server_cpu);
  g_assert_true (loop->stats.has_loop && !lock->stats.has_loop);
  g_assert_true (lock->stats.has_lock && !loop->stats.has_lock);
  g_assert_true (lock->has_machine && !loop->has_machine);
  g_assert_true (lock->scheduling.has_run_queue && !loop->scheduling.has_run_queue);
  g_assert_null (loop->void_reason);
  g_assert_null (phase->problem);
}

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  GString *changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, old, new, 0), >, 0);

  return g_string_free (changed, FALSE);
}

static void
test_unknown_members_are_ignored (void)
{
  g_autofree char *text = sample_run_to_text ();
  g_autofree char *longer = replace (text, "\"round\":", "\"colour\": [{\"red\": 1}], \"round\":");
  g_autoptr(SyRun) run = read_text (longer);
  g_autofree char *again = NULL;
  gsize length;

  again = sy_run_to_json (run, &length);
  g_assert_cmpstr (again, ==, text);
}

static void
test_later_schema (void)
{
  g_autofree char *text = sample_run_to_text ();
  g_autofree char *later = replace (text, "\"schema_version\": 1", "\"schema_version\": 2");
  g_autoptr(GError) error = NULL;

  g_assert_null (sy_run_from_json (later, -1, "later.json", &error));
  g_assert_error (error, SY_RUN_ERROR, SY_RUN_ERROR_TOO_NEW);
  g_assert_cmpstr (error->message, ==,
                   "later.json: saved by a later version of Steelyard (schema 2, this one reads "
                   "up to 1): update Steelyard to open it");
}

static void
test_series_are_compact (void)
{
  g_autofree char *text = sample_run_to_text ();

  g_assert_nonnull (strstr (text, "\"start_ns\": [0, 100000000],\n"));
  g_assert_nonnull (strstr (text, "\"response_p99_ns\": [7000001, null],\n"));
  g_assert_nonnull (strstr (text, "\"per_connection\": [40, 0, 0, 1],\n"));
}

static void
test_new_run (void)
{
  g_autoptr(SyPlan) plan = sy_plan_new ();
  g_autoptr(SyRun) run = sy_run_new (plan);
  g_autofree char *time = g_date_time_format (run->started, "%Y-%m-%dT%H-%M-%SZ-");

  g_assert_true (g_str_has_prefix (run->id, time));
  g_assert_cmpuint (strlen (run->id), ==, strlen (time) + 4);
  g_assert_true (sy_run_is_id (run->id));
  g_assert_cmpuint (sy_environment_count (run->environment), >, 0);
  g_assert_cmpuint (run->phases->len, ==, 0);
}

static void
test_ids_are_safe (void)
{
  static const char *const unsafe[] = { "", "..", "a/b", "a.b", "ä", " ", "-\n",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" };

  g_assert_true (sy_run_is_id ("2026-11-21T10-15-02Z-3f2a"));
  for (guint i = 0; i < G_N_ELEMENTS (unsafe); i++)
    g_assert_false (sy_run_is_id (unsafe[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/run/new/is-of-here-and-now", test_new_run);
  g_test_add_func ("/run/id/is-safe-as-a-name", test_ids_are_safe);
  g_test_add_func ("/run-json/round-trip/same-bytes", test_same_bytes);
  g_test_add_func ("/run-json/round-trip/same-head", test_same_head);
  g_test_add_func ("/run-json/round-trip/same-environment", test_same_environment);
  g_test_add_func ("/run-json/round-trip/same-plan", test_same_plan);
  g_test_add_func ("/run-json/round-trip/same-figures", test_same_figures);
  g_test_add_func ("/run-json/round-trip/absent-stays-absent", test_absent_stays_absent);
  g_test_add_func ("/run-json/read/ignores-unknown-members", test_unknown_members_are_ignored);
  g_test_add_func ("/run-json/read/refuses-a-later-schema", test_later_schema);
  g_test_add_func ("/run-json/write/series-are-compact", test_series_are_compact);

  return g_test_run ();
}
