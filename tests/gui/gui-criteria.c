/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui-criteria.h"

#include <string.h>

#include "gui/sy-criterion-view.h"

gboolean
criteria_are_shown (gpointer window)
{
  GtkWidget *card = fixture_find_card (window, "performance");

  return card != NULL && gtk_widget_get_mapped (card);
}

SyWindow *
criteria_open (int width)
{
  SyWindow *window = fixture_open_window_at (width, "criteria");

  fixture_wait_for (criteria_are_shown, window);
  fixture_settle ();

  return window;
}

void
criteria_open_card (SyWindow   *window,
                    const char *criterion)
{
  GtkWidget *card = fixture_find_card (window, criterion);

  g_assert_true (gtk_widget_get_mapped (card));
  gtk_widget_grab_focus (card);
  g_signal_emit_by_name (card, "activate");
  fixture_settle ();
  g_assert_nonnull (fixture_find_type (window, SY_TYPE_CRITERION_VIEW));
}

gboolean
criteria_have_label (GtkWidget  *root,
                     const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) &&
      strstr (gtk_label_get_label (GTK_LABEL (root)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (criteria_have_label (child, text))
      return TRUE;

  return FALSE;
}
