/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "core/sy-json.h"
#include "decision/sy-decision.h"
#include "decision/sy-dossier.h"
#include "decision/sy-weights.h"

static SyKnowledge *knowledge;
static SyRulebook *rulebook;

static SyDossier *
make_dossier (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyProfile) profile = sy_profile_load_example ("chat", rulebook, &error);
  SyDossier *dossier;
  guint n_objectives;

  g_assert_no_error (error);
  dossier = sy_dossier_new (profile);
  sy_knowledge_get_objectives (knowledge, &n_objectives);
  g_ptr_array_add (dossier->runs, g_strdup ("2026-11-28T10-15-02Z-3f2a"));
  dossier->weights = g_new0 (double, n_objectives);
  dossier->weights[0] = 1;
  dossier->answer = sy_rulebook_find_option (rulebook, "node");
  dossier->share = 0.78;

  return dossier;
}

static void
assert_same (const SyDossier *dossier,
             const SyDossier *again)
{
  gsize length, length_again;
  g_autofree char *text = sy_dossier_to_json (dossier, rulebook, &length);
  g_autofree char *text_again = sy_dossier_to_json (again, rulebook, &length_again);

  g_assert_cmpmem (text, length, text_again, length_again);
}

/* However they are moved, none exceeds 1, or it could not be read again. */
static void
test_moved_weights (void)
{
  g_autoptr(SyDossier) dossier = make_dossier ();
  g_autoptr(SyDecision) decision = sy_decision_new (rulebook, dossier->profile, NULL, 0);
  guint n_objectives;
  const SyObjective *const *objectives = sy_knowledge_get_objectives (knowledge, &n_objectives);

  for (guint tenths = 1; tenths < 10; tenths++)
    {
      g_autoptr(SyDossier) again = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *text = NULL;
      gsize length;

      sy_decision_set_weight (decision, objectives[0], 1);
      sy_decision_set_weight (decision, objectives[1], tenths / 10.0);
      sy_decision_set_weight (decision, objectives[0], 0);
      g_free (dossier->weights);
      dossier->weights = sy_weights_copy (sy_decision_get_own_weights (decision), knowledge);
      text = sy_dossier_to_json (dossier, rulebook, &length);
      again = sy_dossier_from_json (text, (gssize) length, "again", rulebook, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (again->weights[1], 1, 1e-12);
      assert_same (dossier, again);
    }
}

static void
test_kept (void)
{
  g_autoptr(SyDossier) dossier = make_dossier ();
  g_autoptr(SyDossier) copy = sy_dossier_copy (dossier, rulebook);
  g_autoptr(SyDossier) again = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = sy_dossier_get_path (dossier);

  g_assert_true (sy_dossier_save (dossier, rulebook, &error));
  g_assert_no_error (error);
  again = sy_dossier_load (path, rulebook, &error);
  g_assert_no_error (error);
  assert_same (dossier, again);
  assert_same (dossier, copy);
  g_assert_cmpstr (again->profile->name, ==, dossier->profile->name);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_listed (void)
{
  g_autoptr(SyDossier) older = make_dossier ();
  g_autoptr(SyDossier) newer = make_dossier ();
  g_auto(GStrv) paths = g_new0 (char *, 3);
  g_auto(GStrv) listed = NULL;

  g_free (older->id);
  older->id = g_strdup ("2026-11-27T10-15-02Z-3f2a");
  g_free (newer->id);
  newer->id = g_strdup ("2026-11-28T10-15-02Z-3f2a");
  g_assert_true (sy_dossier_save (older, rulebook, NULL));
  g_assert_true (sy_dossier_save (newer, rulebook, NULL));
  paths[0] = sy_dossier_get_path (newer);
  paths[1] = sy_dossier_get_path (older);

  listed = sy_dossier_list_paths ();
  g_assert_cmpuint (g_strv_length (listed), ==, 2);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_assert_cmpstr (listed[i], ==, paths[i]);
      g_assert_cmpint (g_unlink (paths[i]), ==, 0);
    }
}

/* What is damaged is told by its place, whatever it is. */
static void
test_damaged (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *message;
  } damages[] = {
    { "steelyard-saved-decision", "steelyard-decision", "format" },
    { "\"schema_version\": 1", "\"schema_version\": 9", "later version" },
    { "\"id\": \"20", "\"id\": \"../20", "id" },
    { "\"created\": \"20", "\"created\": \"x20", "created" },
    { "\"runs\": [\"20", "\"runs\": [\"/20", "runs[0]" },
    { "\"load\": 1", "\"load\": 2", "weights.load" },
    { "\"option\": \"node\"", "\"option\": \"nod\"", "answer.option" },
    { "steelyard-profile", "profile", "profile: format" },
  };
  g_autoptr(SyDossier) dossier = make_dossier ();
  gsize length;
  g_autofree char *text = sy_dossier_to_json (dossier, rulebook, &length);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr(GString) damaged = g_string_new (text);
      g_autoptr(GError) error = NULL;

      g_assert_cmpuint (g_string_replace (damaged, damages[i].from, damages[i].to, 1), ==, 1);
      g_assert_null (sy_dossier_from_json (damaged->str, -1, "file", rulebook, &error));
      g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, "file"));
      g_assert_nonnull (strstr (error->message, damages[i].message));
    }
}

static void
test_cut_short (void)
{
  g_autoptr(SyDossier) dossier = make_dossier ();
  gsize length;
  g_autofree char *text = sy_dossier_to_json (dossier, rulebook, &length);

  for (gsize i = 0; i + 2 < length; i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (sy_dossier_from_json (text, (gssize) i, "file", rulebook, &error));
      g_assert_nonnull (error);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("steelyard-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  knowledge = sy_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  rulebook = sy_rulebook_load (knowledge, NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/dossier/kept/reads-back", test_kept);
  g_test_add_func ("/dossier/weights/can-be-read-however-they-were-moved", test_moved_weights);
  g_test_add_func ("/dossier/listed/newest-first", test_listed);
  g_test_add_func ("/dossier/damaged/says-where", test_damaged);
  g_test_add_func ("/dossier/damaged/cut-short", test_cut_short);

  status = g_test_run ();
  sy_rulebook_free (rulebook);
  sy_knowledge_free (knowledge);

  return status;
}
