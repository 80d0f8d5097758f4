/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <pthread.h>

#include "bench-target.h"
#include "core/sy-clock.h"
#include "core/sy-descriptors.h"
#include "stats/sy-compare.h"
#include "stats/sy-summary.h"

/* Beside real runtimes in one run: the convoy (a 5 ms wait next to computing connections, equal
 * time), with each of our lock-threaded servers paired with CPython's threads; and head-of-line
 * blocking (light requests next to heavy ones), with node and CPython beside the models.
 */
enum { N_TARGETS = 3, N_PAIRS = 8, MIN_REQUESTS = 200 };

static const gint64 HEAVY_NS = 50 * SY_NS_PER_MS;
static const double FIDELITY = 1.35;

typedef struct
{
  BenchTarget *target;
  char        *steps;
  guint        n_connections;
  gint64       window_ns;
} Burden;

static void *
carry_burden (void *data)
{
  Burden *burden = data;

  sy_trial_free (bench_target_run (burden->target, burden->steps, burden->n_connections, 0,
                                   burden->window_ns));
  return NULL;
}

/* A trial beside so many connections that compute all the time.  They begin first and end last. */
static SyTrial *
run_beside (BenchTarget *target,
            const char  *steps,
            guint        n_connections,
            double       unit_ns,
            gint64       heavy_ns,
            guint        n_heavy,
            gint64       window_ns)
{
  g_autofree char *heavy = g_strdup_printf ("c%.0f", (double) heavy_ns / unit_ns);
  Burden burden = { target, heavy, n_heavy, window_ns + SY_NS_PER_S };
  pthread_t thread;
  SyTrial *trial;

  if (n_heavy == 0)
    return bench_target_run (target, steps, n_connections, SY_NS_PER_S / 2, window_ns);

  pthread_create (&thread, NULL, carry_burden, &burden);
  trial = bench_target_run (target, steps, n_connections, SY_NS_PER_S / 2, window_ns);
  pthread_join (thread, NULL);

  return trial;
}

static double
measure_wait_ms (BenchTarget *target,
                 double       unit_ns,
                 guint        n_heavy,
                 gint64       window_ns,
                 gint64      *n_fewest)
{
  g_autoptr(SyTrial) trial = run_beside (target, "w5", 1, unit_ns, HEAVY_NS, n_heavy, window_ns);

  *n_fewest = MIN (*n_fewest, sy_histogram_get_count (trial->response));
  return (double) sy_histogram_get_quantile (trial->response, 0.5) / 1e6;
}

static const char *
judge_fidelity (SyInterval ratio,
                gint64     n_fewest)
{
  if (n_fewest < MIN_REQUESTS)
    return "inconclusive: too few requests";
  if (ratio.value <= FIDELITY && ratio.value >= 1 / FIDELITY)
    return "within";
  if (ratio.low <= FIDELITY && ratio.high >= 1 / FIDELITY)
    return "inconclusive";

  return "outside";
}

static void
print_convoy (const char   *name,
              guint         n_heavy,
              const double *model_ms,
              const double *python_ms,
              gint64        n_fewest)
{
  SyInterval ratio;

  sy_paired_ratio (model_ms, python_ms, N_PAIRS, 0.95, &ratio);
  g_print ("convoy k=%u %-18s p50 %5.1f ms, python %5.1f ms, ratio %.2f [%.2f-%.2f], "
           "at least %" G_GINT64_FORMAT " requests: %s\n",
           n_heavy, name, sy_summary_geometric_mean (model_ms, N_PAIRS),
           sy_summary_geometric_mean (python_ms, N_PAIRS), ratio.value, ratio.low, ratio.high,
           n_fewest, judge_fidelity (ratio, n_fewest));
}

/* By turns, forwards and backwards: the two models and CPython, which comes last. */
static void
compare_convoys (BenchTarget *const *targets,
                 const double       *units_ns,
                 guint               n_heavy,
                 gint64              window_ns)
{
  double waits_ms[N_TARGETS][N_PAIRS];
  gint64 n_fewest = G_MAXINT64;

  for (guint i = 0; i < N_PAIRS; i++)
    for (guint turn = 0; turn < N_TARGETS; turn++)
      {
        guint target = i % 2 == 0 ? turn : N_TARGETS - 1 - turn;

        waits_ms[target][i] = measure_wait_ms (targets[target], units_ns[target], n_heavy,
                                               window_ns, &n_fewest);
      }

  for (guint target = 0; target < N_TARGETS - 1; target++)
    print_convoy (targets[target]->name, n_heavy, waits_ms[target], waits_ms[N_TARGETS - 1],
                  n_fewest);
}

static void
run_convoys (BenchTarget *python,
             double       python_unit_ns)
{
  static const guint n_heavies[] = { 1, 2, 4 };
  static const gint64 windows_s[] = { 5, 9, 20 };
  g_autoptr(BenchTarget) soup = bench_target_start_arm ("lock-threaded");
  g_autoptr(BenchTarget) lean = bench_target_start_arm ("lock-threaded-lean");
  BenchTarget *const targets[N_TARGETS] = { soup, lean, python };
  const double units_ns[N_TARGETS] = {
    bench_target_calibrate (soup, 20000), bench_target_calibrate (lean, 20000), python_unit_ns,
  };

  for (guint i = 0; i < G_N_ELEMENTS (n_heavies); i++)
    compare_convoys (targets, units_ns, n_heavies[i], windows_s[i] * SY_NS_PER_S);
}

static void
print_blocking (BenchTarget *target,
                double       unit_ns)
{
  static const guint n_heavies[] = { 0, 2, 8 };

  g_print ("blocking %-20s requests/s beside 0, 2, 8 connections of 20 ms:", target->name);
  for (guint i = 0; i < G_N_ELEMENTS (n_heavies); i++)
    {
      g_autoptr(SyTrial) trial = run_beside (target, "b2", 8, unit_ns, 20 * SY_NS_PER_MS,
                                             n_heavies[i], 3 * SY_NS_PER_S);

      g_print ("  %7.0f", (double) trial->n_completed_in_window / 3);
    }
  g_print ("\n");
}

static void
run_blocking (BenchTarget *python,
              double       python_unit_ns,
              BenchTarget *node)
{
  static const char *const arms[] = {
    "event-loop", "event-loop-lean", "lock-threaded", "lock-threaded-lean",
  };

  for (guint i = 0; i < G_N_ELEMENTS (arms); i++)
    {
      g_autoptr(BenchTarget) model = bench_target_start_arm (arms[i]);

      print_blocking (model, bench_target_calibrate (model, 20000));
    }
  print_blocking (node, bench_target_calibrate (node, 20000));
  print_blocking (python, python_unit_ns);
}

int
main (int    argc,
      char **argv)
{
  const char *python_command[] = { "python3", argv[1], NULL };
  const char *node_command[] = { "node", argv[2], NULL };
  g_autoptr(BenchTarget) python = NULL;
  g_autoptr(BenchTarget) node = NULL;
  double python_unit_ns;

  sy_descriptors_raise_limit ();
  python = bench_target_start_child ("python3 threads", python_command);
  node = bench_target_start_child ("node", node_command);
  python_unit_ns = bench_target_calibrate (python, 300);
  g_print ("python3: %.1f us a compute unit\n", python_unit_ns / 1e3);
  run_blocking (python, python_unit_ns, node);
  run_convoys (python, python_unit_ns);

  return 0;
}
