/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-run-observations.h"

#include <math.h>
#include <string.h>

#include "core/sy-clock.h"
#include "decision-fixture.h"
#include "decision/sy-explanation.h"
#include "lab-fixture.h"
#include "stats/sy-student.h"

#define NODE "127.0.0.1:8080"
#define PYTHON "127.0.0.1:8081"
#define NEAR(a, b, tolerance) g_assert_cmpfloat (fabs ((a) - (b)), <=, tolerance)

static SyKnowledge *knowledge;
static SyRulebook *rulebook;
static SyProfile *profile;
static GHashTable *runtimes;

static void
take_observations (GPtrArray *observations,
                   SyRun     *run)
{
  g_autoptr(SyAnalysis) analysis = sy_analysis_new (run);
  g_autoptr(GPtrArray) found = sy_run_observations_new (run, analysis, rulebook, runtimes);

  g_ptr_array_extend_and_steal (observations, g_steal_pointer (&found));
  sy_run_free (run);
}

/* What is observed of a run, which is freed. */
static GPtrArray *
observe (SyRun *run)
{
  GPtrArray *observations = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_observation_free);

  take_observations (observations, run);
  return observations;
}

static SyRun *
make_run (const char *first_arm,
          const char *second_arm,
          double      ratio)
{
  SyRun *run = lab_fixture_run (first_arm, second_arm, NULL);

  lab_fixture_add_pairs (run, 10, ratio, 0.05, 1);
  return run;
}

/* As it is seen from outside: how much processor time they take does not show. */
static SyRun *
make_outside_run (double ratio)
{
  SyRun *run = make_run (NODE, PYTHON, ratio);
  GPtrArray *turns = ((SyPhase *) run->phases->pdata[0])->turns;

  for (guint i = 0; i < turns->len; i++)
    ((SyTurn *) turns->pdata[i])->has_server_cpu = FALSE;

  return run;
}

static SyDecision *
decide (const GPtrArray *observations)
{
  return sy_decision_new (rulebook, profile, (const SyObservation *const *) observations->pdata,
                          observations->len);
}

/* These moved, and no other. */
static void
assert_moved (SyDecision        *decision,
              const char *const *ids)
{
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr(SyDecision) unmeasured = decide (nothing);
  g_autoptr(SyRecommendation) before = sy_decision_recommend (unmeasured);
  g_autoptr(SyRecommendation) after = sy_decision_recommend (decision);

  for (guint k = 0; k < after->criteria->len; k++)
    {
      const SyCriterionResult *a = &g_array_index (before->criteria, SyCriterionResult, k);
      const SyCriterionResult *b = &g_array_index (after->criteria, SyCriterionResult, k);

      g_test_message ("%s", a->criterion->id);
      g_assert_cmpint (b->is_measured, ==, g_strv_contains (ids, a->criterion->id));
      g_assert_cmpint (a->mean != b->mean, ==, g_strv_contains (ids, a->criterion->id));
    }
}

/* How many sentences on what was measured hold @words. */
static guint
count_sentences (SyDecision *decision,
                 const char *words)
{
  g_autoptr(SyRecommendation) recommendation = sy_decision_recommend (decision);
  g_autoptr(GPtrArray) sentences = sy_explanation_new (decision, recommendation);
  guint n_found = 0;

  for (guint i = 0; i < sentences->len; i++)
    {
      const SySentence *sentence = sentences->pdata[i];

      n_found += sentence->kind == SY_SENTENCE_MEASURED && strstr (sentence->text, words) != NULL;
    }

  return n_found;
}

static void
test_models (void)
{
  static const char *const moved[] = { "architecture", NULL };
  g_autoptr(GPtrArray) observations = observe (make_run ("event-loop", "lock-threaded", 1.4));
  g_autoptr(SyDecision) decision = decide (observations);
  const SyObservation *observation;

  g_assert_cmpuint (observations->len, ==, 1);
  observation = observations->pdata[0];
  g_assert_cmpint (observation->measure, ==, SY_MEASURE_CAPACITY);
  g_assert_false (observation->is_real);
  g_assert_cmpfloat (observation->tau, ==, SY_OBSERVATION_UNKNOWN_TAU);
  assert_moved (decision, moved);
  g_assert_cmpuint (count_sentences (decision, "about the architecture alone"), ==, 1);
}

