/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <stdatomic.h>

#include "load/sy-arrivals.h"

static void
test_closed (void)
{
  g_autoptr(Responder) responder = responder_new (0, responder_answer_well, NULL);
  g_autoptr(SyTrial) trial = run_closed (responder, PATIENCE_NS, 0);

  g_assert_cmpint (trial->window_ns, ==, 150 * SY_NS_PER_MS);
  g_assert_cmpuint (trial->n_completed, >, 0);
  g_assert_cmpuint (trial->n_sent, ==, trial->n_completed);
  g_assert_cmpint (trial->cpu_ns, >, 0);
  g_assert_false (trial->is_overloaded);
  g_assert_false (trial->is_cancelled);
  g_assert_cmpuint (responder_get_accepted (responder), ==, N_CONNECTIONS);

  /* Nothing lies between an answer and the next request. */
  g_assert_cmpfloat (sy_histogram_get_mean (trial->response), ==,
                     sy_histogram_get_mean (trial->service));
}

static gboolean
answer_at_length (int         fd,
                  const char *target,
                  guint       n_before,
                  gpointer    data)
{
  g_autofree char *body = g_strnfill (300000, 'x');
  g_autofree char *text = g_strconcat (OK CHECK "Content-Length: 300000\r\n\r\n", body, NULL);

  responder_send (fd, text);

  return TRUE;
}

static void
test_long_answer (void)
{
  g_autoptr(Responder) responder = responder_new (0, answer_at_length, NULL);
  g_autoptr(SyTrial) trial = run_closed (responder, PATIENCE_NS, 0);

  g_assert_cmpuint (trial->n_completed, >, 0);
  g_assert_cmpuint (trial->n_sent, ==, trial->n_completed);
}

static gboolean
answer_three (int         fd,
              const char *target,
              guint       n_before,
              gpointer    data)
{
  if (n_before >= 3)
    atomic_fetch_add ((atomic_uint *) data, 1);

  return responder_answer_well (fd, target, n_before, NULL);
}

static void
test_reconnects (void)
{
  atomic_uint n_too_many = 0;
  g_autoptr(Responder) responder = responder_new (0, answer_three, &n_too_many);
  g_autoptr(SyTrial) trial = run_closed (responder, PATIENCE_NS, 3);

  g_assert_cmpuint (trial->n_completed, >, 3 * N_CONNECTIONS);
  g_assert_cmpuint (count_failed (trial), ==, 0);
  g_assert_cmpuint (atomic_load (&n_too_many), ==, 0);
  g_assert_cmpuint (responder_get_accepted (responder), >=, trial->n_completed / 3);
}

static gboolean
count_second_kind (int         fd,
                   const char *target,
                   guint       n_before,
                   gpointer    data)
{
  if (g_str_equal (target, "/b"))
    atomic_fetch_add ((atomic_uint *) data, 1);

  return responder_answer_well (fd, target, n_before, NULL);
}

static void
test_weights_share_connections (void)
{
  atomic_uint n_second = 0;
  g_autoptr(Responder) responder = responder_new (0, count_second_kind, &n_second);
  g_autoptr(SyRequests) requests = sy_requests_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(SyClient) client = NULL;

  sy_requests_add_kind (requests, 3);
  sy_requests_add_variant (requests, "/a", FALSE, 0);
  sy_requests_add_kind (requests, 1);
  sy_requests_add_variant (requests, "/b", TRUE, 7);

  client = open_client (responder, requests, PATIENCE_NS, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atomic_load (&n_second), ==, 1);
}

