/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdatomic.h>

#include "core/sy-clock.h"
#include "server/sy-interpreter-lock.h"
#include "stats/sy-trace.h"

G_BEGIN_DECLS

typedef struct _SySpanChunk SySpanChunk;

/**
 * SyTracer:
 *
 * Records the spans of the sampled requests of one server: those whose query ends in an id.
 *
 * The sample is one block of requests whose ids follow each other (%SY_TRACE_MAX_REQUESTS of the
 * many thousands of a turn) and not every n-th: requests far apart would be strangers to each
 * other, and a picture of them would show lanes that stand idle beside each other while they
 * worked.  From being armed until the last request of the block has been recognised the server
 * reads the clock for every request; before and after that a request costs one load and one
 * branch at each of the points below.
 *
 * A thread or loop writes into chunks of its own, taken by one atomic addition from a store
 * that was made before: nothing is locked or allocated meanwhile.  When the store is used up spans
 * are dropped, and the lives they belong to are not whole (see sy_trace_new()).
 */
typedef struct
{
  atomic_bool   is_armed;
  atomic_int    n_awaited;
  atomic_uint   n_lanes;
  atomic_uint   n_chunks;
  SySpanChunk  *chunks;
} SyTracer;

/* What a loop or thread writes into; zeroed to begin with, touched by it alone. */
typedef struct
{
  SySpanChunk *chunk;
} SyLane;

/* Spans before a request is recognised. */
enum { SY_TRACK_MAX_PENDING = 4 };

/**
 * SyTrack:
 *
 * Follows the request under way on one connection from span to span, without gaps.  Touched by the
 * thread that serves the connection.
 */
typedef struct
{
  SyTracer   *tracer;
  SyLane     *lane;
  gboolean    is_live;
  guint32     request;
  SySpanKind  kind;
  gint64      since_ns;
  guint       n_pending;
  SySpan      pending[SY_TRACK_MAX_PENDING];
} SyTrack;

/* Once, while the server is idle: makes the store. */
void    sy_tracer_prepare     (SyTracer          *self);

/* Records the next @n_requests sampled requests.  From any thread. */
void    sy_tracer_arm         (SyTracer          *self,
                               guint              n_requests);

/* Ends recording.  Returns: (transfer full) (element-type SySpan): what was recorded since the
 * store was made.  From any thread, while the server goes on.
 */
GArray *sy_tracer_take        (SyTracer          *self) G_GNUC_WARN_UNUSED_RESULT;
void    sy_tracer_clear       (SyTracer          *self);

/* The id a sampled request carries at the end of its @query ("k=7&steps=c2&id=12"); 0 for none. */
guint32 sy_tracer_read_id     (const char        *query,
                               gsize              length);

void    sy_track_init         (SyTrack           *self,
                               SyTracer          *tracer,
                               SyLane            *lane);

/* The first touch of a request, @at_ns: receiving begins.  Does nothing where one is under way. */
void    sy_track_touch_at     (SyTrack           *self,
                               gint64             at_ns);

/* The request under way turns out to be @request; 0 is not sampled. */
void    sy_track_name         (SyTrack           *self,
                               guint32            request);

/* What the functions below do for a request that is followed; they look first, in place, since
 * nearly none is.
 */
void    sy_track_enter_live   (SyTrack           *self,
                               SySpanKind         kind);
void    sy_track_resume_live  (SyTrack           *self,
                               gint64             due_at_ns,
                               SySpanKind         kind);
void    sy_track_end_live     (SyTrack           *self,
                               gint64             at_ns);

/* Takes @lock, and tells how long that took if it was not free; then @kind begins.  A span of
 * %SY_SPAN_LOCK that has begun before is part of it.
 */
void    sy_track_take_lock    (SyTrack           *self,
                               SyInterpreterLock *lock,
                               SySpanKind         kind);

/* As sy_interpreter_lock_checkpoint(), telling how long it was given up for. */
void    sy_track_check_lock   (SyTrack           *self,
                               SyInterpreterLock *lock);

/* The answer is sent: takes @lock, which the request's thread wants back, and ends. */
void    sy_track_end_with_lock (SyTrack          *self,
                                SyInterpreterLock *lock);

/* Whether a touch would be recorded, or something is under way. */
static inline gboolean
sy_track_is_wanted (SyTrack *self)
{
  return self->is_live || atomic_load_explicit (&self->tracer->is_armed, memory_order_acquire);
}

/* The same as sy_track_touch_at(), now. */
static inline void
sy_track_touch (SyTrack *self)
{
  if (G_UNLIKELY (sy_track_is_wanted (self)))
    sy_track_touch_at (self, sy_clock_now_ns ());
}

/* The next span begins, and the one before ends. */
static inline void
sy_track_enter (SyTrack    *self,
                SySpanKind  kind)
{
  if (G_UNLIKELY (self->is_live))
    sy_track_enter_live (self, kind);
}

/* A wait that was to end @due_at_ns has ended: from then until now the request was queued. */
static inline void
sy_track_resume (SyTrack    *self,
                 gint64      due_at_ns,
                 SySpanKind  kind)
{
  if (G_UNLIKELY (self->is_live))
    sy_track_resume_live (self, due_at_ns, kind);
}

/* The request ends. */
static inline void
sy_track_end (SyTrack *self)
{
  if (G_UNLIKELY (self->is_live))
    sy_track_end_live (self, sy_clock_now_ns ());
}

/* The same, having ended @at_ns. */
static inline void
sy_track_end_at (SyTrack *self,
                 gint64   at_ns)
{
  if (G_UNLIKELY (self->is_live))
    sy_track_end_live (self, at_ns);
}

G_END_DECLS
