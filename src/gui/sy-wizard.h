/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "decision/sy-profile.h"

G_BEGIN_DECLS

/**
 * SyWizard:
 *
 * Asks, in five steps, for what a decision depends on, and remembers the answers while it is away.
 * Emits "decided" with whether to measure first, and "left" when a person goes back from the first
 * step.  The rules must have been loaded.
 */
#define SY_TYPE_WIZARD (sy_wizard_get_type ())

G_DECLARE_FINAL_TYPE (SyWizard, sy_wizard, SY, WIZARD, AdwBin)

/* Begins with these answers at the first step; copies them. */
void             sy_wizard_set_profile  (SyWizard        *self,
                                         const SyProfile *profile);
/* The answers as of the step before the one shown. */
const SyProfile *sy_wizard_get_profile  (SyWizard        *self);

/* To the step before; from the first one "left" is emitted. */
void             sy_wizard_back         (SyWizard        *self);

/* "Step 2 of 5". */
char            *sy_wizard_dup_progress (SyWizard        *self) G_GNUC_WARN_UNUSED_RESULT;

/* Whether something can be measured at all now, and is not under way already. */
void             sy_wizard_set_can_measure (SyWizard     *self,
                                            gboolean      can_measure);

G_END_DECLS