static void
test_runtimes (void)
{
  static const char *const moved[] = { "performance", "scalability", "resource-use", NULL };
  g_autoptr(GPtrArray) observations = observe (make_run (NODE, PYTHON, 1.4));
  g_autoptr(SyDecision) decision = decide (observations);
  const SyObservation *capacity, *cpu;

  g_assert_cmpuint (observations->len, ==, 2);
  capacity = observations->pdata[0];
  cpu = observations->pdata[1];
  g_assert_true (capacity->is_real);
  g_assert_cmpfloat (capacity->tau, ==, 0);
  g_assert_cmpstr (capacity->options[0]->id, ==, "node");
  g_assert_cmpstr (capacity->options[1]->id, ==, "python-threads");
  g_assert_cmpfloat (capacity->capacity_low[0], >, capacity->capacity_low[1]);
  NEAR (capacity->response_ms[1], 5, 0.05);
  /* The turns take the same processor time for more requests. */
  g_assert_cmpint (cpu->measure, ==, SY_MEASURE_CPU);
  NEAR (cpu->log_ratio, capacity->log_ratio, 1e-9);
  assert_moved (decision, moved);
  g_assert_cmpuint (count_sentences (decision, "the processor time of"), ==, 1);
  g_assert_cmpuint (count_sentences (decision, "architecture alone"), ==, 0);
  g_assert_cmpuint (count_sentences (decision, "No run measured"), ==, 0);
}

static void
test_outside (void)
{
  static const char *const moved[] = { "performance", "scalability", NULL };
  g_autoptr(GPtrArray) observations = observe (make_outside_run (1.4));
  g_autoptr(SyDecision) decision = decide (observations);

  g_assert_cmpuint (observations->len, ==, 1);
  assert_moved (decision, moved);
  g_assert_cmpuint (count_sentences (decision, "No run measured the real runtimes"), ==, 1);
}

/* Half the verdict's interval is t standard errors, at its confidence. */
static void
test_uncertainty (void)
{
  SyRun *run = make_outside_run (1.4);
  g_autoptr(SyAnalysis) analysis = sy_analysis_new (run);
  const SyVerdict *verdict = &g_array_index (analysis->verdicts, SyVerdict, 0);
  double sd_log = verdict->comparison.sd_log;
  g_autoptr(GPtrArray) observations = observe (run);
  const SyObservation *observation = observations->pdata[0];

  g_assert_cmpuint (observation->n_pairs, ==, 10);
  NEAR (observation->log_ratio, log (verdict->comparison.ratio.value), 1e-12);
  NEAR (observation->standard_error, sd_log / sqrt (10), 1e-9);
}

/* Sooner is better. */
static void
test_response_time (void)
{
  SyRun *run = lab_fixture_run (PYTHON, NODE, NULL);
  SyPhase *phase = lab_fixture_add_phase (run, SY_LOAD_OPEN_POISSON, 8);
  g_autoptr(GPtrArray) observations = NULL;
  const SyObservation *observation;

  for (guint round = 0; round < 8; round++)
    for (guint arm = 0; arm < 2; arm++)
      lab_fixture_add_turn (phase, round, arm, 1000, (arm + 1) * 10 * SY_NS_PER_MS);
  observations = observe (run);
  observation = observations->pdata[0];

  g_assert_cmpint (observation->measure, ==, SY_MEASURE_RESPONSE_TIME);
  g_assert_cmpstr (observation->options[0]->id, ==, "python-threads");
  NEAR (observation->log_ratio, log (2), 0.01);
  NEAR (observation->response_ms[0], 10, 0.1);
  NEAR (observation->response_ms[1], 20, 0.1);
}

static void
test_contradiction (void)
{
  g_autoptr(GPtrArray) observations = observe (make_outside_run (1.4));
  g_autoptr(SyDecision) alone = decide (observations);
  g_autoptr(SyDecision) both = NULL;
  g_autoptr(SyRecommendation) narrow = sy_decision_recommend (alone);
  g_autoptr(SyRecommendation) wide = NULL;
  const SyCriterionResult *before = get_criterion (narrow, "performance"), *after;

  take_observations (observations, make_outside_run (1 / 1.4));
  both = decide (observations);
  wide = sy_decision_recommend (both);
  after = get_criterion (wide, "performance");

  NEAR (after->mean, 0, 0.05);
  g_assert_cmpfloat (after->high - after->low, >, 3 * (before->high - before->low));
  g_assert_cmpuint (count_sentences (alone, "contradicts itself"), ==, 0);
  g_assert_cmpuint (count_sentences (both, "contradicts itself"), ==, 1);
}

