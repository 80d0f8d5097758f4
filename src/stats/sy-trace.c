/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-trace.h"

#include <string.h>

gboolean
sy_span_is_running (SySpanKind kind)
{
  return kind == SY_SPAN_RECEIVING || kind == SY_SPAN_COMPUTING || kind == SY_SPAN_SENDING;
}

SyTrace *
sy_trace_new_empty (void)
{
  SyTrace *self = g_new0 (SyTrace, 1);

  self->requests = g_array_new (FALSE, FALSE, sizeof (SyTracedRequest));
  self->spans = g_array_new (FALSE, FALSE, sizeof (SySpan));

  return self;
}

SyTrace *
sy_trace_copy (const SyTrace *self)
{
  SyTrace *copy = g_new (SyTrace, 1);

  *copy = *self;
  copy->requests = g_array_copy (self->requests);
  copy->spans = g_array_copy (self->spans);

  return copy;
}

void
sy_trace_free (SyTrace *self)
{
  g_array_unref (self->requests);
  g_array_unref (self->spans);
  g_free (self);
}

static const SyTracedRequest *
get_request (const SyTrace *self,
             guint          request)
{
  g_assert (request < self->requests->len);

  return &g_array_index (self->requests, SyTracedRequest, request);
}

void
sy_trace_add_request (SyTrace *self,
                      guint    lane,
                      gint64   sent_ns,
                      gint64   ended_ns)
{
  SyTracedRequest request = {
    .lane = lane,
    .sent_ns = sent_ns,
    .ended_ns = ended_ns,
    .first_span = self->spans->len,
  };

  g_array_append_val (self->requests, request);
  self->n_lanes = MAX (self->n_lanes, lane + 1);
  self->duration_ns = MAX (self->duration_ns, ended_ns);
}

void
sy_trace_add_span (SyTrace    *self,
                   SySpanKind  kind,
                   gint64      duration_ns)
{
  guint index = self->requests->len - 1;
  SyTracedRequest *request = &g_array_index (self->requests, SyTracedRequest, index);
  gint64 begin_ns = request->sent_ns;
  SySpan span;

  if (request->n_spans > 0)
    begin_ns = g_array_index (self->spans, SySpan, self->spans->len - 1).end_ns;

  span = (SySpan) { index, request->lane, kind, begin_ns, begin_ns + duration_ns };
  g_array_append_val (self->spans, span);
  request->n_spans++;
  self->duration_ns = MAX (self->duration_ns, span.end_ns);
}

static int
compare_recorded (gconstpointer a,
                  gconstpointer b)
{
  const SySpan *span = a;
  const SySpan *other = b;

  if (span->request != other->request)
    return span->request < other->request ? -1 : 1;
  if (span->begin_ns != other->begin_ns)
    return span->begin_ns < other->begin_ns ? -1 : 1;

  return (span->end_ns > other->end_ns) - (span->end_ns < other->end_ns);
}

static int
compare_stamps (gconstpointer a,
                gconstpointer b)
{
  const SyStamp *stamp = a;
  const SyStamp *other = b;

  return (stamp->sent_at_ns > other->sent_at_ns) - (stamp->sent_at_ns < other->sent_at_ns);
}

/* The recorded spans of one request, in order. */
typedef struct
{
  const SySpan *spans;
  guint         n_spans;
} Life;

static Life
find_life (const GArray *sorted,
           guint32       request)
{
  const SySpan *spans = (const SySpan *) (const void *) sorted->data;
  guint low = 0;
  guint high = sorted->len;
  guint end;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (spans[middle].request < request)
        low = middle + 1;
      else
        high = middle;
    }

  for (end = low; end < sorted->len && spans[end].request == request; end++)
    ;

  return (Life) { spans + low, end - low };
}

static gboolean
is_whole (const Life    *life,
          const SyStamp *stamp)
{
  gint64 at_ns = stamp->sent_at_ns;
  gboolean is_sent = FALSE;

  if (life->n_spans == 0 || life->spans[0].begin_ns < at_ns)
    return FALSE;

  for (guint i = 0; i < life->n_spans; i++)
    {
      const SySpan *span = &life->spans[i];

      if ((i > 0 && span->begin_ns != at_ns) || span->end_ns < span->begin_ns
          || span->lane != life->spans[0].lane)
        return FALSE;
      at_ns = span->end_ns;
      is_sent = is_sent || span->kind == SY_SPAN_SENDING;
    }

  return is_sent && stamp->ended_at_ns >= stamp->sent_at_ns;
}

static guint
number_lane (GHashTable *lanes,
             guint       recorded)
{
  gpointer key = GUINT_TO_POINTER (recorded);
  gpointer lane;

  if (!g_hash_table_lookup_extended (lanes, key, NULL, &lane))
    {
      lane = GUINT_TO_POINTER (g_hash_table_size (lanes));
      g_hash_table_insert (lanes, key, lane);
    }

  return GPOINTER_TO_UINT (lane);
}

