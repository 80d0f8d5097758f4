/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample-run.h"

#include "core/sy-clock.h"
#include "lab/sy-run-store.h"

/* Times that differ and have a tail. */
static SyHistogram *
make_histogram (guint n_times)
{
  SyHistogram *histogram = sy_histogram_new_for_time ();

  for (guint i = 0; i < n_times; i++)
    sy_histogram_record (histogram, 50 * SY_NS_PER_US * (1 + i * i));

  return histogram;
}

static void
add_slice (SyTrial *trial,
           guint    n_completed)
{
  SySlice slice = {
    .start_ns = trial->slices->len * 100 * SY_NS_PER_MS,
    .duration_ns = 100 * SY_NS_PER_MS - n_completed,
    .n_completed = n_completed,
    .n_failed = 1,
    .has_quantiles = n_completed > 0,
  };

  if (slice.has_quantiles)
    {
      slice.response_p50_ns = 5 * SY_NS_PER_MS;
      slice.response_p90_ns = 6 * SY_NS_PER_MS;
      slice.response_p99_ns = 7 * SY_NS_PER_MS + 1;
      slice.service_p50_ns = 1;
      slice.service_p90_ns = 2;
      slice.service_p99_ns = G_GINT64_CONSTANT (3600000000001);
    }

  g_array_append_val (trial->slices, slice);
}

static SyTrial *
make_trial (guint n_completed)
{
  SyTrial *trial = sy_trial_new (4);

  trial->window_ns = 800 * SY_NS_PER_MS + 17;
  trial->n_completed = n_completed;
  trial->n_failed[SY_FAILURE_TIME_OUT] = 2;
  trial->n_failed[SY_FAILURE_WRONG_CHECK] = 1;
  trial->n_unfinished = 3;
  trial->n_sent = n_completed + 6;
  trial->n_completed_in_window = n_completed + 1;
  g_clear_pointer (&trial->response, sy_histogram_free);
  trial->response = make_histogram (n_completed);
  g_clear_pointer (&trial->service, sy_histogram_free);
  trial->service = make_histogram (n_completed);
  sy_histogram_record (trial->lateness, 12345);
  g_array_index (trial->per_connection, guint64, 0) = n_completed;
  g_array_index (trial->per_connection, guint64, 3) = 1;
  trial->backlog_begin = 1;
  trial->backlog_end = 9;
  trial->cpu_ns = 123456789;
  add_slice (trial, n_completed);
  add_slice (trial, 0);

  return trial;
}

static SyTurn *
make_turn (guint round,
           guint arm)
{
  SyTurn *turn = sy_turn_new ();

  turn->round = round;
  turn->arm = arm;
  turn->started_at_ns = (round * 2 + arm) * SY_NS_PER_S;
  turn->duration_ns = SY_NS_PER_S;
  turn->trial = make_trial (40 + 10 * arm + round);
  turn->process_cpu_ns = 900 * SY_NS_PER_MS;
  turn->scheduling.voluntary_switches = 77;
  turn->scheduling.involuntary_switches = 5;
  turn->stats.n_requests = 60;
  turn->stats.n_accepted = 4;
  turn->stats.n_refused = 1;

  return turn;
}

static void
add_loop (SyTurn *turn)
{
  turn->has_server_cpu = TRUE;
  turn->server_cpu_ns = 640 * SY_NS_PER_MS;
  turn->stats.has_loop = TRUE;
  turn->stats.loop_lag = make_histogram (30);
  turn->stats.loop_busy_ns = 700 * SY_NS_PER_MS;
}

static void
add_lock (SyTurn *turn)
{
  turn->scheduling.has_run_queue = TRUE;
  turn->scheduling.run_queue_ns = 31415;
  turn->stats.has_lock = TRUE;
  turn->stats.lock_takes = 180;
  turn->stats.lock_contended_takes = 30;
  turn->stats.lock_time_outs = 2;
  turn->stats.lock_waited = make_histogram (30);
  turn->stats.lock_held = make_histogram (180);
  turn->has_machine = TRUE;
  turn->steal_ns = 10 * SY_NS_PER_MS;
  turn->softirq_ns = 20 * SY_NS_PER_MS;
}

