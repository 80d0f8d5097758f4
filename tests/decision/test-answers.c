/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "decision-fixture.h"

#define NEAR(a, b, tolerance) g_assert_cmpfloat (fabs ((a) - (b)), <=, tolerance)

static SyKnowledge *knowledge;
static SyRulebook *rulebook;

static SyRecommendation *
recommend (const SyProfile *profile)
{
  g_autoptr(SyDecision) decision = sy_decision_new (rulebook, profile, NULL, 0);

  return sy_decision_recommend (decision);
}

static void
test_conditions (void)
{
  g_autoptr(SyProfile) profile = sy_profile_new ();
  g_autoptr(SyRecommendation) unsure = recommend (profile);
  g_autoptr(SyRecommendation) javascript = NULL;
  g_autoptr(SyRecommendation) both = NULL;

  profile->has_languages = TRUE;
  g_ptr_array_add (profile->languages, g_strdup ("javascript"));
  javascript = recommend (profile);
  g_ptr_array_add (profile->languages, g_strdup ("python"));
  both = recommend (profile);

  NEAR (get_criterion (unsure, "team-skills")->mean, 0, 0);
  g_assert_cmpfloat (get_criterion (javascript, "team-skills")->mean, >, 0.4);
  g_assert_cmpfloat (get_criterion (both, "team-skills")->mean, <,
                     get_criterion (javascript, "team-skills")->mean);
}

static SyRecommendation *
answer_real_time (SyAnswer    answer,
                  const char *priority)
{
  g_autoptr(SyProfile) profile = sy_profile_new ();

  profile->answers[SY_QUESTION_REAL_TIME] = answer;
  if (priority != NULL)
    g_ptr_array_add (profile->priorities, g_strdup (priority));

  return recommend (profile);
}

/* What it weighed goes to the others of its objective, unless it is called a priority. */
static void
test_left_out (void)
{
  g_autoptr(SyRecommendation) unsure = answer_real_time (SY_ANSWER_UNSURE, NULL);
  g_autoptr(SyRecommendation) needed = answer_real_time (SY_ANSWER_YES, NULL);
  g_autoptr(SyRecommendation) unneeded = answer_real_time (SY_ANSWER_NO, NULL);
  g_autoptr(SyRecommendation) named = answer_real_time (SY_ANSWER_NO, "real-time");
  double load = get_criterion (unsure, "real-time")->weight;

  NEAR (unsure->lead, needed->lead, 0);
  g_assert_cmpfloat (load, >, 0);
  NEAR (get_criterion (unneeded, "real-time")->weight, 0, 0);
  NEAR (get_criterion (unneeded, "real-time")->contribution, 0, 0);
  NEAR (get_criterion (unneeded, "performance")->weight, load * 6 / 5, 1e-12);
  NEAR (get_criterion (unneeded, "syntax")->weight, get_criterion (unsure, "syntax")->weight, 0);
  g_assert_cmpfloat (get_criterion (named, "real-time")->weight, >, load);
  g_assert_true (get_criterion (unneeded, "real-time")->is_left_out);
  g_assert_false (get_criterion (unsure, "real-time")->is_left_out);
  g_assert_false (get_criterion (named, "real-time")->is_left_out);
}

/* What was left open rules nothing out, and no verdict that depends on it counts. */
static void
test_unsure_language (void)
{
  g_autoptr(SyProfile) profile = sy_profile_new ();
  g_autoptr(SyRecommendation) result = NULL;

  g_assert_cmpint (sy_profile_tell_language (profile, "python"), ==, SY_ANSWER_UNSURE);
  profile->has_languages = TRUE;
  profile->known_languages_only = TRUE;
  g_ptr_array_add (profile->languages_unsure, g_strdup ("python"));
  g_assert_cmpint (sy_profile_tell_language (profile, "javascript"), ==, SY_ANSWER_NO);
  g_assert_cmpint (sy_profile_tell_language (profile, "python"), ==, SY_ANSWER_UNSURE);
  g_assert_cmpint (sy_profile_tell_trait (profile, SY_TRAIT_PYTHON_TEAM), ==, SY_ANSWER_UNSURE);

  result = recommend (profile);
  g_assert_nonnull (get_option (result, 0)->excluded_by);
  g_assert_null (get_option (result, 1)->excluded_by);
  g_assert_null (get_option (result, 2)->excluded_by);
}

