/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-plan.h"

#include <glib/gi18n-lib.h>

#include "core/sy-clock.h"
#include "core/sy-cpus.h"
#include "core/sy-random.h"
#include "core/sy-units.h"

G_DEFINE_QUARK (sy-plan-error-quark, sy_plan_error)

const char *const sy_load_names[] = { "closed", "open-constant", "open-poisson", NULL };
const char *const sy_placement_names[] = { "free", "split", NULL };

/* The use of the seed that picks who starts; trials draw from others (sy-experiment.c). */
enum { ORDER_STREAM = 1 };

static void
clear_phase (gpointer phase)
{
  sy_phase_plan_clear (phase);
}

void
sy_phase_plan_clear (SyPhasePlan *self)
{
  g_clear_pointer (&self->scene, g_free);
}

SyPlan *
sy_plan_new (void)
{
  SyServerConfig server = sy_server_config_default ();
  SyPlan *self = g_new0 (SyPlan, 1);

  self->arms = g_ptr_array_new ();
  self->phases = g_array_new (FALSE, TRUE, sizeof (SyPhasePlan));
  g_array_set_clear_func (self->phases, clear_phase);
  self->seed = 1;
  self->pilot_ns = 1500 * SY_NS_PER_MS;
  self->time_out_ns = 10 * SY_NS_PER_S;
  self->switch_interval_ns = server.switch_interval_ns;
  self->interpreter_cost_ns = server.interpreter_cost_ns;
  self->n_loops = server.n_loops;

  return self;
}

SyPlan *
sy_plan_copy (const SyPlan *self)
{
  SyPlan *copy = sy_plan_new ();
  GArray *phases = copy->phases;

  g_ptr_array_unref (copy->arms);
  *copy = *self;
  copy->arms = g_ptr_array_copy (self->arms, NULL, NULL);
  copy->phases = phases;
  for (guint i = 0; i < self->phases->len; i++)
    sy_plan_add_phase (copy, &g_array_index (self->phases, SyPhasePlan, i));

  return copy;
}

void
sy_plan_free (SyPlan *self)
{
  g_ptr_array_unref (self->arms);
  g_array_unref (self->phases);
  g_free (self);
}

gboolean
sy_plan_add_arm (SyPlan     *self,
                 const char *id,
                 GError    **error)
{
  const SyArm *arm = sy_arms_find (id, error);

  if (arm == NULL)
    return FALSE;

  if (g_ptr_array_find (self->arms, arm, NULL))
    {
      g_set_error (error, SY_PLAN_ERROR, SY_PLAN_ERROR_INVALID,
                   _("The server “%s” is named twice: it cannot be compared with itself"), id);
      return FALSE;
    }

  g_ptr_array_add (self->arms, (gpointer) arm);
  return TRUE;
}

SyPhasePlan
sy_phase_plan_default (void)
{
  return (SyPhasePlan) {
    .scene = g_strdup (SY_SCENE_CUSTOM),
    .load = SY_LOAD_CLOSED,
    .n_connections = 64,
    .placement = sy_cpus_count_usable () >= 4 ? SY_PLACEMENT_SPLIT : SY_PLACEMENT_FREE,
    .n_rounds = 8,
    .settle_ns = 200 * SY_NS_PER_MS,
    .window_ns = 800 * SY_NS_PER_MS,
  };
}

void
sy_plan_add_phase (SyPlan            *self,
                   const SyPhasePlan *phase)
{
  SyPhasePlan copy = *phase;

  copy.scene = g_strdup (phase->scene);
  g_array_append_val (self->phases, copy);
}

gboolean
sy_plan_add_scene (SyPlan            *self,
                   const SyScene     *scene,
                   const SyPhasePlan *pattern,
                   GError           **error)
{
  const SyNamedWorkload *named = sy_workloads_find (scene->workload_id, error);
  SyPhasePlan phase = *pattern;

  if (named == NULL || !sy_workload_parse (named->mix, &phase.workload, error))
    return FALSE;

  phase.scene = (char *) scene->id;
  sy_plan_add_phase (self, &phase);
  if (!scene->has_open_phase || pattern->load != SY_LOAD_CLOSED)
    return TRUE;

  phase.load = SY_LOAD_OPEN_POISSON;
  phase.think_time_ns = 0;
  sy_plan_add_phase (self, &phase);
  return TRUE;
}

