/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "core/sy-json.h"
#include "decision/sy-profile.h"

#define HEAD "{\"format\": \"steelyard-profile\", \"schema_version\": 1"

static SyKnowledge *knowledge;
static SyRulebook *rulebook;

static SyProfile *
read_text (const char  *text,
           GError     **error)
{
  return sy_profile_from_json (text, -1, "profile.json", rulebook, error);
}

static void
assert_same (const SyProfile *profile,
             const SyProfile *again)
{
  gsize length, length_again;
  g_autofree char *text = sy_profile_to_json (profile, &length);
  g_autofree char *text_again = sy_profile_to_json (again, &length_again);

  g_assert_cmpmem (text, length, text_again, length_again);
}

static void
test_examples (void)
{
  for (guint i = 0; sy_profile_examples[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(SyProfile) profile = sy_profile_load_example (sy_profile_examples[i], rulebook,
                                                              &error);
      g_autoptr(SyProfile) again = NULL;
      g_autoptr(SyProfile) copy = NULL;
      g_autofree char *text = NULL;
      gsize length;

      g_assert_no_error (error);
      g_assert_nonnull (profile->name);
      g_assert_cmpuint (profile->priorities->len, >, 0);
      text = sy_profile_to_json (profile, &length);
      again = read_text (text, &error);
      g_assert_no_error (error);
      copy = sy_profile_copy (profile);
      assert_same (profile, again);
      assert_same (profile, copy);
    }
}

static void
test_unknown_example (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyProfile) profile = sy_profile_load_example ("bakery", rulebook, &error);

  g_assert_null (profile);
  g_assert_error (error, SY_PROFILE_ERROR, SY_PROFILE_ERROR_NOT_FOUND);
}

/* What nobody answered is unsure, whatever is asked. */
static void
test_unsure (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyProfile) profile = read_text (HEAD "}", &error);
  g_autoptr(SyProfile) fresh = sy_profile_new ();

  g_assert_no_error (error);
  assert_same (profile, fresh);
  for (SyTrait trait = 0; trait < SY_N_TRAITS; trait++)
    g_assert_cmpint (sy_profile_tell_trait (profile, trait), ==, SY_ANSWER_UNSURE);
  g_assert_null (sy_profile_format_steps (profile));
}

static void
test_traits (void)
{
  static const SyTrait met[] = {
    SY_TRAIT_CONCURRENCY, SY_TRAIT_REAL_TIME, SY_TRAIT_WEB, SY_TRAIT_DISTRIBUTED,
    SY_TRAIT_JAVASCRIPT_TEAM, SY_TRAIT_PYTHON_TEAM,
  };
  g_autoptr(SyProfile) profile = sy_profile_load_example ("chat", rulebook, NULL);
  guint expected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (met); i++)
    expected |= 1u << met[i];
  for (SyTrait trait = 0; trait < SY_N_TRAITS; trait++)
    {
      g_assert_cmpint (sy_profile_tell_trait (profile, trait), ==,
                       expected & (1u << trait) ? SY_ANSWER_YES : SY_ANSWER_NO);
      g_assert_nonnull (sy_trait_get_path (trait));
    }
}

/* Data science is not what the articles mean by the web. */
static void
test_web_with_data (void)
{
  g_autoptr(SyProfile) profile = sy_profile_new ();

  profile->answers[SY_QUESTION_WEB] = SY_ANSWER_YES;
  g_assert_cmpint (sy_profile_tell_trait (profile, SY_TRAIT_WEB), ==, SY_ANSWER_YES);
  profile->answers[SY_QUESTION_DATA_AI] = SY_ANSWER_YES;
  g_assert_cmpint (sy_profile_tell_trait (profile, SY_TRAIT_WEB), ==, SY_ANSWER_NO);
}

static void
test_steps (void)
{
  static const struct
  {
    const char *steps;
    const char *on;
    const char *expected;
  } cases[] = {
    { "{\"compute_ms\": 0.2}, {\"wait_ms\": 5}, {\"answer_bytes\": 2048}", "node",
      "c187,w5,b2048" },
    { "{\"compute_ms\": 61}", "python", "c1000" },
    { "{\"compute_ms\": 0.001}, {\"wait_ms\": 0.2}", "node", "c1,w1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (HEAD ", \"request\": {\"computes_on\": \"%s\", "
                                               "\"steps\": [%s]}}", cases[i].on, cases[i].steps);
      g_autoptr(GError) error = NULL;
      g_autoptr(SyProfile) profile = read_text (text, &error);
      g_autofree char *steps = NULL;

      g_assert_no_error (error);
      steps = sy_profile_format_steps (profile);
      g_assert_cmpstr (steps, ==, cases[i].expected);
    }
}

