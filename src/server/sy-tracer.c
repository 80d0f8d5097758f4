/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-tracer.h"

#include <string.h>

#include "core/sy-clock.h"

/* A request has six to ten spans, a long computation under a lock many more.  All of the store is
 * a megabyte.
 */
enum
{
  SPANS_PER_CHUNK = 32,
  MAX_CHUNKS = 1024,
};

/* Written by one thread, which publishes each span by raising @n_spans. */
struct _SySpanChunk
{
  guint       lane;
  atomic_uint n_spans;
  SySpan      spans[SPANS_PER_CHUNK];
};

static const char id_key[] = "&id=";

/* Written to all over, so that the kernel hands the memory out now and not while it serves. */
void
sy_tracer_prepare (SyTracer *self)
{
  if (self->chunks != NULL)
    return;

  self->chunks = g_new (SySpanChunk, MAX_CHUNKS);
  memset (self->chunks, 0, MAX_CHUNKS * sizeof (SySpanChunk));
}

void
sy_tracer_arm (SyTracer *self,
               guint     n_requests)
{
  if (self->chunks == NULL)
    return;

  atomic_store (&self->n_awaited, (int) n_requests);
  atomic_store_explicit (&self->is_armed, TRUE, memory_order_release);
}

GArray *
sy_tracer_take (SyTracer *self)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SySpan));
  guint n_chunks = MIN (atomic_load (&self->n_chunks), MAX_CHUNKS);

  atomic_store (&self->is_armed, FALSE);
  for (guint i = 0; i < n_chunks; i++)
    {
      SySpanChunk *chunk = &self->chunks[i];
      guint n_spans = atomic_load_explicit (&chunk->n_spans, memory_order_acquire);

      if (n_spans > 0)
        g_array_append_vals (spans, chunk->spans, n_spans);
    }

  return spans;
}

void
sy_tracer_clear (SyTracer *self)
{
  g_clear_pointer (&self->chunks, g_free);
}

static guint32
read_digits (const char *digits,
             gsize       length)
{
  guint64 id = 0;

  if (length == 0 || length > 10)
    return 0;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (digits[i]))
        return 0;
      id = id * 10 + (guint64) g_ascii_digit_value (digits[i]);
    }

  return id <= G_MAXUINT32 ? (guint32) id : 0;
}

guint32
sy_tracer_read_id (const char *query,
                   gsize       length)
{
  gsize key_length = strlen (id_key);
  gsize at = length;

  while (at > 0 && query[at - 1] != '=')
    at--;
  if (at < key_length || memcmp (query + at - key_length, id_key, key_length) != 0)
    return 0;

  return read_digits (query + at, length - at);
}

static gboolean
take_chunk (SyTracer *self,
            SyLane   *lane)
{
  guint index = atomic_load_explicit (&self->n_chunks, memory_order_relaxed);
  guint number;

  if (index < MAX_CHUNKS)
    index = atomic_fetch_add_explicit (&self->n_chunks, 1, memory_order_relaxed);
  if (index >= MAX_CHUNKS)
    return FALSE;

  number = lane->chunk != NULL
             ? lane->chunk->lane
             : atomic_fetch_add_explicit (&self->n_lanes, 1, memory_order_relaxed);
  lane->chunk = &self->chunks[index];
  lane->chunk->lane = number;

  return TRUE;
}

static gboolean
is_full (SyLane *lane)
{
  return lane->chunk == NULL
         || atomic_load_explicit (&lane->chunk->n_spans, memory_order_relaxed) == SPANS_PER_CHUNK;
}

static void
write_span (SyTrack *self,
            SySpan   span)
{
  SySpanChunk *chunk;
  guint n_spans;

  if (is_full (self->lane) && !take_chunk (self->tracer, self->lane))
    return;

  chunk = self->lane->chunk;
  n_spans = atomic_load_explicit (&chunk->n_spans, memory_order_relaxed);
  span.request = self->request;
  span.lane = chunk->lane;
  chunk->spans[n_spans] = span;
  atomic_store_explicit (&chunk->n_spans, n_spans + 1, memory_order_release);
}

