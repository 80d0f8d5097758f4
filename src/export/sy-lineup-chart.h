/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-chart.h"
#include "lab/sy-lineup.h"

G_BEGIN_DECLS

/**
 * sy_lineup_chart_new:
 * @phase: its index in the first run
 *
 * A bar with its interval for each server and run of a phase, a server's bars beside one another:
 * requests per second under a fixed number of clients, or else the response time of nine in ten.
 * Only what at least two runs have.
 *
 * Returns: %NULL where no server of the phase was measured in another run
 */
SyChart *sy_lineup_chart_new (const SyLineup *lineup,
                              guint           phase) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