static void
test_slices_and_edges (void)
{
  g_autoptr(Responder) responder = responder_new (0, responder_answer_well, NULL);
  SyTrialPlan plan = make_plan (NULL);
  g_autoptr(SyTrial) trial = NULL;
  Watcher watcher = { 0 };
  gint64 expected_start_ns = 0;
  guint64 n_completed = 0;

  plan.settle_ns = 100 * SY_NS_PER_MS;
  plan.window_ns = 250 * SY_NS_PER_MS;
  trial = run_watched (responder, &plan, PATIENCE_NS, &watcher);

  g_assert_cmpuint (watcher.n_edges, ==, 2);
  g_assert_cmpint (watcher.edges[0], ==, SY_EDGE_WINDOW_BEGINS);
  g_assert_cmpint (watcher.edges[1], ==, SY_EDGE_WINDOW_ENDS);
  g_assert_cmpuint (watcher.n_slices, ==, 4);
  g_assert_cmpuint (trial->slices->len, ==, 4);

  for (guint i = 0; i < trial->slices->len; i++)
    {
      const SySlice *slice = &g_array_index (trial->slices, SySlice, i);

      g_assert_cmpint (slice->start_ns, ==, expected_start_ns);
      g_assert_cmpint (slice->has_quantiles, ==, slice->n_completed > 0);
      g_assert_cmpint (slice->response_p50_ns, <=, slice->response_p99_ns);
      expected_start_ns += slice->duration_ns;
      n_completed += i > 0 ? slice->n_completed : 0;
    }
  g_assert_cmpint (expected_start_ns, ==, plan.settle_ns + plan.window_ns);

  /* The window begins where a slice does, so they count the same. */
  g_assert_cmpuint (n_completed, ==, trial->n_completed_in_window);
}

static void
test_server_goes (void)
{
  g_autoptr(Responder) responder = responder_new (0, responder_answer_well, NULL);
  Watcher watcher = { .responder = responder, .when = SY_EDGE_WINDOW_BEGINS };
  SyTrialPlan plan = make_plan (NULL);
  g_autoptr(SyTrial) trial = run_watched (responder, &plan, LITTLE_PATIENCE_NS, &watcher);

  g_assert_cmpuint (trial->n_failed[SY_FAILURE_CONNECT], >, 0);
  g_assert_cmpint (trial->window_ns, ==, plan.window_ns);
}