static void
add_span (SyTrack *self,
          gint64   end_ns)
{
  SySpan span = { .kind = self->kind, .begin_ns = self->since_ns, .end_ns = end_ns };

  self->since_ns = end_ns;
  if (self->request != 0)
    write_span (self, span);
  else if (self->n_pending < SY_TRACK_MAX_PENDING)
    self->pending[self->n_pending++] = span;
  else
    self->is_live = FALSE;
}

void
sy_track_init (SyTrack  *self,
               SyTracer *tracer,
               SyLane   *lane)
{
  self->tracer = tracer;
  self->lane = lane;
  self->is_live = FALSE;
  self->kind = SY_SPAN_QUEUED;
}

void
sy_track_touch_at (SyTrack *self,
                   gint64   at_ns)
{
  if (self->is_live || !sy_track_is_wanted (self))
    return;

  self->is_live = TRUE;
  self->request = 0;
  self->n_pending = 0;
  self->kind = SY_SPAN_RECEIVING;
  self->since_ns = at_ns;
}

/* The last one that is awaited ends the recording of any more. */
static void
await_one_less (SyTracer *tracer)
{
  if (atomic_fetch_sub (&tracer->n_awaited, 1) == 1)
    atomic_store (&tracer->is_armed, FALSE);
}

void
sy_track_name (SyTrack *self,
               guint32  request)
{
  if (!self->is_live)
    return;

  self->request = request;
  self->is_live = request != 0;
  if (!self->is_live)
    return;

  for (guint i = 0; i < self->n_pending; i++)
    write_span (self, self->pending[i]);
  await_one_less (self->tracer);
}

void
sy_track_enter_live (SyTrack    *self,
                     SySpanKind  kind)
{
  add_span (self, sy_clock_now_ns ());
  self->kind = kind;
}

/* Timers of whole milliseconds or microseconds may be a little early. */
void
sy_track_resume_live (SyTrack    *self,
                      gint64      due_at_ns,
                      SySpanKind  kind)
{
  gint64 now_ns = sy_clock_now_ns ();

  if (due_at_ns > self->since_ns && due_at_ns < now_ns)
    {
      add_span (self, due_at_ns);
      self->kind = SY_SPAN_QUEUED;
    }
  add_span (self, now_ns);
  self->kind = kind;
}

void
sy_track_take_lock (SyTrack           *self,
                    SyInterpreterLock *lock,
                    SySpanKind         kind)
{
  gint64 began_at_ns = self->is_live ? sy_clock_now_ns () : 0;
  gboolean has_waited = sy_interpreter_lock_take (lock);

  if (G_LIKELY (!self->is_live))
    return;

  if (self->kind != SY_SPAN_LOCK && (has_waited || self->kind != kind))
    add_span (self, began_at_ns);
  if (has_waited)
    {
      self->kind = SY_SPAN_LOCK;
      add_span (self, sy_clock_now_ns ());
    }
  self->kind = kind;
}

void
sy_track_check_lock (SyTrack           *self,
                     SyInterpreterLock *lock)
{
  SySpanKind kind = self->kind;

  if (G_LIKELY (!self->is_live) || !sy_interpreter_lock_is_requested (lock))
    {
      sy_interpreter_lock_checkpoint (lock);
      return;
    }

  sy_track_enter (self, SY_SPAN_LOCK);
  sy_interpreter_lock_checkpoint (lock);
  sy_track_enter (self, kind);
}

void
sy_track_end_with_lock (SyTrack           *self,
                        SyInterpreterLock *lock)
{
  gint64 began_at_ns = self->is_live ? sy_clock_now_ns () : 0;
  gboolean has_waited = sy_interpreter_lock_take (lock);

  if (G_LIKELY (!self->is_live))
    return;

  add_span (self, began_at_ns);
  self->kind = SY_SPAN_LOCK;
  if (has_waited)
    add_span (self, sy_clock_now_ns ());
  self->is_live = FALSE;
}

void
sy_track_end_live (SyTrack *self,
                   gint64   at_ns)
{
  add_span (self, at_ns);
  self->is_live = FALSE;
}
