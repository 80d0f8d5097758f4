/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision/sy-observation.h"
#include "lab/sy-analysis.h"

G_BEGIN_DECLS

/**
 * sy_run_observations_new:
 * @runtimes: (nullable): servers by their names in the run, such as addresses, and the options they
 *   are; beside those the rulebook knows
 *
 * What a run says to a decision: nothing if it is not valid.  Servers within this process model the
 * architecture of an option; real runtimes are one.
 *
 * Returns: (transfer full) (element-type SyObservation)
 */
GPtrArray *sy_run_observations_new (const SyRun      *run,
                                    const SyAnalysis *analysis,
                                    const SyRulebook *rulebook,
                                    GHashTable       *runtimes) G_GNUC_WARN_UNUSED_RESULT;

/* Why a run that says nothing to a decision does not count, as a sentence. */
char      *sy_run_observations_say_none (const SyRun      *run,
                                         const SyAnalysis *analysis) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
