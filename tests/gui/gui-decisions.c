/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui-decisions.h"

#include <glib/gstdio.h>

#include "decision/sy-dossier.h"

/* The data folder is the test's own, see with-display.sh; never the person's. */
void
decisions_empty_store (void)
{
  g_auto(GStrv) paths = sy_dossier_list_paths ();

  g_assert_true (g_str_has_prefix (g_get_user_data_dir (), g_get_tmp_dir ()));
  for (guint i = 0; paths[i] != NULL; i++)
    g_assert_cmpint (g_unlink (paths[i]), ==, 0);
}

guint
decisions_count_saved (void)
{
  g_auto(GStrv) paths = sy_dossier_list_paths ();

  return g_strv_length (paths);
}

static GtkWidget *
get_page (gpointer window)
{
  return fixture_find (window, "decisions_page");
}

const char *
decisions_get_shown (gpointer window)
{
  GtkWidget *content = fixture_find (get_page (window), "content");

  return gtk_stack_get_visible_child_name (GTK_STACK (content));
}

gboolean
decisions_show_advice (gpointer window)
{
  return g_str_equal (decisions_get_shown (window), "advice");
}

gboolean
decisions_show_list (gpointer window)
{
  return g_str_equal (decisions_get_shown (window), "list");
}

gboolean
decisions_show_welcome (gpointer window)
{
  return g_str_equal (decisions_get_shown (window), "welcome");
}

GtkWidget *
decisions_find (gpointer    window,
                const char *id)
{
  GtkWidget *widget = fixture_find (get_page (window), id);

  g_assert_nonnull (widget);
  return widget;
}

void
decisions_click (gpointer    window,
                 const char *id)
{
  fixture_click (decisions_find (window, id));
  fixture_settle ();
}

SyWindow *
decisions_open (void)
{
  fixture_fill_store (0);

  return fixture_open_window_at (900, "decisions");
}

void
decisions_choose_template (gpointer    window,
                           const char *name)
{
  GtkWidget *row = decisions_find (window, "template_row");

  g_assert_true (gtk_widget_activate_action (row, "template.choose", "s", name));
  fixture_settle ();
}

void
decisions_go_to_last_step (gpointer window)
{
  for (guint i = 0; i < 4; i++)
    decisions_click (window, "next_button");
}

void
decisions_decide (gpointer    window,
                  const char *name)
{
  gtk_widget_activate_action (window, "win.new-decision", NULL);
  decisions_choose_template (window, name);
  decisions_go_to_last_step (window);
  decisions_click (window, "decide_button");
  fixture_wait_for (decisions_show_advice, window);
}
