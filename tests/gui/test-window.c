/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "gui-fixture.h"
#include "gui-room.h"
#include "gui/sy-saved-row.h"
#include "lab/sy-run-store.h"

static void
activate_row (SyWindow *window,
              int       n)
{
  GtkListBox *list = GTK_LIST_BOX (fixture_find (window, "list"));

  g_signal_emit_by_name (gtk_list_box_get_row_at_index (list, n), "activate");
}

static void
test_first_start (void)
{
  SyWindow *window;

  fixture_fill_store (0);
  window = fixture_open_window (1000);

  g_assert_true (fixture_shows (window, "welcome"));
  g_assert_false (gtk_widget_get_visible (fixture_find (window, "sidebar")));
  g_assert_true (gtk_widget_get_mapped (fixture_find (window, "welcome_button")));

  fixture_close_window (window);
}

static void
test_newest_is_shown (void)
{
  SyWindow *window;

  fixture_fill_store (3);
  fixture_add_damaged ();
  window = fixture_open_window (1000);

  fixture_wait_for_shown (window, "result");
  g_assert_cmpuint (fixture_count_rows (window), ==, 4);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (fixture_find (
                              fixture_find (window, "result_view"), "title_label"))),
                            "Laptop"));

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

  activate_row (window, 0);
  fixture_wait_for_shown (window, "problem");
  g_assert_cmpuint (fixture_count_saved (), ==, 2);
  g_assert_true (gtk_widget_get_mapped (fixture_find (window, "problem_delete_button")));

  fixture_close_window (window);
}

static void
test_missing_file (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nonexistent/run.json");
  SyWindow *window;

  fixture_fill_store (0);
  window = fixture_open_window (1000);

  sy_window_open (window, file);
  fixture_wait_for_shown (window, "problem");
  g_assert_false (gtk_widget_get_visible (fixture_find (window, "problem_delete_button")));

  fixture_close_window (window);
}

static void
test_search (void)
{
  SyWindow *window;
  GtkWidget *entry;

  fixture_fill_store (3);
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  entry = fixture_find (fixture_get_page (window), "search_entry");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "station WORK");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (fixture_count_rows (window), ==, 1);
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpuint (fixture_count_rows (window), ==, 3);

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

static void
test_undo (void)
{
  SyWindow *window;

  fixture_fill_store (2);
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete", NULL);
  g_assert_cmpuint (fixture_count_rows (window), ==, 1);
  g_assert_cmpuint (fixture_count_saved (), ==, 2);
  fixture_wait_for_shown (window, "result");
  fixture_click (find_button (GTK_WIDGET (window), "_Undo"));
  g_assert_cmpuint (fixture_count_rows (window), ==, 2);
  fixture_wait_for_shown (window, "result");

  fixture_close_window (window);
  g_assert_cmpuint (fixture_count_saved (), ==, 2);
}

static void
test_delete (void)
{
  SyWindow *window;

  fixture_fill_store (2);
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete", NULL);
  fixture_wait_for_shown (window, "result");
  fixture_close_window (window);

  g_assert_cmpuint (fixture_count_saved (), ==, 1);
}

/* Each tab is filled when it is looked at. */
static void
test_tabs (void)
{
  static const char *const names[] = { "why", "findings", "latency", "time", "details" };
  SyWindow *window;
  GtkStack *tabs;

  fixture_fill_store (1);
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");
  tabs = GTK_STACK (fixture_find (window, "tabs"));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      AdwBin *tab = ADW_BIN (gtk_stack_get_child_by_name (tabs, names[i]));

      g_assert_true (i == 0 || adw_bin_get_child (tab) == NULL);
      gtk_stack_set_visible_child (tabs, GTK_WIDGET (tab));
      g_assert_nonnull (adw_bin_get_child (tab));
    }

  fixture_close_window (window);
}

static gboolean
is_narrow (gpointer window)
{
  gboolean narrow;

  g_object_get (fixture_find (window, "narrow_bin"), "narrow", &narrow, NULL);

  return narrow;
}

/* What is still being read has nothing left to be shown in. */
static void
test_closed_while_loading (void)
{
  g_autofree char *path = fixture_get_run_path (0);
  SyWindow *window;

  fixture_fill_store (1);
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");

  sy_measurements_page_open (fixture_get_page (window), path);
  fixture_close_window (window);
}

static void
test_closed_while_comparing (void)
{
  SyWindow *window;

  fixture_fill_store (2);
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.select", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture_get_page (window)), "runs.select-all", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.compare", NULL);
  fixture_close_window (window);
}

static gboolean
has_card (gpointer window)
{
  return fixture_find_card (window, "architecture") != NULL;
}

/* Whatever was shown: the last owner of it all is the window. */
static void
test_closing_frees_everything (void)
{
  SyWindow *window;

  fixture_fill_store (2);
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");
  gtk_stack_set_visible_child_name (GTK_STACK (fixture_find (window, "tabs")), "details");
  fixture_show_page (window, "criteria");
  fixture_wait_for (has_card, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-criterion", "s", "architecture");
  fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-decision", NULL);
  fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  fixture_settle ();

  fixture_close_window (window);
}

static gboolean
has_rows (gpointer window)
{
  return fixture_count_rows (window) > 0;
}

/* However soon the runs are there, the list waits for what room there is. */
static void
test_narrow_begins_with_list (void)
{
  GtkWidget *window;

  fixture_fill_store (2);
  window = sy_window_new (NULL);
  fixture_show_page (window, "measurements");
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  fixture_wait_for (has_rows, window);
  g_assert_true (fixture_shows (SY_WINDOW (window), "loading"));

  gtk_window_present (GTK_WINDOW (window));
  fixture_wait_for (is_narrow, window);
  fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (fixture_find (window, "sidebar")));
  g_assert_false (gtk_widget_get_mapped (fixture_find (window, "content")));

  fixture_close_window (SY_WINDOW (window));
}

