/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-chart.h"
#include "lab/sy-analysis.h"

G_BEGIN_DECLS

typedef struct _SyRunView SyRunView;

/**
 * SyRunChartKind:
 * @name: on the command line
 * @title: what people see, untranslated
 * @is_of_run: whether it shows all phases at once, and not one of them
 * @prefers_open: whether it says most of arrivals at a rate: under a fixed number of clients,
 *   response times follow from throughput (Little, 1961)
 * @fits: (nullable): whether it has something to say there; always by default
 *
 * One row of the table of charts a run has.
 */
typedef struct
{
  const char  *name;
  const char  *title;
  gboolean     is_of_run;
  gboolean     prefers_open;
  gboolean   (*fits) (const SyRunView *view);
  SyChart   *(*make) (const SyRunView *view);
} SyRunChartKind;

const SyRunChartKind *sy_run_chart_kinds_get (guint                *n_kinds);

/* By its name; %NULL if there is none. */
const SyRunChartKind *sy_run_chart_kind_find (const char           *name);

/**
 * sy_run_chart_choose_phase:
 * @scene: (nullable): id of a scene, or any
 *
 * The index of the phase that a chart is first of all about; -1 if there is none.
 */
int                   sy_run_chart_choose_phase (const SyRunChartKind *kind,
                                                 const SyRun          *run,
                                                 const char           *scene);

/* Whether a kind of chart has something to say of a phase: requests per second under an open load
 * are what was offered, a sweep takes two loads, and only what holds a lock holds it for a time.
 */
gboolean              sy_run_chart_kind_fits (const SyRunChartKind *kind,
                                              const SyRun          *run,
                                              const SyAnalysis     *analysis,
                                              guint                 phase);

/* The scene and the load of a phase: "Mostly waiting · 64 clients". */
char                 *sy_run_chart_say_phase (const SyRun          *run,
                                              guint                 phase)
                                              G_GNUC_WARN_UNUSED_RESULT;

/**
 * sy_run_chart_new:
 * @phase: its index in @run
 *
 * A chart of a phase of a run.  What was not measured there makes a chart that says so.  Voided
 * turns are left out, and so are the percentiles of overloaded servers; over time one sees how
 * requests queued up.
 */
SyChart              *sy_run_chart_new       (const SyRunChartKind *kind,
                                              const SyRun          *run,
                                              const SyAnalysis     *analysis,
                                              guint                 phase)
                                              G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
