/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include "bench-target.h"
#include "core/sy-clock.h"
#include "core/sy-descriptors.h"

/* What must come out whatever the machine: a wait of 20 ms takes 20 ms, and a server stopped for
 * one second under an open load makes everybody wait who came meanwhile.
 */
static const double RATE_PER_S = 2000;
static const double STOPPED_S = 1;
static const gint64 WINDOW_NS = 6 * SY_NS_PER_S;
static const double MAX_ERROR_MS = 50;

static gboolean
check_wait (const char *arm_id)
{
  g_autoptr(BenchTarget) target = bench_target_start_arm (arm_id);
  g_autoptr(SyTrial) trial = bench_target_run (target, "w20", 1, SY_NS_PER_S / 2, 4 * SY_NS_PER_S);
  double p50_ms = (double) sy_histogram_get_quantile (trial->response, 0.5) / 1e6;
  gboolean holds = p50_ms >= 20.0 && p50_ms <= 21.1;

  g_print ("w20 %-20s p50 %.2f ms (20.0 to 21.1): %s\n", arm_id, p50_ms, holds ? "ok" : "NOT ok");
  return holds;
}

static void *
stop_for_a_second (void *data)
{
  pid_t pid = GPOINTER_TO_INT (data);
  gint64 now_ns = sy_clock_now_ns ();

  sy_clock_sleep_until (now_ns + 2 * SY_NS_PER_S);
  kill (pid, SIGSTOP);
  sy_clock_sleep_until (now_ns + 2 * SY_NS_PER_S + (gint64) (STOPPED_S * SY_NS_PER_S));
  kill (pid, SIGCONT);

  return NULL;
}

/* The deterministic queue: who comes u seconds into the stop waits for its end and for those
 * before; afterwards the queue drains at what capacity the arrivals leave.
 */
static double
predict_wait_s (double u_s,
                double capacity_per_s)
{
  if (u_s < STOPPED_S)
    return STOPPED_S - u_s + RATE_PER_S * u_s / capacity_per_s;

  return MAX (0, (RATE_PER_S * u_s - capacity_per_s * (u_s - STOPPED_S)) / capacity_per_s);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static double
predict_quantile_ms (double quantile,
                     double capacity_per_s)
{
  guint n = (guint) (RATE_PER_S * (double) WINDOW_NS / 1e9);
  g_autofree double *waits_s = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      double u_s = i / RATE_PER_S - 1;

      waits_s[i] = u_s < 0 ? 0 : predict_wait_s (u_s, capacity_per_s);
    }
  qsort (waits_s, n, sizeof *waits_s, compare_doubles);

  return 1e3 * waits_s[(guint) (quantile * (n - 1))];
}

static double
measure_capacity (BenchTarget *target)
{
  g_autoptr(SyTrial) trial = bench_target_run (target, "b2", 64, SY_NS_PER_S / 2, SY_NS_PER_S);

  return (double) trial->n_completed_in_window;
}

static SyTrial *
run_stopped (BenchTarget *target)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyRequests) requests = sy_requests_new ();
  g_autoptr(SyClient) client = NULL;
  SyClientConfig config = { target->port, 64, 0, 10 * SY_NS_PER_S };
  SyTrialPlan plan = {
    .requests = requests,
    .kind = SY_LOAD_OPEN_CONSTANT,
    .rate_per_s = RATE_PER_S,
    .settle_ns = SY_NS_PER_S,
    .window_ns = WINDOW_NS,
  };
  pid_t pid = (pid_t) g_ascii_strtoll (g_subprocess_get_identifier (target->child), NULL, 10);
  pthread_t thread;
  SyTrial *trial;

  sy_requests_add_kind (requests, 1);
  sy_requests_add_variant (requests, "/work?k=1&steps=b2", FALSE, 0);
  client = sy_client_new (&config, requests, NULL, &error);
  if (client == NULL)
    g_error ("%s", error->message);

  pthread_create (&thread, NULL, stop_for_a_second, GINT_TO_POINTER (pid));
  trial = sy_client_run (client, &plan, NULL);
  pthread_join (thread, NULL);

  return trial;
}

static gboolean
check_quantile (const SyTrial *trial,
                double         capacity_per_s,
                double         quantile)
{
  double predicted_ms = predict_quantile_ms (quantile, capacity_per_s);
  double measured_ms = (double) sy_histogram_get_quantile (trial->response, quantile) / 1e6;
  double service_ms = (double) sy_histogram_get_quantile (trial->service, quantile) / 1e6;
  gboolean holds = fabs (measured_ms - predicted_ms) <= MAX_ERROR_MS;

  g_print ("stopped 1 s: p%g response %.0f ms, predicted %.0f (service %.1f ms): %s\n",
           100 * quantile, measured_ms, predicted_ms, service_ms, holds ? "ok" : "NOT ok");
  return holds;
}

static gboolean
check_stopped (const char *cli)
{
  const char *command[] = { cli, "serve", "--arm", "event-loop-lean", "--json", NULL };
  g_autoptr(BenchTarget) target = bench_target_start_child ("serve", command);
  double capacity_per_s = measure_capacity (target);
  g_autoptr(SyTrial) trial = run_stopped (target);
  gboolean holds = check_quantile (trial, capacity_per_s, 0.9);

  return check_quantile (trial, capacity_per_s, 0.99) && holds;
}

int
main (int    argc,
      char **argv)
{
  static const char *const arms[] = {
    "event-loop", "lock-threaded", "free-threaded", "multi-loop", "event-loop-lean",
    "lock-threaded-lean",
  };
  gboolean holds = TRUE;

  sy_descriptors_raise_limit ();
  for (guint i = 0; i < G_N_ELEMENTS (arms); i++)
    holds &= check_wait (arms[i]);
  holds &= check_stopped (argv[1]);

  return holds ? EXIT_SUCCESS : EXIT_FAILURE;
}