static void
test_narrow (void)
{
  SyWindow *window;
  GtkWidget *sidebar, *content;

  fixture_fill_store (2);
  window = fixture_open_window (360);
  fixture_wait_for (is_narrow, window);
  sidebar = fixture_find (window, "sidebar");
  content = fixture_find (window, "content");

  room_assert_fits (fixture_find (window, "toast_overlay"), 360);
  g_assert_true (gtk_widget_get_visible (sidebar));
  g_assert_false (gtk_widget_get_visible (content));
  activate_row (window, 1);
  fixture_wait_for_shown (window, "result");
  g_assert_false (gtk_widget_get_visible (sidebar));
  room_assert_fits (fixture_find (window, "measurements_page"), 360);
  gtk_stack_set_visible_child_name (GTK_STACK (fixture_find (window, "tabs")), "details");
  room_assert_fits (fixture_find (window, "measurements_page"), 360);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_true (gtk_widget_get_visible (sidebar));
  g_assert_true (SY_IS_SAVED_ROW (gtk_root_get_focus (GTK_ROOT (window))));

  fixture_close_window (window);
}

/* Everything a person can use is reached with the Tab key, and the window always has a focus. */
static void
test_keyboard (void)
{
  static const char *const wanted[] = { "measure_button", "search_button", "list", "edit_button",
                                        "delete_button", "export_button", "validity_row",
                                        "switcher" };
  gboolean is_reached[G_N_ELEMENTS (wanted)] = { FALSE };
  SyWindow *window;

  fixture_fill_store (1);
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");

  for (guint i = 0; i < 60; i++)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
      focus = gtk_root_get_focus (GTK_ROOT (window));
      for (guint j = 0; focus != NULL && j < G_N_ELEMENTS (wanted); j++)
        {
          GtkWidget *widget = fixture_find (window, wanted[j]);

          is_reached[j] |= focus == widget || gtk_widget_is_ancestor (focus, widget);
        }
    }

  for (guint j = 0; j < G_N_ELEMENTS (wanted); j++)
    if (!is_reached[j])
      g_test_fail_printf ("Tab never reaches %s", wanted[j]);

  fixture_close_window (window);
}

static gboolean
shows_page (SyWindow   *window,
            const char *id)
{
  return gtk_widget_get_mapped (fixture_find (window, id));
}

/* Criteria come first; what opens a run shows the page of runs; the page is remembered. */
/* Whoever opened it is told that nothing comes of it. */
static void
test_remote_file (void)
{
  g_autoptr(GFile) file = g_file_new_for_uri ("nowhere://elsewhere/run.json");
  SyWindow *window;

  fixture_fill_store (0);
  window = fixture_open_window (1000);
  sy_window_open (window, file);
  g_assert_nonnull (fixture_find_dialog ());
  g_assert_cmpstr (adw_message_dialog_get_heading (fixture_find_dialog ()), ==,
                   "This Run Cannot Be Shown");
  adw_message_dialog_response (fixture_find_dialog (), "close");

  fixture_close_window (window);
}

static void
test_pages (void)
{
  g_autofree char *path = fixture_get_run_path (0);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  SyWindow *window;

  fixture_fill_store (1);
  window = fixture_open_window_at (1000, "criteria");
  g_assert_true (shows_page (window, "criteria_page"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "delete"));

  sy_window_open (window, file);
  fixture_wait_for_shown (window, "result");
  g_assert_true (shows_page (window, "measurements_page"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "delete"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "criteria");
  g_assert_true (shows_page (window, "criteria_page"));
  fixture_close_window (window);

  window = SY_WINDOW (sy_window_new (NULL));
  gtk_window_present (GTK_WINDOW (window));
  fixture_settle ();
  g_assert_true (shows_page (window, "criteria_page"));
  fixture_close_window (window);
}

int
main (int    argc,
      char **argv)
{
  fixture_test_init (&argc, &argv);

  g_test_add_func ("/window/first-start/shows-the-way", test_first_start);
  g_test_add_func ("/window/start/shows-newest-run", test_newest_is_shown);
  g_test_add_func ("/window/open/damaged", test_damaged);
  g_test_add_func ("/window/open/missing", test_missing_file);
  g_test_add_func ("/window/open/elsewhere", test_remote_file);
  g_test_add_func ("/window/close/while-loading", test_closed_while_loading);
  g_test_add_func ("/window/close/while-comparing", test_closed_while_comparing);
  g_test_add_func ("/window/closing/frees-everything", test_closing_frees_everything);
  g_test_add_func ("/window/search/finds", test_search);
  g_test_add_func ("/window/delete/undone", test_undo);
  g_test_add_func ("/window/delete/for-good", test_delete);
  g_test_add_func ("/window/result/tabs-are-filled", test_tabs);
  g_test_add_func ("/window/pages/switch-and-are-remembered", test_pages);
  g_test_add_func ("/window/narrow/begins-with-list", test_narrow_begins_with_list);
  g_test_add_func ("/window/narrow/one-at-a-time", test_narrow);
  g_test_add_func ("/window/keyboard/reaches-everything", test_keyboard);

  return g_test_run ();
}
