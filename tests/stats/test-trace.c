/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-trace.h"

static const SyStamp stamps[] = {
  { .request = 9, .sent_at_ns = 1100, .ended_at_ns = 1900 },
  { .request = 8, .sent_at_ns = 1000, .ended_at_ns = 1500 },
};

/* In the order two threads would leave them: request 8 on lane 5, request 9 on lane 3. */
static const SySpan spans[] = {
  { 9, 3, SY_SPAN_RECEIVING, 1200, 1300 },
  { 9, 3, SY_SPAN_COMPUTING, 1300, 1800 },
  { 9, 3, SY_SPAN_SENDING, 1800, 1850 },
  { 9, 3, SY_SPAN_LOCK, 1850, 2400 },
  { 8, 5, SY_SPAN_RECEIVING, 1010, 1020 },
  { 8, 5, SY_SPAN_SENDING, 1020, 1490 },
};

static SyTrace *
join (void)
{
  return sy_trace_new (stamps, G_N_ELEMENTS (stamps), spans, G_N_ELEMENTS (spans));
}

static void
test_joins_by_id (void)
{
  g_autoptr(SyTrace) trace = join ();
  const SyTracedRequest *first = &g_array_index (trace->requests, SyTracedRequest, 0);
  const SyTracedRequest *second = &g_array_index (trace->requests, SyTracedRequest, 1);

  g_assert_cmpuint (trace->requests->len, ==, 2);
  g_assert_cmpuint (trace->n_lanes, ==, 2);
  g_assert_cmpint (trace->duration_ns, ==, 1400);
  g_assert_cmpuint (first->lane, ==, 0);
  g_assert_cmpint (first->sent_ns, ==, 0);
  g_assert_cmpint (first->ended_ns, ==, 500);
  g_assert_cmpuint (first->n_spans, ==, 3);
  g_assert_cmpuint (second->lane, ==, 1);
  g_assert_cmpint (second->sent_ns, ==, 100);
  g_assert_cmpuint (second->first_span, ==, 3);
}

static void
test_queued_until_first_touch (void)
{
  g_autoptr(SyTrace) trace = join ();
  const SySpan *queued = &g_array_index (trace->spans, SySpan, 3);

  g_assert_cmpint (queued->kind, ==, SY_SPAN_QUEUED);
  g_assert_cmpint (queued->begin_ns, ==, 100);
  g_assert_cmpint (queued->end_ns, ==, 200);
  g_assert_cmpuint (queued->request, ==, 1);
}

/* What its thread waits for afterwards is not the client's. */
static void
test_sums_until_the_answer (void)
{
  g_autoptr(SyTrace) trace = join ();
  gint64 sums_ns[SY_N_SPAN_KINDS];

  sy_trace_sum_request (trace, 1, sums_ns);
  g_assert_cmpint (sums_ns[SY_SPAN_QUEUED], ==, 100);
  g_assert_cmpint (sums_ns[SY_SPAN_COMPUTING], ==, 500);
  g_assert_cmpint (sums_ns[SY_SPAN_WAITING], ==, 0);
  g_assert_cmpint (sums_ns[SY_SPAN_LOCK], ==, 50);
  g_assert_cmpint (sy_trace_get_service_ns (trace, 1), ==, 800);
  g_assert_cmpuint (sy_trace_find_slowest (trace), ==, 1);
}