/* Two requests on one lane, the second queued while the first computes. */
static SyTrace *
make_trace (void)
{
  SyTrace *trace = sy_trace_new_empty ();

  sy_trace_add_request (trace, 0, 0, 340 * SY_NS_PER_US);
  sy_trace_add_span (trace, SY_SPAN_QUEUED, 20 * SY_NS_PER_US);
  sy_trace_add_span (trace, SY_SPAN_RECEIVING, 30 * SY_NS_PER_US);
  sy_trace_add_span (trace, SY_SPAN_COMPUTING, 100 * SY_NS_PER_US);
  sy_trace_add_span (trace, SY_SPAN_WAITING, 150 * SY_NS_PER_US);
  sy_trace_add_span (trace, SY_SPAN_LOCK, 10 * SY_NS_PER_US);
  sy_trace_add_span (trace, SY_SPAN_SENDING, 25 * SY_NS_PER_US);
  sy_trace_add_request (trace, 0, 30 * SY_NS_PER_US, 220 * SY_NS_PER_US);
  sy_trace_add_span (trace, SY_SPAN_QUEUED, 130 * SY_NS_PER_US);
  sy_trace_add_span (trace, SY_SPAN_SENDING, 40 * SY_NS_PER_US + 7);

  return trace;
}

static SyTurn *
make_voided_turn (guint round,
                  guint arm)
{
  SyTurn *turn = make_turn (round, arm);

  turn->is_voided = TRUE;
  turn->void_reason = g_strdup ("steal");

  return turn;
}

static SyPhasePlan
make_phase_plan (const char *scene,
                 const char *workload,
                 SyLoadKind  load)
{
  SyPhasePlan plan = sy_phase_plan_default ();
  g_autoptr(GError) error = NULL;

  g_free (plan.scene);
  plan.scene = g_strdup (scene);
  sy_workload_parse (workload, &plan.workload, &error);
  g_assert_no_error (error);
  plan.load = load;
  plan.n_connections = 4;
  plan.n_rounds = 2;

  return plan;
}

static void
fill_plan (SyPlan *plan)
{
  g_auto(SyPhasePlan) closed = make_phase_plan ("waiting", "w5,c2", SY_LOAD_CLOSED);
  g_auto(SyPhasePlan) open = make_phase_plan ("waiting", "w5,c2", SY_LOAD_OPEN_POISSON);
  g_auto(SyPhasePlan) split = make_phase_plan ("custom", "b512:63+c2000:1", SY_LOAD_OPEN_CONSTANT);
  g_autoptr(GError) error = NULL;

  plan->seed = G_MAXUINT64;
  plan->n_loops = 2;
  sy_plan_add_arm (plan, "event-loop", &error);
  g_assert_no_error (error);
  sy_plan_add_arm (plan, "lock-threaded", &error);
  g_assert_no_error (error);

  split.placement = SY_PLACEMENT_SPLIT;
  split.is_sensitivity = TRUE;
  split.rate_per_s = 250.5;
  split.think_time_ns = 3 * SY_NS_PER_MS;
  closed.has_looks = TRUE;
  sy_plan_add_phase (plan, &closed);
  sy_plan_add_phase (plan, &open);
  sy_plan_add_phase (plan, &split);
}

static SyPhase *
add_phase (SyRun *run)
{
  SyPhase *phase = sy_phase_new (&g_array_index (run->plan->phases, SyPhasePlan,
                                                 run->phases->len));

  g_ptr_array_add (run->phases, phase);

  return phase;
}

static void
fill_phases (SyRun *run)
{
  SyPhase *closed = add_phase (run);
  SyPhase *open = add_phase (run);
  SyTurn *loop_turn = make_turn (0, 0);
  SyTurn *lock_turn = make_turn (0, 1);

  add_loop (loop_turn);
  add_lock (lock_turn);
  loop_turn->trace = make_trace ();
  g_ptr_array_add (closed->turns, loop_turn);
  g_ptr_array_add (closed->turns, make_voided_turn (0, 1));
  g_ptr_array_add (closed->turns, lock_turn);
  g_ptr_array_add (closed->turns, make_turn (1, 1));

  open->plan.rate_per_s = 1000.0 / 3;
  open->problem = g_strdup ("the server “lock-threaded” went away: \\o/");
}

SyRun *
sample_run_new (void)
{
  SyRun *run = sy_run_new_bare ();

  run->id = g_strdup ("2026-11-21T10-15-02Z-3f2a");
  run->started = g_date_time_new_utc (2026, 11, 21, 10, 15, 2);
  run->name = g_strdup ("before \"the\" change");
  run->note = g_strdup ("two lines\nand a µ");
  run->is_complete = FALSE;
  sy_environment_add (run->environment, "version", "0.1.0");
  sy_environment_add (run->environment, "cpu", "Made Up 3000");
  sy_environment_add (run->environment, "a_later_fact", "kept");
  fill_plan (run->plan);
  fill_phases (run);

  return run;
}

char *
sample_run_to_text (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  gsize length;

  return sy_run_to_json (run, &length);
}
