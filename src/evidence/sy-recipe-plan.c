/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "evidence/sy-recipe-plan.h"

/* A plan's open load without a rate arrives at this share of the capacity. */
static const double SHARE_OF_CAPACITY = 0.5;

gboolean
sy_recipe_can_be_tried (const SyRecipe *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->arms); i++)
    if (sy_arms_find (self->arms[i], NULL) == NULL)
      return FALSE;

  return self->n_connections > 0 || self->share_of_capacity == SHARE_OF_CAPACITY;
}

gboolean
sy_recipe_has_place (const SyRecipe *self)
{
  const SyArm *a = sy_arms_find (self->arms[0], NULL);
  const SyArm *b = sy_arms_find (self->arms[1], NULL);

  return a != NULL && a->architecture == SY_ARCHITECTURE_EVENT_LOOP &&
         b != NULL && b->architecture == SY_ARCHITECTURE_LOCK_THREADED;
}

static gboolean
is_open (const SyRecipe *self)
{
  return self->n_connections == 0;
}

SyPlan *
sy_recipe_make_plan (const SyRecipe *self,
                     guint64         seed)
{
  g_auto(SyPhasePlan) phase = sy_phase_plan_default ();
  g_autoptr(SyPlan) plan = sy_plan_new ();

  if (!sy_recipe_can_be_tried (self) || !sy_workload_parse (self->program, &phase.workload, NULL))
    return NULL;

  plan->seed = seed;
  for (guint i = 0; i < G_N_ELEMENTS (self->arms); i++)
    sy_plan_add_arm (plan, self->arms[i], NULL);
  if (!is_open (self))
    phase.n_connections = self->n_connections;
  sy_plan_add_phase (plan, &phase);
  if (is_open (self))
    {
      phase.load = SY_LOAD_OPEN_POISSON;
      sy_plan_add_phase (plan, &phase);
    }

  return g_steal_pointer (&plan);
}

/* With servers that are set up otherwise it would be another experiment. */
static gboolean
has_usual_servers (const SyPlan *plan)
{
  g_autoptr(SyPlan) usual = sy_plan_new ();

  return plan->switch_interval_ns == usual->switch_interval_ns &&
         plan->interpreter_cost_ns == usual->interpreter_cost_ns &&
         plan->n_loops == usual->n_loops && plan->reconnect_every == usual->reconnect_every;
}

static gboolean
find_arms (const SyRecipe *self,
           const SyPlan   *plan,
           guint          *arms)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->arms); i++)
    {
      const SyArm *arm = sy_arms_find (self->arms[i], NULL);

      if (arm == NULL || !g_ptr_array_find (plan->arms, arm, &arms[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_load (const SyRecipe    *self,
          const SyPhasePlan *planned)
{
  if (is_open (self))
    return planned->load == SY_LOAD_OPEN_POISSON && planned->rate_per_s == 0 &&
           self->share_of_capacity == SHARE_OF_CAPACITY;

  return planned->load == SY_LOAD_CLOSED && planned->n_connections == self->n_connections &&
         planned->think_time_ns == 0;
}

/* @planned has the load as it was asked for, before the rate was filled in. */
static gboolean
is_carried_out (const SyRecipe    *self,
                const char        *program,
                const SyPhasePlan *planned,
                const SyPhase     *phase)
{
  g_autofree char *done = sy_workload_format (&planned->workload);

  return !planned->is_sensitivity && has_load (self, planned) && g_str_equal (done, program) &&
         phase->turns->len > 0;
}

int
sy_recipe_find_phase (const SyRecipe *self,
                      const SyRun    *run,
                      guint          *arms)
{
  SyWorkload workload;
  g_autofree char *program = NULL;

  if (!has_usual_servers (run->plan) || !find_arms (self, run->plan, arms) ||
      !sy_workload_parse (self->program, &workload, NULL))
    return -1;

  program = sy_workload_format (&workload);
  for (guint i = MIN (run->phases->len, run->plan->phases->len); i > 0; i--)
    if (is_carried_out (self, program, &g_array_index (run->plan->phases, SyPhasePlan, i - 1),
                        run->phases->pdata[i - 1]))
      return (int) i - 1;

  return -1;
}
