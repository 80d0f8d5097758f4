/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gui/sy-saved-item.h"

G_BEGIN_DECLS

#define SY_TYPE_SAVED_ROW (sy_saved_row_get_type ())

G_DECLARE_FINAL_TYPE (SySavedRow, sy_saved_row, SY, SAVED_ROW, GtkListBoxRow)

/* A row of a list of saved things; @item is a #SySavedItem. */
GtkWidget *sy_saved_row_new       (gpointer    item) G_GNUC_WARN_UNUSED_RESULT;

gpointer   sy_saved_row_get_item  (SySavedRow *self);

/* Whether it shows a check mark, and whether that is set. */
void       sy_saved_row_set_check (SySavedRow *self,
                                   gboolean    has_check,
                                   gboolean    is_checked);

G_END_DECLS