/* Each message names the file and the place in it. */
static void
test_damaged (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "profile.json: not a JSON document: it is empty" },
    { "{}", "profile.json: format: is missing" },
    { "{\"format\": \"steelyard-run\", \"schema_version\": 1}",
      "profile.json: format: “steelyard-run” is not “steelyard-profile”" },
    { "{\"format\": \"steelyard-profile\", \"schema_version\": 2}",
      "profile.json: written by a later version of Steelyard (schema 2): update Steelyard to read "
      "it" },
    { HEAD ", \"prioritys\": []}", "profile.json: prioritys: is not expected here" },
    { HEAD ", \"context\": {\"web\": \"perhaps\"}}",
      "profile.json: context.web: “perhaps” is none of: unsure, no, yes" },
    { HEAD ", \"context\": {\"use_cases\": [\"use-cake\"]}}",
      "profile.json: context.use_cases[0]: There is no “use-cake”" },
    { HEAD ", \"request\": {\"steps\": [{\"wait_ms\": 5, \"compute_ms\": 1}]}}",
      "profile.json: request.steps[0]: is not one of: compute_ms, wait_ms, answer_bytes" },
    { HEAD ", \"request\": {\"steps\": [{\"wait_ms\": -5}]}}",
      "profile.json: request.steps[0].wait_ms: -5 is not between 0.001 and 60000" },
    { HEAD ", \"traffic\": {\"clients\": \"many\"}}",
      "profile.json: traffic.clients: expected a number, found a text" },
    { HEAD ", \"team\": {\"languages\": [\"pyhton\"]}}",
      "profile.json: team.languages[0]: There is no “pyhton”" },
    { HEAD ", \"team\": {\"languages\": [\"python\"], \"languages_unsure\": [\"python\"]}}",
      "profile.json: team.languages_unsure: “python” is there twice" },
    { HEAD ", \"constraints\": {\"vetoed\": [\"node\", \"node\"]}}",
      "profile.json: constraints.vetoed[1]: “node” is there twice" },
    { HEAD ", \"priorities\": [\"popularity\"]}",
      "profile.json: priorities[0]: There is no “popularity”" },
    { HEAD ", \"priorities\": [\"load\", \"risk\", \"people\", \"reach\", \"building\", "
      "\"running\"]}",
      "profile.json: priorities: are more than 5" },
    { HEAD ", \"seed\": -1}",
      "profile.json: seed: -1 is not between 0 and 9223372036854775807" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(SyProfile) profile = read_text (cases[i].text, &error);

      g_assert_null (profile);
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_saved (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("steelyard-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "chat.json", NULL);
  g_autoptr(SyProfile) profile = sy_profile_load_example ("chat", rulebook, NULL);
  g_autoptr(SyProfile) again = NULL;

  g_assert_true (sy_profile_save (profile, path, SY_FILE_KEEP_EXISTING, &error));
  g_assert_false (sy_profile_save (profile, path, SY_FILE_KEEP_EXISTING, NULL));
  again = sy_profile_load (path, rulebook, &error);
  g_assert_no_error (error);
  assert_same (profile, again);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  knowledge = sy_knowledge_load (NULL, NULL);
  rulebook = sy_rulebook_load (knowledge, NULL, NULL);
  g_assert_nonnull (rulebook);

  g_test_add_func ("/profile/examples/come-back-the-same", test_examples);
  g_test_add_func ("/profile/examples/unknown-is-an-error", test_unknown_example);
  g_test_add_func ("/profile/unsure/is-the-default", test_unsure);
  g_test_add_func ("/profile/traits/follow-from-answers", test_traits);
  g_test_add_func ("/profile/traits/web-is-without-data-science", test_web_with_data);
  g_test_add_func ("/profile/steps/are-in-units-of-the-runtime", test_steps);
  g_test_add_func ("/profile/damaged/names-file-and-place", test_damaged);
  g_test_add_func ("/profile/saved/whole-and-never-over-another", test_saved);

  status = g_test_run ();
  sy_rulebook_free (rulebook);
  sy_knowledge_free (knowledge);
  return status;
}
