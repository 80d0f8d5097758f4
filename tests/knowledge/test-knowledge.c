/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "knowledge-fixture.h"
#include "knowledge/sy-knowledge.h"
#include "server/sy-server.h"
#include "server/sy-workload.h"

static SyKnowledge *
load (const char *folder)
{
  g_autoptr(GError) error = NULL;
  SyKnowledge *knowledge = sy_knowledge_load (folder, &error);

  g_assert_no_error (error);
  g_assert_nonnull (knowledge);

  return knowledge;
}

static void
test_counts (void)
{
  g_autoptr(SyKnowledge) knowledge = load (NULL);
  guint n_items;

  sy_knowledge_get_sources (knowledge, &n_items);
  g_assert_cmpuint (n_items, ==, 5);
  sy_knowledge_get_objectives (knowledge, &n_items);
  g_assert_cmpuint (n_items, ==, 6);
  sy_knowledge_get_criteria (knowledge, &n_items);
  g_assert_cmpuint (n_items, >=, 25);
  sy_knowledge_get_claims (knowledge, &n_items);
  g_assert_cmpuint (n_items, >=, 300);
  sy_knowledge_get_doubts (knowledge, &n_items);
  g_assert_cmpuint (n_items, >=, 80);
  sy_knowledge_get_recipes (knowledge, &n_items);
  g_assert_cmpuint (n_items, <=, 15);
}

/* Its bullets speak for Node.js, its last line for Python: all of them are disputed. */
static void
test_first_article (void)
{
  g_autoptr(SyKnowledge) knowledge = load (NULL);
  const SySource *source = sy_knowledge_find_source (knowledge, "capital-numbers");
  const SyCriterion *criterion = sy_knowledge_find_criterion (knowledge, "performance");
  const SySourceVerdict *verdict = sy_knowledge_find_verdict (knowledge, source, criterion);
  guint n_claims, n_found = 0, n_for_node = 0;
  const SyClaim *const *claims = sy_knowledge_get_claims (knowledge, &n_claims);

  g_assert_cmpint (verdict->judgement, ==, SY_JUDGEMENT_PYTHON);
  g_assert_cmpint (verdict->contradicting, ==, SY_SIDE_NODE);
  g_assert_true (verdict->is_stated);

  for (guint i = 0; i < n_claims; i++)
    if (claims[i]->source == source && claims[i]->criterion == criterion)
      {
        g_assert_true (sy_claim_is_disputed (claims[i]));
        n_for_node += sy_claim_get_favoured (claims[i]) == SY_SIDE_NODE;
        n_found++;
      }
  g_assert_cmpuint (n_found, >, 8);
  g_assert_cmpuint (n_for_node, >, n_found / 2);
}

/* What nothing refers to would be shown to nobody. */
static void
test_all_used (void)
{
  g_autoptr(SyKnowledge) knowledge = load (NULL);
  g_autoptr(GHashTable) used = g_hash_table_new (NULL, NULL);
  guint n_claims, n_doubts, n_recipes, n_references, n_criteria;
  const SyClaim *const *claims = sy_knowledge_get_claims (knowledge, &n_claims);
  const SyDoubt *const *doubts = sy_knowledge_get_doubts (knowledge, &n_doubts);
  const SyRecipe *const *recipes = sy_knowledge_get_recipes (knowledge, &n_recipes);
  const SyReference *const *references = sy_knowledge_get_references (knowledge, &n_references);
  const SyCriterion *const *criteria = sy_knowledge_get_criteria (knowledge, &n_criteria);

  for (guint i = 0; i < n_claims; i++)
    {
      g_hash_table_add (used, (gpointer) claims[i]->recipe);
      g_hash_table_add (used, (gpointer) claims[i]->criterion);
    }
  for (guint i = 0; i < n_doubts; i++)
    for (guint j = 0; j < doubts[i]->references->len; j++)
      g_hash_table_add (used, doubts[i]->references->pdata[j]);

  for (guint i = 0; i < n_recipes; i++)
    g_assert_true (g_hash_table_contains (used, recipes[i]));
  for (guint i = 0; i < n_references; i++)
    g_assert_true (g_hash_table_contains (used, references[i]));
  for (guint i = 0; i < n_criteria; i++)
    g_assert_true (g_hash_table_contains (used, criteria[i]));
}

/* Every recipe would confirm what speaks for the loop or against the lock. */
static void
test_opposites (void)
{
  g_autoptr(SyKnowledge) knowledge = load (NULL);
  guint n_claims;
  const SyClaim *const *claims = sy_knowledge_get_claims (knowledge, &n_claims);

  for (guint i = 0; i < n_claims; i++)
    if (claims[i]->recipe != NULL)
      g_assert_cmpint (sy_claim_get_favoured (claims[i]), ==,
                       claims[i]->is_opposite ? SY_SIDE_PYTHON : SY_SIDE_NODE);
}

/* The servers within the program, and the runtimes that may be found on a machine. */
static gboolean
is_arm (const char *id)
{
  static const char *const runtimes[] = { "node", "python", "python-asyncio", NULL };
  guint n_arms;
  const SyArm *arms = sy_arms_get (&n_arms);

  for (guint i = 0; i < n_arms; i++)
    if (g_str_equal (arms[i].id, id))
      return TRUE;

  return g_strv_contains (runtimes, id);
}

static void
test_recipes (void)
{
  g_autoptr(SyKnowledge) knowledge = load (NULL);
  guint n_recipes;
  const SyRecipe *const *recipes = sy_knowledge_get_recipes (knowledge, &n_recipes);

  for (guint i = 0; i < n_recipes; i++)
    {
      g_autoptr(GError) error = NULL;
      SyWorkload workload;

      sy_workload_parse (recipes[i]->program, &workload, &error);
      g_assert_no_error (error);
      g_assert_true (is_arm (recipes[i]->arms[0]));
      g_assert_true (is_arm (recipes[i]->arms[1]));
    }
}

