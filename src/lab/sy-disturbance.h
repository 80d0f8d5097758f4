/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-run.h"

G_BEGIN_DECLS

/**
 * sy_disturbance_find:
 *
 * Whether the machine spoiled a turn, whatever its result: the hypervisor took more than 5 % of one
 * processor's time ("steal"), or one send in a hundred left the generator over 10 ms late though a
 * connection was free ("lateness").
 *
 * Returns: (nullable): the reason, %NULL for a sound turn
 */
const char *sy_disturbance_find      (const SyTurn  *turn);

gboolean    sy_phase_has_voided_turn (const SyPhase *phase);

G_END_DECLS
