/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SyTeamStep:
 *
 * Who builds it, and what is out of the question.  A #SyWizardStep.
 */
#define SY_TYPE_TEAM_STEP (sy_team_step_get_type ())

G_DECLARE_FINAL_TYPE (SyTeamStep, sy_team_step, SY, TEAM_STEP, AdwBin)

G_END_DECLS
