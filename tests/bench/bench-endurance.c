/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>

#include "core/holdings.h"
#include "core/sy-clock.h"
#include "core/sy-descriptors.h"
#include "lab/sy-analysis.h"
#include "lab/sy-experiment.h"

/* Measures for so many seconds, one experiment after another with every server, and watches what
 * the process holds: memory, descriptors and threads have to stay where they were after a tenth of
 * the time.
 */
static const double MAX_GROWTH = 1.05;

static SyPlan *
make_plan (guint64 seed)
{
  SyPlan *plan = sy_plan_new ();
  g_auto(SyPhasePlan) phase = sy_phase_plan_default ();
  guint n_arms;
  const SyArm *arms = sy_arms_get (&n_arms);

  for (guint i = 0; i < n_arms; i++)
    sy_plan_add_arm (plan, arms[i].id, NULL);
  sy_workload_parse ("c20,w5,b1024", &phase.workload, NULL);
  phase.n_rounds = 1;
  sy_plan_add_phase (plan, &phase);
  phase.load = SY_LOAD_OPEN_POISSON;
  sy_plan_add_phase (plan, &phase);
  plan->seed = seed;
  plan->pilot_ns = 0;

  return plan;
}

static void
measure_once (guint64 seed)
{
  g_autoptr(SyPlan) plan = make_plan (seed);
  g_autoptr(SyRun) run = sy_experiment_run (plan, NULL, NULL, NULL, NULL);
  g_autoptr(SyAnalysis) analysis = sy_analysis_new (run);

  g_assert_cmpuint (analysis->results->len, >, 0);
}

static void
print_holdings (guint           n_runs,
                const Holdings *holdings)
{
  g_print ("after %3u experiments: %.1f MB and %.1f MB the allocator kept, %u descriptors, "
           "%u threads\n", n_runs, holdings->memory_kb / 1024, holdings->kept_kb / 1024,
           holdings->n_descriptors, holdings->n_threads);
}

int
main (int    argc,
      char **argv)
{
  gint64 duration_ns = (argc > 1 ? g_ascii_strtoll (argv[1], NULL, 10) : 600) * SY_NS_PER_S;
  gint64 started_at_ns = sy_clock_now_ns ();
  Holdings first = { 0 };
  Holdings last = { 0 };
  guint n_runs = 0;

  holdings_set_up ();
  sy_descriptors_raise_limit ();
  while (sy_clock_now_ns () - started_at_ns < duration_ns)
    {
      measure_once (++n_runs);
      last = holdings_look ();
      if (first.n_threads == 0 && sy_clock_now_ns () - started_at_ns > duration_ns / 10)
        first = last;
      if (n_runs % 5 == 1)
        print_holdings (n_runs, &last);
    }

  print_holdings (n_runs, &last);
  return last.memory_kb <= first.memory_kb * MAX_GROWTH &&
         last.n_descriptors == first.n_descriptors && last.n_threads == first.n_threads
         ? EXIT_SUCCESS : EXIT_FAILURE;
}