static void
test_cancelled_in_window (void)
{
  g_autoptr(Responder) responder = responder_new (0, responder_answer_well, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Watcher watcher = { .cancellable = cancellable, .when = SY_EDGE_WINDOW_BEGINS };
  SyTrialPlan plan = make_plan (NULL);
  g_autoptr(SyTrial) trial = NULL;

  /* Only the cancellable ends it. */
  plan.window_ns = 3600 * SY_NS_PER_S;
  trial = run_watched (responder, &plan, PATIENCE_NS, &watcher);

  g_assert_true (trial->is_cancelled);
  g_assert_cmpint (trial->window_ns, <, plan.window_ns);
  g_assert_cmpuint (watcher.n_edges, ==, 2);
}

static void
test_cancelled_while_draining (void)
{
  g_autoptr(Responder) responder = responder_new (N_CONNECTIONS, responder_answer_and_stay,
                                                  (gpointer) "");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Watcher watcher = { .cancellable = cancellable, .when = SY_EDGE_WINDOW_ENDS };
  SyTrialPlan plan = make_plan (NULL);
  g_autoptr(SyTrial) trial = NULL;

  plan.settle_ns = 0;
  trial = run_watched (responder, &plan, 3600 * SY_NS_PER_S, &watcher);

  g_assert_true (trial->is_cancelled);
  g_assert_cmpuint (trial->n_unfinished, ==, N_CONNECTIONS);
}

static SyTrial *
run_open (Responder   *responder,
          SyTrialPlan *plan,
          gint64       time_out_ns)
{
  Watcher watcher = { 0 };

  return run_watched (responder, plan, time_out_ns, &watcher);
}

static guint
count_cohort (const SyTrialPlan *template)
{
  g_autoptr(SyRequests) requests = make_requests ();
  SyTrialPlan plan = *template;
  g_autoptr(GArray) arrivals = NULL;
  guint n = 0;

  plan.requests = requests;
  arrivals = sy_arrivals_draw (&plan);
  for (guint i = 0; i < arrivals->len; i++)
    n += g_array_index (arrivals, SyArrival, i).at_ns >= plan.settle_ns;

  return n;
}

static void
test_open (gconstpointer data)
{
  g_autoptr(Responder) responder = responder_new (0, responder_answer_well, NULL);
  SyTrialPlan plan = make_plan (NULL);
  g_autoptr(SyTrial) trial = NULL;

  plan.kind = (SyLoadKind) GPOINTER_TO_UINT (data);
  plan.rate_per_s = 400;
  trial = run_open (responder, &plan, PATIENCE_NS);

  g_assert_cmpuint (trial->n_sent, ==, count_cohort (&plan));
  g_assert_cmpuint (trial->n_completed, ==, trial->n_sent);
  g_assert_cmpfloat (sy_histogram_get_mean (trial->response), >=,
                     sy_histogram_get_mean (trial->service));
  g_assert_cmpint (sy_histogram_get_count (trial->lateness), <=, (gint64) trial->n_sent);
}

/* One million a second is more than any can serve. */
static void
test_overloaded (void)
{
  g_autoptr(Responder) responder = responder_new (0, responder_answer_well, NULL);
  SyTrialPlan plan = make_plan (NULL);
  g_autoptr(SyTrial) trial = NULL;

  plan.kind = SY_LOAD_OPEN_CONSTANT;
  plan.rate_per_s = 1e6;
  trial = run_open (responder, &plan, LITTLE_PATIENCE_NS);

  g_assert_true (trial->is_overloaded);
  g_assert_cmpuint (trial->backlog_end, >, trial->backlog_begin);
  g_assert_cmpuint (trial->n_sent, ==, count_cohort (&plan));
  g_assert_cmpuint (trial->n_unfinished, >, 0);
}

/* Waits for a connection count: with all of the pool silent, the rest of the arrivals wait. */
static void
test_open_and_silent (void)
{
  g_autoptr(Responder) responder = responder_new (N_CONNECTIONS, responder_answer_and_stay,
                                                  (gpointer) "");
  SyTrialPlan plan = make_plan (NULL);
  g_autoptr(SyTrial) trial = NULL;

  plan.kind = SY_LOAD_OPEN_CONSTANT;
  plan.rate_per_s = 1000;
  plan.settle_ns = 0;
  trial = run_open (responder, &plan, LITTLE_PATIENCE_NS);

  g_assert_cmpuint (trial->n_sent, ==, count_cohort (&plan));
  g_assert_cmpuint (trial->n_completed, ==, 0);
  g_assert_cmpuint (trial->n_failed[SY_FAILURE_TIME_OUT], >, 0);
  g_assert_cmpuint (trial->n_unfinished, >, 0);
  g_assert_cmpuint (trial->backlog_end, >, 0);
}

static void
test_open_and_gone (void)
{
  g_autoptr(Responder) responder = responder_new (0, responder_answer_well, NULL);
  Watcher watcher = { .responder = responder, .when = SY_EDGE_WINDOW_BEGINS };
  SyTrialPlan plan = make_plan (NULL);
  g_autoptr(SyTrial) trial = NULL;

  plan.kind = SY_LOAD_OPEN_POISSON;
  plan.rate_per_s = 400;
  trial = run_watched (responder, &plan, LITTLE_PATIENCE_NS, &watcher);

  g_assert_cmpuint (trial->n_sent, ==, count_cohort (&plan));
  g_assert_cmpuint (trial->n_failed[SY_FAILURE_CONNECT], >, 0);
}

/* A server may close between requests: the next one simply gets a new connection. */
static void
test_open_and_closed_when_idle (void)
{
  g_autoptr(Responder) responder = NULL;
  SyTrialPlan plan = make_plan (NULL);
  g_autoptr(SyTrial) trial = NULL;

  responder = responder_new (0, responder_answer_and_close,
                             (gpointer) OK CHECK "Content-Length: 0\r\n\r\n");
  plan.kind = SY_LOAD_OPEN_CONSTANT;
  plan.rate_per_s = 50;
  trial = run_open (responder, &plan, PATIENCE_NS);

  g_assert_cmpuint (trial->n_completed, ==, trial->n_sent);
  g_assert_cmpuint (responder_get_accepted (responder), >, N_CONNECTIONS);
}

/* In 150 ms a client that thinks for 10 ms on average sends a number of requests that is Poisson
 * distributed with a mean of at most 15; four of them send more than 120 once in 10^12 times.
 */
static void
test_thinks (void)
{
  g_autoptr(Responder) responder = responder_new (0, responder_answer_well, NULL);
  SyTrialPlan plan = make_plan (NULL);
  g_autoptr(SyTrial) trial = NULL;

  plan.think_time_ns = 10 * SY_NS_PER_MS;
  trial = run_open (responder, &plan, PATIENCE_NS);

  g_assert_cmpuint (trial->n_sent, >, 0);
  g_assert_cmpuint (trial->n_sent, <=, 120);
  g_assert_cmpuint (trial->n_completed, ==, trial->n_sent);
}

/* What one trial leaves behind does not reach the next. */
static void
test_trials_in_a_row (void)
{
  g_autoptr(Responder) responder = responder_new (0, responder_answer_well, NULL);
  g_autoptr(SyRequests) requests = make_requests ();
  g_autoptr(GError) error = NULL;
  g_autoptr(SyClient) client = open_client (responder, requests, PATIENCE_NS, 0, &error);
  SyTrialPlan plan = make_plan (requests);

  g_assert_no_error (error);
  plan.rate_per_s = 1000;
  plan.window_ns = 20 * SY_NS_PER_MS;
  for (guint i = 0; i < 9; i++)
    {
      g_autoptr(SyTrial) trial = NULL;

      plan.kind = (SyLoadKind) (i % 3);
      trial = sy_client_run (client, &plan, NULL);
      check_accounts (trial);
      g_assert_cmpuint (trial->n_completed, ==, trial->n_sent);
    }
  g_assert_cmpuint (responder_get_accepted (responder), ==, N_CONNECTIONS);
}

static void
add_closed (void)
{
  g_test_add_func ("/client/closed/completes-all", test_closed);
  g_test_add_func ("/client/closed/long-answers", test_long_answer);
  g_test_add_func ("/client/closed/reconnects", test_reconnects);
  g_test_add_func ("/client/closed/weights-share-connections", test_weights_share_connections);
  g_test_add_func ("/client/closed/thinks", test_thinks);
  g_test_add_func ("/client/closed/server-goes", test_server_goes);
}

static void
add_open (void)
{
  g_test_add_data_func ("/client/open/constant", GUINT_TO_POINTER (SY_LOAD_OPEN_CONSTANT),
                        test_open);
  g_test_add_data_func ("/client/open/poisson", GUINT_TO_POINTER (SY_LOAD_OPEN_POISSON),
                        test_open);
  g_test_add_func ("/client/open/overloaded", test_overloaded);
  g_test_add_func ("/client/open/silent", test_open_and_silent);
  g_test_add_func ("/client/open/server-goes", test_open_and_gone);
  g_test_add_func ("/client/open/closed-when-idle", test_open_and_closed_when_idle);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_closed ();
  add_open ();
  g_test_add_func ("/client/trial/slices-and-edges", test_slices_and_edges);
  g_test_add_func ("/client/trial/cancelled-in-window", test_cancelled_in_window);
  g_test_add_func ("/client/trial/cancelled-while-draining", test_cancelled_while_draining);
  g_test_add_func ("/client/trial/in-a-row", test_trials_in_a_row);

  return g_test_run ();
}
