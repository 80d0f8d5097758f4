/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "altered-knowledge.h"
#include "decision-fixture.h"

#define NEAR(a, b, tolerance) g_assert_cmpfloat (fabs ((a) - (b)), <=, tolerance)

static SyKnowledge *knowledge;
static SyRulebook *rulebook;

static SyRecommendation *
recommend (const SyRulebook *rules,
           const SyProfile  *profile)
{
  g_autoptr(SyDecision) decision = sy_decision_new (rules, profile, NULL, 0);

  return sy_decision_recommend (decision);
}

static SyRecommendation *
recommend_example (const SyRulebook *rules,
                   const char       *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyProfile) profile = sy_profile_load_example (name, rulebook, &error);

  g_assert_no_error (error);
  return recommend (rules, profile);
}

static void
assert_same_options (const SyRecommendation *a,
                     const SyRecommendation *b)
{
  g_assert_cmpuint (a->options->len, ==, b->options->len);
  for (guint i = 0; i < a->options->len; i++)
    {
      for (guint rank = 0; rank < a->options->len; rank++)
        g_assert_cmpfloat (get_option (a, i)->acceptability[rank], ==,
                           get_option (b, i)->acceptability[rank]);
      g_assert_cmpfloat (get_option (a, i)->mean_value, ==, get_option (b, i)->mean_value);
      g_assert_cmpfloat (get_option (a, i)->confidence, ==, get_option (b, i)->confidence);
    }
  g_assert_cmpfloat (a->lead, ==, b->lead);
}

static void
switch_all_off (SyProfile *profile)
{
  guint n_sources;
  const SySource *const *sources = sy_knowledge_get_sources (knowledge, &n_sources);

  for (guint i = 0; i < n_sources; i++)
    g_ptr_array_add (profile->sources_off, g_strdup (sources[i]->id));
}

static void
test_nothing_known (void)
{
  g_autoptr(SyProfile) profile = sy_profile_new ();
  g_autoptr(SyRecommendation) result = NULL;

  switch_all_off (profile);
  result = recommend (rulebook, profile);
  g_assert_null (result->winner);
  g_assert_null (result->language);
  g_assert_cmpfloat (result->lead, ==, 0);
  for (guint i = 0; i < result->options->len; i++)
    for (guint rank = 0; rank < result->options->len; rank++)
      NEAR (get_option (result, i)->acceptability[rank], 1.0 / 3, 1e-9);
}

/* Without priorities every weight is as likely as any other. */
static void
test_unsure (void)
{
  g_autoptr(SyProfile) profile = sy_profile_new ();
  g_autoptr(SyRecommendation) result = recommend (rulebook, profile);
  guint n_objectives = result->objectives->len;

  for (guint i = 0; i < n_objectives; i++)
    NEAR (g_array_index (result->objectives, SyObjectiveResult, i).weight, 1.0 / n_objectives,
          1e-12);
  g_assert_null (result->winner);
}

/* Who is called what makes no difference. */
static void
test_swapped (void)
{
  const SyRulebook *swapped = load_altered (swap_all);
  g_autoptr(SyRecommendation) a = recommend_example (rulebook, "public-api");
  g_autoptr(SyRecommendation) b = recommend_example (swapped, "public-api");

  g_assert_cmpfloat (a->lead, !=, 0);
  assert_same_options (a, b);
}

static void
test_mirrored (void)
{
  const SyRulebook *two = load_altered (keep_two);
  const SyRulebook *mirrored = load_altered (swap_two);

  for (guint i = 0; sy_profile_examples[i] != NULL; i++)
    {
      g_autoptr(SyProfile) profile = sy_profile_load_example (sy_profile_examples[i], rulebook,
                                                              NULL);
      g_autoptr(SyRecommendation) a = NULL;
      g_autoptr(SyRecommendation) b = NULL;

      g_ptr_array_set_size (profile->must_haves, 0);
      a = recommend (two, profile);
      b = recommend (mirrored, profile);
      for (guint rank = 0; rank < 2; rank++)
        for (guint option = 0; option < 2; option++)
          NEAR (get_option (a, option)->acceptability[rank],
                get_option (b, 1 - option)->acceptability[rank], 1e-9);
      NEAR (get_option (a, 0)->mean_value, get_option (b, 1)->mean_value, 1e-9);
      NEAR (get_option (a, 0)->confidence, get_option (b, 1)->confidence, 1e-9);
      for (guint k = 0; k < a->criteria->len; k++)
        NEAR (g_array_index (a->criteria, SyCriterionResult, k).mean,
              -g_array_index (b->criteria, SyCriterionResult, k).mean, 1e-12);
      NEAR (a->lead, b->lead, 1e-9);
    }
}

/* The same criterion under another name inside its objective. */
static void
test_twin (void)
{
  const SyRulebook *repeated = load_altered (repeat_syntax);

  for (guint i = 0; sy_profile_examples[i] != NULL; i++)
    {
      g_autoptr(SyRecommendation) a = recommend_example (rulebook, sy_profile_examples[i]);
      g_autoptr(SyRecommendation) b = recommend_example (repeated, sy_profile_examples[i]);

      g_assert_cmpuint (b->criteria->len, ==, a->criteria->len + 1);
      assert_same_options (a, b);
    }
}

