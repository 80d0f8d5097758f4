/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui-names.h"

#include <adwaita.h>

#include "gui/sy-chart-view.h"

/* GTK 4.8 makes a name of the type, of an icon or of a mnemonic where none is set. */
static gboolean
needs_name (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget)) == NULL ||
           gtk_button_get_use_underline (GTK_BUTTON (widget));
  if (GTK_IS_CHECK_BUTTON (widget))
    return gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)) == NULL ||
           gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (widget));
  if (SY_IS_CHART_VIEW (widget))
    return sy_chart_view_get_chart (SY_CHART_VIEW (widget)) != NULL;

  return GTK_IS_MENU_BUTTON (widget) || GTK_IS_SPIN_BUTTON (widget) ||
         GTK_IS_EXPANDER (widget) || GTK_IS_PROGRESS_BAR (widget) || GTK_IS_LEVEL_BAR (widget) ||
         GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_SCALE (widget) ||
         GTK_IS_FLOW_BOX (widget);
}

/* Being labelled by something does not count for a button: it is by its image, which says nothing.
 * A switch has the row it stands in.
 */
static gboolean
has_name (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static gboolean
is_labelled (GtkWidget *widget)
{
  return gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* The row that a spin button stands in labels it, and GTK 4.8 would say both. */
static gboolean
is_doubled (GtkWidget *widget)
{
  return GTK_IS_SPIN_BUTTON (widget) && has_name (widget) && is_labelled (widget);
}

/* What lies inside a ready-made widget is that widget's business. */
static gboolean
is_ready_made (GtkWidget *widget)
{
  return GTK_IS_SPIN_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) ||
         GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_WINDOW_CONTROLS (widget) ||
         GTK_IS_STACK_SWITCHER (widget) || ADW_IS_VIEW_SWITCHER (widget) ||
         ADW_IS_COMBO_ROW (widget) || ADW_IS_ENTRY_ROW (widget) || ADW_IS_EXPANDER_ROW (widget);
}

/* Of a ready-made frame, what it was given to show. */
static GtkWidget *
get_content (GtkWidget *frame)
{
  if (GTK_IS_SEARCH_BAR (frame))
    return gtk_search_bar_get_child (GTK_SEARCH_BAR (frame));
  if (ADW_IS_MESSAGE_DIALOG (frame))
    return adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (frame));

  return NULL;
}

void
names_check (GtkWidget *root)
{
  GtkWidget *content = get_content (root);
  const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (root));

  if (is_doubled (root))
    g_test_fail_printf ("%s %s is named twice", G_OBJECT_TYPE_NAME (root), id != NULL ? id : "");
  if (needs_name (root) && !has_name (root) && !(GTK_IS_SPIN_BUTTON (root) && is_labelled (root)))
    g_test_fail_printf ("%s %s has no name", G_OBJECT_TYPE_NAME (root), id != NULL ? id : "");
  if (is_ready_made (root))
    return;
  if (content != NULL)
    {
      names_check (content);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    names_check (child);
}
