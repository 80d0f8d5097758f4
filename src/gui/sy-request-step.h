/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SyRequestStep:
 *
 * What one request does.  A #SyWizardStep.
 */
#define SY_TYPE_REQUEST_STEP (sy_request_step_get_type ())

G_DECLARE_FINAL_TYPE (SyRequestStep, sy_request_step, SY, REQUEST_STEP, AdwBin)

G_END_DECLS
