/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-plan-options.h"

#include <glib/gi18n-lib.h>

#include "cli/sy-values.h"
#include "core/sy-clock.h"
#include "stats/sy-looks.h"

enum
{
  MAX_CONNECTIONS = 100000,
  MAX_PAIRS = 10000,
  MAX_LOOPS = 1024,
};

/* What people write for SY_LOAD_OPEN_CONSTANT and SY_LOAD_OPEN_POISSON. */
static const char *const arrival_names[] = { "constant", "poisson", NULL };

gboolean
sy_options_read_treatment (const SyOptions  *self,
                           gint64           *switch_interval_ns,
                           gint64           *interpreter_cost_ns,
                           guint            *n_loops,
                           GError          **error)
{
  return sy_value_read_duration ("switch-interval", self->switch_interval, SY_NS_PER_US,
                                 SY_NS_PER_S, switch_interval_ns, error)
         && sy_value_read_duration ("interpreter-cost", self->interpreter_cost, 0, SY_NS_PER_S,
                                    interpreter_cost_ns, error)
         && sy_value_read_count ("loops", self->loops, 1, MAX_LOOPS, n_loops, error);
}

static gboolean
check_contradictions (const SyOptions  *self,
                      GError          **error)
{
  const struct
  {
    gboolean    is_broken;
    const char *message;
  } rules[] = {
    { self->connections != NULL && self->rate != NULL,
      _("--connections and --rate are two kinds of load: give one of them") },
    { self->steps != NULL && self->workload != NULL,
      _("--steps and --workload both say what a request does: give one of them") },
    { self->scenes != NULL && (self->steps != NULL || self->workload != NULL),
      _("--scene brings a workload of its own: leave out --steps and --workload") },
    { self->looks && self->pairs != NULL,
      _("--looks decides how many pairs there are: leave out --pairs") },
    { self->rate != NULL && self->think_time != NULL,
      _("--think-time belongs to a fixed number of clients, not to --rate") },
    { self->force && self->output == NULL,
      _("--force replaces the file of --output, which is missing") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].is_broken)
      {
        g_set_error_literal (error, SY_USAGE_ERROR, SY_USAGE_ERROR_OPTION, rules[i].message);
        return FALSE;
      }

  return TRUE;
}

static gboolean
add_arms (SyPlan             *plan,
          const char *const  *ids,
          GError            **error)
{
  GError *problem = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    if (!sy_plan_add_arm (plan, ids[i], &problem))
      return sy_value_blame ("arm", problem, error);

  return TRUE;
}

static gboolean
add_default_arms (SyPlan        *plan,
                  const SyPlan  *model,
                  GError       **error)
{
  for (guint i = 0; i < model->arms->len; i++)
    if (!sy_plan_add_arm (plan, ((const SyArm *) model->arms->pdata[i])->id, error))
      return FALSE;

  return TRUE;
}

/* Servers, seed and treatments; no phases yet. */
static gboolean
begin_plan (SyPlan           *plan,
            const SyPlan     *model,
            const SyOptions  *self,
            GError          **error)
{
  plan->seed = model->seed;

  return (self->arms != NULL ? add_arms (plan, (const char *const *) self->arms, error)
                             : add_default_arms (plan, model, error))
         && sy_value_read_duration ("time-out", self->time_out, SY_NS_PER_MS, 600 * SY_NS_PER_S,
                                    &plan->time_out_ns, error)
         && sy_value_read_count ("reconnect-every", self->reconnect_every, 0, G_MAXINT,
                                 &plan->reconnect_every, error)
         && sy_options_read_treatment (self, &plan->switch_interval_ns,
                                       &plan->interpreter_cost_ns, &plan->n_loops, error);
}

/* A seed short enough to be typed again. */
static gboolean
make_model (const SyOptions  *self,
            SyPlan          **model,
            GError          **error)
{
  guint64 seed = g_random_int ();

  if (!check_contradictions (self, error) || !sy_value_read_seed ("seed", self->seed, &seed, error))
    return FALSE;

  *model = sy_plan_new_default (seed);
  return TRUE;
}