static void
test_shares_the_time (void)
{
  g_autoptr(SyTrace) trace = join ();
  double shares[SY_N_SPAN_KINDS];
  gint64 whole_ns = 0;
  gint64 computing_ns = 0;
  double sum = 0;

  sy_trace_share_time (trace, shares);
  for (guint i = 0; i < trace->requests->len; i++)
    {
      gint64 sums_ns[SY_N_SPAN_KINDS];

      sy_trace_sum_request (trace, i, sums_ns);
      computing_ns += sums_ns[SY_SPAN_COMPUTING];
      for (guint kind = 0; kind < SY_N_SPAN_KINDS; kind++)
        whole_ns += sums_ns[kind];
    }
  for (guint kind = 0; kind < SY_N_SPAN_KINDS; kind++)
    sum += shares[kind];

  g_assert_cmpfloat_with_epsilon (sum, 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (shares[SY_SPAN_COMPUTING], (double) computing_ns / whole_ns,
                                  1e-12);
}

static void
test_shares_of_nothing (void)
{
  g_autoptr(SyTrace) trace = sy_trace_new_empty ();
  double shares[SY_N_SPAN_KINDS];

  sy_trace_share_time (trace, shares);
  for (guint kind = 0; kind < SY_N_SPAN_KINDS; kind++)
    g_assert_cmpfloat (shares[kind], ==, 0);
}

typedef struct
{
  const char *name;
  SySpan      spans[2];
} Broken;

static const Broken broken[] = {
  { "touched-before-it-is-sent",
    { { 8, 5, SY_SPAN_RECEIVING, 900, 1020 }, { 8, 5, SY_SPAN_SENDING, 1020, 1100 } } },
  { "gap", { { 8, 5, SY_SPAN_RECEIVING, 1010, 1020 }, { 8, 5, SY_SPAN_SENDING, 1021, 1100 } } },
  { "never-sent",
    { { 8, 5, SY_SPAN_RECEIVING, 1010, 1020 }, { 8, 5, SY_SPAN_COMPUTING, 1020, 1100 } } },
  { "on-two-lanes",
    { { 8, 5, SY_SPAN_RECEIVING, 1010, 1020 }, { 8, 4, SY_SPAN_SENDING, 1020, 1100 } } },
  { "ends-before-it-begins",
    { { 8, 5, SY_SPAN_RECEIVING, 1030, 1020 }, { 8, 5, SY_SPAN_SENDING, 1020, 1100 } } },
  { "of-another-request",
    { { 7, 5, SY_SPAN_RECEIVING, 1010, 1020 }, { 7, 5, SY_SPAN_SENDING, 1020, 1100 } } },
};

static void
test_leaves_out (gconstpointer data)
{
  const Broken *life = data;

  g_assert_null (sy_trace_new (stamps, G_N_ELEMENTS (stamps), life->spans, 2));
}

static void
test_nothing_at_all (void)
{
  g_assert_null (sy_trace_new (NULL, 0, NULL, 0));
  g_assert_null (sy_trace_new (stamps, 2, NULL, 0));
  g_assert_null (sy_trace_new (NULL, 0, spans, G_N_ELEMENTS (spans)));
}

/* More than a run has room for: the first are kept. */
static void
test_bounded (void)
{
  enum { N = SY_TRACE_MAX_REQUESTS + 10 };
  g_autofree SyStamp *many_stamps = g_new0 (SyStamp, N);
  g_autofree SySpan *many_spans = g_new0 (SySpan, N);
  g_autoptr(SyTrace) trace = NULL;

  for (guint i = 0; i < N; i++)
    {
      many_stamps[i] = (SyStamp) { i + 1, i * 10, i * 10 + 9 };
      many_spans[i] = (SySpan) { i + 1, 0, SY_SPAN_SENDING, i * 10 + 2, i * 10 + 8 };
    }

  trace = sy_trace_new (many_stamps, N, many_spans, N);
  g_assert_cmpuint (trace->requests->len, ==, SY_TRACE_MAX_REQUESTS);
  g_assert_cmpint (g_array_index (trace->requests, SyTracedRequest, 5).sent_ns, ==, 50);
  g_assert_false (sy_trace_has_overlap (trace));
}

static void
test_overlap (void)
{
  g_autoptr(SyTrace) trace = sy_trace_new_empty ();

  sy_trace_add_request (trace, 0, 0, 100);
  sy_trace_add_span (trace, SY_SPAN_QUEUED, 10);
  sy_trace_add_span (trace, SY_SPAN_COMPUTING, 50);
  sy_trace_add_request (trace, 0, 5, 100);
  sy_trace_add_span (trace, SY_SPAN_QUEUED, 55);
  sy_trace_add_span (trace, SY_SPAN_COMPUTING, 10);
  g_assert_false (sy_trace_has_overlap (trace));

  sy_trace_add_request (trace, 1, 5, 100);
  sy_trace_add_span (trace, SY_SPAN_COMPUTING, 50);
  g_assert_false (sy_trace_has_overlap (trace));

  sy_trace_add_request (trace, 0, 59, 100);
  sy_trace_add_span (trace, SY_SPAN_SENDING, 1);
  g_assert_true (sy_trace_has_overlap (trace));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace/joins-by-id", test_joins_by_id);
  g_test_add_func ("/trace/queued-until-first-touch", test_queued_until_first_touch);
  g_test_add_func ("/trace/sums-until-the-answer", test_sums_until_the_answer);
  g_test_add_func ("/trace/shares/the-time", test_shares_the_time);
  g_test_add_func ("/trace/shares/of-nothing", test_shares_of_nothing);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/trace/leaves-out/", broken[i].name, NULL);

      g_test_add_data_func (path, &broken[i], test_leaves_out);
    }
  g_test_add_func ("/trace/nothing-at-all", test_nothing_at_all);
  g_test_add_func ("/trace/bounded", test_bounded);
  g_test_add_func ("/trace/overlap", test_overlap);
  return g_test_run ();
}
