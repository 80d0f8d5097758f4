/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-field.h"

void
sy_field_tell (GtkWidget  *field,
               GtkWidget  *label,
               const char *message)
{
  gboolean is_wrong = message != NULL;

  gtk_label_set_label (GTK_LABEL (label), is_wrong ? message : "");
  gtk_widget_set_visible (label, is_wrong);
  if (is_wrong)
    gtk_widget_add_css_class (field, "error");
  else
    gtk_widget_remove_css_class (field, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                        : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  is_wrong ? message : "", -1);
}
