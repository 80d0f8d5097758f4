/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gui/sy-run-item.h"

G_BEGIN_DECLS

#define SY_TYPE_RUN_ROW (sy_run_row_get_type ())

G_DECLARE_FINAL_TYPE (SyRunRow, sy_run_row, SY, RUN_ROW, GtkListBoxRow)

/* A row of the list of saved runs. */
GtkWidget *sy_run_row_new      (SyRunItem *item) G_GNUC_WARN_UNUSED_RESULT;

SyRunItem *sy_run_row_get_item (SyRunRow  *self);

/* Whether it shows a check mark, and whether that is set. */
void       sy_run_row_set_check (SyRunRow  *self,
                                 gboolean   has_check,
                                 gboolean   is_checked);

G_END_DECLS
