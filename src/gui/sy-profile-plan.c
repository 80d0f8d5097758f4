/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-profile-plan.h"

/* Fewer do not saturate a server, more tell of connections rather than of requests. */
#define MIN_CLIENTS 16
#define MAX_CLIENTS 256

static const gint64 SETTLE_NS = 200 * SY_NS_PER_MS;
static const gint64 WINDOW_NS = SY_NS_PER_S;
static const gint64 PILOT_NS = 1500 * SY_NS_PER_MS;

/* The phases in order: a load, and how many pairs of turns. */
static const struct
{
  SyLoadKind load;
  guint      n_rounds;
} phases[] = {
  { SY_LOAD_CLOSED, 12 },
  { SY_LOAD_OPEN_POISSON, 11 },
};

static void
add_phases (SyPlan          *plan,
            const SyProfile *profile,
            const char      *steps)
{
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      g_auto(SyPhasePlan) phase = sy_phase_plan_default ();

      g_free (phase.scene);
      phase.scene = g_strdup (SY_SCENE_CUSTOM);
      sy_workload_parse (steps, &phase.workload, NULL);
      phase.load = phases[i].load;
      phase.n_rounds = phases[i].n_rounds;
      phase.settle_ns = SETTLE_NS;
      phase.window_ns = WINDOW_NS;
      if (profile->n_clients > 0)
        phase.n_connections = (guint) CLAMP (profile->n_clients, MIN_CLIENTS, MAX_CLIENTS);
      sy_plan_add_phase (plan, &phase);
    }
}

SyPlan *
sy_profile_plan_new (const SyProfile *profile,
                     guint64          seed)
{
  g_autofree char *steps = sy_profile_format_steps (profile);
  SyPlan *plan;

  if (steps == NULL)
    return NULL;

  plan = sy_plan_new ();
  sy_plan_add_arm (plan, "event-loop", NULL);
  sy_plan_add_arm (plan, "lock-threaded", NULL);
  plan->seed = seed;
  plan->pilot_ns = PILOT_NS;
  add_phases (plan, profile, steps);

  return plan;
}
