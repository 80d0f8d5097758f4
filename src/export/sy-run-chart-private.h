/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-charts.h"
#include "export/sy-run-chart.h"

G_BEGIN_DECLS

/**
 * SyRunView:
 * @phase_index: the phase shown
 * @title: of the chart, which names the phase
 * @servers: all of the run, whether they are in this chart or not, so that each keeps its style
 *
 * What a chart is made of.
 */
struct _SyRunView
{
  const SyRun      *run;
  const SyAnalysis *analysis;
  guint             phase_index;
  const SyPhase    *phase;
  const char       *title;
  SyChartServer    *servers;
  guint             n_servers;
};

SyChart *sy_run_chart_make_throughput    (const SyRunView *view) G_GNUC_WARN_UNUSED_RESULT;
SyChart *sy_run_chart_make_latency       (const SyRunView *view) G_GNUC_WARN_UNUSED_RESULT;

SyChart *sy_run_chart_make_spectrum      (const SyRunView *view) G_GNUC_WARN_UNUSED_RESULT;
SyChart *sy_run_chart_make_loop_lag      (const SyRunView *view) G_GNUC_WARN_UNUSED_RESULT;
SyChart *sy_run_chart_make_lock_wait     (const SyRunView *view) G_GNUC_WARN_UNUSED_RESULT;
SyChart *sy_run_chart_make_lock_held     (const SyRunView *view) G_GNUC_WARN_UNUSED_RESULT;

SyChart *sy_run_chart_make_capacity      (const SyRunView *view) G_GNUC_WARN_UNUSED_RESULT;
SyChart *sy_run_chart_make_response_time (const SyRunView *view) G_GNUC_WARN_UNUSED_RESULT;
SyChart *sy_run_chart_make_ratio         (const SyRunView *view) G_GNUC_WARN_UNUSED_RESULT;

SyChart *sy_run_chart_make_sweep         (const SyRunView *view) G_GNUC_WARN_UNUSED_RESULT;

/* The scene and the load of a phase: "Mostly waiting · 64 clients". */
char    *sy_run_chart_say_phase          (const SyRun     *run,
                                          guint            phase) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
