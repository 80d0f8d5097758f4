/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SyContextStep:
 *
 * What is built.  A #SyWizardStep.
 * Emits "template" with the name of a worked example to begin with.
 */
#define SY_TYPE_CONTEXT_STEP (sy_context_step_get_type ())

G_DECLARE_FINAL_TYPE (SyContextStep, sy_context_step, SY, CONTEXT_STEP, AdwBin)

G_END_DECLS
