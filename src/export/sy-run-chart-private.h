/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-charts.h"
#include "export/sy-run-chart.h"

G_BEGIN_DECLS

/**
 * SyRunView:
 * @phase_index: the phase shown
 * @title: of the chart
 * @circumstances: the phase in words
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
  const char       *circumstances;
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

gboolean sy_run_chart_has_capacity       (const SyRunView *view);
gboolean sy_run_chart_has_response_time  (const SyRunView *view);
gboolean sy_run_chart_has_ratio          (const SyRunView *view);
gboolean sy_run_chart_has_sweep          (const SyRunView *view);
gboolean sy_run_chart_has_loop_lag       (const SyRunView *view);
gboolean sy_run_chart_has_lock_wait      (const SyRunView *view);
gboolean sy_run_chart_has_lock_held      (const SyRunView *view);

SyChart *sy_run_chart_make_architecture  (const SyRunView *view) G_GNUC_WARN_UNUSED_RESULT;
gboolean sy_run_chart_has_architecture   (const SyRunView *view);

/* Whether handling times differ from response times: with clients that never pause, a request is
 * sent when it is intended.
 */
gboolean sy_run_chart_has_service        (const SyRunView *view);

G_END_DECLS