/* One that is only judged alike is a criterion of its own, inside its objective. */
static void
test_added_leaf (void)
{
  const SyRulebook *added = load_altered (add_criterion);
  g_autoptr(SyRecommendation) a = recommend_example (rulebook, "shop");
  g_autoptr(SyRecommendation) b = recommend_example (added, "shop");

  g_assert_cmpfloat (get_criterion (b, "syntax")->weight, <, get_criterion (a, "syntax")->weight);
  g_assert_cmpfloat (get_criterion (b, "syntax-again")->weight, >, 0);
  for (guint o = 0; o < a->objectives->len; o++)
    g_assert_cmpfloat (g_array_index (a->objectives, SyObjectiveResult, o).weight, ==,
                       g_array_index (b->objectives, SyObjectiveResult, o).weight);
  g_assert_cmpfloat (get_criterion (a, "performance")->weight, ==,
                     get_criterion (b, "performance")->weight);
}

static void
test_source_off (void)
{
  const SyRulebook *without = load_altered (drop_source);

  for (guint i = 0; sy_profile_examples[i] != NULL; i++)
    {
      g_autoptr(SyProfile) profile = sy_profile_load_example (sy_profile_examples[i], rulebook,
                                                              NULL);
      g_autoptr(SyDecision) decision = sy_decision_new (rulebook, profile, NULL, 0);
      g_autoptr(SyRecommendation) on = sy_decision_recommend (decision);
      g_autoptr(SyRecommendation) off = NULL;
      g_autoptr(SyRecommendation) absent = recommend (without, profile);
      g_autoptr(SyRecommendation) on_again = NULL;
      const SySource *source = sy_knowledge_find_source (knowledge, "creole-studios");

      sy_decision_set_source (decision, source, FALSE);
      off = sy_decision_recommend (decision);
      assert_same_options (off, absent);
      sy_decision_set_source (decision, source, TRUE);
      on_again = sy_decision_recommend (decision);
      assert_same_options (on, on_again);
    }
}

/* METHOD.md B3: four of one cluster and one of another, all for Node.js: A = 2, mean 2/3, variance
 * ((2/3) - (2/3)²)/4; a single one for Python: A = 1, mean -1/2; a single one of four: A = 1/4.
 */
static void
test_moments (void)
{
  g_autoptr(SyProfile) profile = sy_profile_new ();
  g_autoptr(SyRecommendation) result = recommend (rulebook, profile);
  const SyCriterionResult *real_time = get_criterion (result, "real-time");

  NEAR (real_time->mean, 2.0 / 3, 0.01);
  g_assert_cmpuint (real_time->n_sources, ==, 5);
  NEAR (get_criterion (result, "productivity")->mean, -0.5, 0.01);
  NEAR (get_criterion (result, "team-skills")->mean, 0, 0);
  g_assert_cmpuint (get_criterion (result, "team-skills")->n_sources, ==, 0);
  g_assert_cmpfloat (real_time->low, <, real_time->mean);
  g_assert_cmpfloat (real_time->high, >, real_time->mean);
}

/* What the documentation contradicts throughout does not count: two sources stay of five. */
static void
test_refuted (void)
{
  g_autoptr(SyProfile) profile = sy_profile_new ();
  g_autoptr(SyRecommendation) result = recommend (rulebook, profile);

  g_assert_cmpuint (get_criterion (result, "resource-use")->n_sources, ==, 2);
  g_assert_cmpuint (get_criterion (result, "type-system")->n_sources, ==, 0);
}

static void
test_contributions (void)
{
  for (guint i = 0; sy_profile_examples[i] != NULL; i++)
    {
      g_autoptr(SyRecommendation) result = recommend_example (rulebook, sy_profile_examples[i]);
      double criteria = 0, objectives = 0, weights = 0, shares = 0;

      for (guint k = 0; k < result->criteria->len; k++)
        {
          const SyCriterionResult *criterion = &g_array_index (result->criteria,
                                                               SyCriterionResult, k);

          criteria += criterion->contribution;
          weights += criterion->weight;
          shares += criterion->variance_share;
          g_assert_cmpfloat (criterion->swing_low, <=, result->lead + 0.011);
          g_assert_cmpfloat (criterion->swing_high, >=, result->lead - 0.011);
        }
      for (guint o = 0; o < result->objectives->len; o++)
        {
          objectives += g_array_index (result->objectives, SyObjectiveResult, o).contribution;
          shares += g_array_index (result->objectives, SyObjectiveResult, o).variance_share;
        }
      NEAR (criteria, result->lead, 1e-12);
      NEAR (objectives, result->lead, 1e-12);
      NEAR (weights, 1, 1e-12);
      NEAR (shares, 1, 1e-9);
    }
}

