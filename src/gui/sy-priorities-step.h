/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SyPrioritiesStep:
 *
 * What matters most, in order.  A #SyWizardStep.
 */
#define SY_TYPE_PRIORITIES_STEP (sy_priorities_step_get_type ())

G_DECLARE_FINAL_TYPE (SyPrioritiesStep, sy_priorities_step, SY, PRIORITIES_STEP, AdwBin)

G_END_DECLS