static gboolean
read_workload (const SyOptions  *self,
               SyWorkload       *workload,
               GError          **error)
{
  GError *problem = NULL;
  const SyNamedWorkload *named;

  if (self->steps != NULL)
    return sy_workload_parse (self->steps, workload, &problem)
           || sy_value_blame ("steps", problem, error);

  named = sy_workloads_find (self->workload, &problem);
  if (named == NULL)
    return sy_value_blame ("workload", problem, error);

  return sy_workload_parse (named->mix, workload, error);
}

/* What the options say about any phase, whatever its load. */
static gboolean
adjust_phase (SyPhasePlan      *phase,
              const SyOptions  *self,
              GError          **error)
{
  guint placement = phase->placement;
  guint arrivals = phase->load == SY_LOAD_OPEN_CONSTANT ? 0 : 1;

  if (!sy_value_read_duration ("duration", self->duration, 20 * SY_NS_PER_MS, 3600 * SY_NS_PER_S,
                               &phase->window_ns, error)
      || !sy_value_read_duration ("settle", self->settle, 0, 3600 * SY_NS_PER_S, &phase->settle_ns,
                                  error)
      || !sy_value_read_count ("pairs", self->pairs, 1, MAX_PAIRS, &phase->n_rounds, error)
      || !sy_value_read_choice ("placement", self->placement, sy_placement_names, &placement,
                                error)
      || !sy_value_read_choice ("arrivals", self->arrivals, arrival_names, &arrivals, error))
    return FALSE;

  if (self->looks && !phase->is_sensitivity)
    {
      phase->has_looks = TRUE;
      phase->n_rounds = sy_looks[SY_N_LOOKS - 1];
    }

  phase->placement = (SyPlacement) placement;
  if (phase->load != SY_LOAD_CLOSED)
    {
      phase->load = arrivals == 0 ? SY_LOAD_OPEN_CONSTANT : SY_LOAD_OPEN_POISSON;
      return TRUE;
    }

  return sy_value_read_duration ("think-time", self->think_time, 0, 60 * SY_NS_PER_S,
                                 &phase->think_time_ns, error);
}

/* The load a person named; @connections and @rate are single values, one of them at most. */
static gboolean
set_load (SyPhasePlan  *phase,
          const char   *connections,
          const char   *rate,
          GError      **error)
{
  if (rate != NULL)
    phase->load = SY_LOAD_OPEN_POISSON;

  return sy_value_read_count ("connections", connections, 1, MAX_CONNECTIONS,
                              &phase->n_connections, error)
         && sy_value_read_rate ("rate", rate, &phase->rate_per_s, error);
}

static gboolean
add_phase (SyPlan           *plan,
           SyPhasePlan       phase,
           const SyOptions  *self,
           GError          **error)
{
  gboolean is_load_named = self->connections != NULL || self->rate != NULL;

  if (phase.is_sensitivity && (plan->arms->len < 2 || self->placement != NULL))
    return TRUE;
  if (is_load_named && phase.load != SY_LOAD_CLOSED)
    return TRUE;

  if (!set_load (&phase, self->connections, self->rate, error)
      || !adjust_phase (&phase, self, error))
    return FALSE;

  sy_plan_add_phase (plan, &phase);
  return TRUE;
}

/* The two questions a comparison can answer: how many at most, and how soon at half of that. */
static gboolean
add_own_workload (SyPlan           *plan,
                  const SyOptions  *self,
                  GError          **error)
{
  g_auto(SyPhasePlan) closed = sy_phase_plan_default ();
  SyPhasePlan open;

  if (!read_workload (self, &closed.workload, error))
    return FALSE;

  open = closed;
  open.load = SY_LOAD_OPEN_POISSON;
  open.rate_per_s = 0;
  return add_phase (plan, closed, self, error) && add_phase (plan, open, self, error);
}

static gboolean
check_scenes (const SyOptions  *self,
              GError          **error)
{
  GError *problem = NULL;

  for (guint i = 0; self->scenes != NULL && self->scenes[i] != NULL; i++)
    if (sy_scenes_find (self->scenes[i], &problem) == NULL)
      return sy_value_blame ("scene", problem, error);

  return TRUE;
}

