/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-criteria-chart.h"

#include <string.h>

typedef struct
{
  SyKnowledge *knowledge;
  GPtrArray   *evidence;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->knowledge = sy_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  fixture->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_evidence_free);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->evidence);
  sy_knowledge_free (fixture->knowledge);
}

static void
add_evidence (Fixture    *fixture,
              const char *recipe,
              double      ratio)
{
  SyEvidence *evidence = g_new0 (SyEvidence, 1);

  evidence->recipe = g_strdup (recipe);
  evidence->run = g_strdup ("2026-11-21T10-15-02Z-3f2a");
  evidence->measured = g_date_time_new_utc (2026, 11, 21, 10, 15, 2);
  evidence->outcome = SY_OUTCOME_CONFIRMED;
  evidence->has_figures = TRUE;
  evidence->comparison.ratio = (SyInterval) { ratio, ratio * 0.9, ratio * 1.1 };
  g_ptr_array_add (fixture->evidence, evidence);
}

static gboolean
has_cell (const SyTable *table,
          const char    *name,
          const char    *text)
{
  for (guint i = 0; i < sy_table_count_rows (table); i++)
    if (g_str_equal (sy_table_get_cell (table, i, 0)->text, name) &&
        strstr (sy_table_get_cell (table, i, 1)->text, text) != NULL)
      return TRUE;

  return FALSE;
}

static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(SyChart) chart = sy_criteria_chart_new (fixture->knowledge, fixture->evidence);
  g_autoptr(SyTable) table = sy_chart_make_table (chart);

  g_assert_true (has_cell (table, "Performance",
                           "Capital Numbers: Python; its own text speaks for Node.js"));
  g_assert_true (has_cell (table, "Performance", "Creole Studios: it depends"));
  g_assert_nonnull (strstr (sy_chart_get_sentence (chart), "Performance: disputed"));
}

static void
test_one (Fixture       *fixture,
          gconstpointer  data)
{
  const SyCriterion *criterion = sy_knowledge_find_criterion (fixture->knowledge, "performance");
  g_autoptr(SyChart) chart = NULL;
  g_autoptr(SyTable) table = NULL;

  add_evidence (fixture, "waiting-capacity", 1.25);
  chart = sy_criterion_chart_new (fixture->knowledge, criterion, fixture->evidence);
  table = sy_chart_make_table (chart);

  g_assert_true (has_cell (table, "Creole Studios", "it depends"));
  g_assert_true (has_cell (table, "Mostly waiting, how many", "1.25 times as many requests"));
  g_assert_cmpstr (sy_chart_get_sentence (chart), ==,
                   "3 for Node.js · 1 says it depends · 1 contradicts itself");
}

static guint
count_rows (Fixture    *fixture,
            const char *id)
{
  const SyCriterion *criterion = sy_knowledge_find_criterion (fixture->knowledge, id);
  g_autoptr(SyChart) chart = sy_criterion_chart_new (fixture->knowledge, criterion,
                                                     fixture->evidence);
  g_autoptr(SyTable) table = sy_chart_make_table (chart);

  return sy_table_count_rows (table);
}

/* Nothing has to make way for a figure: it comes into a row that was there. */
static void
test_room (Fixture       *fixture,
           gconstpointer  data)
{
  guint n_before = count_rows (fixture, "performance");
  SyEvidence *evidence;

  add_evidence (fixture, "waiting-capacity", 1.25);
  g_assert_cmpuint (count_rows (fixture, "performance"), ==, n_before);
  add_evidence (fixture, "more-loops", 1.9);
  g_assert_cmpuint (count_rows (fixture, "performance"), ==, n_before);
  add_evidence (fixture, "many-connections", 1.5);
  evidence = fixture->evidence->pdata[fixture->evidence->len - 1];
  evidence->outcome = SY_OUTCOME_UNSOUND;
  evidence->has_figures = FALSE;
  g_assert_cmpuint (count_rows (fixture, "performance"), ==, n_before);
}

static void
test_notes (Fixture       *fixture,
            gconstpointer  data)
{
  const SyCriterion *criterion = sy_knowledge_find_criterion (fixture->knowledge, "performance");
  g_autoptr(SyChart) chart = NULL;
  g_autoptr(SyTable) table = NULL;

  add_evidence (fixture, "waiting-capacity", 1.25);
  ((SyEvidence *) fixture->evidence->pdata[0])->outcome = SY_OUTCOME_UNSOUND;
  chart = sy_criterion_chart_new (fixture->knowledge, criterion, fixture->evidence);
  table = sy_chart_make_table (chart);

  g_assert_true (has_cell (table, "Mostly waiting, how many", "measured, but not valid"));
  g_assert_true (has_cell (table, "A thousand clients", "not tried yet"));
}

/* What compares neither with the other has no place between them. */
static void
test_another_comparison (Fixture       *fixture,
                         gconstpointer  data)
{
  const SyCriterion *criterion = sy_knowledge_find_criterion (fixture->knowledge, "performance");
  g_autoptr(SyChart) before = sy_criterion_strip_new (fixture->knowledge, criterion,
                                                      fixture->evidence);
  g_autoptr(SyChart) after = NULL;
  g_autoptr(SyTable) table_before = sy_chart_make_table (before);
  g_autoptr(SyTable) table_after = NULL;

  add_evidence (fixture, "more-loops", 1.9);
  after = sy_criterion_strip_new (fixture->knowledge, criterion, fixture->evidence);
  table_after = sy_chart_make_table (after);

  g_assert_cmpuint (sy_table_count_rows (table_before), ==, 5);
  g_assert_cmpuint (sy_table_count_rows (table_after), ==, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/criteria-chart/all/every-verdict", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/criteria-chart/one/sources-and-measured", Fixture, NULL, set_up, test_one,
              tear_down);
  g_test_add ("/criteria-chart/one/room-for-what-is-measured", Fixture, NULL, set_up, test_room,
              tear_down);
  g_test_add ("/criteria-chart/one/what-has-no-figure", Fixture, NULL, set_up, test_notes,
              tear_down);
  g_test_add ("/criteria-chart/one/another-comparison", Fixture, NULL, set_up,
              test_another_comparison, tear_down);

  return g_test_run ();
}
