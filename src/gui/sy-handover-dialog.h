/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/sy-advice-view.h"
#include "gui/sy-save-dialog.h"

G_BEGIN_DECLS

/**
 * SyHandoverDialog:
 *
 * Asks in which form a decision is to be handed over, and what a report says of its makers, and
 * saves it.  What was chosen last is chosen first the next time.
 */
#define SY_TYPE_HANDOVER_DIALOG (sy_handover_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SyHandoverDialog, sy_handover_dialog, SY, HANDOVER_DIALOG, SySaveDialog)

/* Of what @view shows when it is saved. */
SyHandoverDialog *sy_handover_dialog_new (SyAdviceView *view);

G_END_DECLS
