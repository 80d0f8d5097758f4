/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "core/sy-thread-group.h"
#include "load/sy-requests.h"
#include "stats/sy-histogram.h"

G_BEGIN_DECLS

#define SY_CLIENT_ERROR (sy_client_error_quark ())

typedef enum
{
  SY_CLIENT_ERROR_CONNECT,
  SY_CLIENT_ERROR_ANSWER,
} SyClientError;

GQuark sy_client_error_quark (void);

/* Why a request failed. */
typedef enum
{
  SY_FAILURE_CONNECT,
  SY_FAILURE_SEND,
  SY_FAILURE_RECEIVE,
  SY_FAILURE_TIME_OUT,
  SY_FAILURE_STATUS,
  SY_FAILURE_MALFORMED,
  SY_FAILURE_WRONG_CHECK,
  SY_N_FAILURES,
} SyFailure;

/* The words of saved runs and machine output: "connect", "send", … */
extern const char *const sy_failure_names[SY_N_FAILURES + 1];

typedef enum
{
  SY_LOAD_CLOSED,
  SY_LOAD_OPEN_CONSTANT,
  SY_LOAD_OPEN_POISSON,
} SyLoadKind;

/**
 * SyClientConfig:
 * @port: on 127.0.0.1
 * @n_connections: the clients of a closed load, the pool of an open one
 * @reconnect_every: requests after which a connection is opened anew; 0 for never
 * @time_out_ns: after which a request has failed, from its actual send
 */
typedef struct
{
  guint16 port;
  guint   n_connections;
  guint   reconnect_every;
  gint64  time_out_ns;
} SyClientConfig;

/**
 * SySlice:
 * @start_ns: since the trial began (settling included)
 * @n_completed: in these 100 ms
 * @has_quantiles: whether anything was completed, so that the quantiles mean something
 *
 * 100 ms of a trial, for the graphs over time: response and service times of the requests
 * completed in it, in nanoseconds.
 */
typedef struct
{
  gint64   start_ns;
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
 * @is_overloaded: open load only: the backlog grew, quantiles would only measure the trial's length
 * @backlog_begin: open load only: arrivals waiting for a connection when the window began
 * @backlog_end: and when it ended
 * @lateness: (owned): ns by which an idle connection's send came after its intended time: the
 *   generator's own fault
 * @cpu_ns: processor time of the generator's thread within the window
 * @is_cancelled: stopped before its window ended; what was measured until then is in it
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
  gboolean     is_cancelled;
} SyTrial;

/**
 * SyClient:
 *
 * A load generator: one thread (whichever calls), epoll, HTTP/1.1.  Its connections live from one
 * trial to the next.  Loopback only.
 */
typedef struct _SyClient SyClient;

/* Opens every connection and has each answer one request of @requests. */
SyClient *sy_client_new   (const SyClientConfig  *config,
                           const SyRequests      *requests,
                           GCancellable          *cancellable,
                           GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void      sy_client_free  (SyClient              *self);

/**
 * sy_client_run:
 *
 * Runs one trial, drains it up to the time-out, and returns its result.  Failing requests are
 * results, not errors; a server that is gone gives a trial full of connect failures.
 */
SyTrial  *sy_client_run   (SyClient              *self,
                           const SyTrialPlan     *plan,
                           GCancellable          *cancellable) G_GNUC_WARN_UNUSED_RESULT;

void      sy_trial_free   (SyTrial               *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyClient, sy_client_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyTrial, sy_trial_free)

G_END_DECLS
