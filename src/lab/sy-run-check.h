/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sy-json.h"
#include "lab/sy-run.h"

G_BEGIN_DECLS

/* Whether the parts of a run agree with each other, once each of them was read; what does not is
 * reported at its place.
 */
void sy_run_check       (const SyRun   *run,
                         const SyJson  *json);
void sy_run_check_turns (const SyPhase *phase,
                         const SyJson  *json);
void sy_run_check_trial (const SyTrial *trial,
                         const SyJson  *json);

G_END_DECLS
