/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-analysis.h"

#include <string.h>

#include "core/sy-clock.h"
#include "lab-fixture.h"

static const SyVerdict *
get_first_verdict (const SyAnalysis *analysis)
{
  g_assert_cmpuint (analysis->verdicts->len, >, 0);

  return &g_array_index (analysis->verdicts, SyVerdict, 0);
}

static gboolean
has_warning (const SyAnalysis *analysis,
             const char       *code)
{
  for (guint i = 0; i < analysis->warnings->len; i++)
    if (g_str_equal (((const SyWarning *) analysis->warnings->pdata[i])->code, code))
      return TRUE;

  return FALSE;
}

static void
test_clear_difference_has_a_winner (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", "lock-threaded", NULL);
  g_autoptr(SyAnalysis) analysis = NULL;
  const SyVerdict *verdict;
  g_autofree char *sentence = NULL;

  lab_fixture_add_pairs (run, 8, 1.8, 0.05, 1);
  analysis = sy_analysis_new (run);
  verdict = get_first_verdict (analysis);
  sentence = sy_analysis_say_verdict (analysis, run, verdict);

  g_assert_cmpint (verdict->metric, ==, SY_METRIC_CAPACITY);
  g_assert_cmpint (verdict->comparison.winner, ==, SY_WINNER_A);
  g_assert_cmpfloat_with_epsilon (verdict->comparison.ratio.value, 1.8, 0.15);
  g_assert_cmpfloat_with_epsilon (verdict->confidence, 0.975, 1e-12);
  g_assert_nonnull (strstr (sentence, "times as many requests"));
  g_assert_nonnull (strstr (sentence, "libsoup"));
}

static void
test_small_difference_is_too_close (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", "lock-threaded", NULL);
  g_autoptr(SyAnalysis) analysis = NULL;
  const SyVerdict *verdict;
  g_autofree char *sentence = NULL;

  lab_fixture_add_pairs (run, 8, 1.1, 0.15, 1);
  analysis = sy_analysis_new (run);
  verdict = get_first_verdict (analysis);
  sentence = sy_analysis_say_verdict (analysis, run, verdict);

  g_assert_cmpint (verdict->comparison.winner, ==, SY_WINNER_TOO_CLOSE);
  g_assert_true (g_str_has_prefix (sentence, "Too close to call"));
}

static void
test_few_pairs_have_no_winner (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", "lock-threaded", NULL);
  g_autoptr(SyAnalysis) analysis = NULL;
  g_autofree char *sentence = NULL;

  lab_fixture_add_pairs (run, 7, 3, 0.01, 1);
  analysis = sy_analysis_new (run);
  sentence = sy_analysis_say_verdict (analysis, run, get_first_verdict (analysis));

  g_assert_cmpint (get_first_verdict (analysis)->comparison.winner, ==, SY_WINNER_TOO_CLOSE);
  g_assert_true (has_warning (analysis, "few-pairs"));
  g_assert_true (g_str_has_prefix (sentence, "Too few pairs for a verdict"));
}

static void
test_one_server_has_no_verdict (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", NULL);
  SyPhase *phase = lab_fixture_add_phase (run, SY_LOAD_CLOSED, 2);
  g_autoptr(SyAnalysis) analysis = NULL;
  const SyArmResult *result;

  lab_fixture_add_turn (phase, 0, 0, 1000, SY_NS_PER_MS);
  lab_fixture_add_turn (phase, 1, 0, 1000, SY_NS_PER_MS);
  analysis = sy_analysis_new (run);
  result = sy_analysis_get_result (analysis, 0, 0);

  g_assert_cmpuint (analysis->verdicts->len, ==, 0);
  g_assert_true (analysis->is_valid);
  g_assert_true (result->requests_per_s.is_present);
  g_assert_cmpfloat_with_epsilon (result->requests_per_s.interval.value, 1000, 1e-6);
  g_assert_cmpfloat_with_epsilon (result->cpu_ns_per_request.interval.value, 5e5, 1e-3);
  g_assert_cmpfloat_with_epsilon (result->jain.interval.value, 1, 1e-9);
}

