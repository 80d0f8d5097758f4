/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lab/sy-run.h"

G_BEGIN_DECLS

/**
 * SyPrediction:
 *
 * Predict first, then look: asks what takes the largest part of a request's time on each server
 * that was recorded, and then says what was recorded.  While its property "asking" is %TRUE,
 * whoever shows the picture keeps it out of sight.
 */
#define SY_TYPE_PREDICTION (sy_prediction_get_type ())

G_DECLARE_FINAL_TYPE (SyPrediction, sy_prediction, SY, PREDICTION, AdwBin)

/* About the servers that a picture of @phase shows.  What was asked before is forgotten. */
void sy_prediction_set_phase (SyPrediction  *self,
                              const SyPlan  *plan,
                              const SyPhase *phase);

G_END_DECLS
