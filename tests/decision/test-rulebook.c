/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "decision/sy-rulebook.h"

#define OPTION(id, more) \
  "{\"id\": \"" id "\", \"name\": \"N\", \"text\": \"T\", \"language\": \"l\", " \
  "\"side\": \"node\", \"arms\": []" more "}"
#define OPTIONS(list) "{\"options\": [" list "], \"must_haves\": []}"
#define ALL_RULES(list, needs) "{\"rules\": [" list "], \"parts\": [], " \
  "\"measurables\": [], \"needs\": [" needs "], \"asynchronous\": []}"
#define RULES(list) ALL_RULES (list, "")

static SyKnowledge *knowledge;

static void
test_built_in (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyRulebook) self = sy_rulebook_load (knowledge, NULL, &error);
  const SyOption *asyncio;

  g_assert_no_error (error);
  g_assert_cmpuint (self->options->len, ==, 3);
  asyncio = sy_rulebook_find_option (self, "python-asyncio");
  g_assert_true (asyncio->between[0] == sy_rulebook_find_option (self, "node"));
  g_assert_true (asyncio->between[1] == sy_rulebook_find_arm (self, "python"));
  g_assert_null (sy_rulebook_find_option (self, "cobol"));
  g_assert_null (sy_rulebook_find_arm (self, "event-loop"));
}

/* A verdict whose condition nobody can meet would never count. */
static void
test_conditions (void)
{
  guint n_conditions;
  const SyCondition *const *conditions = sy_knowledge_get_conditions (knowledge, &n_conditions);

  for (guint i = 0; i < n_conditions; i++)
    g_assert_true (g_strv_contains (sy_trait_names, conditions[i]->id));
}

/* Rules for one side need a condition; those for both are advice. */
static void
test_rules (void)
{
  g_autoptr(SyRulebook) self = sy_rulebook_load (knowledge, NULL, NULL);
  guint n_facts;
  const SySourceFact *const *facts = sy_knowledge_get_facts (knowledge, &n_facts);

  for (guint i = 0; i < n_facts; i++)
    {
      guint n_found = 0;

      if (facts[i]->kind != SY_FACT_RULE)
        continue;
      for (guint j = 0; j < self->rules->len; j++)
        n_found += ((const SyRule *) self->rules->pdata[j])->fact == facts[i];
      g_assert_cmpuint (n_found, ==, facts[i]->side == SY_SIDE_BOTH ? 0 : 1);
    }
}

static SyRulebook *
load_texts (const char  *options,
            const char  *rules,
            GError     **error)
{
  g_autofree char *folder = g_dir_make_tmp ("steelyard-XXXXXX", NULL);
  g_autofree char *options_path = g_build_filename (folder, "options.json", NULL);
  g_autofree char *rules_path = g_build_filename (folder, "rules.json", NULL);
  SyRulebook *self;

  g_assert_true (g_file_set_contents (options_path, options, -1, NULL));
  g_assert_true (g_file_set_contents (rules_path, rules, -1, NULL));
  self = sy_rulebook_load (knowledge, folder, error);
  g_unlink (options_path);
  g_unlink (rules_path);
  g_rmdir (folder);
  return self;
}

static void
test_fourth_option (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyRulebook) self
    = load_texts (OPTIONS (OPTION ("a", "") ", " OPTION ("b", "") ", " OPTION ("c", "") ", "
                           OPTION ("d", ", \"between\": [\"a\", \"c\"]")),
                  RULES (""), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (self->options->len, ==, 4);
}

static void
test_damaged (void)
{
  static const struct
  {
    const char *options;
    const char *rules;
    const char *message;
  } cases[] = {
    { OPTIONS (OPTION ("a", ", \"between\": [\"a\", \"b\"]")), RULES (""),
      "options.json: options[0].between[0]: There is no “a”" },
    { OPTIONS (OPTION ("a", "") ", " OPTION ("a", "")), RULES (""),
      "options.json: options[1].id: “a” is there twice" },
    { OPTIONS (OPTION ("a", ", \"colour\": 1")), RULES (""),
      "options.json: options[0].colour: is not expected here" },
    { OPTIONS (OPTION ("a", "")), RULES ("{\"fact\": \"use-chat\", \"traits\": [\"web\"]}"),
      "rules.json: rules[0].fact: There is no “use-chat”" },
    { OPTIONS (OPTION ("a", "")), RULES ("{\"fact\": \"rule-computing\"}"),
      "rules.json: rules[0]: does not say when the rule applies" },
    { OPTIONS (OPTION ("a", "")),
      RULES ("{\"fact\": \"rule-computing\", \"traits\": [\"sunny\"]}"),
      "rules.json: rules[0].traits[0]: There is no “sunny”" },
    { OPTIONS (OPTION ("a", "")), ALL_RULES ("", "{\"criterion\": \"tea\", \"trait\": \"web\"}"),
      "rules.json: needs[0].criterion: There is no “tea”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(SyRulebook) self = load_texts (cases[i].options, cases[i].rules, &error);

      g_assert_null (self);
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  knowledge = sy_knowledge_load (NULL, NULL);

  g_test_add_func ("/rulebook/built-in/loads", test_built_in);
  g_test_add_func ("/rulebook/built-in/knows-every-condition", test_conditions);
  g_test_add_func ("/rulebook/built-in/knows-every-rule", test_rules);
  g_test_add_func ("/rulebook/options/a-fourth-is-a-file-away", test_fourth_option);
  g_test_add_func ("/rulebook/damaged/names-file-and-place", test_damaged);

  status = g_test_run ();
  sy_knowledge_free (knowledge);
  return status;
}