static void
test_three_servers_widen_intervals (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", "lock-threaded", "multi-loop", NULL);
  SyPhase *phase = lab_fixture_add_phase (run, SY_LOAD_CLOSED, 8);
  g_autoptr(SyAnalysis) analysis = NULL;

  for (guint round = 0; round < 8; round++)
    for (guint arm = 0; arm < 3; arm++)
      lab_fixture_add_turn (phase, round, arm, 1000 + 100 * arm + round, SY_NS_PER_MS);
  analysis = sy_analysis_new (run);

  g_assert_cmpuint (analysis->verdicts->len, ==, 3);
  g_assert_cmpfloat_with_epsilon (get_first_verdict (analysis)->confidence, 1 - 0.05 / 6, 1e-12);
}

/* 16 requests a turn tell a median, and no more. */
static void
test_rare_quantiles_are_absent (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", NULL);
  SyPhase *phase = lab_fixture_add_phase (run, SY_LOAD_CLOSED, 1);
  g_autoptr(SyAnalysis) analysis = NULL;
  const SyArmResult *result;

  lab_fixture_add_turn (phase, 0, 0, 250, 5 * SY_NS_PER_MS);
  analysis = sy_analysis_new (run);
  result = sy_analysis_get_result (analysis, 0, 0);

  g_assert_true (result->response_ns[SY_QUANTILE_P50].is_present);
  g_assert_true (result->response_ns[SY_QUANTILE_P90].is_present);
  g_assert_false (result->response_ns[SY_QUANTILE_P99].is_present);
  g_assert_false (result->response_ns[SY_QUANTILE_P99_9].is_present);
}

/* 150 of 950 took longer than anybody waited: that half of all took 5 ms is still certain. */
static void
test_time_outs_count_as_long (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", NULL);
  SyPhase *phase = lab_fixture_add_phase (run, SY_LOAD_CLOSED, 1);
  SyTurn *turn = lab_fixture_add_turn (phase, 0, 0, 1000, 5 * SY_NS_PER_MS);
  g_autoptr(SyAnalysis) analysis = NULL;
  const SyArmResult *result;

  turn->trial->n_failed[SY_FAILURE_TIME_OUT] = 150;
  turn->trial->n_sent += 150;
  analysis = sy_analysis_new (run);
  result = sy_analysis_get_result (analysis, 0, 0);

  g_assert_true (result->response_ns[SY_QUANTILE_P50].is_present);
  g_assert_false (result->response_ns[SY_QUANTILE_P90].is_present);
}

static void
test_voided_turn_is_no_data (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", NULL);
  SyPhase *phase = lab_fixture_add_phase (run, SY_LOAD_CLOSED, 2);
  g_autoptr(SyAnalysis) analysis = NULL;
  SyTurn *spoilt;

  spoilt = lab_fixture_add_turn (phase, 0, 0, 10, SY_NS_PER_MS);
  spoilt->is_voided = TRUE;
  spoilt->void_reason = g_strdup ("steal");
  lab_fixture_add_turn (phase, 0, 0, 1000, SY_NS_PER_MS);
  lab_fixture_add_turn (phase, 1, 0, 1000, SY_NS_PER_MS);
  analysis = sy_analysis_new (run);

  g_assert_cmpuint (sy_analysis_get_result (analysis, 0, 0)->n_turns, ==, 2);
  g_assert_cmpfloat_with_epsilon (
    sy_analysis_get_result (analysis, 0, 0)->requests_per_s.interval.value, 1000, 1e-6);
  g_assert_true (has_warning (analysis, "voided"));
}

static void
test_overload_withholds_quantiles (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", "lock-threaded", NULL);
  SyPhase *phase = lab_fixture_add_phase (run, SY_LOAD_OPEN_POISSON, 8);
  g_autoptr(SyAnalysis) analysis = NULL;

  for (guint round = 0; round < 8; round++)
    {
      lab_fixture_add_turn (phase, round, 0, 1000, SY_NS_PER_MS);
      lab_fixture_add_turn (phase, round, 1, 900, SY_NS_PER_S)->trial->is_overloaded = TRUE;
    }
  analysis = sy_analysis_new (run);

  g_assert_cmpuint (analysis->verdicts->len, ==, 0);
  g_assert_true (has_warning (analysis, "overloaded"));
  g_assert_false (sy_analysis_get_result (analysis, 0, 1)->response_ns[0].is_present);
  g_assert_true (sy_analysis_get_result (analysis, 0, 0)->response_ns[0].is_present);
}

