/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>

#include "core/sy-descriptors.h"
#include "lab/sy-analysis.h"
#include "lab/sy-experiment.h"

/* Every comparison of a server with itself ought to be too close to call: 18 of 20 at least. */
enum { N_COMPARISONS = 20, MIN_TOO_CLOSE = 18 };

static SyPlan *
plan_against_itself (const char *arm_id,
                     guint64     seed)
{
  const SyArm *arm = sy_arms_find (arm_id, NULL);
  g_auto(SyPhasePlan) phase = sy_phase_plan_default ();
  SyPlan *plan = sy_plan_new ();

  g_ptr_array_add (plan->arms, (gpointer) arm);
  g_ptr_array_add (plan->arms, (gpointer) arm);
  sy_workload_parse ("c20,w5,b1024", &phase.workload, NULL);
  sy_plan_add_phase (plan, &phase);
  plan->seed = seed;

  return plan;
}

static gboolean
is_too_close (const char *arm_id,
              guint64     seed)
{
  g_autoptr(SyPlan) plan = plan_against_itself (arm_id, seed);
  g_autoptr(SyRun) run = sy_experiment_run (plan, NULL, NULL, NULL, NULL);
  g_autoptr(SyAnalysis) analysis = sy_analysis_new (run);
  const SyVerdict *verdict = sy_analysis_get_verdict (analysis, 0, 0, 1);
  const SyInterval *ratio = &verdict->comparison.ratio;
  gboolean too_close = verdict->comparison.winner == SY_WINNER_TOO_CLOSE;

  g_print ("%-14s %.3f [%.3f-%.3f] %s\n", arm_id, ratio->value, ratio->low, ratio->high,
           too_close ? "too close" : "A WINNER");
  return too_close;
}

int
main (int    argc,
      char **argv)
{
  static const char *const arms[] = { "event-loop", "lock-threaded" };
  guint n_too_close = 0;

  sy_descriptors_raise_limit ();
  for (guint i = 0; i < N_COMPARISONS; i++)
    n_too_close += is_too_close (arms[i % G_N_ELEMENTS (arms)], i + 1);

  g_print ("%u of %u too close to call\n", n_too_close, (guint) N_COMPARISONS);
  return n_too_close >= MIN_TOO_CLOSE ? EXIT_SUCCESS : EXIT_FAILURE;
}