static gboolean
add_scenes (SyPlan           *plan,
            const SyPlan     *model,
            const SyOptions  *self,
            GError          **error)
{
  if (!check_scenes (self, error))
    return FALSE;

  for (guint i = 0; i < model->phases->len; i++)
    {
      const SyPhasePlan *phase = &g_array_index (model->phases, SyPhasePlan, i);
      const char *const *scenes = (const char *const *) self->scenes;

      if (scenes != NULL && !g_strv_contains (scenes, phase->scene))
        continue;
      if (!add_phase (plan, *phase, self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_plan (const SyPlan     *plan,
            const SyOptions  *self,
            GError          **error)
{
  g_autoptr(GError) problem = NULL;
  gboolean has_open_load = FALSE;

  for (guint i = 0; i < plan->phases->len; i++)
    has_open_load |= g_array_index (plan->phases, SyPhasePlan, i).load != SY_LOAD_CLOSED;

  if (self->arrivals != NULL && !has_open_load)
    {
      g_set_error_literal (error, SY_USAGE_ERROR, SY_USAGE_ERROR_OPTION,
                           _("--arrivals says how requests arrive at a rate: add --rate R"));
      return FALSE;
    }

  if (sy_plan_validate (plan, &problem))
    return TRUE;

  g_set_error_literal (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE, problem->message);
  return FALSE;
}

SyPlan *
sy_options_make_plan (const SyOptions  *self,
                      GError          **error)
{
  g_autoptr(SyPlan) model = NULL;
  g_autoptr(SyPlan) plan = sy_plan_new ();
  gboolean is_own = self->steps != NULL || self->workload != NULL;

  if (!make_model (self, &model, error) || !begin_plan (plan, model, self, error))
    return NULL;
  if (is_own ? !add_own_workload (plan, self, error) : !add_scenes (plan, model, self, error))
    return NULL;
  if (!check_plan (plan, self, error))
    return NULL;

  return g_steal_pointer (&plan);
}

/* What a sweep measures under each load: a workload, a scene, or the first scene. */
static gboolean
make_sweep_pattern (const SyPlan     *model,
                    const SyOptions  *self,
                    SyPhasePlan      *pattern,
                    GError          **error)
{
  const char *scene = self->scenes != NULL ? self->scenes[0] : NULL;

  if (!check_scenes (self, error))
    return FALSE;
  if (scene != NULL && self->scenes[1] != NULL)
    {
      g_set_error_literal (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
                           _("--scene: a sweep is about one scene at a time"));
      return FALSE;
    }

  for (guint i = 0; i < model->phases->len; i++)
    {
      const SyPhasePlan *phase = &g_array_index (model->phases, SyPhasePlan, i);

      if (scene != NULL && !g_str_equal (phase->scene, scene))
        continue;
      *pattern = *phase;
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
add_sweep_phases (SyPlan           *plan,
                  SyPhasePlan       pattern,
                  const SyOptions  *self,
                  GError          **error)
{
  const char *list = self->connections != NULL ? self->connections : self->rate;
  g_auto(GStrv) values = g_strsplit (list, ",", -1);

  for (guint i = 0; values[i] != NULL; i++)
    {
      SyPhasePlan phase = pattern;

      if (!set_load (&phase,
                     self->connections != NULL ? values[i] : NULL,
                     self->rate != NULL ? values[i] : NULL,
                     error)
          || !adjust_phase (&phase, self, error))
        return FALSE;
      sy_plan_add_phase (plan, &phase);
    }

  return TRUE;
}

SyPlan *
sy_options_make_sweep (const SyOptions  *self,
                       GError          **error)
{
  g_autoptr(SyPlan) model = NULL;
  g_autoptr(SyPlan) plan = sy_plan_new ();
  SyPhasePlan pattern;

  if (self->connections == NULL && self->rate == NULL)
    {
      g_set_error_literal (error, SY_USAGE_ERROR, SY_USAGE_ERROR_OPTION,
                           _("A sweep needs a list: --connections 1,8,64 or --rate 500,1k,2k"));
      return NULL;
    }
  if (!make_model (self, &model, error) || !begin_plan (plan, model, self, error)
      || !make_sweep_pattern (model, self, &pattern, error))
    return NULL;
  if (self->steps != NULL || self->workload != NULL)
    {
      pattern.scene = (char *) SY_SCENE_CUSTOM;
      if (!read_workload (self, &pattern.workload, error))
        return NULL;
    }
  if (!add_sweep_phases (plan, pattern, self, error) || !check_plan (plan, self, error))
    return NULL;

  return g_steal_pointer (&plan);
}