/* The first phase again, generator and servers apart: on so few processors placement is a
 * treatment, and a finding that hangs on it has to say so.  Half as long, because it answers a
 * smaller question.
 */
static void
add_sensitivity_row (SyPlan *self)
{
  SyPhasePlan phase = g_array_index (self->phases, SyPhasePlan, 0);

  phase.placement = SY_PLACEMENT_SPLIT;
  phase.settle_ns /= 2;
  phase.window_ns /= 2;
  phase.is_sensitivity = TRUE;
  sy_plan_add_phase (self, &phase);
}

SyPlan *
sy_plan_new_default (guint64 seed)
{
  g_auto(SyPhasePlan) pattern = sy_phase_plan_default ();
  SyPlan *self = sy_plan_new ();
  guint n_cpus = sy_cpus_count_usable ();
  guint n_scenes;
  const SyScene *scenes = sy_scenes_get (&n_scenes);

  self->seed = seed;
  sy_plan_add_arm (self, "event-loop", NULL);
  sy_plan_add_arm (self, "lock-threaded", NULL);
  for (guint i = 0; i < n_scenes; i++)
    sy_plan_add_scene (self, &scenes[i], &pattern, NULL);

  if (n_cpus == 2 || n_cpus == 3)
    add_sensitivity_row (self);

  return self;
}

static gint64
get_pilot_ns (const SyPlan *self,
              guint         arm)
{
  if (self->pilot_ns > 0 &&
      ((const SyArm *) self->arms->pdata[arm])->library == SY_LIBRARY_EXTERNAL)
    return SY_PLAN_MIN_WARM_UPS * SY_PLAN_WARM_UP_NS;

  return self->pilot_ns;
}

gint64
sy_plan_get_duration_ns (const SyPlan *self)
{
  gint64 duration_ns = 0;

  for (guint i = 0; i < self->arms->len; i++)
    duration_ns += get_pilot_ns (self, i);

  for (guint i = 0; i < self->phases->len; i++)
    {
      const SyPhasePlan *phase = &g_array_index (self->phases, SyPhasePlan, i);

      duration_ns += (phase->settle_ns + phase->window_ns) * phase->n_rounds * self->arms->len;
    }

  return duration_ns;
}

/* Odd rounds run backwards.  Two servers thus go AB BA AB BA, which puts trials of the same server
 * next to each other.  With more, the one in front also rotates every second round, so that each
 * stands in every place.
 */
guint
sy_plan_get_arm_at (const SyPlan *self,
                    guint         round,
                    guint         turn)
{
  guint n_arms = self->arms->len;
  SyRandom random = sy_random_new (self->seed, ORDER_STREAM);
  guint first = sy_random_below (&random, n_arms);
  guint place = round % 2 == 0 ? turn : n_arms - 1 - turn;
  guint rotation = n_arms > 2 ? round / 2 : 0;

  return (first + rotation + place) % n_arms;
}

static char *
say_clients (const SyPhasePlan *self)
{
  guint n = self->n_connections;
  g_autofree char *clients = NULL;
  g_autofree char *pause = NULL;

  clients = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u client", "%u clients", n), n);
  if (self->think_time_ns == 0)
    return g_steal_pointer (&clients);

  pause = sy_units_format (SY_QUANTITY_DURATION, (double) self->think_time_ns);
  /* Translators: "64 clients", then a duration. */
  return g_strdup_printf (_("%s, pausing %s"), clients, pause);
}

static char *
say_arrivals (const SyPhasePlan *self)
{
  g_autofree char *rate = sy_units_format (SY_QUANTITY_RATE, self->rate_per_s);

  if (self->rate_per_s <= 0)
    return g_strdup (_("Arrivals at half the capacity"));
  if (self->load == SY_LOAD_OPEN_CONSTANT)
    return g_strdup_printf (_("Arrivals at a steady %s"), rate);

  return g_strdup_printf (_("Arrivals at %s"), rate);
}

char *
sy_phase_plan_say_load (const SyPhasePlan *self)
{
  return self->load == SY_LOAD_CLOSED ? say_clients (self) : say_arrivals (self);
}
