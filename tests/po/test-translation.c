/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Run in the language of a pseudo-translation, whose texts stand in brackets. */

#include <string.h>

#include "core/sy-json.h"
#include "core/sy-locale.h"
#include "decision/sy-explanation.h"
#include "knowledge/sy-knowledge.h"

static void
assert_translated (const char *text)
{
  if (!g_str_has_prefix (text, "[") || !g_str_has_suffix (text, "~]"))
    g_test_fail_printf ("“%s” is not translated", text);
}

/* Formats made up of macros that xgettext does not know end at the first of them. */
static void
test_numbers (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = json_from_string ("{ \"n\": 5 }", NULL);
  SyJson root = sy_json_root (node, "file", &error);

  sy_json_int (&root, "n", 1, 3);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "[5 ïš ñöt bétwééñ 1 äñd 3 ~"));
}

static SyKnowledge *
load (void)
{
  g_autoptr(GError) error = NULL;
  SyKnowledge *knowledge = sy_knowledge_load (NULL, &error);

  g_assert_no_error (error);

  return knowledge;
}

static void
test_criteria (void)
{
  g_autoptr(SyKnowledge) knowledge = load ();
  guint n_objectives, n_criteria;
  const SyObjective *const *objectives = sy_knowledge_get_objectives (knowledge, &n_objectives);
  const SyCriterion *const *criteria = sy_knowledge_get_criteria (knowledge, &n_criteria);

  for (guint i = 0; i < n_objectives; i++)
    {
      assert_translated (objectives[i]->name);
      assert_translated (objectives[i]->text);
    }
  for (guint i = 0; i < n_criteria; i++)
    {
      assert_translated (criteria[i]->name);
      assert_translated (criteria[i]->question);
      assert_translated (criteria[i]->why);
    }
}

static void
test_sources (void)
{
  g_autoptr(SyKnowledge) knowledge = load ();
  guint n_sources;
  const SySource *const *sources = sy_knowledge_get_sources (knowledge, &n_sources);

  for (guint i = 0; i < n_sources; i++)
    {
      g_assert_false (g_str_has_prefix (sources[i]->name, "["));
      assert_translated (sources[i]->stake);
      assert_translated (sources[i]->cluster->text);
      if (sources[i]->dating != NULL)
        assert_translated (sources[i]->dating);
    }
}

static void
test_trials (void)
{
  g_autoptr(SyKnowledge) knowledge = load ();
  guint n_conditions, n_recipes, n_claims;
  const SyCondition *const *conditions = sy_knowledge_get_conditions (knowledge, &n_conditions);
  const SyRecipe *const *recipes = sy_knowledge_get_recipes (knowledge, &n_recipes);
  const SyClaim *const *claims = sy_knowledge_get_claims (knowledge, &n_claims);

  for (guint i = 0; i < n_conditions; i++)
    assert_translated (conditions[i]->text);
  for (guint i = 0; i < n_recipes; i++)
    {
      assert_translated (recipes[i]->name);
      assert_translated (recipes[i]->text);
    }
  for (guint i = 0; i < n_claims; i++)
    if (claims[i]->obstacle != NULL)
      assert_translated (claims[i]->obstacle->text);
}

/* The evidence stays in the words it was recorded in. */
static void
test_evidence (void)
{
  g_autoptr(SyKnowledge) knowledge = load ();
  guint n_claims;
  const SyClaim *const *claims = sy_knowledge_get_claims (knowledge, &n_claims);

  for (guint i = 0; i < n_claims; i++)
    g_assert_false (g_str_has_prefix (claims[i]->text, "["));
}

/* Which is said where the program is read in another language. */
static void
test_language (void)
{
  assert_translated (sy_knowledge_say_language ());
  assert_translated (sy_sentence_say_language (SY_SENTENCE_RULE_FOR));
  g_assert_null (sy_sentence_say_language (SY_SENTENCE_REASON));
}

int
main (int    argc,
      char **argv)
{
  sy_locale_set_up ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/translation/messages/with-numbers", test_numbers);
  g_test_add_func ("/translation/knowledge/criteria", test_criteria);
  g_test_add_func ("/translation/knowledge/sources", test_sources);
  g_test_add_func ("/translation/knowledge/conditions-recipes-and-obstacles", test_trials);
  g_test_add_func ("/translation/knowledge/evidence-stays", test_evidence);
  g_test_add_func ("/translation/knowledge/language-of-evidence", test_language);

  return g_test_run ();
}