static void
test_failures_break_the_stamp (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", NULL);
  SyPhase *phase = lab_fixture_add_phase (run, SY_LOAD_CLOSED, 1);
  SyTurn *turn = lab_fixture_add_turn (phase, 0, 0, 1000, SY_NS_PER_MS);
  g_autoptr(SyAnalysis) analysis = NULL;

  turn->trial->n_failed[SY_FAILURE_STATUS] = 100;
  turn->trial->n_sent += 100;
  analysis = sy_analysis_new (run);

  g_assert_false (analysis->is_valid);
  g_assert_true (has_warning (analysis, "failures"));
  g_assert_cmpuint (sy_analysis_get_result (analysis, 0, 0)->n_failed[SY_FAILURE_STATUS], ==, 100);
}

static void
test_busy_generator_breaks_the_stamp (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", NULL);
  SyPhase *phase = lab_fixture_add_phase (run, SY_LOAD_CLOSED, 1);
  SyTurn *turn = lab_fixture_add_turn (phase, 0, 0, 1000, SY_NS_PER_MS);
  g_autoptr(SyAnalysis) analysis = NULL;

  turn->trial->cpu_ns = turn->trial->window_ns;
  analysis = sy_analysis_new (run);

  g_assert_false (analysis->is_valid);
  g_assert_true (has_warning (analysis, "generator-bound"));
}

static void
test_other_placement_can_disagree (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", "lock-threaded", NULL);
  g_autoptr(SyAnalysis) analysis = NULL;
  g_autofree char *sentence = NULL;

  lab_fixture_add_pairs (run, 8, 1.8, 0.02, 1);
  lab_fixture_add_pairs (run, 8, 1.0, 0.02, 2)->plan.is_sensitivity = TRUE;
  analysis = sy_analysis_new (run);
  sentence = sy_analysis_say_verdict (analysis, run, get_first_verdict (analysis));

  g_assert_true (has_warning (analysis, "depends-on-placement"));
  g_assert_nonnull (strstr (sentence, "depends on placement"));
}

static void
test_other_placement_can_agree (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", "lock-threaded", NULL);
  g_autoptr(SyAnalysis) analysis = NULL;

  lab_fixture_add_pairs (run, 8, 1.8, 0.02, 1);
  lab_fixture_add_pairs (run, 8, 1.3, 0.02, 2)->plan.is_sensitivity = TRUE;
  analysis = sy_analysis_new (run);

  g_assert_false (has_warning (analysis, "depends-on-placement"));
}

static void
test_shared_cores_are_said (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", NULL);
  g_autoptr(SyAnalysis) analysis = NULL;

  sy_environment_free (run->environment);
  run->environment = sy_environment_new_empty ();
  sy_environment_add (run->environment, "cpus_usable", "3");
  analysis = sy_analysis_new (run);

  g_assert_true (has_warning (analysis, "shared-cores"));
}

/* The library is named until the hand-written pair points the same way. */
static void
test_lean_pair_makes_it_architectural (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", "lock-threaded", "event-loop-lean",
                                          "lock-threaded-lean", NULL);
  SyPhase *phase = lab_fixture_add_phase (run, SY_LOAD_CLOSED, 8);
  static const double rates[] = { 2000, 1000, 9000, 6000 };
  g_autoptr(SyAnalysis) analysis = NULL;
  g_autofree char *sentence = NULL;

  for (guint round = 0; round < 8; round++)
    for (guint arm = 0; arm < 4; arm++)
      lab_fixture_add_turn (phase, round, arm, rates[arm] + round, SY_NS_PER_MS);
  analysis = sy_analysis_new (run);
  sentence = sy_analysis_say_verdict (analysis, run, sy_analysis_get_verdict (analysis, 0, 0, 1));

  g_assert_nonnull (strstr (sentence, "architecture"));
}

