/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-experiment.h"

#include <math.h>
#include <string.h>

#include "core/sy-clock.h"
#include "lab/sy-analysis.h"
#include "lab/sy-figure.h"

static SyPlan *
make_plan (const char *mix,
           guint       n_rounds)
{
  SyPlan *plan = sy_plan_new ();
  g_auto(SyPhasePlan) phase = sy_phase_plan_default ();

  g_assert_true (sy_plan_add_arm (plan, "event-loop", NULL));
  g_assert_true (sy_plan_add_arm (plan, "lock-threaded", NULL));
  g_assert_true (sy_workload_parse (mix, &phase.workload, NULL));
  phase.n_connections = 8;
  phase.n_rounds = n_rounds;
  phase.settle_ns = 20 * SY_NS_PER_MS;
  phase.window_ns = 150 * SY_NS_PER_MS;
  plan->pilot_ns = 50 * SY_NS_PER_MS;
  sy_plan_add_phase (plan, &phase);

  return plan;
}

static SyRun *
run_plan (const SyPlan *plan)
{
  g_autoptr(GError) error = NULL;
  SyRun *run = sy_experiment_run (plan, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (run->is_complete);

  return run;
}

static const SyTurn *
get_turn (const SyRun *run,
          guint        phase,
          guint        turn)
{
  return ((const SyPhase *) run->phases->pdata[phase])->turns->pdata[turn];
}

static guint64
count_all (const SyTrial *trial)
{
  guint64 n = trial->n_completed + trial->n_unfinished;

  for (guint kind = 0; kind < SY_N_FAILURES; kind++)
    n += trial->n_failed[kind];

  return n;
}

static void
test_every_turn_is_taken (void)
{
  g_autoptr(SyPlan) plan = make_plan ("c1,b64", 3);
  g_autoptr(SyRun) run = run_plan (plan);
  const SyPhase *phase = run->phases->pdata[0];
  guint n_sound[2] = { 0 };

  g_assert_null (phase->problem);
  for (guint i = 0; i < phase->turns->len; i++)
    {
      const SyTurn *turn = get_turn (run, 0, i);

      n_sound[turn->arm] += !turn->is_voided;
      g_assert_cmpuint (turn->trial->n_completed, >, 0);
      g_assert_cmpuint (turn->trial->n_sent, ==, count_all (turn->trial));
      g_assert_cmpint (turn->server_cpu_ns, >, 0);
      g_assert_cmpuint (turn->stats.n_requests, >=, turn->trial->n_completed_in_window);
      g_assert_cmpint (turn->stats.has_loop, ==, turn->arm == 0);
      g_assert_cmpint (turn->stats.has_lock, ==, turn->arm == 1);
    }
  g_assert_cmpuint (n_sound[0], ==, 3);
  g_assert_cmpuint (n_sound[1], ==, 3);
}

static void
assert_is_followed (const SyTrace *trace)
{
  guint n_computing = 0;

  g_assert_nonnull (trace);
  g_assert_cmpuint (trace->requests->len, >, 0);
  g_assert_cmpuint (trace->requests->len, <=, SY_TRACE_MAX_REQUESTS);
  g_assert_false (sy_trace_has_overlap (trace));
  for (guint i = 0; i < trace->spans->len; i++)
    n_computing += g_array_index (trace->spans, SySpan, i).kind == SY_SPAN_COMPUTING;
  g_assert_cmpuint (n_computing, >=, 2 * trace->requests->len);
}

/* Of every server inside the process, in the first round alone. */
static void
test_some_requests_are_followed (void)
{
  g_autoptr(SyPlan) plan = make_plan ("c1,w1,c1", 2);
  g_autoptr(SyRun) run = NULL;
  const SyPhase *phase;
  guint n_arms, n_traces = 0;
  const SyArm *arms = sy_arms_get (&n_arms);

  for (guint i = 2; i < n_arms; i++)
    g_assert_true (sy_plan_add_arm (plan, arms[i].id, NULL));
  run = run_plan (plan);
  phase = run->phases->pdata[0];

  for (guint i = 0; i < phase->turns->len; i++)
    {
      const SyTurn *turn = get_turn (run, 0, i);

      if (turn->trace == NULL)
        continue;
      g_test_message ("%s: %u requests, %u lanes", arms[turn->arm].id,
                      turn->trace->requests->len, turn->trace->n_lanes);
      assert_is_followed (turn->trace);
      g_assert_false (turn->is_voided);
      n_traces++;
    }
  g_assert_cmpuint (n_traces, ==, n_arms);
}

/* However rare it is: one connection in eight computes long. */
static void
test_rarest_request_is_followed (void)
{
  g_autoptr(SyPlan) plan = make_plan ("b64:7+c500:1", 1);
  g_autoptr(SyRun) run = run_plan (plan);

  for (guint i = 0; i < 2; i++)
    {
      const SyTrace *trace = get_turn (run, 0, i)->trace;
      gint64 longest_ns = 0;

      if (trace == NULL)
        continue;
      for (guint s = 0; s < trace->requests->len; s++)
        {
          gint64 sums_ns[SY_N_SPAN_KINDS];

          sy_trace_sum_request (trace, s, sums_ns);
          longest_ns = MAX (longest_ns, sums_ns[SY_SPAN_COMPUTING]);
        }
      g_assert_cmpint (longest_ns, >, 100 * SY_NS_PER_US);
    }
}

static void
test_failing_program_is_counted (void)
{
  g_autoptr(SyPlan) plan = make_plan ("c1,b64:3+f:1", 1);
  g_autoptr(SyRun) run = run_plan (plan);
  g_autoptr(SyAnalysis) analysis = sy_analysis_new (run);
  const SyPhase *phase = run->phases->pdata[0];

  g_assert_null (phase->problem);
  g_assert_cmpuint (phase->turns->len, >=, 2);
  for (guint i = 0; i < phase->turns->len; i++)
    {
      const SyTrial *trial = get_turn (run, 0, i)->trial;

      g_assert_cmpuint (trial->n_completed, >, 0);
      g_assert_cmpuint (trial->n_failed[SY_FAILURE_STATUS], >, 0);
      g_assert_cmpuint (trial->n_sent, ==,
                        trial->n_completed + trial->n_failed[SY_FAILURE_STATUS]);
    }

  for (guint i = 0; i < analysis->warnings->len; i++)
    {
      const SyWarning *warning = analysis->warnings->pdata[i];

      if (g_str_equal (warning->code, "failures"))
        g_assert_false (warning->breaks);
    }
}

static void
test_open_load_takes_half_the_capacity (void)
{
  g_autoptr(SyPlan) plan = make_plan ("c1,b64", 1);
  g_autoptr(SyRun) run = NULL;
  g_auto(SyPhasePlan) open = g_array_index (plan->phases, SyPhasePlan, 0);
  const SyPhase *phase;
  double slowest;

  open.scene = g_strdup (open.scene);
  open.load = SY_LOAD_OPEN_POISSON;
  sy_plan_add_phase (plan, &open);
  run = run_plan (plan);
  phase = run->phases->pdata[1];
  slowest = MIN (sy_turn_get_requests_per_s (get_turn (run, 0, 0)),
                 sy_turn_get_requests_per_s (get_turn (run, 0, 1)));

  if (((const SyPhase *) run->phases->pdata[0])->turns->len == 2)
    g_assert_cmpfloat_with_epsilon (phase->plan.rate_per_s, slowest / 2, 1e-6);
  g_assert_cmpuint (get_turn (run, 1, 0)->trial->n_sent, >, 0);
}

/* What no group claims is lost, and what two claim is counted twice: over the windows the server's
 * and the generator's threads together make up the process.
 */
static void
test_groups_add_up_to_the_process (void)
{
  g_autoptr(SyPlan) plan = make_plan ("c20,b512", 6);
  g_autoptr(SyRun) run = NULL;
  const SyPhase *phase;
  double groups_ns = 0;
  double process_ns = 0;

  g_array_index (plan->phases, SyPhasePlan, 0).window_ns = 300 * SY_NS_PER_MS;
  run = run_plan (plan);
  phase = run->phases->pdata[0];
  for (guint i = 0; i < phase->turns->len; i++)
    {
      const SyTurn *turn = get_turn (run, 0, i);

      groups_ns += (double) (turn->server_cpu_ns + turn->trial->cpu_ns);
      process_ns += (double) turn->process_cpu_ns;
    }

  g_test_message ("groups %.1f ms, process %.1f ms", groups_ns / 1e6, process_ns / 1e6);
  g_assert_cmpfloat (fabs (groups_ns / process_ns - 1), <, 0.02);
}

/* A new connection is there before the server knows that the old one has gone: it is none too many,
 * however busy the server is.
 */
static void
test_reconnecting_is_not_refused (void)
{
  g_autoptr(SyPlan) plan = make_plan ("c1,b64", 1);
  g_autoptr(SyRun) run = NULL;
  const SyPhase *phase;
  guint n_arms;
  const SyArm *arms = sy_arms_get (&n_arms);

  g_ptr_array_set_size (plan->arms, 0);
  for (guint i = 0; i < n_arms; i++)
    g_ptr_array_add (plan->arms, (gpointer) &arms[i]);
  plan->reconnect_every = 1;
  run = run_plan (plan);
  phase = run->phases->pdata[0];

  g_assert_null (phase->problem);
  for (guint i = 0; i < phase->turns->len; i++)
    {
      const SyTurn *turn = get_turn (run, 0, i);

      g_test_message ("%s: %" G_GUINT64_FORMAT, arms[turn->arm].id, turn->trial->n_completed);
      g_assert_cmpuint (turn->trial->n_completed, >, 0);
      g_assert_cmpuint (turn->trial->n_completed, ==, turn->trial->n_sent);
      g_assert_cmpuint (turn->stats.n_refused, ==, 0);
    }
}

static void
count_pilot_turns (const SyProgress *progress,
                   gpointer          data)
{
  guint *n_turns = data;

  if (progress->is_pilot && progress->slice == NULL)
    n_turns[progress->arm]++;
}

/* One of ours, addressed as if somebody else had started it. */
static void
test_servers_elsewhere_are_warmed_up (void)
{
  g_autoptr(SyPlan) plan = make_plan ("c1,b64", 1);
  SyServerConfig config = sy_server_config_default ();
  g_autoptr(SyServer) server = sy_server_start (sy_arms_find ("event-loop-lean", NULL), &config,
                                                NULL);
  g_autofree char *id = g_strdup_printf ("127.0.0.1:%u", sy_server_get_port (server));
  g_autoptr(SyRun) run = NULL;
  guint n_turns[3] = { 0 };

  g_assert_true (sy_plan_add_arm (plan, id, NULL));
  run = sy_experiment_run (plan, count_pilot_turns, n_turns, NULL, NULL);

  g_assert_cmpuint (n_turns[0], ==, 1);
  g_assert_cmpuint (n_turns[1], ==, 1);
  g_assert_cmpuint (n_turns[2], >=, SY_PLAN_MIN_WARM_UPS);
  g_assert_cmpuint (n_turns[2], <=, 20);
  g_assert_true (run->is_complete);
}

static void
cancel_in_second_round (const SyProgress *progress,
                        gpointer          data)
{
  if (progress->round == 1)
    g_cancellable_cancel (data);
}

static void
test_stopping_keeps_complete_turns (void)
{
  g_autoptr(SyPlan) plan = make_plan ("c1,b64", 3);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(SyRun) run = sy_experiment_run (plan, cancel_in_second_round, cancellable, cancellable,
                                            &error);
  const SyPhase *phase;

  g_assert_no_error (error);
  g_assert_false (run->is_complete);
  phase = run->phases->pdata[0];
  g_assert_cmpuint (phase->turns->len, >=, 2);
  g_assert_cmpuint (phase->turns->len, <, 6);
  for (guint i = 0; i < phase->turns->len; i++)
    g_assert_false (get_turn (run, 0, i)->trial->is_cancelled);
}

static void
count_calls (const SyProgress *progress,
             gpointer          data)
{
  guint *n_calls = data;

  g_assert_cmpint (progress->left_ns, >=, 0);
  g_assert_cmpuint (progress->arm, <, 2);
  *n_calls += 1;
}

static void
test_progress_is_told (void)
{
  g_autoptr(SyPlan) plan = make_plan ("c1,b64", 2);
  g_autoptr(GError) error = NULL;
  guint n_calls = 0;
  g_autoptr(SyRun) run = sy_experiment_run (plan, count_calls, &n_calls, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (run);
  g_assert_cmpuint (n_calls, >=, 2 * 2 * 2);
}

static void
test_too_many_connections_is_a_problem (void)
{
  g_autoptr(SyPlan) plan = make_plan ("c1,b64", 1);
  g_autoptr(SyRun) run = NULL;
  const SyPhase *phase;

  g_array_index (plan->phases, SyPhasePlan, 0).n_connections = 100000;
  run = run_plan (plan);
  phase = run->phases->pdata[0];

  g_assert_cmpuint (phase->turns->len, ==, 0);
  g_assert_nonnull (strstr (phase->problem, "ulimit"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/experiment/turns/every-one-is-taken", test_every_turn_is_taken);
  g_test_add_func ("/experiment/trace/some-requests-are-followed",
                   test_some_requests_are_followed);
  g_test_add_func ("/experiment/trace/rarest-request-is-followed",
                   test_rarest_request_is_followed);
  g_test_add_func ("/experiment/turns/failing-program-is-counted",
                   test_failing_program_is_counted);
  g_test_add_func ("/experiment/turns/reconnecting-is-not-refused",
                   test_reconnecting_is_not_refused);
  g_test_add_func ("/experiment/pilot/servers-elsewhere-are-warmed-up",
                   test_servers_elsewhere_are_warmed_up);
  g_test_add_func ("/experiment/open-load/takes-half-the-capacity",
                   test_open_load_takes_half_the_capacity);
  g_test_add_func ("/experiment/cpu/groups-add-up-to-the-process",
                   test_groups_add_up_to_the_process);
  g_test_add_func ("/experiment/stop/keeps-complete-turns", test_stopping_keeps_complete_turns);
  g_test_add_func ("/experiment/progress/is-told", test_progress_is_told);
  g_test_add_func ("/experiment/problem/too-many-connections",
                   test_too_many_connections_is_a_problem);
  return g_test_run ();
}
