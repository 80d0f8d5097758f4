/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SyTrafficStep:
 *
 * How many come, and how soon they want their answers.  A #SyWizardStep.
 */
#define SY_TYPE_TRAFFIC_STEP (sy_traffic_step_get_type ())

G_DECLARE_FINAL_TYPE (SyTrafficStep, sy_traffic_step, SY, TRAFFIC_STEP, AdwBin)

G_END_DECLS