/* Two ties agree, but there is no difference that could be anybody's doing. */
static void
test_tie_is_nobodys_doing (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", "lock-threaded", "event-loop-lean",
                                          "lock-threaded-lean", NULL);
  SyPhase *phase = lab_fixture_add_phase (run, SY_LOAD_CLOSED, 8);
  g_autoptr(SyAnalysis) analysis = NULL;
  g_autofree char *sentence = NULL;

  for (guint round = 0; round < 8; round++)
    for (guint arm = 0; arm < 4; arm++)
      lab_fixture_add_turn (phase, round, arm, 1000 + round, SY_NS_PER_MS);
  analysis = sy_analysis_new (run);
  sentence = sy_analysis_say_verdict (analysis, run, sy_analysis_get_verdict (analysis, 0, 0, 1));

  g_assert_true (g_str_has_prefix (sentence, "Too close to call"));
  g_assert_null (strstr (sentence, "architecture"));
}

/* 120 requests a turn tell no p90. */
static void
test_missing_verdict_is_said (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", "lock-threaded", NULL);
  SyPhase *phase = lab_fixture_add_phase (run, SY_LOAD_OPEN_POISSON, 8);
  g_autoptr(SyAnalysis) analysis = NULL;

  run->is_complete = TRUE;
  for (guint round = 0; round < 8; round++)
    for (guint arm = 0; arm < 2; arm++)
      lab_fixture_add_turn (phase, round, arm, 150, SY_NS_PER_MS);
  analysis = sy_analysis_new (run);

  g_assert_cmpuint (analysis->verdicts->len, ==, 0);
  g_assert_true (has_warning (analysis, "no-verdict"));
}

static void
test_missing_part_is_said (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", NULL);
  SyPhase *phase = lab_fixture_add_phase (run, SY_LOAD_CLOSED, 1);
  g_autoptr(SyAnalysis) analysis = NULL;

  g_assert_true (sy_workload_parse ("b512:63+c20000:1", &phase->plan.workload, NULL));
  phase->plan.n_connections = 8;
  analysis = sy_analysis_new (run);

  g_assert_true (has_warning (analysis, "part-missing"));
}

static void
test_whole_mix_is_no_warning (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", NULL);
  SyPhase *phase = lab_fixture_add_phase (run, SY_LOAD_CLOSED, 1);
  g_autoptr(SyAnalysis) analysis = NULL;

  g_assert_true (sy_workload_parse ("b512:63+c20000:1", &phase->plan.workload, NULL));
  phase->plan.n_connections = 64;
  analysis = sy_analysis_new (run);

  g_assert_false (has_warning (analysis, "part-missing"));
}

static void
test_processor_time_of_nobody_is_said (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", NULL);
  SyPhase *phase = lab_fixture_add_phase (run, SY_LOAD_CLOSED, 1);
  SyTurn *turn = lab_fixture_add_turn (phase, 0, 0, 1000, SY_NS_PER_MS);
  g_autoptr(SyAnalysis) analysis = NULL;

  turn->trial->cpu_ns = 100 * SY_NS_PER_MS;
  turn->process_cpu_ns = 520 * SY_NS_PER_MS;
  analysis = sy_analysis_new (run);

  g_assert_true (has_warning (analysis, "cpu-unaccounted"));
}

/* Pooled, the one bad turn of two would be all there is to see. */
static void
test_mechanism_is_not_pooled (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", NULL);
  SyPhase *phase = lab_fixture_add_phase (run, SY_LOAD_CLOSED, 2);
  static const gint64 lags_ns[] = { SY_NS_PER_MS, 100 * SY_NS_PER_MS };
  g_autoptr(SyAnalysis) analysis = NULL;
  const SyArmResult *result;

  for (guint round = 0; round < 2; round++)
    {
      SyTurn *turn = lab_fixture_add_turn (phase, round, 0, 1000, SY_NS_PER_MS);

      turn->stats.has_loop = TRUE;
      turn->stats.loop_lag = sy_histogram_new_for_time ();
      sy_histogram_record_n (turn->stats.loop_lag, lags_ns[round], 5000);
    }
  analysis = sy_analysis_new (run);
  result = sy_analysis_get_result (analysis, 0, 0);

  g_assert_cmpfloat_with_epsilon (result->loop_lag_p99_ns.interval.value, 10 * SY_NS_PER_MS, 1e5);
}

