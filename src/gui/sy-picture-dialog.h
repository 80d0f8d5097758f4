/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-chart.h"
#include "gui/sy-save-dialog.h"

G_BEGIN_DECLS

/**
 * SyPictureDialog:
 *
 * Asks in which form, size and colours a chart is to be saved, shows what it will look like, and
 * saves it.  What was chosen last is chosen first the next time.
 */
#define SY_TYPE_PICTURE_DIALOG (sy_picture_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SyPictureDialog, sy_picture_dialog, SY, PICTURE_DIALOG, SySaveDialog)

/**
 * sy_picture_dialog_new:
 * @source: what shows the chart
 * @chart: the dialog holds it, whatever @source shows later
 * @created: (nullable): when what is shown was measured, in ISO 8601
 */
SyPictureDialog *sy_picture_dialog_new (GtkWidget  *source,
                                        SyChart    *chart,
                                        const char *created);

G_END_DECLS
