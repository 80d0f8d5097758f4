/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-tracer.h"

#include <pthread.h>
#include <string.h>

#include "core/sy-clock.h"

static const SySpan *
get_span (const GArray *spans,
          guint         i)
{
  return &g_array_index (spans, SySpan, i);
}

static void
live_once (SyTrack *track,
           guint32  id)
{
  sy_track_touch (track);
  sy_track_name (track, id);
  sy_track_enter (track, SY_SPAN_COMPUTING);
  sy_track_enter (track, SY_SPAN_SENDING);
  sy_track_end (track);
}

static void
test_off_writes_nothing (void)
{
  SyTracer tracer = { 0 };
  SyLane lane = { NULL };
  SyTrack track;
  g_autoptr(GArray) unprepared = NULL;
  g_autoptr(GArray) unarmed = NULL;

  sy_track_init (&track, &tracer, &lane);
  sy_tracer_arm (&tracer, 1);
  live_once (&track, 1);
  unprepared = sy_tracer_take (&tracer);
  g_assert_cmpuint (unprepared->len, ==, 0);

  sy_tracer_prepare (&tracer);
  live_once (&track, 1);
  g_assert_false (track.is_live);
  unarmed = sy_tracer_take (&tracer);
  g_assert_cmpuint (unarmed->len, ==, 0);
  sy_tracer_clear (&tracer);
}

static void
test_spans_follow_each_other (void)
{
  SyTracer tracer = { 0 };
  SyLane lane = { NULL };
  SyTrack track;
  g_autoptr(GArray) spans = NULL;

  sy_tracer_prepare (&tracer);
  sy_tracer_arm (&tracer, 2);
  sy_track_init (&track, &tracer, &lane);
  live_once (&track, 0);
  live_once (&track, 12);
  spans = sy_tracer_take (&tracer);

  g_assert_cmpuint (spans->len, ==, 3);
  g_assert_cmpint (get_span (spans, 0)->kind, ==, SY_SPAN_RECEIVING);
  g_assert_cmpint (get_span (spans, 1)->kind, ==, SY_SPAN_COMPUTING);
  g_assert_cmpint (get_span (spans, 2)->kind, ==, SY_SPAN_SENDING);
  for (guint i = 0; i < spans->len; i++)
    {
      g_assert_cmpuint (get_span (spans, i)->request, ==, 12);
      g_assert_cmpint (get_span (spans, i)->end_ns, >=, get_span (spans, i)->begin_ns);
      if (i > 0)
        g_assert_cmpint (get_span (spans, i)->begin_ns, ==, get_span (spans, i - 1)->end_ns);
    }
  sy_tracer_clear (&tracer);
}

/* Those that are not sampled do not count. */
static void
test_ends_with_the_last (void)
{
  SyTracer tracer = { 0 };
  SyLane lane = { NULL };
  SyTrack track;
  g_autoptr(GArray) spans = NULL;

  sy_tracer_prepare (&tracer);
  sy_tracer_arm (&tracer, 2);
  sy_track_init (&track, &tracer, &lane);
  for (guint32 id = 0; id < 5; id++)
    live_once (&track, id);
  spans = sy_tracer_take (&tracer);

  g_assert_cmpuint (spans->len, ==, 6);
  g_assert_cmpuint (get_span (spans, 5)->request, ==, 2);
  g_assert_false (sy_track_is_wanted (&track));
  sy_tracer_clear (&tracer);
}

/* A wait ends when it was due; from then on the request was only queued. */
static void
test_late_wait_is_queued (void)
{
  SyTracer tracer = { 0 };
  SyLane lane = { NULL };
  SyTrack track;
  gint64 due_at_ns;
  g_autoptr(GArray) spans = NULL;

  sy_tracer_prepare (&tracer);
  sy_tracer_arm (&tracer, 1);
  sy_track_init (&track, &tracer, &lane);
  sy_track_touch (&track);
  sy_track_name (&track, 1);
  sy_track_enter (&track, SY_SPAN_WAITING);
  due_at_ns = sy_clock_now_ns () + 1000;
  while (sy_clock_now_ns () < due_at_ns + 1000)
    ;
  sy_track_resume (&track, due_at_ns, SY_SPAN_COMPUTING);
  sy_track_end (&track);
  spans = sy_tracer_take (&tracer);

  g_assert_cmpuint (spans->len, ==, 4);
  g_assert_cmpint (get_span (spans, 1)->kind, ==, SY_SPAN_WAITING);
  g_assert_cmpint (get_span (spans, 1)->end_ns, ==, due_at_ns);
  g_assert_cmpint (get_span (spans, 2)->kind, ==, SY_SPAN_QUEUED);
  g_assert_cmpint (get_span (spans, 2)->end_ns, >=, due_at_ns + 1000);
  g_assert_cmpint (get_span (spans, 3)->kind, ==, SY_SPAN_COMPUTING);
  sy_tracer_clear (&tracer);
}

