/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-clock.h"
#include "gui-fixture.h"
#include "gui-room.h"
#include "gui/sy-saved-row.h"

static GtkListBoxRow *
get_row (SyWindow *window,
         int       n)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (fixture_find (window, "list")), n);
}

static void
activate_row (SyWindow *window,
              int       n)
{
  g_assert_nonnull (get_row (window, n));
  g_signal_emit_by_name (fixture_find (window, "list"), "row-activated", get_row (window, n));
}

static void
act (SyWindow   *window,
     const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture_get_page (window)), action, NULL);
}

static gboolean
can (SyWindow   *window,
     const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

static const char *
get_text (SyWindow   *window,
          const char *id)
{
  return gtk_label_get_label (GTK_LABEL (fixture_find (window, id)));
}

static void
assert_focus_in (SyWindow   *window,
                 const char *id)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_get_mapped (focus));
  g_assert_true (gtk_widget_is_ancestor (focus, fixture_find (window, id)));
}

static SyWindow *
open_selecting (guint n_runs)
{
  SyWindow *window;

  fixture_fill_store (n_runs);
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");
  act (window, "win.select");

  return window;
}

static void
test_marks (void)
{
  SyWindow *window = open_selecting (3);
  GtkWidget *check = fixture_find (get_row (window, 1), "check");

  assert_focus_in (window, "list");
  g_assert_cmpstr (get_text (window, "selection_label"), ==, "Select Runs");
  g_assert_true (gtk_widget_get_mapped (check));
  gtk_test_accessible_assert_state (get_row (window, 1), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  activate_row (window, 1);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_test_accessible_assert_state (get_row (window, 1), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_cmpstr (get_text (window, "selection_label"), ==, "1 Selected");
  g_assert_false (can (window, "compare"));
  act (window, "runs.select-all");
  g_assert_cmpstr (get_text (window, "selection_label"), ==, "3 Selected");
  g_assert_true (can (window, "compare"));
  act (window, "runs.select-all");
  g_assert_false (can (window, "delete"));
  act (window, "runs.stop-selecting");
  g_assert_false (gtk_widget_get_visible (fixture_find (get_row (window, 1), "check")));
  assert_focus_in (window, "list");
  g_assert_true (can (window, "delete"));

  fixture_close_window (window);
}

/* Marks stay while a search hides their rows. */
static void
add_copies (guint n_copies)
{
  g_autofree char *path = fixture_get_run_path (0);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < n_copies; i++)
    {
      g_autofree char *name = g_strdup_printf ("2026-10-01T10-15-%02uZ-3f2a.json", i);
      g_autoptr(GFile) copy = g_file_new_build_filename (folder, name, NULL);
      g_autoptr(GError) error = NULL;

      g_file_copy (file, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

static gboolean
has_rows (gpointer window)
{
  return fixture_count_rows (window) > 0;
}

/* Rows are made bit by bit, but all means all. */
static void
test_all_while_rows_arrive (void)
{
  enum { N_RUNS = 100 };
  SyWindow *window;

  fixture_fill_store (1);
  add_copies (N_RUNS - 1);
  window = SY_WINDOW (sy_window_new (NULL));
  fixture_show_page (window, "measurements");
  fixture_wait_for (has_rows, window);
  g_assert_cmpuint (fixture_count_rows (window), <, N_RUNS);

  act (window, "win.select");
  act (window, "runs.select-all");
  g_assert_cmpstr (get_text (window, "selection_label"), ==, "100 Selected");

  fixture_close_window (window);
}

static void
test_search_keeps_marks (void)
{
  SyWindow *window = open_selecting (3);
  GtkWidget *entry;

  activate_row (window, 0);
  act (window, "win.search");
  entry = fixture_find (fixture_get_page (window), "search_entry");
  gtk_editable_set_text (GTK_EDITABLE (entry), "workstation");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (fixture_count_rows (window), ==, 1);
  activate_row (window, 0);
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpstr (get_text (window, "selection_label"), ==, "2 Selected");
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (gtk_check_button_get_active (GTK_CHECK_BUTTON (
                       fixture_find (get_row (window, i), "check"))), ==, i < 2);

  fixture_close_window (window);
}

static void
test_compare (void)
{
  SyWindow *window = open_selecting (2);

  activate_row (window, 0);
  activate_row (window, 1);
  fixture_click (fixture_find (window, "compare_button"));
  fixture_wait_for_shown (window, "lineup");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (fixture_find (
                     fixture_find (window, "lineup_view"), "title_label"))), ==,
                   "2 runs side by side");
  g_assert_false (can (window, "delete"));
  g_assert_true (can (window, "back"));
  act (window, "win.back");
  assert_focus_in (window, "list");
  fixture_wait_for_shown (window, "result");

  fixture_close_window (window);
}

static void
test_damaged (void)
{
  SyWindow *window;

  fixture_fill_store (1);
  fixture_add_damaged ();
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");
  act (window, "win.select");
  act (window, "runs.select-all");
  g_assert_false (can (window, "compare"));
  gtk_test_accessible_assert_property (fixture_find (window, "compare_button"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "A damaged file cannot be compared");
  g_assert_true (can (window, "delete"));

  fixture_close_window (window);
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* One undo for all, and the keyboard always has a place. */
static void
test_delete (void)
{
  SyWindow *window = open_selecting (3);

  activate_row (window, 0);
  activate_row (window, 2);
  fixture_click (fixture_find (window, "delete_selected_button"));
  g_assert_cmpuint (fixture_count_rows (window), ==, 1);
  g_assert_cmpuint (fixture_count_saved (), ==, 3);
  assert_focus_in (window, "list");
  fixture_wait_for_shown (window, "result");
  fixture_click (find_button (GTK_WIDGET (window), "_Undo"));
  g_assert_cmpuint (fixture_count_rows (window), ==, 3);
  assert_focus_in (window, "list");
  fixture_wait_for_shown (window, "result");

  fixture_close_window (window);
  g_assert_cmpuint (fixture_count_saved (), ==, 3);
}

static void
test_delete_for_good (void)
{
  SyWindow *window = open_selecting (3);

  act (window, "runs.select-all");
  act (window, "win.delete");
  fixture_wait_for_shown (window, "welcome");
  g_assert_nonnull (gtk_root_get_focus (GTK_ROOT (window)));
  fixture_close_window (window);

  g_assert_cmpuint (fixture_count_saved (), ==, 0);
}

/* The button that deletes goes away with what it deletes. */
static void
test_focus_after_delete (void)
{
  SyWindow *window;

  fixture_fill_store (2);
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");
  g_assert_true (gtk_widget_grab_focus (fixture_find (window, "delete_button")));
  fixture_click (fixture_find (window, "delete_button"));
  assert_focus_in (window, "list");
  fixture_wait_for_shown (window, "result");
  assert_focus_in (window, "list");

  fixture_close_window (window);
}

static void
test_focus_after_stop (void)
{
  g_autoptr(SyPlan) plan = fixture_make_plan (2, 60 * SY_NS_PER_S);
  SyWindow *window;

  fixture_fill_store (1);
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");
  sy_measurements_page_measure (fixture_get_page (window), plan);
  fixture_wait_for_shown (window, "running");
  g_assert_true (gtk_widget_grab_focus (fixture_find (window, "stop_button")));
  fixture_click (fixture_find (window, "stop_button"));
  fixture_wait_for_shown (window, "problem");
  g_assert_nonnull (gtk_root_get_focus (GTK_ROOT (window)));
  g_assert_true (gtk_widget_get_mapped (gtk_root_get_focus (GTK_ROOT (window))));

  fixture_close_window (window);
}

static void
test_narrow (void)
{
  SyWindow *window;

  fixture_fill_store (2);
  window = fixture_open_window (360);
  act (window, "win.select");
  fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (fixture_find (window, "list")));
  room_assert_fits (fixture_find (window, "measurements_page"), 360);
  act (window, "runs.select-all");
  act (window, "win.compare");
  fixture_wait_for_shown (window, "lineup");
  room_assert_fits (fixture_find (window, "measurements_page"), 360);
  act (window, "win.back");
  assert_focus_in (window, "list");

  fixture_close_window (window);
}

int
main (int    argc,
      char **argv)
{
  fixture_test_init (&argc, &argv);

  g_test_add_func ("/selecting/marks", test_marks);
  g_test_add_func ("/selecting/all-while-rows-arrive", test_all_while_rows_arrive);
  g_test_add_func ("/selecting/search-keeps-marks", test_search_keeps_marks);
  g_test_add_func ("/selecting/compare", test_compare);
  g_test_add_func ("/selecting/damaged-is-not-compared", test_damaged);
  g_test_add_func ("/selecting/delete/undone", test_delete);
  g_test_add_func ("/selecting/delete/for-good", test_delete_for_good);
  g_test_add_func ("/selecting/focus/after-delete", test_focus_after_delete);
  g_test_add_func ("/selecting/focus/after-stop", test_focus_after_stop);
  g_test_add_func ("/selecting/narrow", test_narrow);

  return g_test_run ();
}
