/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many requests of one turn are traced at most: enough for a picture, few enough to be kept in
 * every saved run.
 */
enum { SY_TRACE_MAX_REQUESTS = 256 };

/**
 * SySpanKind:
 * @SY_SPAN_QUEUED: ready, but nobody attends to it: from the client's send to the server's first
 *   touch, and again from the end of a wait until the loop or the woken thread goes on with it
 * @SY_SPAN_RECEIVING: read from the socket, taken apart
 * @SY_SPAN_COMPUTING: its steps (and the interpreter cost) are executed
 * @SY_SPAN_WAITING: a step waits for another service
 * @SY_SPAN_LOCK: its thread waits for the interpreter lock
 * @SY_SPAN_SENDING: its answer is made and sent
 *
 * What a request spends a span of its life on.
 */
typedef enum
{
  SY_SPAN_QUEUED,
  SY_SPAN_RECEIVING,
  SY_SPAN_COMPUTING,
  SY_SPAN_WAITING,
  SY_SPAN_LOCK,
  SY_SPAN_SENDING,
  SY_N_SPAN_KINDS,
} SySpanKind;

/**
 * SySpan:
 * @request: as it was recorded the id of the request, in a trace its index
 * @lane: the event loop or thread that serves it
 * @begin_ns: as it was recorded of the monotonic clock, in a trace since the first request was sent
 * @end_ns: likewise
 */
typedef struct
{
  guint32    request;
  guint32    lane;
  SySpanKind kind;
  gint64     begin_ns;
  gint64     end_ns;
} SySpan;

/* A request as its client saw it: when it sent the first byte and had read the last, by the
 * monotonic clock.
 */
typedef struct
{
  guint32 request;
  gint64  sent_at_ns;
  gint64  ended_at_ns;
} SyStamp;

/**
 * SyTracedRequest:
 * @lane: that served it
 * @sent_ns: since the first request was sent
 * @ended_ns: when its client had the whole answer, likewise
 * @first_span: index of the first of its spans
 * @n_spans: which follow each other without a gap, the first beginning at @sent_ns.  Under a lock
 *   the last ones may lie after @ended_ns: the thread wants its lock back before it goes on.
 */
typedef struct
{
  guint  lane;
  gint64 sent_ns;
  gint64 ended_ns;
  guint  first_span;
  guint  n_spans;
} SyTracedRequest;

/**
 * SyTrace:
 * @n_lanes: loops or threads that served the requests
 * @duration_ns: from the first send to the end of the last span
 * @requests: (owned) (element-type SyTracedRequest): in the order they were sent
 * @spans: (owned) (element-type SySpan): request after request
 *
 * The recorded lives of some real requests that followed each other.
 */
typedef struct
{
  guint   n_lanes;
  gint64  duration_ns;
  GArray *requests;
  GArray *spans;
} SyTrace;

/**
 * sy_trace_new:
 * @stamps: what the client saw, in any order
 * @spans: what the server recorded, in any order
 *
 * Joins both sides by the id of the request; both read the same clock.  Only whole lives are taken:
 * a request the client had no answer to, or whose spans do not follow each other from a first touch
 * at or after the send to the sending of the answer, is left out.  Lanes are numbered by their
 * first request.
 *
 * Returns: (nullable): %NULL where no whole life is left
 */
SyTrace *sy_trace_new           (const SyStamp   *stamps,
                                 guint            n_stamps,
                                 const SySpan    *spans,
                                 guint            n_spans) G_GNUC_WARN_UNUSED_RESULT;

/* To be filled by a reader with sy_trace_add_request() and sy_trace_add_span(). */
SyTrace *sy_trace_new_empty     (void) G_GNUC_WARN_UNUSED_RESULT;
SyTrace *sy_trace_copy          (const SyTrace   *self) G_GNUC_WARN_UNUSED_RESULT;
void     sy_trace_free          (SyTrace         *self);

/* Adds a request without spans, to which those added next belong. */
void     sy_trace_add_request   (SyTrace         *self,
                                 guint            lane,
                                 gint64           sent_ns,
                                 gint64           ended_ns);

/* Adds the next span to the request added last: it begins where the one before ends. */
void     sy_trace_add_span      (SyTrace         *self,
                                 SySpanKind       kind,
                                 gint64           duration_ns);

/* Whether the lane itself is at work: receiving, computing, sending.  No two such spans of a lane
 * are at the same time.
 */
gboolean sy_span_is_running     (SySpanKind       kind);

/* Whether any lane has to run two spans at once, as none can. */
gboolean sy_trace_has_overlap   (const SyTrace   *self);

/* Whether every lane has one request at a time, as a thread of its own has and a loop has not. */
gboolean sy_trace_has_one_at_a_time (const SyTrace *self);

/**
 * sy_trace_sum_request:
 * @sums_ns: (out) (array fixed-size=6): by #SySpanKind, until the client had its answer
 *
 * What one request spent its time on.
 */
void     sy_trace_sum_request   (const SyTrace   *self,
                                 guint            request,
                                 gint64          *sums_ns);

/**
 * sy_trace_share_time:
 * @shares: (out) (array fixed-size=6): by #SySpanKind, 0…1, together 1
 *
 * What all its requests together spent their time on, until their clients had the answers.
 */
void     sy_trace_share_time    (const SyTrace   *self,
                                 double          *shares);

/* From the send to the last byte of the answer. */
gint64   sy_trace_get_service_ns (const SyTrace  *self,
                                  guint           request);

/* The index of the request that took longest; of several, the first. */
guint    sy_trace_find_slowest  (const SyTrace   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyTrace, sy_trace_free)

G_END_DECLS
