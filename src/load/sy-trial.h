/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "load/sy-failure.h"
#include "load/sy-requests.h"
#include "stats/sy-histogram.h"
#include "stats/sy-trace.h"

G_BEGIN_DECLS

typedef enum
{
  SY_LOAD_CLOSED,
  SY_LOAD_OPEN_CONSTANT,
  SY_LOAD_OPEN_POISSON,
} SyLoadKind;

/**
 * SySlice:
 * @start_ns: since the trial began (settling included)
 * @duration_ns: 100 ms, less for the last one if the trial is no multiple of it
 * @n_completed: in that time
 * @has_quantiles: whether anything was completed, so that the quantiles mean something
 *
 * 100 ms of a trial, for the graphs over time: response and service times of the requests
 * completed in it, in nanoseconds, to two significant digits.
 */
typedef struct
{
  gint64   start_ns;
  gint64   duration_ns;
  guint    n_completed;
  guint    n_failed;
  gboolean has_quantiles;
  gint64   response_p50_ns;
  gint64   response_p90_ns;
  gint64   response_p99_ns;
  gint64   service_p50_ns;
  gint64   service_p90_ns;
  gint64   service_p99_ns;
} SySlice;

typedef enum
{
  SY_EDGE_WINDOW_BEGINS,
  SY_EDGE_WINDOW_ENDS,
} SyEdge;

/**
 * SyTrialPlan:
 * @requests: what to send
 * @kind: closed, or open with constant or Poisson arrivals
 * @rate_per_s: of arrivals, for open loads
 * @think_time_ns: mean of the exponentially distributed think time of a closed load; 0 for none
 * @seed: arrivals, think times and the mix are drawn from it before the trial
 * @settle_ns: load that is not data, before the window
 * @window_ns: the measured window
 * @n_sampled: how many requests that follow each other carry an id by which the server can trace
 *   them, beginning with the first in the window of the workload's rarest kind, so that what is
 *   rare is among them, or when half of the window has passed without; 0 for none
 * @edge: (nullable): called at the window's edges, on the thread that runs the trial; be quick
 * @slice: (nullable): called every 100 ms with what was just measured, likewise
 */
typedef struct
{
  const SyRequests *requests;
  SyLoadKind        kind;
  double            rate_per_s;
  gint64            think_time_ns;
  guint64           seed;
  gint64            settle_ns;
  gint64            window_ns;
  guint             n_sampled;
  void            (*edge)  (SyEdge         edge,
                            gpointer       data);
  void            (*slice) (const SySlice *slice,
                            gpointer       data);
  gpointer          data;
} SyTrialPlan;

/**
 * SyTrial:
 * @window_ns: as it really was
 * @n_sent: requests of the cohort (those intended within the window) that were sent or should have
 *   been: always @n_completed + Σ @n_failed + @n_unfinished
 * @n_completed: of the cohort, answered well, if need be after the window
 * @n_failed: of the cohort, by kind
 * @n_unfinished: of the cohort, neither when draining ended
 * @n_completed_in_window: completions within the window, whenever intended: throughput counts these
 * @response: (owned): ns from the intended send to the last byte, of the completed cohort
 * @service: (owned): ns from the actual send to the last byte, likewise
 * @slices: (owned) (element-type SySlice): from the start of settling to the end of the window
 * @per_connection: (owned) (element-type guint64): completions in the window, by connection
 * @is_overloaded: open load only: the backlog grew in the first half of the window and again in the
 *   second, together by more than the connections and more than a twentieth of @n_sent; quantiles
 *   would only measure the trial's length
 * @backlog_begin: open load only: arrivals waiting for a connection when the window began
 * @backlog_end: and when it ended
 * @lateness: (owned): ns by which an idle connection's send came after its intended time: the
 *   generator's own fault
 * @cpu_ns: processor time of the generator's thread within the window
 * @stamps: (owned) (nullable) (element-type SyStamp): the sampled requests that were answered
 * @is_cancelled: stopped before its window ended or what it sent was answered; what was measured
 *   until then is in it
 */
typedef struct
{
  gint64       window_ns;
  guint64      n_sent;
  guint64      n_completed;
  guint64      n_failed[SY_N_FAILURES];
  guint64      n_unfinished;
  guint64      n_completed_in_window;
  SyHistogram *response;
  SyHistogram *service;
  GArray      *slices;
  GArray      *per_connection;
  gboolean     is_overloaded;
  guint        backlog_begin;
  guint        backlog_end;
  SyHistogram *lateness;
  gint64       cpu_ns;
  GArray      *stamps;
  gboolean     is_cancelled;
} SyTrial;

SyTrial *sy_trial_new  (guint    n_connections) G_GNUC_WARN_UNUSED_RESULT;
void     sy_trial_free (SyTrial *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyTrial, sy_trial_free)

G_END_DECLS
