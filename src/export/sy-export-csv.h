/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-run.h"

G_BEGIN_DECLS

/*
 * A run as tables: one heading row, times in whole nanoseconds, units at the end of headings
 * ("_ns", "_per_s"), empty where something was not or could not be measured.  Rows of several runs
 * can be put below each other: each names its run, phase, round and server.
 */

/* One row a turn, voided ones too and marked so: every scalar of the saved document, with the
 * quantiles of its histograms (none of response and service time where the server was overloaded),
 * requests per second and Jain's index.
 */
char *sy_export_csv_turns  (const SyRun *run,
                            gsize       *length) G_GNUC_WARN_UNUSED_RESULT;

/* One row for each 100 ms of each turn: what the graphs over time show. */
char *sy_export_csv_slices (const SyRun *run,
                            gsize       *length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
