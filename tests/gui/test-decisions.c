/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "decision/sy-dossier.h"
#include "gui-fixture.h"
#include "gui/sy-rules.h"
#include "gui/sy-wizard.h"

/* The data folder is the test's own, see with-display.sh; never the person's. */
static void
empty_store (void)
{
  g_auto(GStrv) paths = sy_dossier_list_paths ();

  g_assert_true (g_str_has_prefix (g_get_user_data_dir (), g_get_tmp_dir ()));
  for (guint i = 0; paths[i] != NULL; i++)
    g_assert_cmpint (g_unlink (paths[i]), ==, 0);
}

static guint
count_saved (void)
{
  g_auto(GStrv) paths = sy_dossier_list_paths ();

  return g_strv_length (paths);
}

static GtkWidget *
get_page (gpointer window)
{
  return fixture_find (window, "decisions_page");
}

static const char *
get_shown (gpointer window)
{
  GtkWidget *content = fixture_find (get_page (window), "content");

  return gtk_stack_get_visible_child_name (GTK_STACK (content));
}

static gboolean
shows_advice (gpointer window)
{
  return g_str_equal (get_shown (window), "advice");
}

static gboolean
shows_list (gpointer window)
{
  return g_str_equal (get_shown (window), "list");
}

static gboolean
shows_comparison (gpointer window)
{
  return g_str_equal (get_shown (window), "comparison");
}

static gboolean
shows_welcome (gpointer window)
{
  return g_str_equal (get_shown (window), "welcome");
}

static GtkWidget *
find (gpointer    window,
      const char *id)
{
  GtkWidget *widget = fixture_find (get_page (window), id);

  g_assert_nonnull (widget);
  return widget;
}

static void
click (gpointer    window,
       const char *id)
{
  fixture_click (find (window, id));
  fixture_settle ();
}

static SyWindow *
open_page (void)
{
  SyWindow *window;

  fixture_fill_store (0);
  window = fixture_open_window_at (900, "decisions");

  return window;
}

static void
choose_template (gpointer    window,
                 const char *name)
{
  GtkWidget *row = find (window, "template_row");

  g_assert_true (gtk_widget_activate_action (row, "template.choose", "s", name));
  fixture_settle ();
}

static const SyProfile *
get_answers (gpointer window)
{
  return sy_wizard_get_profile (SY_WIZARD (fixture_find_type (get_page (window),
                                                              SY_TYPE_WIZARD)));
}

static void
go_to_last_step (gpointer window)
{
  for (guint i = 0; i < 4; i++)
    click (window, "next_button");
}

static void
decide_example (gpointer    window,
                const char *name)
{
  gtk_widget_activate_action (window, "win.new-decision", NULL);
  choose_template (window, name);
  go_to_last_step (window);
  click (window, "decide_button");
  fixture_wait_for (shows_advice, window);
}

static void
test_by_clicks (void)
{
  SyWindow *window;
  g_auto(GStrv) paths = NULL;
  g_autoptr(SyDossier) dossier = NULL;
  g_autoptr(GError) error = NULL;

  empty_store ();
  window = open_page ();
  fixture_wait_for (shows_welcome, window);
  click (window, "first_button");
  choose_template (window, "chat");
  go_to_last_step (window);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (window, "progress_label"))), ==,
                   "Step 5 of 5");
  click (window, "decide_button");
  fixture_wait_for (shows_advice, window);

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

  empty_store ();
  window = open_page ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  choose_template (window, "chat");
  for (guint i = 0; i < 4; i++)
    click (window, "skip_button");
  g_assert_cmpuint (get_answers (window)->actions->len, ==, 0);
  g_assert_cmpuint (get_answers (window)->use_cases->len, ==, 0);
  g_assert_false (gtk_widget_get_visible (find (window, "measure_button")));
  click (window, "decide_button");
  fixture_wait_for (shows_advice, window);

  fixture_close_window (window);
}

/* A screen reader may activate what is hidden. */
static void
test_hidden (void)
{
  SyWindow *window;

  empty_store ();
  window = open_page ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  choose_template (window, "chat");
  g_signal_emit_by_name (find (window, "decide_button"), "clicked");
  g_assert_cmpstr (get_shown (window), ==, "wizard");

  go_to_last_step (window);
  g_signal_emit_by_name (find (window, "skip_button"), "clicked");
  g_signal_emit_by_name (find (window, "next_button"), "clicked");
  click (window, "decide_button");
  fixture_wait_for (shows_advice, window);
  g_assert_cmpuint (get_answers (window)->priorities->len, ==, 5);

  fixture_close_window (window);
}

static void
test_remembered (void)
{
  SyWindow *window;

  empty_store ();
  window = open_page ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  choose_template (window, "shop");
  click (window, "next_button");
  fixture_show_page (window, "criteria");
  fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (window, "progress_label"))), ==,
                   "Step 2 of 5");
  click (window, "back_button");
  click (window, "back_button");
  fixture_wait_for (shows_welcome, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (window, "name_row"))), !=, "");

  fixture_close_window (window);
}

static void
test_wrong_amount (void)
{
  SyWindow *window;
  GtkWidget *row;

  empty_store ();
  window = open_page ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  click (window, "next_button");
  click (window, "next_button");
  row = find (window, "peak_row");
  gtk_editable_set_text (GTK_EDITABLE (row), "many");
  click (window, "next_button");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (window, "progress_label"))), ==,
                   "Step 3 of 5");
  g_assert_true (gtk_widget_get_visible (find (window, "problem_label")));
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_editable_set_text (GTK_EDITABLE (row), "3 k/s");
  g_assert_false (gtk_widget_get_visible (find (window, "problem_label")));
  click (window, "next_button");
  g_assert_cmpfloat (get_answers (window)->peak_per_s, ==, 3000);

  fixture_close_window (window);
}

