/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "gui-fixture.h"
#include "lab/sy-run-store.h"

static const char *
get_result_title (gpointer window)
{
  GtkWidget *result = fixture_find (window, "result_view");

  return gtk_label_get_label (GTK_LABEL (fixture_find (result, "title_label")));
}

static void
rename_run (SyWindow   *window,
            const char *name)
{
  AdwMessageDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.edit", NULL);
  dialog = fixture_find_dialog ();
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, "name_row")), name);
  adw_message_dialog_response (dialog, "save");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
is_renamed (gpointer window)
{
  return strstr (get_result_title (window), "Desk") != NULL;
}

static void
test_rename (void)
{
  g_autoptr(SyRun) run = NULL;
  g_autofree char *path = fixture_get_run_path (0);
  SyWindow *window;

  fixture_fill_store (1);
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");

  gtk_stack_set_visible_child_name (GTK_STACK (fixture_find (window, "tabs")), "details");
  rename_run (window, "Desk, idle");
  fixture_wait_for (is_renamed, window);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (fixture_find (window, "tabs"))), ==,
                   "details");
  run = sy_run_load (path, NULL);
  g_assert_cmpstr (run->name, ==, "Desk, idle");

  fixture_close_window (window);
}

static gboolean
has_no_name (gpointer window)
{
  return strstr (get_result_title (window), "Laptop") == NULL;
}

/* Without a name a run is called by its time. */
static void
test_name_empty (void)
{
  SyWindow *window;

  fixture_fill_store (1);
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");

  rename_run (window, "");
  fixture_wait_for (has_no_name, window);
  g_assert_cmpuint (strlen (get_result_title (window)), >, 0);

  fixture_close_window (window);
}

static gboolean
is_saved_as_desk (gpointer path)
{
  g_autoptr(SyRun) run = sy_run_load (path, NULL);

  return g_strcmp0 (run->name, "Desk, idle") == 0;
}

/* Another run comes to be shown while the name is being typed. */
static void
test_shown_meanwhile (void)
{
  g_autofree char *path = fixture_get_run_path (0);
  g_autofree char *other_path = fixture_get_run_path (1);
  g_autofree char *other_title = NULL;
  AdwMessageDialog *dialog;
  SyWindow *window;

  fixture_fill_store (2);
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.edit", NULL);
  dialog = fixture_find_dialog ();
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, "name_row")), "Desk, idle");
  sy_measurements_page_open (fixture_get_page (window), other_path);
  fixture_wait_for_shown (window, "result");
  other_title = g_strdup (get_result_title (window));
  adw_message_dialog_response (dialog, "save");
  gtk_window_destroy (GTK_WINDOW (dialog));

  fixture_wait_for (is_saved_as_desk, path);
  g_assert_false (is_saved_as_desk (other_path));
  g_assert_cmpstr (get_result_title (window), ==, other_title);

  fixture_close_window (window);
}

static gboolean
has_problem (gpointer data)
{
  AdwMessageDialog *dialog = fixture_find_dialog ();

  return dialog != NULL &&
         g_strcmp0 (adw_message_dialog_get_heading (dialog), "Nothing Was Saved") == 0;
}

/* The name stays what it was, and the reason is there to be read in full. */
static void
test_not_saved (void)
{
  SyWindow *window;

  fixture_fill_store (1);
  window = fixture_open_window (1000);
  fixture_wait_for_shown (window, "result");

  fixture_spoil_store ();
  rename_run (window, "Desk, idle");
  fixture_wait_for (has_problem, NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (fixture_find_dialog ()), "try again"));
  adw_message_dialog_response (fixture_find_dialog (), "close");
  g_assert_nonnull (strstr (get_result_title (window), "Laptop"));

  fixture_close_window (window);
  fixture_fill_store (0);
}

int
main (int    argc,
      char **argv)
{
  fixture_test_init (&argc, &argv);

  g_test_add_func ("/editing/renames", test_rename);
  g_test_add_func ("/editing/name-empty", test_name_empty);
  g_test_add_func ("/editing/another-shown-meanwhile", test_shown_meanwhile);
  g_test_add_func ("/editing/not-saved-says-why", test_not_saved);

  return g_test_run ();
}
