/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

SyRequests *
make_requests (void)
{
  SyRequests *requests = sy_requests_new ();

  sy_requests_add_kind (requests, 1);
  sy_requests_add_variant (requests, "/work", TRUE, 7);

  return requests;
}

SyClient *
open_client (Responder         *responder,
             const SyRequests  *requests,
             gint64             time_out_ns,
             guint              reconnect_every,
             GError           **error)
{
  SyClientConfig config = {
    .port = responder_get_port (responder),
    .n_connections = N_CONNECTIONS,
    .reconnect_every = reconnect_every,
    .time_out_ns = time_out_ns,
  };

  return sy_client_new (&config, requests, NULL, error);
}

SyTrialPlan
make_plan (const SyRequests *requests)
{
  return (SyTrialPlan) {
    .requests = requests,
    .kind = SY_LOAD_CLOSED,
    .seed = 1,
    .settle_ns = 20 * SY_NS_PER_MS,
    .window_ns = 150 * SY_NS_PER_MS,
  };
}

guint64
count_failed (const SyTrial *trial)
{
  guint64 n_failed = 0;

  for (guint i = 0; i < SY_N_FAILURES; i++)
    n_failed += trial->n_failed[i];

  return n_failed;
}

void
check_accounts (const SyTrial *trial)
{
  guint64 n_by_connection = 0;

  for (guint i = 0; i < trial->per_connection->len; i++)
    n_by_connection += g_array_index (trial->per_connection, guint64, i);

  g_assert_cmpuint (trial->n_sent, ==,
                    trial->n_completed + count_failed (trial) + trial->n_unfinished);
  g_assert_cmpint (sy_histogram_get_count (trial->response), ==, (gint64) trial->n_completed);
  g_assert_cmpint (sy_histogram_get_count (trial->service), ==, (gint64) trial->n_completed);
  g_assert_cmpuint (n_by_connection, ==, trial->n_completed_in_window);
}

SyTrial *
run_closed (Responder *responder,
            gint64     time_out_ns,
            guint      reconnect_every)
{
  g_autoptr(SyRequests) requests = make_requests ();
  g_autoptr(GError) error = NULL;
  g_autoptr(SyClient) client = NULL;
  SyTrialPlan plan = make_plan (requests);
  SyTrial *trial;

  client = open_client (responder, requests, time_out_ns, reconnect_every, &error);
  g_assert_no_error (error);

  trial = sy_client_run (client, &plan, NULL);
  check_accounts (trial);

  return trial;
}

static void
watch_slice (const SySlice *slice,
             gpointer       data)
{
  Watcher *watcher = data;

  watcher->n_slices++;
}

static void
watch_edge (SyEdge   edge,
            gpointer data)
{
  Watcher *watcher = data;

  g_assert_cmpuint (watcher->n_edges, <, 2);
  watcher->edges[watcher->n_edges++] = edge;

  if (watcher->responder != NULL && edge == watcher->when)
    responder_stop (watcher->responder);
  if (watcher->cancellable != NULL && edge == watcher->when)
    g_cancellable_cancel (watcher->cancellable);
}

SyTrial *
run_watched (Responder         *responder,
             const SyTrialPlan *template,
             gint64             time_out_ns,
             Watcher           *watcher)
{
  g_autoptr(SyRequests) requests = make_requests ();
  g_autoptr(GError) error = NULL;
  g_autoptr(SyClient) client = NULL;
  SyTrialPlan plan = *template;
  SyTrial *trial;

  client = open_client (responder, requests, time_out_ns, 0, &error);
  g_assert_no_error (error);

  plan.requests = requests;
  plan.edge = watch_edge;
  plan.slice = watch_slice;
  plan.data = watcher;
  trial = sy_client_run (client, &plan, watcher->cancellable);
  check_accounts (trial);

  return trial;
}
