/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "evidence/sy-evidence.h"

#include <math.h>
#include <string.h>

#include "core/sy-clock.h"
#include "lab/lab-fixture.h"

static const SyRecipe waiting = {
  .id = "waiting",
  .arms = { "event-loop", "lock-threaded" },
  .program = "c20,w5,b1024",
  .n_connections = 64,
  .metric = SY_RECIPE_CAPACITY,
  .is_greater = TRUE,
};

/* The first server of the run @ratio times as fast as the second. */
static SyEvidence *
try (const SyRecipe *recipe,
     double          ratio,
     guint           n_rounds)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", "lock-threaded", NULL);
  g_autoptr(SyAnalysis) analysis = NULL;

  lab_fixture_add_pairs (run, n_rounds, ratio, 0.05, 1);
  analysis = sy_analysis_new (run);

  return sy_evidence_new (recipe, run, analysis);
}

static void
test_outcomes (void)
{
  static const struct
  {
    double    ratio;
    guint     n_rounds;
    gboolean  is_greater;
    SyOutcome outcome;
  } rows[] = {
    { 1.8, 8, TRUE, SY_OUTCOME_CONFIRMED },
    { 1.8, 8, FALSE, SY_OUTCOME_REFUTED },
    { 0.5, 8, TRUE, SY_OUTCOME_REFUTED },
    { 0.5, 8, FALSE, SY_OUTCOME_CONFIRMED },
    { 1.01, 8, TRUE, SY_OUTCOME_TOO_CLOSE },
    { 1.8, 7, TRUE, SY_OUTCOME_TOO_CLOSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SyRecipe recipe = waiting;
      g_autoptr(SyEvidence) evidence = NULL;

      recipe.is_greater = rows[i].is_greater;
      evidence = try (&recipe, rows[i].ratio, rows[i].n_rounds);
      g_assert_nonnull (evidence);
      g_assert_cmpint (evidence->outcome, ==, rows[i].outcome);
      g_assert_cmpfloat_with_epsilon (evidence->comparison.ratio.value, rows[i].ratio, 0.1);
    }
}

/* The recipe's first server may be the run's second. */
static void
test_servers_the_other_way (void)
{
  SyRecipe recipe = waiting;
  g_autoptr(SyEvidence) evidence = NULL;

  recipe.arms[0] = "lock-threaded";
  recipe.arms[1] = "event-loop";
  evidence = try (&recipe, 2, 8);

  g_assert_cmpint (evidence->outcome, ==, SY_OUTCOME_REFUTED);
  g_assert_cmpfloat_with_epsilon (evidence->comparison.ratio.value, 0.5, 0.05);
  g_assert_cmpfloat (evidence->values[0], <, evidence->values[1]);
}

static void
test_another_experiment (void)
{
  SyRecipe others[] = { waiting, waiting, waiting, waiting };

  others[0].program = "c20,w6,b1024";
  others[1].n_connections = 65;
  others[2].arms[0] = "multi-loop";
  others[3].n_connections = 0;
  others[3].share_of_capacity = 0.5;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (try (&others[i], 2, 8));
}

static void
test_other_servers_settings (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", "lock-threaded", NULL);
  g_autoptr(SyAnalysis) analysis = NULL;

  lab_fixture_add_pairs (run, 8, 2, 0.05, 1);
  run->plan->interpreter_cost_ns = SY_NS_PER_MS;
  analysis = sy_analysis_new (run);

  g_assert_null (sy_evidence_new (&waiting, run, analysis));
}

/* Nothing is said of what is not valid, however clear it looks. */
static void
test_unsound (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", "lock-threaded", NULL);
  g_autoptr(SyAnalysis) analysis = NULL;
  g_autoptr(SyEvidence) evidence = NULL;
  SyWarning *warning = g_new0 (SyWarning, 1);

  lab_fixture_add_pairs (run, 8, 2, 0.05, 1);
  analysis = sy_analysis_new (run);
  *warning = (SyWarning) { "failures", 0, TRUE, g_strdup ("Too many requests failed") };
  g_ptr_array_add (analysis->warnings, warning);
  evidence = sy_evidence_new (&waiting, run, analysis);

  g_assert_cmpint (evidence->outcome, ==, SY_OUTCOME_UNSOUND);
  g_assert_cmpstr (evidence->problem, ==, "Too many requests failed");
}

static void
test_sentence (void)
{
  SyRecipe recipe = waiting;
  g_autoptr(SyEvidence) evidence = try (&recipe, 2, 8);
  g_autofree char *sentence = sy_evidence_say (evidence, &recipe);

  g_assert_nonnull (strstr (sentence, "Event loop"));
  g_assert_nonnull (strstr (sentence, "k/s"));
  g_assert_nonnull (strstr (sentence, "times as many requests"));
}

static void
test_processor_time (void)
{
  SyRecipe recipe = waiting;
  g_autoptr(SyEvidence) evidence = NULL;

  recipe.metric = SY_RECIPE_CPU_PER_REQUEST;
  recipe.is_greater = FALSE;
  evidence = try (&recipe, 2, 8);

  /* The fixture's servers take 400 ms a turn: twice the requests, half the time for each. */
  g_assert_cmpint (evidence->outcome, ==, SY_OUTCOME_CONFIRMED);
  g_assert_cmpfloat_with_epsilon (evidence->comparison.ratio.value, 0.5, 0.05);
}

/* Every recipe of the articles can be carried out here, or is known to need a runtime; and what is
 * planned for it is found again in the run.
 */
static void
test_plans (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyKnowledge) knowledge = sy_knowledge_load (NULL, &error);
  guint n_recipes;
  const SyRecipe *const *recipes = sy_knowledge_get_recipes (knowledge, &n_recipes);
  guint n_tried = 0;

  for (guint i = 0; i < n_recipes; i++)
    {
      g_autoptr(SyPlan) plan = sy_recipe_make_plan (recipes[i], 7);
      g_autoptr(SyRun) run = NULL;
      guint arms[2];

      g_assert_true ((plan != NULL) == sy_recipe_can_be_tried (recipes[i]));
      if (plan == NULL)
        continue;

      g_assert_true (sy_plan_validate (plan, &error));
      g_assert_no_error (error);
      run = sy_run_new (plan);
      g_assert_cmpint (sy_recipe_find_phase (recipes[i], run, arms), ==, -1);
      for (guint j = 0; j < plan->phases->len; j++)
        {
          SyPhase *phase = sy_phase_new (&g_array_index (plan->phases, SyPhasePlan, j));

          lab_fixture_add_turn (phase, 0, 0, 1000, SY_NS_PER_MS);
          g_ptr_array_add (run->phases, phase);
        }
      g_assert_cmpint (sy_recipe_find_phase (recipes[i], run, arms), ==,
                       (int) plan->phases->len - 1);
      n_tried++;
    }

  g_assert_cmpuint (n_tried, >=, 9);
}