static void
test_excluded (void)
{
  g_autoptr(SyProfile) profile = sy_profile_load_example ("crud", rulebook, NULL);
  g_autoptr(SyRecommendation) some = NULL;
  g_autoptr(SyRecommendation) none = NULL;

  g_ptr_array_add (profile->vetoed, g_strdup ("python-threads"));
  profile->known_languages_only = TRUE;
  some = recommend (profile);
  g_assert_cmpstr (get_option (some, 0)->excluded_by, ==, "constraints.known_languages_only");
  g_assert_cmpstr (get_option (some, 1)->excluded_by, ==, "constraints.vetoed");
  g_assert_cmpuint (some->best, ==, 2);
  g_assert_cmpuint (some->rival, ==, 2);
  g_assert_true (some->winner == get_option (some, 2)->option);

  g_ptr_array_add (profile->must_haves, g_strdup ("browser-language"));
  none = recommend (profile);
  g_assert_cmpstr (get_option (none, 2)->excluded_by, ==, "constraints.must_haves[0]");
  g_assert_cmpstr (get_option (none, 2)->missing->id, ==, "browser-language");
  g_assert_null (get_option (none, 1)->missing);
  g_assert_cmpuint (none->best, ==, G_MAXUINT);
  g_assert_null (none->winner);
  g_assert_cmpfloat (none->lead, ==, 0);
}

static void
test_split (void)
{
  g_autoptr(SyProfile) profile = sy_profile_load_example ("chat", rulebook, NULL);
  g_autoptr(SyRecommendation) whole = recommend (profile);
  g_autoptr(SyRecommendation) split = NULL;

  g_assert_null (whole->split[0]);
  profile->answers[SY_QUESTION_DATA_AI] = SY_ANSWER_YES;
  split = recommend (profile);
  g_assert_nonnull (split->split[0]);
  g_assert_cmpint (split->split[0]->trait, ==, SY_TRAIT_REAL_TIME);
  g_assert_cmpint (split->split[1]->trait, ==, SY_TRAIT_DATA_AI);
}

static void
test_rules (void)
{
  g_autoptr(SyProfile) profile = sy_profile_load_example ("streaming", rulebook, NULL);
  g_autoptr(SyRecommendation) result = recommend (profile);
  guint n_supporting = 0;

  g_assert_cmpuint (result->rules->len, >, 1);
  for (guint i = 0; i < result->rules->len; i++)
    {
      const SyRuleResult *rule = &g_array_index (result->rules, SyRuleResult, i);

      n_supporting += rule->supports;
      g_assert_cmpint (rule->supports, ==, rule->rule->fact->side == SY_SIDE_NODE);
    }
  g_assert_cmpuint (n_supporting, ==, result->rules->len - 1);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  knowledge = sy_knowledge_load (NULL, NULL);
  rulebook = sy_rulebook_load (knowledge, NULL, NULL);

  g_test_add_func ("/answers/conditions-have-to-be-met", test_conditions);
  g_test_add_func ("/answers/criteria/left-out-where-done-without", test_left_out);
  g_test_add_func ("/answers/languages/left-open-rules-nothing-out", test_unsure_language);
  g_test_add_func ("/answers/excluded/never-wins", test_excluded);
  g_test_add_func ("/answers/split/names-what-pulls-apart", test_split);
  g_test_add_func ("/answers/rules/apply-or-object", test_rules);

  status = g_test_run ();
  sy_rulebook_free (rulebook);
  sy_knowledge_free (knowledge);
  return status;
}
