/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-charts.h"
#include "lab/sy-analysis.h"

G_BEGIN_DECLS

/*
 * The charts of a run, one phase each.  %NULL where the phase has nothing of the kind: requests per
 * second under an open load are what was offered, and say nothing of a server.
 */

typedef struct
{
  const SyRun      *run;
  const SyAnalysis *analysis;
  guint             phase;
} SyRunPhase;

/* Requests per second of each server, and the time within which nine answers in ten came. */
SyChart *sy_run_charts_new_capacity   (const SyRunPhase *phase) G_GNUC_WARN_UNUSED_RESULT;
SyChart *sy_run_charts_new_response   (const SyRunPhase *phase) G_GNUC_WARN_UNUSED_RESULT;

/* Quantiles of the response time, far into the nines. */
SyChart *sy_run_charts_new_spectrum   (const SyRunPhase *phase) G_GNUC_WARN_UNUSED_RESULT;

/* Over the time of the phase, turn by turn. */
SyChart *sy_run_charts_new_throughput (const SyRunPhase *phase) G_GNUC_WARN_UNUSED_RESULT;
SyChart *sy_run_charts_new_latency    (const SyRunPhase *phase) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