static void
add_life (SyTrace       *self,
          const Life    *life,
          const SyStamp *stamp,
          gint64         origin_at_ns,
          GHashTable    *lanes)
{
  sy_trace_add_request (self, number_lane (lanes, life->spans[0].lane),
                        stamp->sent_at_ns - origin_at_ns, stamp->ended_at_ns - origin_at_ns);
  sy_trace_add_span (self, SY_SPAN_QUEUED, life->spans[0].begin_ns - stamp->sent_at_ns);
  for (guint i = 0; i < life->n_spans; i++)
    sy_trace_add_span (self, life->spans[i].kind,
                       life->spans[i].end_ns - life->spans[i].begin_ns);
}

static GArray *
copy_sorted (gconstpointer items,
             guint         n_items,
             guint         item_size,
             GCompareFunc  compare)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, item_size, n_items);

  if (n_items > 0)
    g_array_append_vals (sorted, items, n_items);
  g_array_sort (sorted, compare);

  return sorted;
}

SyTrace *
sy_trace_new (const SyStamp *stamps,
              guint          n_stamps,
              const SySpan  *spans,
              guint          n_spans)
{
  g_autoptr(GArray) sorted = copy_sorted (spans, n_spans, sizeof *spans, compare_recorded);
  g_autoptr(GArray) sent = copy_sorted (stamps, n_stamps, sizeof *stamps, compare_stamps);
  g_autoptr(GHashTable) lanes = g_hash_table_new (NULL, NULL);
  g_autoptr(SyTrace) self = sy_trace_new_empty ();
  gint64 origin_at_ns = -1;

  for (guint i = 0; i < sent->len && self->requests->len < SY_TRACE_MAX_REQUESTS; i++)
    {
      const SyStamp *stamp = &g_array_index (sent, SyStamp, i);
      Life life = find_life (sorted, stamp->request);

      if (!is_whole (&life, stamp))
        continue;
      if (origin_at_ns < 0)
        origin_at_ns = stamp->sent_at_ns;
      add_life (self, &life, stamp, origin_at_ns, lanes);
    }

  return self->requests->len > 0 ? g_steal_pointer (&self) : NULL;
}

static int
compare_in_lanes (gconstpointer a,
                  gconstpointer b)
{
  const SySpan *span = a;
  const SySpan *other = b;

  if (span->lane != other->lane)
    return span->lane < other->lane ? -1 : 1;
  if (span->begin_ns != other->begin_ns)
    return span->begin_ns < other->begin_ns ? -1 : 1;

  return (span->end_ns > other->end_ns) - (span->end_ns < other->end_ns);
}

static gboolean
has_overlap (const SyTrace *self,
             gboolean     has_waits)
{
  g_autoptr(GArray) running = g_array_new (FALSE, FALSE, sizeof (SySpan));

  for (guint i = 0; i < self->spans->len; i++)
    {
      const SySpan *span = &g_array_index (self->spans, SySpan, i);

      if (sy_span_is_running (span->kind) || (has_waits && span->kind != SY_SPAN_QUEUED))
        g_array_append_vals (running, span, 1);
    }
  g_array_sort (running, compare_in_lanes);

  for (guint i = 1; i < running->len; i++)
    {
      const SySpan *before = &g_array_index (running, SySpan, i - 1);
      const SySpan *span = &g_array_index (running, SySpan, i);

      if (span->lane == before->lane && span->begin_ns < before->end_ns)
        return TRUE;
    }

  return FALSE;
}

gboolean
sy_trace_has_overlap (const SyTrace *self)
{
  return has_overlap (self, FALSE);
}

gboolean
sy_trace_has_one_at_a_time (const SyTrace *self)
{
  return !has_overlap (self, TRUE);
}

void
sy_trace_sum_request (const SyTrace *self,
                      guint          request,
                      gint64        *sums_ns)
{
  const SyTracedRequest *traced = get_request (self, request);

  memset (sums_ns, 0, SY_N_SPAN_KINDS * sizeof *sums_ns);
  for (guint i = 0; i < traced->n_spans; i++)
    {
      const SySpan *span = &g_array_index (self->spans, SySpan, traced->first_span + i);

      sums_ns[span->kind] += MAX (0, MIN (span->end_ns, traced->ended_ns) - span->begin_ns);
    }
}

void
sy_trace_share_time (const SyTrace *self,
                     double        *shares)
{
  double whole_ns = 0;

  memset (shares, 0, SY_N_SPAN_KINDS * sizeof *shares);
  for (guint i = 0; i < self->requests->len; i++)
    {
      gint64 sums_ns[SY_N_SPAN_KINDS];

      sy_trace_sum_request (self, i, sums_ns);
      for (guint kind = 0; kind < SY_N_SPAN_KINDS; kind++)
        {
          shares[kind] += (double) sums_ns[kind];
          whole_ns += (double) sums_ns[kind];
        }
    }
  for (guint kind = 0; whole_ns > 0 && kind < SY_N_SPAN_KINDS; kind++)
    shares[kind] /= whole_ns;
}

gint64
sy_trace_get_service_ns (const SyTrace *self,
                         guint          request)
{
  const SyTracedRequest *traced = get_request (self, request);

  return traced->ended_ns - traced->sent_ns;
}

guint
sy_trace_find_slowest (const SyTrace *self)
{
  guint slowest = 0;

  for (guint i = 1; i < self->requests->len; i++)
    if (sy_trace_get_service_ns (self, i) > sy_trace_get_service_ns (self, slowest))
      slowest = i;

  return slowest;
}
