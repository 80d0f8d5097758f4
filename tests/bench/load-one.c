/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loads one port for some seconds and prints what came of it: the counterpart of running wrk. */

#include <stdio.h>
#include <stdlib.h>

#include "core/sy-clock.h"
#include "core/sy-descriptors.h"
#include "load/sy-client.h"

static gint port;
static gint n_connections = 64;
static gint reconnect_every;
static double duration_s = 3;
static double rate_per_s;
static char *target;

static const GOptionEntry options[] = {
  { "port", 0, 0, G_OPTION_ARG_INT, &port, NULL, "N" },
  { "connections", 0, 0, G_OPTION_ARG_INT, &n_connections, NULL, "N" },
  { "reconnect-every", 0, 0, G_OPTION_ARG_INT, &reconnect_every, NULL, "N" },
  { "duration", 0, 0, G_OPTION_ARG_DOUBLE, &duration_s, NULL, "S" },
  { "rate", 0, 0, G_OPTION_ARG_DOUBLE, &rate_per_s, "Open load; closed without", "R" },
  { "target", 0, 0, G_OPTION_ARG_STRING, &target, NULL, "PATH" },
  { NULL }
};

static guint64
count_all (const SyTrial *trial)
{
  guint64 n = 0;

  for (guint i = 0; i < trial->slices->len; i++)
    n += g_array_index (trial->slices, SySlice, i).n_completed;

  return n;
}

static double
get_us (const SyHistogram *histogram,
        double             quantile)
{
  return (double) sy_histogram_get_quantile (histogram, quantile) / (double) SY_NS_PER_US;
}

static void
print_trial (const SyTrial *trial)
{
  guint64 n_failed = 0;

  for (guint i = 0; i < SY_N_FAILURES; i++)
    n_failed += trial->n_failed[i];

  printf ("{\"requests\": %" G_GUINT64_FORMAT ", \"all_requests\": %" G_GUINT64_FORMAT ", "
          "\"failed\": %" G_GUINT64_FORMAT ", \"unfinished\": %" G_GUINT64_FORMAT ", "
          "\"window_s\": %.6f, \"cpu_us\": %.1f, \"p50_us\": %.1f, \"p99_us\": %.1f, "
          "\"lateness_p50_us\": %.1f, \"lateness_p99_us\": %.1f, \"overloaded\": %s}\n",
          trial->n_completed_in_window, count_all (trial), n_failed, trial->n_unfinished,
          (double) trial->window_ns / (double) SY_NS_PER_S,
          (double) trial->cpu_ns / (double) SY_NS_PER_US,
          get_us (trial->response, 0.5), get_us (trial->response, 0.99),
          get_us (trial->lateness, 0.5), get_us (trial->lateness, 0.99),
          trial->is_overloaded ? "true" : "false");
}

static gboolean
run (GError **error)
{
  SyClientConfig config = {
    .port = (guint16) port,
    .n_connections = (guint) n_connections,
    .reconnect_every = (guint) reconnect_every,
    .time_out_ns = 5 * SY_NS_PER_S,
  };
  SyTrialPlan plan = {
    .kind = rate_per_s > 0 ? SY_LOAD_OPEN_POISSON : SY_LOAD_CLOSED,
    .rate_per_s = rate_per_s,
    .seed = 1,
    .settle_ns = 200 * SY_NS_PER_MS,
    .window_ns = (gint64) (duration_s * (double) SY_NS_PER_S),
  };
  g_autoptr(SyRequests) requests = sy_requests_new ();
  g_autoptr(SyClient) client = NULL;
  g_autoptr(SyTrial) trial = NULL;

  sy_requests_add_kind (requests, 1);
  sy_requests_add_variant (requests, target != NULL ? target : "/", FALSE, 0);
  plan.requests = requests;

  client = sy_client_new (&config, requests, NULL, error);
  if (client == NULL)
    return FALSE;

  trial = sy_client_run (client, &plan, NULL);
  print_trial (trial);

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GOptionContext) context = g_option_context_new ("");
  g_autoptr(GError) error = NULL;

  sy_descriptors_raise_limit ();
  g_option_context_add_main_entries (context, options, NULL);
  if (g_option_context_parse (context, &argc, &argv, &error) && run (&error))
    return EXIT_SUCCESS;

  fprintf (stderr, "load-one: %s\n", error->message);

  return EXIT_FAILURE;
}
