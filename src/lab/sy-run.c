/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-run.h"

#include <string.h>

static void
free_phase (gpointer phase)
{
  sy_phase_free (phase);
}

static void
free_turn (gpointer turn)
{
  sy_turn_free (turn);
}

/* Sorts by time, and is a file's name everywhere: no colons. */
static char *
make_id (GDateTime *started)
{
  g_autofree char *time = g_date_time_format (started, "%Y-%m-%dT%H-%M-%SZ");

  return g_strdup_printf ("%s-%04x", time, g_random_int () & 0xffff);
}

SyRun *
sy_run_new (const SyPlan *plan)
{
  SyRun *self = g_new0 (SyRun, 1);

  self->started = g_date_time_new_now_utc ();
  self->id = make_id (self->started);
  self->plan = sy_plan_copy (plan);
  self->environment = sy_environment_new_here ();
  self->phases = g_ptr_array_new_with_free_func (free_phase);

  return self;
}

SyRun *
sy_run_new_bare (void)
{
  SyRun *self = g_new0 (SyRun, 1);

  self->plan = sy_plan_new ();
  self->environment = sy_environment_new_empty ();
  self->phases = g_ptr_array_new_with_free_func (free_phase);

  return self;
}

void
sy_run_free (SyRun *self)
{
  g_free (self->id);
  g_clear_pointer (&self->started, g_date_time_unref);
  g_free (self->name);
  g_free (self->note);
  sy_plan_free (self->plan);
  sy_environment_free (self->environment);
  g_ptr_array_unref (self->phases);
  g_free (self);
}

/* Letters, digits and dashes: nothing that could lead out of a folder. */
gboolean
sy_run_is_id (const char *text)
{
  gsize length = strlen (text);

  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '-')
      return FALSE;

  return length > 0 && length <= 64;
}

SyPhase *
sy_phase_new (const SyPhasePlan *plan)
{
  SyPhase *self = g_new0 (SyPhase, 1);

  self->plan = *plan;
  self->plan.scene = g_strdup (plan->scene);
  self->turns = g_ptr_array_new_with_free_func (free_turn);

  return self;
}

void
sy_phase_free (SyPhase *self)
{
  sy_phase_plan_clear (&self->plan);
  g_ptr_array_unref (self->turns);
  g_free (self->problem);
  g_free (self);
}

static gboolean
has_sound_trace (const SyTurn *turn)
{
  return turn->trace != NULL && !turn->is_voided;
}

const SyTrace *
sy_phase_find_trace (const SyPhase *self,
                     guint          arm)
{
  for (guint i = 0; i < self->turns->len; i++)
    {
      const SyTurn *turn = self->turns->pdata[i];

      if (turn->arm == arm && has_sound_trace (turn))
        return turn->trace;
    }

  return NULL;
}

gboolean
sy_phase_has_traces (const SyPhase *self)
{
  for (guint i = 0; i < self->turns->len; i++)
    if (has_sound_trace (self->turns->pdata[i]))
      return TRUE;

  return FALSE;
}

SyTurn *
sy_turn_new (void)
{
  return g_new0 (SyTurn, 1);
}

void
sy_turn_free (SyTurn *self)
{
  g_free (self->void_reason);
  g_clear_pointer (&self->trial, sy_trial_free);
  sy_server_stats_clear (&self->stats);
  g_clear_pointer (&self->trace, sy_trace_free);
  g_free (self);
}