/* Runs that only differ do not contradict each other. */
static void
test_agreement (void)
{
  g_autoptr(GPtrArray) observations = observe (make_outside_run (1.4));
  g_autoptr(SyDecision) decision = NULL;

  take_observations (observations, make_outside_run (2));
  take_observations (observations, make_outside_run (1));
  decision = decide (observations);
  g_assert_cmpuint (count_sentences (decision, "contradicts itself"), ==, 0);
}

static SyRun *
make_short_run (void)
{
  SyRun *run = lab_fixture_run (NODE, PYTHON, NULL);

  lab_fixture_add_pairs (run, 7, 1.4, 0.05, 1);
  return run;
}

static SyRun *
make_pinned_run (void)
{
  SyRun *run = make_run (NODE, PYTHON, 1.4);

  ((SyPhase *) run->phases->pdata[0])->plan.is_sensitivity = TRUE;
  return run;
}

/* A server that answered wrongly was not measured. */
static SyRun *
make_invalid_run (void)
{
  SyRun *run = make_run (NODE, PYTHON, 1.4);
  SyTurn *turn = ((SyPhase *) run->phases->pdata[0])->turns->pdata[0];

  turn->trial->n_failed[SY_FAILURE_WRONG_CHECK] = turn->trial->n_completed;
  return run;
}

/* Takes @run. */
static void
assert_nothing (SyRun      *run,
                const char *reason)
{
  g_autoptr(SyAnalysis) analysis = sy_analysis_new (run);
  g_autoptr(GPtrArray) observations = sy_run_observations_new (run, analysis, rulebook, runtimes);
  g_autofree char *sentence = sy_run_observations_say_none (run, analysis);

  g_test_message ("%s", sentence);
  g_assert_cmpuint (observations->len, ==, 0);
  g_assert_true (g_pattern_match_simple (reason, sentence));
  sy_run_free (run);
}

static void
test_nothing (void)
{
  static const char few[] = "*: no two servers were compared over 8 pairs or more";
  static const char same[] = "*: no two of its servers stand for different options";
  const struct
  {
    SyRun      *run;
    const char *reason;
  } runs[] = {
    { make_short_run (), few },
    { make_pinned_run (), few },
    { make_invalid_run (), "*, as it is not valid: *" },
    { make_run ("event-loop", "event-loop-lean", 1.4), same },
    { make_run ("event-loop", PYTHON, 1.4), same },
    { make_run ("multi-loop", "127.0.0.1:9", 1.4), same },
  };

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    assert_nothing (runs[i].run, runs[i].reason);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  knowledge = sy_knowledge_load (NULL, NULL);
  rulebook = sy_rulebook_load (knowledge, NULL, NULL);
  profile = sy_profile_new ();
  runtimes = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (runtimes, (gpointer) NODE,
                       (gpointer) sy_rulebook_find_option (rulebook, "node"));
  g_hash_table_insert (runtimes, (gpointer) PYTHON,
                       (gpointer) sy_rulebook_find_option (rulebook, "python-threads"));

  g_test_add_func ("/run-observations/models/move-the-architecture-alone", test_models);
  g_test_add_func ("/run-observations/runtimes/take-the-articles-place", test_runtimes);
  g_test_add_func ("/run-observations/runtimes/outside-hide-their-processor-time", test_outside);
  g_test_add_func ("/run-observations/uncertainty/is-the-verdicts", test_uncertainty);
  g_test_add_func ("/run-observations/response-time/sooner-is-better", test_response_time);
  g_test_add_func ("/run-observations/contradiction/widens-and-is-said", test_contradiction);
  g_test_add_func ("/run-observations/contradiction/differing-is-none", test_agreement);
  g_test_add_func ("/run-observations/nothing/where-there-is-no-verdict-on-options", test_nothing);

  status = g_test_run ();
  g_hash_table_unref (runtimes);
  sy_profile_free (profile);
  sy_rulebook_free (rulebook);
  sy_knowledge_free (knowledge);
  return status;
}
