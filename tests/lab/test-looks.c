/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-looks.h"

#include "core/sy-clock.h"
#include "lab-fixture.h"
#include "lab/sy-analysis.h"
#include "lab/sy-disturbance.h"
#include "lab/sy-experiment.h"

static SyPlan *
make_plan (void)
{
  SyPlan *plan = sy_plan_new ();
  g_auto(SyPhasePlan) phase = sy_phase_plan_default ();

  g_assert_true (sy_plan_add_arm (plan, "event-loop", NULL));
  g_assert_true (sy_plan_add_arm (plan, "lock-threaded", NULL));
  g_assert_true (sy_workload_parse ("c1,b64", &phase.workload, NULL));
  phase.n_connections = 8;
  phase.n_rounds = sy_looks[SY_N_LOOKS - 1];
  phase.has_looks = TRUE;
  phase.settle_ns = 0;
  phase.window_ns = 20 * SY_NS_PER_MS;
  plan->pilot_ns = 0;
  sy_plan_add_phase (plan, &phase);

  return plan;
}

static void
test_clear_verdict_decides (void)
{
  g_autoptr(SyRun) clear = lab_fixture_run ("event-loop", "lock-threaded", NULL);
  g_autoptr(SyRun) close = lab_fixture_run ("event-loop", "lock-threaded", NULL);
  g_autoptr(SyAnalysis) clear_analysis = NULL;
  g_autoptr(SyAnalysis) close_analysis = NULL;

  lab_fixture_add_pairs (clear, 8, 1.8, 0.05, 1);
  lab_fixture_add_pairs (close, 8, 1.1, 0.15, 1);
  clear_analysis = sy_analysis_new (clear);
  close_analysis = sy_analysis_new (close);

  g_assert_true (sy_analysis_is_decided (clear_analysis, 0));
  g_assert_false (sy_analysis_is_decided (close_analysis, 0));
  g_assert_false (sy_analysis_is_decided (clear_analysis, 1));
}

static void
test_looks_widen_intervals (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", "lock-threaded", NULL);
  g_autoptr(SyAnalysis) once = NULL;
  g_autoptr(SyAnalysis) looked_at = NULL;
  const SyVerdict *once_verdict;
  const SyVerdict *looked_at_verdict;

  lab_fixture_add_pairs (run, 8, 1.8, 0.05, 1);
  once = sy_analysis_new (run);
  ((SyPhase *) run->phases->pdata[0])->plan.has_looks = TRUE;
  looked_at = sy_analysis_new (run);
  once_verdict = sy_analysis_get_verdict (once, 0, 0, 1);
  looked_at_verdict = sy_analysis_get_verdict (looked_at, 0, 0, 1);

  g_assert_cmpfloat (looked_at_verdict->confidence, >, once_verdict->confidence);
  g_assert_cmpfloat (looked_at_verdict->comparison.ratio.low, <,
                     once_verdict->comparison.ratio.low);
}

/* Whatever the machine makes of it: it ends at a look, and what was spared was not planned. */
static void
test_phase_ends_at_a_look (void)
{
  g_autoptr(SyPlan) plan = make_plan ();
  g_autoptr(SyRun) run = NULL;
  g_autoptr(SyAnalysis) analysis = NULL;
  const SyPhase *phase;

  run = sy_experiment_run (plan, NULL, NULL, NULL, NULL);
  analysis = sy_analysis_new (run);
  phase = run->phases->pdata[0];

  g_assert_true (sy_looks_are_due (phase->plan.n_rounds));
  g_assert_cmpuint (phase->turns->len - sy_phase_has_voided_turn (phase), ==,
                    2 * phase->plan.n_rounds);
  if (phase->plan.n_rounds < sy_looks[SY_N_LOOKS - 1])
    g_assert_true (sy_analysis_is_decided (analysis, 0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/looks/verdict/clear-one-decides", test_clear_verdict_decides);
  g_test_add_func ("/looks/intervals/are-wider", test_looks_widen_intervals);
  g_test_add_func ("/looks/phase/ends-at-one", test_phase_ends_at_a_look);

  return g_test_run ();
}
