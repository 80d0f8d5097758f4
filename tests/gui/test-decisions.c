/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "decision/sy-dossier.h"
#include "gui-decisions.h"
#include "gui/sy-rules.h"
#include "gui/sy-team-step.h"
#include "gui/sy-wizard-step.h"
#include "gui/sy-wizard.h"

static const SyProfile *
get_answers (gpointer window)
{
  GtkWidget *page = fixture_find (window, "decisions_page");

  return sy_wizard_get_profile (SY_WIZARD (fixture_find_type (page, SY_TYPE_WIZARD)));
}

static void
test_by_clicks (void)
{
  SyWindow *window;
  g_auto(GStrv) paths = NULL;
  g_autoptr(SyDossier) dossier = NULL;
  g_autoptr(GError) error = NULL;

  decisions_empty_store ();
  window = decisions_open ();
  fixture_wait_for (decisions_show_welcome, window);
  decisions_click (window, "first_button");
  decisions_choose_template (window, "chat");
  decisions_go_to_last_step (window);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (decisions_find (window, "progress_label"))), ==,
                   "Step 5 of 5");
  decisions_click (window, "decide_button");
  fixture_wait_for (decisions_show_advice, window);

  paths = sy_dossier_list_paths ();
  g_assert_cmpuint (g_strv_length (paths), ==, 1);
  dossier = sy_dossier_load (paths[0], sy_rules_get (NULL), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dossier->profile->name, ==, "Chat");
  g_assert_nonnull (dossier->answer);
  g_assert_cmpuint (dossier->runs->len, ==, 0);

  fixture_close_window (window);
}

/* Whoever skips everything is unsure of everything, and nothing is put into their mouth. */
static void
test_skipped (void)
{
  SyWindow *window;

  decisions_empty_store ();
  window = decisions_open ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  decisions_choose_template (window, "chat");
  for (guint i = 0; i < 4; i++)
    decisions_click (window, "skip_button");
  g_assert_cmpuint (get_answers (window)->actions->len, ==, 0);
  g_assert_cmpuint (get_answers (window)->use_cases->len, ==, 0);
  g_assert_false (gtk_widget_get_visible (decisions_find (window, "measure_button")));
  decisions_click (window, "decide_button");
  fixture_wait_for (decisions_show_advice, window);

  fixture_close_window (window);
}

/* A screen reader may activate what is hidden. */
static void
test_hidden (void)
{
  SyWindow *window;

  decisions_empty_store ();
  window = decisions_open ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  decisions_choose_template (window, "chat");
  g_signal_emit_by_name (decisions_find (window, "decide_button"), "clicked");
  g_assert_cmpstr (decisions_get_shown (window), ==, "wizard");

  decisions_go_to_last_step (window);
  g_signal_emit_by_name (decisions_find (window, "skip_button"), "clicked");
  g_signal_emit_by_name (decisions_find (window, "next_button"), "clicked");
  decisions_click (window, "decide_button");
  fixture_wait_for (decisions_show_advice, window);
  g_assert_cmpuint (get_answers (window)->priorities->len, ==, 5);

  fixture_close_window (window);
}

static void
test_remembered (void)
{
  SyWindow *window;

  decisions_empty_store ();
  window = decisions_open ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  decisions_choose_template (window, "shop");
  decisions_click (window, "next_button");
  fixture_show_page (window, "criteria");
  fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (decisions_find (window, "progress_label"))), ==,
                   "Step 2 of 5");
  decisions_click (window, "back_button");
  decisions_click (window, "back_button");
  fixture_wait_for (decisions_show_welcome, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (decisions_find (window, "name_row"))), !=,
                   "");

  fixture_close_window (window);
}

/* What was left open comes back as it was, and not as “No”. */
static void
test_left_open (void)
{
  GtkWidget *step = g_object_ref_sink (g_object_new (SY_TYPE_TEAM_STEP, NULL));
  g_autoptr(SyProfile) profile = sy_profile_new ();
  g_autoptr(SyProfile) answered = sy_profile_new ();

  profile->has_languages = TRUE;
  g_ptr_array_add (profile->languages, g_strdup ("javascript"));
  g_ptr_array_add (profile->languages_unsure, g_strdup ("python"));
  sy_wizard_step_show (SY_WIZARD_STEP (step), profile);
  g_assert_true (sy_wizard_step_answer (SY_WIZARD_STEP (step), answered));
  g_assert_cmpint (sy_profile_tell_language (answered, "javascript"), ==, SY_ANSWER_YES);
  g_assert_cmpint (sy_profile_tell_language (answered, "python"), ==, SY_ANSWER_UNSURE);

  g_object_unref (step);
}

