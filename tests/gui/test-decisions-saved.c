/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "core/sy-file.h"
#include "decision/sy-dossier.h"
#include "gui-decisions.h"
#include "gui/sy-saved-row.h"

static gboolean
is_empty_store (gpointer data)
{
  return decisions_count_saved () == 0;
}

static void
test_deleted (void)
{
  SyWindow *window;

  decisions_empty_store ();
  window = decisions_open ();
  decisions_decide (window, "chat");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete", NULL);
  fixture_wait_for (decisions_show_welcome, window);
  g_assert_cmpuint (decisions_count_saved (), ==, 1);
  fixture_close_window (window);
  fixture_wait_for (is_empty_store, NULL);
}

/* Of the toast below @root, told by nothing but its picture and by being seen. */
static GtkWidget *
find_close_button (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) &&
      g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (root)), "window-close-symbolic") == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *button = find_close_button (child);

      if (button != NULL)
        return button;
    }

  return NULL;
}

static gboolean
is_told (gpointer data)
{
  AdwMessageDialog *dialog = fixture_find_dialog ();

  return dialog != NULL &&
         g_strcmp0 (adw_message_dialog_get_heading (dialog), "Nothing Was Deleted") == 0;
}

/* A folder in place of the file, with something in it, is there to stay. */
static void
test_not_deleted (void)
{
  g_auto(GStrv) paths = NULL;
  g_autofree char *inside = NULL;
  SyWindow *window;

  decisions_empty_store ();
  window = decisions_open ();
  decisions_decide (window, "chat");
  paths = sy_dossier_list_paths ();
  inside = g_build_filename (paths[0], "inside", NULL);
  g_assert_cmpint (g_unlink (paths[0]), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete", NULL);
  fixture_wait_for (decisions_show_welcome, window);
  fixture_click (find_close_button (fixture_find_type (window, ADW_TYPE_TOAST_OVERLAY)));
  fixture_wait_for (is_told, NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (fixture_find_dialog ()), "try again"));
  adw_message_dialog_response (fixture_find_dialog (), "close");
  g_assert_nonnull (fixture_find_type (decisions_find (window, "list"), SY_TYPE_SAVED_ROW));

  fixture_close_window (window);
  g_assert_cmpint (g_rmdir (inside), ==, 0);
  g_assert_cmpint (g_rmdir (paths[0]), ==, 0);
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

static gboolean
shows_basis (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), "0 measurements · ");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_basis (child))
      return TRUE;

  return FALSE;
}

static gboolean
shows_comparison (gpointer window)
{
  return g_str_equal (decisions_get_shown (window), "comparison");
}

static void
test_compared (void)
{
  GtkListBox *list;
  SyWindow *window;

  decisions_empty_store ();
  window = decisions_open ();
  decisions_decide (window, "chat");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  fixture_wait_for (decisions_show_list, window);
  decisions_decide (window, "crud");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  fixture_wait_for (decisions_show_list, window);

  list = GTK_LIST_BOX (decisions_find (window, "list"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.select", NULL);
  for (int i = 0; i < 2; i++)
    g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, i));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "compare"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.compare", NULL);
  fixture_wait_for (shows_comparison, window);
  g_assert_false (shows_words_of_file (decisions_find (window, "comparison")));
  g_assert_true (shows_basis (decisions_find (window, "comparison")));

  fixture_close_window (window);
}

/* Whether the store has a decision of that note, and none but @name has. */
static gboolean
is_noted (gpointer name)
{
  g_auto(GStrv) paths = sy_dossier_list_paths ();
  gboolean is_found = FALSE;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (paths[i], &text, NULL, NULL));
      if (strstr (text, "What the board asked") == NULL)
        continue;
      g_assert_nonnull (strstr (text, name));
      is_found = TRUE;
    }

  return is_found;
}

/* The one that was shown when the note was begun is left before it is saved. */
static void
test_left_meanwhile (void)
{
  AdwMessageDialog *dialog;
  SyWindow *window;

  decisions_empty_store ();
  window = decisions_open ();
  decisions_decide (window, "chat");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.edit", NULL);
  dialog = fixture_find_dialog ();
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, "name_row")), "Board");
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, "note_row")), "What the board asked");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  fixture_wait_for (decisions_show_list, window);
  decisions_decide (window, "crud");
  adw_message_dialog_response (dialog, "save");
  gtk_window_destroy (GTK_WINDOW (dialog));

  fixture_wait_for (is_noted, (gpointer) "\"Board\"");
  g_assert_cmpuint (decisions_count_saved (), ==, 2);
  g_assert_true (decisions_show_advice (window));

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

  decisions_empty_store ();
  sy_file_save (path, "{ \"format\": ", 12, SY_FILE_REPLACE, &error);
  g_assert_no_error (error);
  window = decisions_open ();
  fixture_wait_for (decisions_show_list, window);
  list = GTK_LIST_BOX (decisions_find (window, "list"));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  g_assert_cmpstr (decisions_get_shown (window), ==, "problem");
  g_assert_cmpuint (decisions_count_saved (), ==, 1);

  fixture_close_window (window);
  decisions_empty_store ();
}

int
main (int    argc,
      char **argv)
{
  fixture_test_init (&argc, &argv);

  g_test_add_func ("/decisions/saved/deleted-when-the-window-closes", test_deleted);
  g_test_add_func ("/decisions/saved/not-deleted-says-why", test_not_deleted);
  g_test_add_func ("/decisions/saved/two-compared", test_compared);
  g_test_add_func ("/decisions/saved/left-while-a-note-is-written", test_left_meanwhile);
  g_test_add_func ("/decisions/saved/damaged-says-so", test_damaged);

  return g_test_run ();
}
