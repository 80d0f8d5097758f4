/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "export/sy-decision-report.h"
#include "gui/sy-advice.h"

G_BEGIN_DECLS

/**
 * SyAdviceView:
 *
 * What a decision comes to: the answer, how sure it is, what speaks for and against it, what would
 * change it; and the weights and sources it rests on, to be changed on the spot.  Emits "adjusted"
 * when a person changed them, and "measure" when one wants to measure.
 */
#define SY_TYPE_ADVICE_VIEW (sy_advice_view_get_type ())

G_DECLARE_FINAL_TYPE (SyAdviceView, sy_advice_view, SY, ADVICE_VIEW, AdwBin)

/* @advice (transfer full) */
void             sy_advice_view_take_advice     (SyAdviceView *self,
                                                 SyAdvice     *advice);
/* As it is weighed now. */
const SyDossier *sy_advice_view_get_dossier     (SyAdviceView *self);
/* Likewise, and good until the main loop runs again. */
SyDecisionReport sy_advice_view_get_report      (SyAdviceView *self);

void             sy_advice_view_set_can_measure (SyAdviceView *self,
                                                 gboolean      can_measure);

G_END_DECLS
