/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "decision/sy-decision.h"

G_BEGIN_DECLS

/**
 * SyWeightsPanel:
 *
 * The weights and the sources of a decision, to be changed.  Emits "changed" after it changed them.
 */
#define SY_TYPE_WEIGHTS_PANEL (sy_weights_panel_get_type ())

G_DECLARE_FINAL_TYPE (SyWeightsPanel, sy_weights_panel, SY, WEIGHTS_PANEL, AdwBin)

/* @decision must outlive this or the next call. */
void sy_weights_panel_set_decision (SyWeightsPanel *self,
                                    SyDecision     *decision);

G_END_DECLS