static void
test_workloads (void)
{
  g_autoptr(SyKnowledge) knowledge = load (NULL);
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_criteria, n_workloads;
  const SyCriterion *const *criteria = sy_knowledge_get_criteria (knowledge, &n_criteria);
  const SyNamedWorkload *workloads = sy_workloads_get (&n_workloads);

  for (guint i = 0; i < n_workloads; i++)
    g_hash_table_add (known, (gpointer) workloads[i].id);
  for (guint i = 0; i < n_criteria; i++)
    for (const char **id = criteria[i]->workloads; *id != NULL; id++)
      g_assert_true (g_hash_table_contains (known, *id));
}

/* Architecture, use cases, popularity, adoption and outlook explain; all else weighs. */
static void
test_weights (void)
{
  static const char *const explaining[] = {
    "architecture", "use-cases", "popularity", "adoption", "outlook", NULL
  };
  g_autoptr(SyKnowledge) knowledge = load (NULL);
  guint n_criteria;
  const SyCriterion *const *criteria = sy_knowledge_get_criteria (knowledge, &n_criteria);

  for (guint i = 0; i < n_criteria; i++)
    g_assert_true (criteria[i]->weighs != g_strv_contains (explaining, criteria[i]->id));
}

static void
test_from_folder (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "knowledge",
                                                   NULL);
  g_autoptr(SyKnowledge) built_in = load (NULL);
  g_autoptr(SyKnowledge) read = load (folder);
  guint n_claims, n_read;
  const SyClaim *const *claims = sy_knowledge_get_claims (built_in, &n_claims);
  const SyClaim *const *read_claims = sy_knowledge_get_claims (read, &n_read);

  g_assert_cmpuint (n_claims, ==, n_read);
  for (guint i = 0; i < n_claims; i++)
    {
      g_assert_cmpstr (claims[i]->id, ==, read_claims[i]->id);
      g_assert_cmpstr (claims[i]->text, ==, read_claims[i]->text);
      g_assert_true (claims[i] == sy_knowledge_find_claim (built_in, claims[i]->id));
    }
}

static void
test_no_folder (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyKnowledge) knowledge = sy_knowledge_load ("/no-such-folder", &error);

  g_assert_null (knowledge);
  g_assert_true (g_str_has_prefix (error->message, "/no-such-folder/criteria.json: "));
}

static void
test_sample (void)
{
  g_autofree char *bundle = sample_read ();
  g_autoptr(GError) error = NULL;
  g_autoptr(SyKnowledge) knowledge = sample_load (bundle, -1, &error);
  const SyClaim *first, *second, *third, *last;
  guint n_recipes;
  const SyRecipe *const *recipes;

  g_assert_no_error (error);
  first = sy_knowledge_find_claim (knowledge, "a-1");
  second = sy_knowledge_find_claim (knowledge, "a-2");
  third = sy_knowledge_find_claim (knowledge, "b-1");
  last = sy_knowledge_find_claim (knowledge, "b-2");
  recipes = sy_knowledge_get_recipes (knowledge, &n_recipes);

  g_assert_cmpint (sy_claim_get_favoured (first), ==, SY_SIDE_NODE);
  g_assert_cmpint (sy_claim_get_favoured (second), ==, SY_SIDE_PYTHON);
  g_assert_cmpint (sy_claim_get_favoured (third), ==, SY_SIDE_NODE);
  g_assert_cmpint (sy_claim_get_favoured (last), ==, SY_SIDE_NEITHER);
  g_assert_cmpuint (first->doubts->len, ==, 1);
  g_assert_cmpuint (second->doubts->len, ==, 2);
  g_assert_false (sy_claim_is_disputed (last));
  g_assert_cmpstr (first->figure, ==, "10x");
  g_assert_true (first->recipe == sy_knowledge_find_recipe (knowledge, "waiting"));
  g_assert_null (first->obstacle);
  g_assert_false (first->is_opposite);
  g_assert_true (second->is_opposite);
  g_assert_cmpuint (third->verdict->branches->len, ==, 1);
  g_assert_cmpuint (first->source->cluster->n_sources, ==, 2);
  g_assert_null (third->source->publisher);
  g_assert_cmpuint (recipes[0]->n_connections, ==, 64);
  g_assert_true (recipes[0]->is_greater);
  g_assert_cmpfloat (recipes[1]->share_of_capacity, ==, 0.5);
  g_assert_null (sy_knowledge_find_verdict (knowledge, first->source, last->criterion));
}

static void
test_language (void)
{
  g_assert_null (sy_knowledge_say_language ());
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/knowledge/has-its-counts", test_counts);
  g_test_add_func ("/knowledge/first-article/disputes-itself", test_first_article);
  g_test_add_func ("/knowledge/has-nothing-unused", test_all_used);
  g_test_add_func ("/knowledge/recipes/can-be-run", test_recipes);
  g_test_add_func ("/knowledge/recipes/expected-or-opposite", test_opposites);
  g_test_add_func ("/knowledge/criteria/name-workloads", test_workloads);
  g_test_add_func ("/knowledge/criteria/weigh-or-explain", test_weights);
  g_test_add_func ("/knowledge/folder/same-as-built-in", test_from_folder);
  g_test_add_func ("/knowledge/folder/names-missing-file", test_no_folder);
  g_test_add_func ("/knowledge/sample/is-tied-together", test_sample);
  g_test_add_func ("/knowledge/language/not-told-in-english", test_language);

  return g_test_run ();
}
