/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "decision/sy-profile.h"
#include "lab/sy-plan.h"

G_BEGIN_DECLS

/**
 * SyDecisionsPage:
 *
 * Saved decisions, the wizard that makes them, and what they come to.  A #SyPage.  Its property
 * "measurement" is to be told what is being measured, whoever started it; its other properties tell
 * what can be done with what it shows.
 */
#define SY_TYPE_DECISIONS_PAGE (sy_decisions_page_get_type ())

G_DECLARE_FINAL_TYPE (SyDecisionsPage, sy_decisions_page, SY, DECISIONS_PAGE, AdwBin)

/* Goes on with the wizard where it was left, or begins it. */
void    sy_decisions_page_start     (SyDecisionsPage *self);

/* What to measure for the decision in hand, which the next measurement is taken for; %NULL where
 * nothing is known of its requests.
 */
SyPlan *sy_decisions_page_make_plan (SyDecisionsPage *self,
                                     guint64          seed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