/* The later run counts, in whichever order they come. */
static void
test_latest (void)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_evidence_free);
  SyEvidence *older = try (&waiting, 2, 8);
  SyEvidence *newer = try (&waiting, 0.5, 8);
  SyRecipe other = waiting;

  other.id = "another";
  g_date_time_unref (older->measured);
  older->measured = g_date_time_new_utc (2026, 1, 1, 0, 0, 0);
  g_ptr_array_add (list, newer);
  g_ptr_array_add (list, older);

  g_assert_true (sy_evidence_find (list, &waiting) == newer);
  g_assert_null (sy_evidence_find (list, &other));
}

static void
test_place (void)
{
  SyRecipe times = waiting;
  SyRecipe others = waiting;
  SyEvidence evidence = { .outcome = SY_OUTCOME_CONFIRMED, .comparison.ratio = { 4, 3, 5 } };
  double place;

  g_assert_true (sy_evidence_get_place (&evidence, &waiting, &place));
  g_assert_cmpfloat (place, ==, -1);
  evidence.comparison.ratio.value = sqrt (0.5);
  g_assert_true (sy_evidence_get_place (&evidence, &waiting, &place));
  g_assert_cmpfloat_with_epsilon (place, 0.5, 1e-9);
  times.metric = SY_RECIPE_RESPONSE_TIME;
  g_assert_true (sy_evidence_get_place (&evidence, &times, &place));
  g_assert_cmpfloat_with_epsilon (place, -0.5, 1e-9);

  evidence.outcome = SY_OUTCOME_TOO_CLOSE;
  g_assert_true (sy_evidence_get_place (&evidence, &waiting, &place));
  g_assert_cmpfloat (place, ==, 0);

  others.arms[1] = "multi-loop";
  g_assert_false (sy_evidence_get_place (&evidence, &others, &place));
  evidence.outcome = SY_OUTCOME_UNSOUND;
  g_assert_false (sy_evidence_get_place (&evidence, &waiting, &place));
}