static const char *
get_priority (gpointer window,
              guint    place)
{
  click (window, "back_button");
  click (window, "next_button");

  return get_answers (window)->priorities->pdata[place];
}

static void
test_priorities (void)
{
  SyWindow *window;

  empty_store ();
  window = open_page ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  choose_template (window, "public-api");
  go_to_last_step (window);
  g_assert_cmpstr (get_priority (window, 0), ==, "api");
  gtk_widget_activate_action (find (window, "place_label"), "priority.down", NULL);
  fixture_settle ();
  g_assert_cmpstr (get_priority (window, 0), ==, "performance");
  gtk_widget_activate_action (find (window, "place_label"), "priority.remove", NULL);
  fixture_settle ();
  g_assert_cmpuint (get_answers (window)->priorities->len, ==, 4);
  g_assert_cmpstr (get_priority (window, 0), !=, "performance");

  fixture_close_window (window);
}

/* A minute is long for a test, so it is stopped when its first turns are complete. */
static gboolean
has_complete_turn (gpointer window)
{
  const char *label = gtk_label_get_label (GTK_LABEL (find (window, "turn_label")));

  return g_str_has_prefix (label, "Turn 2");
}

static void
test_measured (void)
{
  SyWindow *window;
  g_auto(GStrv) paths = NULL;
  g_autoptr(SyDossier) dossier = NULL;
  const char *problem;

  empty_store ();
  window = open_page ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  choose_template (window, "chat");
  go_to_last_step (window);
  click (window, "measure_button");
  fixture_wait_for (has_complete_turn, window);
  g_assert_cmpstr (get_shown (window), ==, "running");
  click (window, "stop_button");
  fixture_wait_for (shows_advice, window);
  g_assert_cmpuint (fixture_count_saved (), ==, 1);

  paths = sy_dossier_list_paths ();
  g_assert_cmpuint (g_strv_length (paths), ==, 1);
  dossier = sy_dossier_load (paths[0], sy_rules_get (NULL), NULL);
  g_assert_nonnull (dossier);
  g_assert_cmpuint (dossier->runs->len, ==, 1);
  problem = gtk_label_get_label (GTK_LABEL (fixture_find (find (window, "advice_view"),
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

  empty_store ();
  window = open_page ();
  decide_example (window, "chat");
  g_signal_emit_by_name (find (window, "adjust_button"), "clicked");
  fixture_settle ();
  scale = fixture_find_type (find (window, "weights_box"), GTK_TYPE_SCALE);
  g_assert_nonnull (scale);
  gtk_range_set_value (GTK_RANGE (scale), 0);
  fixture_wait_for (is_adjusted, window);
  g_assert_true (gtk_widget_is_sensitive (find (window, "reset_button")));

  fixture_close_window (window);
}

static gboolean
is_empty_store (gpointer data)
{
  return count_saved () == 0;
}

static void
test_deleted (void)
{
  SyWindow *window;

  empty_store ();
  window = open_page ();
  decide_example (window, "chat");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete", NULL);
  fixture_wait_for (shows_welcome, window);
  g_assert_cmpuint (count_saved (), ==, 1);
  fixture_close_window (window);
  fixture_wait_for (is_empty_store, NULL);
}

/* As a file has them, which are for no one to read. */
static gboolean
shows_words_of_file (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      const char *text = gtk_label_get_label (GTK_LABEL (widget));

      return strchr (text, '{') != NULL || strstr (text, "single") != NULL
             || strstr (text, "use-") != NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_words_of_file (child))
      return TRUE;

  return FALSE;
}

static void
test_compared (void)
{
  GtkListBox *list;
  SyWindow *window;

  empty_store ();
  window = open_page ();
  decide_example (window, "chat");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  fixture_wait_for (shows_list, window);
  decide_example (window, "crud");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  fixture_wait_for (shows_list, window);

  list = GTK_LIST_BOX (find (window, "list"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.select", NULL);
  for (int i = 0; i < 2; i++)
    g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, i));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "compare"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.compare", NULL);
  fixture_wait_for (shows_comparison, window);
  g_assert_false (shows_words_of_file (find (window, "comparison")));

  fixture_close_window (window);
}

static void
test_damaged (void)
{
  g_autofree char *folder = sy_dossier_get_folder ();
  g_autofree char *path = g_build_filename (folder, "2026-11-29T10-15-02Z-3f2a.steelyard-decision",
                                            NULL);
  g_autoptr(GError) error = NULL;
  GtkListBox *list;
  SyWindow *window;

  empty_store ();
  sy_file_save (path, "{ \"format\": ", 12, SY_FILE_REPLACE, &error);
  g_assert_no_error (error);
  window = open_page ();
  fixture_wait_for (shows_list, window);
  list = GTK_LIST_BOX (find (window, "list"));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  g_assert_cmpstr (get_shown (window), ==, "problem");
  g_assert_cmpuint (count_saved (), ==, 1);

  fixture_close_window (window);
  empty_store ();
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
  g_test_add_func ("/decisions/wizard/wrong-amount-stays", test_wrong_amount);
  g_test_add_func ("/decisions/wizard/priorities-move", test_priorities);
  g_test_add_func ("/decisions/wizard/measured", test_measured);
  g_test_add_func ("/decisions/advice/adjusted-is-kept", test_adjusted);
  g_test_add_func ("/decisions/saved/deleted-when-the-window-closes", test_deleted);
  g_test_add_func ("/decisions/saved/two-compared", test_compared);
  g_test_add_func ("/decisions/saved/damaged-says-so", test_damaged);

  return g_test_run ();
}
