/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "decision/sy-dossier.h"
#include "gui-chooser.h"
#include "gui-decisions.h"
#include "gui-room.h"
#include "gui/sy-handover-dialog.h"
#include "gui/sy-rules.h"

static void
keep_only (const char *example)
{
  const SyRulebook *rulebook = sy_rules_get (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(SyProfile) profile = sy_profile_load_example (example, rulebook, &error);
  g_autoptr(SyDossier) dossier = NULL;

  g_assert_no_error (error);
  decisions_empty_store ();
  dossier = sy_dossier_new (profile);
  sy_dossier_save (dossier, rulebook, &error);
  g_assert_no_error (error);
}

static SyWindow *
open_decision (const char *example)
{
  SyWindow *window;
  GtkListBox *list;

  keep_only (example);
  window = decisions_open ();
  fixture_wait_for (decisions_show_list, window);
  list = GTK_LIST_BOX (decisions_find (window, "list"));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  fixture_wait_for (decisions_show_advice, window);

  return window;
}

static char *
export (gpointer    window,
        guint       form,
        const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr(GError) error = NULL;
  GtkWidget *dialog;
  char *content = NULL;

  fixture_click (fixture_find (window, "handover_button"));
  dialog = chooser_wait_for_toplevel (SY_TYPE_HANDOVER_DIALOG);
  adw_combo_row_set_selected (ADW_COMBO_ROW (fixture_find (dialog, "format_row")), form);
  g_assert_cmpint (gtk_widget_get_visible (fixture_find (dialog, "paper_row")), ==, form == 0);
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, "title_row")), "Which one?");
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, "client_row")), "Example Ltd.");
  fixture_click (fixture_find (dialog, "save_button"));
  chooser_save_as (g_get_user_data_dir (), name);
  chooser_wait_for_closed (SY_TYPE_HANDOVER_DIALOG);

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);

  return content;
}

static void
test_forms (void)
{
  g_autofree char *pdf = NULL;
  g_autofree char *html = NULL;
  g_autofree char *record = NULL;
  g_autofree char *typed = NULL;
  SyWindow *window;

  window = open_decision ("chat");

  pdf = export (window, 0, "a.pdf");
  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
  html = export (window, 1, "b.html");
  g_assert_nonnull (strstr (html, "Which one?"));
  g_assert_nonnull (strstr (html, "Example Ltd."));
  record = export (window, 2, "c.md");
  g_assert_nonnull (strstr (record, "# Which one?"));
  g_assert_nonnull (strstr (record, "steelyard-cli confirm -- 'c.md'"));
  typed = export (window, 0, "d.md");
  g_assert_true (g_str_has_prefix (typed, "---\nstatus: "));
  g_assert_nonnull (strstr (typed, "steelyard-cli confirm -- 'd.md'"));
  g_assert_nonnull (chooser_find_button (GTK_WIDGET (window), "Show in _Folder"));

  fixture_close_window (window);
}

static void
test_remembers (void)
{
  SyWindow *window;
  GtkWidget *dialog;

  window = open_decision ("chat");
  fixture_click (fixture_find (window, "handover_button"));
  dialog = chooser_wait_for_toplevel (SY_TYPE_HANDOVER_DIALOG);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture_find (dialog, "title_row"))), ==,
                   "Chat");
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, "author_row")), "Ada");
  gtk_window_close (GTK_WINDOW (dialog));
  chooser_wait_for_closed (SY_TYPE_HANDOVER_DIALOG);

  fixture_click (fixture_find (window, "handover_button"));
  dialog = chooser_wait_for_toplevel (SY_TYPE_HANDOVER_DIALOG);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture_find (dialog, "author_row"))), ==,
                   "Ada");
  room_assert_fits (dialog, 360);
  gtk_window_close (GTK_WINDOW (dialog));
  chooser_wait_for_closed (SY_TYPE_HANDOVER_DIALOG);

  fixture_close_window (window);
}

int
main (int    argc,
      char **argv)
{
  fixture_test_init (&argc, &argv);

  g_test_add_func ("/handover/every-form", test_forms);
  g_test_add_func ("/handover/remembers", test_remembers);

  return g_test_run ();
}
