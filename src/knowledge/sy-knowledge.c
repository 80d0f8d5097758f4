/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "knowledge/sy-knowledge.h"

#include <glib/gi18n-lib.h>

#include "knowledge/sy-knowledge-private.h"

SyKnowledge *
sy_knowledge_new (void)
{
  SyKnowledge *self = g_new0 (SyKnowledge, 1);

  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  for (guint noun = 0; noun < SY_N_NOUNS; noun++)
    {
      self->items[noun] = g_ptr_array_new_with_free_func (g_free);
      self->by_id[noun] = g_hash_table_new (g_str_hash, g_str_equal);
    }

  return self;
}

void
sy_knowledge_free (SyKnowledge *self)
{
  for (guint noun = 0; noun < SY_N_NOUNS; noun++)
    {
      for (guint i = 0; sy_nouns[noun].clear != NULL && i < self->items[noun]->len; i++)
        sy_nouns[noun].clear (self->items[noun]->pdata[i]);
      g_hash_table_unref (self->by_id[noun]);
      g_ptr_array_unref (self->items[noun]);
    }
  g_ptr_array_unref (self->documents);
  g_free (self);
}

static gpointer
get_items (const SyKnowledge *self,
           SyNoun             noun,
           guint             *n_items)
{
  *n_items = self->items[noun]->len;
  return self->items[noun]->pdata;
}

const SyObjective *const *
sy_knowledge_get_objectives (const SyKnowledge *self,
                             guint             *n_objectives)
{
  return get_items (self, SY_NOUN_OBJECTIVE, n_objectives);
}

const SyCriterion *const *
sy_knowledge_get_criteria (const SyKnowledge *self,
                           guint             *n_criteria)
{
  return get_items (self, SY_NOUN_CRITERION, n_criteria);
}

const SySource *const *
sy_knowledge_get_sources (const SyKnowledge *self,
                          guint             *n_sources)
{
  return get_items (self, SY_NOUN_SOURCE, n_sources);
}

const SyReference *const *
sy_knowledge_get_references (const SyKnowledge *self,
                             guint             *n_references)
{
  return get_items (self, SY_NOUN_REFERENCE, n_references);
}

const SyCondition *const *
sy_knowledge_get_conditions (const SyKnowledge *self,
                             guint             *n_conditions)
{
  return get_items (self, SY_NOUN_CONDITION, n_conditions);
}

const SyRecipe *const *
sy_knowledge_get_recipes (const SyKnowledge *self,
                          guint             *n_recipes)
{
  return get_items (self, SY_NOUN_RECIPE, n_recipes);
}

const SyClaim *const *
sy_knowledge_get_claims (const SyKnowledge *self,
                         guint             *n_claims)
{
  return get_items (self, SY_NOUN_CLAIM, n_claims);
}

const SySourceVerdict *const *
sy_knowledge_get_verdicts (const SyKnowledge *self,
                           guint             *n_verdicts)
{
  return get_items (self, SY_NOUN_VERDICT, n_verdicts);
}

const SyDoubt *const *
sy_knowledge_get_doubts (const SyKnowledge *self,
                         guint             *n_doubts)
{
  return get_items (self, SY_NOUN_DOUBT, n_doubts);
}

const SySourceFact *const *
sy_knowledge_get_facts (const SyKnowledge *self,
                        guint             *n_facts)
{
  return get_items (self, SY_NOUN_FACT, n_facts);
}

const SyCriterion *
sy_knowledge_find_criterion (const SyKnowledge *self,
                             const char        *id)
{
  return g_hash_table_lookup (self->by_id[SY_NOUN_CRITERION], id);
}

const SySource *
sy_knowledge_find_source (const SyKnowledge *self,
                          const char        *id)
{
  return g_hash_table_lookup (self->by_id[SY_NOUN_SOURCE], id);
}

const SySourceFact *
sy_knowledge_find_fact (const SyKnowledge *self,
                        const char        *id)
{
  return g_hash_table_lookup (self->by_id[SY_NOUN_FACT], id);
}

const SyRecipe *
sy_knowledge_find_recipe (const SyKnowledge *self,
                          const char        *id)
{
  return g_hash_table_lookup (self->by_id[SY_NOUN_RECIPE], id);
}

const SyClaim *
sy_knowledge_find_claim (const SyKnowledge *self,
                         const char        *id)
{
  return g_hash_table_lookup (self->by_id[SY_NOUN_CLAIM], id);
}

const SySourceVerdict *
sy_knowledge_find_verdict (const SyKnowledge *self,
                           const SySource    *source,
                           const SyCriterion *criterion)
{
  const GPtrArray *verdicts = self->items[SY_NOUN_VERDICT];

  for (guint i = 0; i < verdicts->len; i++)
    {
      const SySourceVerdict *verdict = verdicts->pdata[i];

      if (verdict->source == source && verdict->criterion == criterion)
        return verdict;
    }

  return NULL;
}

static guint
count_claims (const SyKnowledge *self,
              const SyCriterion *criterion,
              const SyRecipe    *recipe)
{
  const GPtrArray *claims = self->items[SY_NOUN_CLAIM];
  guint n_claims = 0;

  for (guint i = 0; i < claims->len; i++)
    {
      const SyClaim *claim = claims->pdata[i];

      n_claims += claim->criterion == criterion && claim->recipe == recipe ? 1 : 0;
    }

  return n_claims;
}

GPtrArray *
sy_knowledge_list_recipes (const SyKnowledge *self,
                           const SyCriterion *criterion)
{
  const GPtrArray *recipes = self->items[SY_NOUN_RECIPE];
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < recipes->len; i++)
    {
      guint n_claims = count_claims (self, criterion, recipes->pdata[i]);
      guint at = 0;

      if (n_claims == 0)
        continue;
      while (at < list->len && count_claims (self, criterion, list->pdata[at]) >= n_claims)
        at++;
      g_ptr_array_insert (list, (int) at, recipes->pdata[i]);
    }

  return list;
}

SySide
sy_claim_get_favoured (const SyClaim *self)
{
  if (self->side == SY_SIDE_BOTH || self->direction == SY_CLAIM_NEUTRAL)
    return SY_SIDE_NEITHER;
  if (self->direction == SY_CLAIM_FOR)
    return self->side;

  return self->side == SY_SIDE_NODE ? SY_SIDE_PYTHON : SY_SIDE_NODE;
}

gboolean
sy_claim_is_disputed (const SyClaim *self)
{
  return self->doubts->len > 0 || sy_source_verdict_is_contradicted (self->verdict);
}

gboolean
sy_source_verdict_is_contradicted (const SySourceVerdict *self)
{
  return self->contradicting != SY_SIDE_NEITHER;
}

const char *
sy_knowledge_say_language (void)
{
  /* Translators: claims, doubts and facts are not translated; this is said only where it is. */
  static const char *const english = N_("What the articles say is given in English.");
  const char *note = _(english);

  return g_str_equal (note, english) ? NULL : note;
}