/* Where no weight is found in closed form, none is found by search. */
static void
search_flip (SyDecision              *decision,
             const SyObjectiveResult *objective,
             double                   lead)
{
  for (double weight = 0; weight <= 1; weight += 0.05)
    {
      g_autoptr(SyRecommendation) result = NULL;

      sy_decision_reset_weights (decision);
      sy_decision_set_weight (decision, objective->objective, weight);
      result = sy_decision_recommend (decision);
      g_assert_cmpfloat (result->lead * lead, >=, -1e-9);
    }
}

static void
test_flips (void)
{
  const SyRulebook *two = load_altered (keep_two);
  g_autoptr(SyProfile) profile = sy_profile_load_example ("shop", rulebook, NULL);
  g_autoptr(SyDecision) decision = sy_decision_new (two, profile, NULL, 0);
  g_autoptr(SyRecommendation) before = sy_decision_recommend (decision);
  guint n_flips = 0;

  for (guint o = 0; o < before->objectives->len; o++)
    {
      const SyObjectiveResult *objective = &g_array_index (before->objectives,
                                                           SyObjectiveResult, o);
      g_autoptr(SyRecommendation) after = NULL;

      if (!objective->flips)
        continue;
      n_flips++;
      sy_decision_reset_weights (decision);
      sy_decision_set_weight (decision, objective->objective, objective->flip_weight);
      after = sy_decision_recommend (decision);
      NEAR (after->lead, 0, 1e-12);
    }
  g_assert_cmpuint (n_flips, >, 0);
  g_assert_cmpuint (n_flips, <, before->objectives->len);
  sy_decision_reset_weights (decision);
}

static void
test_no_flips (void)
{
  g_autoptr(SyProfile) profile = sy_profile_load_example ("dashboard", rulebook, NULL);
  g_autoptr(SyDecision) decision = sy_decision_new (load_altered (keep_two), profile, NULL, 0);
  g_autoptr(SyRecommendation) before = sy_decision_recommend (decision);
  guint n_searched = 0;

  for (guint o = 0; o < before->objectives->len && n_searched < 2; o++)
    {
      const SyObjectiveResult *objective = &g_array_index (before->objectives,
                                                           SyObjectiveResult, o);

      if (objective->flips || objective->contribution == 0)
        continue;
      n_searched++;
      search_flip (decision, objective, before->lead);
    }
  g_assert_cmpuint (n_searched, ==, 2);
}

static void
test_weights (void)
{
  g_autoptr(SyProfile) profile = sy_profile_load_example ("chat", rulebook, NULL);
  g_autoptr(SyDecision) decision = sy_decision_new (rulebook, profile, NULL, 0);
  g_autoptr(SyRecommendation) before = sy_decision_recommend (decision);
  g_autoptr(SyRecommendation) moved = NULL;
  g_autoptr(SyRecommendation) back = NULL;
  g_autoptr(SyRecommendation) again = NULL;
  g_autofree double *own = NULL;
  const SyObjective *load = g_array_index (before->objectives, SyObjectiveResult, 0).objective;
  double sum = 0;

  sy_decision_set_weight (decision, load, 0.9);
  moved = sy_decision_recommend (decision);
  for (guint o = 0; o < moved->objectives->len; o++)
    sum += g_array_index (moved->objectives, SyObjectiveResult, o).weight;
  NEAR (sum, 1, 1e-12);
  NEAR (sy_decision_get_weight (decision, load), 0.9, 0);
  g_assert_true (moved->winner == sy_rulebook_find_option (rulebook, "node"));

  own = g_memdup2 (sy_decision_get_own_weights (decision),
                   before->objectives->len * sizeof (double));
  sy_decision_reset_weights (decision);
  g_assert_null (sy_decision_get_own_weights (decision));
  back = sy_decision_recommend (decision);
  assert_same_options (before, back);

  sy_decision_set_weights (decision, own);
  again = sy_decision_recommend (decision);
  assert_same_options (moved, again);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  knowledge = sy_knowledge_load (NULL, NULL);
  rulebook = sy_rulebook_load (knowledge, NULL, NULL);

  g_test_add_func ("/decision/nothing-known/nobody-wins", test_nothing_known);
  g_test_add_func ("/decision/unsure/weighs-evenly", test_unsure);
  g_test_add_func ("/decision/names/make-no-difference", test_swapped);
  g_test_add_func ("/decision/sides/swapping-mirrors-every-figure", test_mirrored);
  g_test_add_func ("/decision/criterion/repeated-changes-nothing", test_twin);
  g_test_add_func ("/decision/criterion/added-stays-in-its-objective", test_added_leaf);
  g_test_add_func ("/decision/source/off-is-absent", test_source_off);
  g_test_add_func ("/decision/scores/have-their-moments", test_moments);
  g_test_add_func ("/decision/scores/refuted-is-dropped", test_refuted);
  g_test_add_func ("/decision/contributions/add-up-to-the-lead", test_contributions);
  g_test_add_func ("/decision/flips/take-the-lead-away", test_flips);
  g_test_add_func ("/decision/flips/none-is-found-by-search-either", test_no_flips);
  g_test_add_func ("/decision/weights/can-be-moved-and-taken-back", test_weights);

  status = g_test_run ();
  free_altered ();
  sy_rulebook_free (rulebook);
  sy_knowledge_free (knowledge);
  return status;
}