static void
test_wrong_amount (void)
{
  SyWindow *window;
  GtkWidget *row;

  decisions_empty_store ();
  window = decisions_open ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  decisions_click (window, "next_button");
  decisions_click (window, "next_button");
  row = decisions_find (window, "peak_row");
  gtk_editable_set_text (GTK_EDITABLE (row), "many");
  decisions_click (window, "next_button");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (decisions_find (window, "progress_label"))), ==,
                   "Step 3 of 5");
  g_assert_true (gtk_widget_get_visible (decisions_find (window, "problem_label")));
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_editable_set_text (GTK_EDITABLE (row), "3 k/s");
  g_assert_false (gtk_widget_get_visible (decisions_find (window, "problem_label")));
  decisions_click (window, "next_button");
  g_assert_cmpfloat (get_answers (window)->peak_per_s, ==, 3000);

  fixture_close_window (window);
}

static const char *
get_priority (gpointer window,
              guint    place)
{
  decisions_click (window, "back_button");
  decisions_click (window, "next_button");

  return get_answers (window)->priorities->pdata[place];
}

static void
test_priorities (void)
{
  SyWindow *window;

  decisions_empty_store ();
  window = decisions_open ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  decisions_choose_template (window, "public-api");
  decisions_go_to_last_step (window);
  g_assert_cmpstr (get_priority (window, 0), ==, "api");
  gtk_widget_activate_action (decisions_find (window, "place_label"), "priority.down", NULL);
  fixture_settle ();
  g_assert_cmpstr (get_priority (window, 0), ==, "performance");
  gtk_widget_activate_action (decisions_find (window, "place_label"), "priority.remove", NULL);
  fixture_settle ();
  g_assert_cmpuint (get_answers (window)->priorities->len, ==, 4);
  g_assert_cmpstr (get_priority (window, 0), !=, "performance");

  fixture_close_window (window);
}

/* A minute is long for a test, so it is stopped when its first turns are complete. */
static gboolean
has_complete_turn (gpointer window)
{
  const char *label = gtk_label_get_label (GTK_LABEL (decisions_find (window, "turn_label")));

  return g_str_has_prefix (label, "Turn 2");
}

static void
test_measured (void)
{
  SyWindow *window;
  g_auto(GStrv) paths = NULL;
  g_autoptr(SyDossier) dossier = NULL;
  const char *problem;

  decisions_empty_store ();
  window = decisions_open ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  decisions_choose_template (window, "chat");
  decisions_go_to_last_step (window);
  decisions_click (window, "measure_button");
  fixture_wait_for (has_complete_turn, window);
  g_assert_cmpstr (decisions_get_shown (window), ==, "running");
  decisions_click (window, "stop_button");
  fixture_wait_for (decisions_show_advice, window);
  g_assert_cmpuint (fixture_count_saved (), ==, 1);

  paths = sy_dossier_list_paths ();
  g_assert_cmpuint (g_strv_length (paths), ==, 1);
  dossier = sy_dossier_load (paths[0], sy_rules_get (NULL), NULL);
  g_assert_nonnull (dossier);
  g_assert_cmpuint (dossier->runs->len, ==, 1);
  problem = gtk_label_get_label (GTK_LABEL (fixture_find (decisions_find (window, "advice_view"),
                                                             "problem_label")));
  g_assert_nonnull (strstr (problem, dossier->runs->pdata[0]));

  fixture_close_window (window);
}

static gboolean
is_adjusted (gpointer data)
{
  g_auto(GStrv) paths = sy_dossier_list_paths ();
  g_autoptr(SyDossier) dossier = sy_dossier_load (paths[0], sy_rules_get (NULL), NULL);

  return dossier != NULL && dossier->weights != NULL;
}

static void
test_adjusted (void)
{
  SyWindow *window;
  GtkWidget *scale;

  decisions_empty_store ();
  window = decisions_open ();
  decisions_decide (window, "chat");
  g_signal_emit_by_name (decisions_find (window, "adjust_button"), "clicked");
  fixture_settle ();
  scale = fixture_find_type (decisions_find (window, "weights_box"), GTK_TYPE_SCALE);
  g_assert_nonnull (scale);
  gtk_range_set_value (GTK_RANGE (scale), 0);
  fixture_wait_for (is_adjusted, window);
  g_assert_true (gtk_widget_is_sensitive (decisions_find (window, "reset_button")));

  fixture_close_window (window);
}

int
main (int    argc,
      char **argv)
{
  fixture_test_init (&argc, &argv);

  g_test_add_func ("/decisions/wizard/by-clicks", test_by_clicks);
  g_test_add_func ("/decisions/wizard/skipped-is-unsure", test_skipped);
  g_test_add_func ("/decisions/wizard/hidden-buttons-do-nothing", test_hidden);
  g_test_add_func ("/decisions/wizard/answers-are-remembered", test_remembered);
  g_test_add_func ("/decisions/wizard/left-open-stays-so", test_left_open);
  g_test_add_func ("/decisions/wizard/wrong-amount-stays", test_wrong_amount);
  g_test_add_func ("/decisions/wizard/priorities-move", test_priorities);
  g_test_add_func ("/decisions/wizard/measured", test_measured);
  g_test_add_func ("/decisions/advice/adjusted-is-kept", test_adjusted);

  return g_test_run ();
}
