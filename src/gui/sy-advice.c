/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-advice.h"

#include "decision/sy-weights.h"
#include "export/sy-run-observations.h"
#include "gui/sy-rules.h"
#include "lab/sy-run-store.h"

void
sy_advice_free (SyAdvice *self)
{
  g_clear_pointer (&self->recommendation, sy_recommendation_free);
  g_clear_pointer (&self->decision, sy_decision_free);
  g_clear_pointer (&self->dossier, sy_dossier_free);
  g_clear_pointer (&self->runs, g_array_unref);
  g_free (self->problem);
  g_free (self);
}

static void
free_advice (gpointer advice)
{
  sy_advice_free (advice);
}

static void
free_dossier (gpointer dossier)
{
  sy_dossier_free (dossier);
}

static void
free_observation (gpointer observation)
{
  sy_observation_free (observation);
}

static void
clear_run (gpointer data)
{
  SyLineupEntry *entry = data;

  sy_analysis_free ((SyAnalysis *) entry->analysis);
  sy_run_free ((SyRun *) entry->run);
}

/* What keeps a run from being evidence, as a sentence; %NULL where it is. */
static char *
observe (SyAdvice         *self,
         const char       *id,
         const SyRulebook *rulebook,
         GPtrArray        *observations)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *path = sy_run_store_resolve (id, &error);
  SyRun *run = path != NULL ? sy_run_load (path, &error) : NULL;
  SyLineupEntry entry = { .run = run };

  if (run == NULL)
    return g_strdup (error->message);

  entry.analysis = sy_analysis_new (run);
  g_array_append_val (self->runs, entry);
  found = sy_run_observations_new (run, entry.analysis, rulebook, NULL);
  if (found->len == 0)
    return sy_run_observations_say_none (run, entry.analysis);

  g_ptr_array_extend_and_steal (observations, g_steal_pointer (&found));
  return NULL;
}

/* A run that is gone or unfit takes its evidence with it, which is said, and nothing else. */
static SyAdvice *
weigh (const SyDossier *dossier)
{
  const SyRulebook *rulebook = sy_rules_get (NULL);
  g_autoptr(GPtrArray) observations = g_ptr_array_new_with_free_func (free_observation);
  SyAdvice *self = g_new0 (SyAdvice, 1);

  self->dossier = sy_dossier_copy (dossier, rulebook);
  self->runs = g_array_new (FALSE, FALSE, sizeof (SyLineupEntry));
  g_array_set_clear_func (self->runs, clear_run);
  for (guint i = 0; i < dossier->runs->len; i++)
    {
      g_autofree char *problem = observe (self, dossier->runs->pdata[i], rulebook, observations);

      if (self->problem == NULL)
        self->problem = g_steal_pointer (&problem);
    }
  self->decision = sy_decision_new (rulebook, dossier->profile,
                                    (const SyObservation *const *) observations->pdata,
                                    observations->len);
  if (dossier->weights != NULL)
    sy_decision_set_weights (self->decision, dossier->weights);
  self->recommendation = sy_decision_recommend (self->decision);
  sy_advice_note_answer (self, self->recommendation);

  return self;
}

static void
weigh_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const char *problem;

  if (sy_rules_get (&problem) != NULL)
    g_task_return_pointer (task, weigh (data), free_advice);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", problem);
}

void
sy_advice_load_async (const SyDossier     *dossier,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, sy_advice_load_async);
  g_task_set_task_data (task, sy_dossier_copy (dossier, sy_rules_get (NULL)), free_dossier);
  g_task_run_in_thread (task, weigh_in_thread);
}

SyAdvice *
sy_advice_load_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sy_advice_note_answer (SyAdvice               *self,
                       const SyRecommendation *recommendation)
{
  const SyKnowledge *knowledge = sy_decision_get_rulebook (self->decision)->knowledge;
  const SyProfile *profile = sy_decision_get_profile (self->decision);
  SyDossier *dossier = self->dossier;

  dossier->answer = NULL;
  dossier->share = 0;
  dossier->percent = 0;
  if (recommendation->best < recommendation->options->len)
    {
      const SyOptionResult *best = recommendation->options->pdata[recommendation->best];

      dossier->answer = best->option;
      dossier->share = best->acceptability[0];
      dossier->percent = best->percents[0];
    }

  g_free (dossier->weights);
  dossier->weights = sy_weights_copy (sy_decision_get_own_weights (self->decision), knowledge);
  g_ptr_array_set_size (dossier->profile->sources_off, 0);
  for (guint i = 0; i < profile->sources_off->len; i++)
    g_ptr_array_add (dossier->profile->sources_off, g_strdup (profile->sources_off->pdata[i]));
}
