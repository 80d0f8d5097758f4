/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-run.h"

/* A run made by hand: servers by name, then phases, then turns with the throughput they showed. */
SyRun   *lab_fixture_run       (const char   *first_arm,
                                ...) G_GNUC_NULL_TERMINATED;

/* Adds a phase of the scene "waiting". */
SyPhase *lab_fixture_add_phase (SyRun        *run,
                                SyLoadKind    load,
                                guint         n_rounds);

/* Adds a turn with so many requests per second, all answered in @response_ns. */
SyTurn  *lab_fixture_add_turn  (SyPhase      *phase,
                                guint         round,
                                guint         arm,
                                double        requests_per_s,
                                gint64        response_ns);

/* A whole phase in counterbalanced order: the first server @ratio times as fast as the second, with
 * @spread as standard deviation of the log ratio of a pair.
 */
SyPhase *lab_fixture_add_pairs (SyRun        *run,
                                guint         n_rounds,
                                double        ratio,
                                double        spread,
                                guint64       seed);
