/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/sy-report.h"
#include "gui/sy-save-dialog.h"

G_BEGIN_DECLS

/**
 * SyDataDialog:
 *
 * Lists the forms in which the data of a run can leave, and saves them in the one that is chosen;
 * the one chosen last has the focus.
 */
#define SY_TYPE_DATA_DIALOG (sy_data_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SyDataDialog, sy_data_dialog, SY, DATA_DIALOG, SySaveDialog)

/* @source: what shows the run */
SyDataDialog *sy_data_dialog_new (GtkWidget *source,
                                  SyReport  *report);

G_END_DECLS
