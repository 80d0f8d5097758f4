/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-mark-label.h"

static const char *const mark_classes[] = {
  [SY_MARK_REPRODUCED] = "success",
  [SY_MARK_NOT_REPRODUCED] = "warning",
  [SY_MARK_TOO_CLOSE] = "dim-label",
  [SY_MARK_UNSOUND] = "dim-label",
  [SY_MARK_NOT_TRIED] = "dim-label",
  [SY_MARK_NEEDS_RUNTIME] = "dim-label",
  [SY_MARK_NOT_TESTABLE] = "dim-label",
};

void
sy_mark_label_show (GtkLabel *label,
                    SyMark    mark)
{
  for (guint i = 0; i < G_N_ELEMENTS (mark_classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (label), mark_classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (label), mark_classes[mark]);
  gtk_label_set_label (label, sy_mark_say (mark));
}
