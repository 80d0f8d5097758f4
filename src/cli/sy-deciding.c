/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-deciding.h"

#include "export/sy-run-observations.h"

static void
clear_entry (gpointer data)
{
  SyLineupEntry *entry = data;

  sy_run_free ((SyRun *) entry->run);
  sy_analysis_free ((SyAnalysis *) entry->analysis);
}

SyDeciding *
sy_deciding_new (GError **error)
{
  g_autoptr(SyDeciding) self = g_new0 (SyDeciding, 1);

  self->runtimes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->entries = g_array_new (FALSE, FALSE, sizeof (SyLineupEntry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->observations = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_observation_free);
  self->knowledge = sy_knowledge_load (NULL, error);
  if (self->knowledge != NULL)
    self->rulebook = sy_rulebook_load (self->knowledge, NULL, error);

  return self->rulebook != NULL ? g_steal_pointer (&self) : NULL;
}

void
sy_deciding_free (SyDeciding *self)
{
  g_clear_pointer (&self->recommendation, sy_recommendation_free);
  g_clear_pointer (&self->decision, sy_decision_free);
  g_ptr_array_unref (self->observations);
  g_array_unref (self->entries);
  g_hash_table_unref (self->runtimes);
  g_clear_pointer (&self->profile, sy_profile_free);
  g_free (self->weights);
  g_clear_pointer (&self->rulebook, sy_rulebook_free);
  g_clear_pointer (&self->knowledge, sy_knowledge_free);
  g_free (self);
}

char *
sy_deciding_add_run (SyDeciding *self,
                     SyRun      *run)
{
  SyLineupEntry entry = { run, sy_analysis_new (run) };
  g_autoptr(GPtrArray) found = sy_run_observations_new (run, entry.analysis, self->rulebook,
                                                        self->runtimes);

  g_array_append_val (self->entries, entry);
  if (found->len == 0)
    return sy_run_observations_say_none (run, entry.analysis);

  g_ptr_array_extend_and_steal (self->observations, g_steal_pointer (&found));
  return NULL;
}

gboolean
sy_deciding_has_run (const SyDeciding *self,
                     const char       *id)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (g_str_equal (g_array_index (self->entries, SyLineupEntry, i).run->id, id))
      return TRUE;

  return FALSE;
}

static gboolean
has_runtime (const SyRun *run,
             const char  *server)
{
  for (guint i = 0; i < run->plan->arms->len; i++)
    {
      const SyArm *arm = run->plan->arms->pdata[i];

      if (arm->architecture == SY_ARCHITECTURE_EXTERNAL && g_str_equal (arm->id, server))
        return TRUE;
    }

  return FALSE;
}

const char *
sy_deciding_find_missing (const SyDeciding *self)
{
  GHashTableIter iter;
  gpointer server;

  g_hash_table_iter_init (&iter, self->runtimes);
  while (g_hash_table_iter_next (&iter, &server, NULL))
    {
      gboolean is_there = FALSE;

      for (guint i = 0; i < self->entries->len && !is_there; i++)
        is_there = has_runtime (g_array_index (self->entries, SyLineupEntry, i).run, server);
      if (!is_there)
        return server;
    }

  return NULL;
}

void
sy_deciding_weigh (SyDeciding *self)
{
  g_return_if_fail (self->profile != NULL && self->decision == NULL);

  self->decision = sy_decision_new (self->rulebook, self->profile,
                                    (const SyObservation *const *) self->observations->pdata,
                                    self->observations->len);
  if (self->weights != NULL)
    sy_decision_set_weights (self->decision, self->weights);
  self->recommendation = sy_decision_recommend (self->decision);
}