static void
test_marks (void)
{
  SyRecipe real = waiting;
  SyClaim claim = { .recipe = &waiting };
  SyEvidence confirmed = { .outcome = SY_OUTCOME_CONFIRMED };
  SyEvidence refuted = { .outcome = SY_OUTCOME_REFUTED };
  SyEvidence close = { .outcome = SY_OUTCOME_TOO_CLOSE };
  SyEvidence unsound = { .outcome = SY_OUTCOME_UNSOUND };

  g_assert_cmpint (sy_claim_get_mark (&claim, NULL), ==, SY_MARK_NOT_TRIED);
  g_assert_cmpint (sy_claim_get_mark (&claim, &confirmed), ==, SY_MARK_REPRODUCED);
  g_assert_cmpint (sy_claim_get_mark (&claim, &refuted), ==, SY_MARK_NOT_REPRODUCED);
  g_assert_cmpint (sy_claim_get_mark (&claim, &close), ==, SY_MARK_TOO_CLOSE);
  g_assert_cmpint (sy_claim_get_mark (&claim, &unsound), ==, SY_MARK_UNSOUND);

  g_assert_cmpint (sy_recipe_get_mark (&waiting, NULL), ==, SY_MARK_NOT_TRIED);
  g_assert_cmpint (sy_recipe_get_mark (&waiting, &refuted), ==, SY_MARK_NOT_REPRODUCED);

  claim.is_opposite = TRUE;
  g_assert_cmpint (sy_claim_get_mark (&claim, &confirmed), ==, SY_MARK_NOT_REPRODUCED);
  g_assert_cmpint (sy_claim_get_mark (&claim, &refuted), ==, SY_MARK_REPRODUCED);
  g_assert_cmpint (sy_claim_get_mark (&claim, &close), ==, SY_MARK_TOO_CLOSE);

  real.arms[0] = "a-runtime-there-is-not";
  claim.recipe = &real;
  g_assert_cmpint (sy_claim_get_mark (&claim, NULL), ==, SY_MARK_NEEDS_RUNTIME);
  claim.recipe = NULL;
  g_assert_cmpint (sy_claim_get_mark (&claim, NULL), ==, SY_MARK_NOT_TESTABLE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/evidence/outcome/follows-the-interval", test_outcomes);
  g_test_add_func ("/evidence/outcome/servers-the-other-way", test_servers_the_other_way);
  g_test_add_func ("/evidence/outcome/processor-time", test_processor_time);
  g_test_add_func ("/evidence/outcome/unsound", test_unsound);
  g_test_add_func ("/evidence/run/another-experiment", test_another_experiment);
  g_test_add_func ("/evidence/run/other-settings", test_other_servers_settings);
  g_test_add_func ("/evidence/recipe/plans-are-found-again", test_plans);
  g_test_add_func ("/evidence/list/latest-counts", test_latest);
  g_test_add_func ("/evidence/place/between-the-sides", test_place);
  g_test_add_func ("/evidence/words/figures", test_sentence);
  g_test_add_func ("/evidence/mark/of-a-claim", test_marks);

  return g_test_run ();
}