/* A lock that is free at once leaves no trace. */
static void
test_free_lock (void)
{
  g_autoptr(SyInterpreterLock) lock = sy_interpreter_lock_new (SY_NS_PER_MS, &sy_clock_monotonic);
  SyTracer tracer = { 0 };
  SyLane lane = { NULL };
  SyTrack track;
  g_autoptr(GArray) spans = NULL;

  sy_tracer_prepare (&tracer);
  sy_tracer_arm (&tracer, 1);
  sy_track_init (&track, &tracer, &lane);
  sy_track_touch (&track);
  sy_track_take_lock (&track, lock, SY_SPAN_RECEIVING);
  sy_track_name (&track, 1);
  sy_track_check_lock (&track, lock);
  sy_track_enter (&track, SY_SPAN_SENDING);
  sy_interpreter_lock_release (lock);
  sy_track_end_with_lock (&track, lock);
  sy_interpreter_lock_release (lock);
  spans = sy_tracer_take (&tracer);

  g_assert_cmpuint (spans->len, ==, 2);
  g_assert_cmpint (get_span (spans, 0)->kind, ==, SY_SPAN_RECEIVING);
  g_assert_cmpint (get_span (spans, 1)->kind, ==, SY_SPAN_SENDING);
  sy_tracer_clear (&tracer);
}

/* Nothing is written past the store, and nothing of it is lost. */
static void
test_full_store (void)
{
  SyTracer tracer = { 0 };
  SyLane lane = { NULL };
  SyTrack track;
  g_autoptr(GArray) spans = NULL;
  const guint n = 20000;

  sy_tracer_prepare (&tracer);
  sy_tracer_arm (&tracer, n);
  sy_track_init (&track, &tracer, &lane);
  for (guint32 id = 1; id <= n; id++)
    live_once (&track, id);
  spans = sy_tracer_take (&tracer);

  g_assert_cmpuint (spans->len, ==, 32 * 1024);
  for (guint i = 0; i < spans->len; i++)
    g_assert_cmpuint (get_span (spans, i)->request, ==, i / 3 + 1);
  sy_tracer_clear (&tracer);
}

enum { N_THREADS = 4, N_EACH = 64 };

typedef struct
{
  pthread_t  thread;
  SyTracer  *tracer;
  guint32    first_id;
} Worker;

static void *
work (void *data)
{
  Worker *self = data;
  SyLane lane = { NULL };
  SyTrack track;

  sy_track_init (&track, self->tracer, &lane);
  for (guint32 i = 0; i < N_EACH; i++)
    live_once (&track, self->first_id + i);

  return NULL;
}

/* All spans of a thread are in its own lane. */
static void
test_threads (void)
{
  SyTracer tracer = { 0 };
  Worker workers[N_THREADS];
  guint32 lanes[N_THREADS] = { 0 };
  g_autoptr(GArray) spans = NULL;

  sy_tracer_prepare (&tracer);
  sy_tracer_arm (&tracer, N_THREADS * N_EACH + 1);
  for (guint i = 0; i < N_THREADS; i++)
    {
      workers[i] = (Worker) { .tracer = &tracer, .first_id = 1 + i * N_EACH };
      g_assert_cmpint (pthread_create (&workers[i].thread, NULL, work, &workers[i]), ==, 0);
    }
  for (guint i = 0; i < N_THREADS; i++)
    pthread_join (workers[i].thread, NULL);
  spans = sy_tracer_take (&tracer);

  g_assert_cmpuint (spans->len, ==, N_THREADS * N_EACH * 3);
  for (guint i = 0; i < spans->len; i++)
    {
      const SySpan *span = get_span (spans, i);
      guint worker = (span->request - 1) / N_EACH;

      if (span->request == workers[worker].first_id)
        lanes[worker] = span->lane;
      g_assert_cmpuint (span->lane, ==, lanes[worker]);
    }
  sy_tracer_clear (&tracer);
}

static void
test_reads_ids (void)
{
  static const struct
  {
    const char *query;
    guint32     id;
  } cases[] = {
    { "k=7&steps=c1&id=12", 12 },
    { "k=7&steps=c1&id=4294967295", G_MAXUINT32 },
    { "k=7&steps=c1&id=4294967296", 0 },
    { "k=7&steps=c1&id=", 0 },
    { "k=7&steps=c1&id=1x", 0 },
    { "k=7&steps=c1&pid=1", 0 },
    { "id=12", 0 },
    { "k=7&steps=c1", 0 },
    { "", 0 },
    { "=", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (sy_tracer_read_id (cases[i].query, strlen (cases[i].query)), ==,
                      cases[i].id);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tracer/off-writes-nothing", test_off_writes_nothing);
  g_test_add_func ("/tracer/spans-follow-each-other", test_spans_follow_each_other);
  g_test_add_func ("/tracer/ends-with-the-last", test_ends_with_the_last);
  g_test_add_func ("/tracer/late-wait-is-queued", test_late_wait_is_queued);
  g_test_add_func ("/tracer/free-lock", test_free_lock);
  g_test_add_func ("/tracer/full-store", test_full_store);
  g_test_add_func ("/tracer/threads", test_threads);
  g_test_add_func ("/tracer/reads-ids", test_reads_ids);
  return g_test_run ();
}