static void
test_swapping_servers_mirrors_the_verdict (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", "lock-threaded", NULL);
  g_autoptr(SyRun) swapped = lab_fixture_run ("lock-threaded", "event-loop", NULL);
  SyPhase *phases[] = {
    lab_fixture_add_phase (run, SY_LOAD_CLOSED, 8),
    lab_fixture_add_phase (swapped, SY_LOAD_CLOSED, 8),
  };
  g_autoptr(SyAnalysis) analysis = NULL;
  g_autoptr(SyAnalysis) mirrored = NULL;
  SyInterval ratio, mirror;

  for (guint round = 0; round < 8; round++)
    for (guint arm = 0; arm < 2; arm++)
      {
        double rate = (arm == 0 ? 1700 : 1000) + 20 * round * (arm + 1);

        lab_fixture_add_turn (phases[0], round, arm, rate, SY_NS_PER_MS);
        lab_fixture_add_turn (phases[1], round, 1 - arm, rate, SY_NS_PER_MS);
      }
  analysis = sy_analysis_new (run);
  mirrored = sy_analysis_new (swapped);
  ratio = get_first_verdict (analysis)->comparison.ratio;
  mirror = get_first_verdict (mirrored)->comparison.ratio;

  g_assert_cmpfloat_with_epsilon (ratio.value, 1 / mirror.value, 1e-9);
  g_assert_cmpfloat_with_epsilon (ratio.low, 1 / mirror.high, 1e-9);
  g_assert_cmpint (get_first_verdict (analysis)->comparison.winner, ==, SY_WINNER_A);
  g_assert_cmpint (get_first_verdict (mirrored)->comparison.winner, ==, SY_WINNER_B);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/verdict/clear-difference-has-a-winner",
                   test_clear_difference_has_a_winner);
  g_test_add_func ("/analysis/verdict/small-difference-is-too-close",
                   test_small_difference_is_too_close);
  g_test_add_func ("/analysis/verdict/few-pairs-have-no-winner", test_few_pairs_have_no_winner);
  g_test_add_func ("/analysis/verdict/one-server-has-none", test_one_server_has_no_verdict);
  g_test_add_func ("/analysis/verdict/three-servers-widen-intervals",
                   test_three_servers_widen_intervals);
  g_test_add_func ("/analysis/verdict/swapping-servers-mirrors-it",
                   test_swapping_servers_mirrors_the_verdict);
  g_test_add_func ("/analysis/result/rare-quantiles-are-absent", test_rare_quantiles_are_absent);
  g_test_add_func ("/analysis/result/time-outs-count-as-long", test_time_outs_count_as_long);
  g_test_add_func ("/analysis/result/voided-turn-is-no-data", test_voided_turn_is_no_data);
  g_test_add_func ("/analysis/result/overload-withholds-quantiles",
                   test_overload_withholds_quantiles);
  g_test_add_func ("/analysis/stamp/failures-break-it", test_failures_break_the_stamp);
  g_test_add_func ("/analysis/stamp/busy-generator-breaks-it",
                   test_busy_generator_breaks_the_stamp);
  g_test_add_func ("/analysis/placement/can-disagree", test_other_placement_can_disagree);
  g_test_add_func ("/analysis/placement/can-agree", test_other_placement_can_agree);
  g_test_add_func ("/analysis/library/tie-is-nobodys-doing", test_tie_is_nobodys_doing);
  g_test_add_func ("/analysis/verdict/missing-one-is-said", test_missing_verdict_is_said);
  g_test_add_func ("/analysis/mix/missing-part-is-said", test_missing_part_is_said);
  g_test_add_func ("/analysis/mix/whole-one-is-no-warning", test_whole_mix_is_no_warning);
  g_test_add_func ("/analysis/cpu/what-is-nobodys-is-said",
                   test_processor_time_of_nobody_is_said);
  g_test_add_func ("/analysis/mechanism/is-not-pooled", test_mechanism_is_not_pooled);
  g_test_add_func ("/analysis/shared-cores/are-said", test_shared_cores_are_said);
  g_test_add_func ("/analysis/library/lean-pair-makes-it-architectural",
                   test_lean_pair_makes_it_architectural);
  return g_test_run ();
}
