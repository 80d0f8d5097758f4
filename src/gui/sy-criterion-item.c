/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-criterion-item.h"

struct _SyCriterionItem
{
  GObject            parent_instance;

  const SyCriterion *criterion;
  guint              n_verdicts[SY_JUDGEMENT_NONE + 1];
  guint              n_contradicted;
};

G_DEFINE_FINAL_TYPE (SyCriterionItem, sy_criterion_item, G_TYPE_OBJECT)

static void
sy_criterion_item_class_init (SyCriterionItemClass *klass)
{
}

static void
sy_criterion_item_init (SyCriterionItem *self)
{
}

SyCriterionItem *
sy_criterion_item_new (const SyKnowledge *knowledge,
                       const SyCriterion *criterion)
{
  SyCriterionItem *self = g_object_new (SY_TYPE_CRITERION_ITEM, NULL);
  guint n_verdicts;
  const SySourceVerdict *const *verdicts = sy_knowledge_get_verdicts (knowledge, &n_verdicts);

  self->criterion = criterion;
  for (guint i = 0; i < n_verdicts; i++)
    if (verdicts[i]->criterion == criterion)
      {
        self->n_verdicts[verdicts[i]->judgement]++;
        self->n_contradicted += sy_source_verdict_is_contradicted (verdicts[i]) ? 1 : 0;
      }

  return self;
}

const SyCriterion *
sy_criterion_item_get_criterion (SyCriterionItem *self)
{
  g_return_val_if_fail (SY_IS_CRITERION_ITEM (self), NULL);

  return self->criterion;
}

guint
sy_criterion_item_get_n_judged (SyCriterionItem *self)
{
  guint n_judged = 0;

  g_return_val_if_fail (SY_IS_CRITERION_ITEM (self), 0);

  for (guint i = 0; i < SY_JUDGEMENT_NONE; i++)
    n_judged += self->n_verdicts[i];

  return n_judged;
}

gboolean
sy_criterion_item_is_disputed (SyCriterionItem *self)
{
  g_return_val_if_fail (SY_IS_CRITERION_ITEM (self), FALSE);

  return self->n_contradicted > 0 || (self->n_verdicts[SY_JUDGEMENT_NODE] > 0 &&
                                      self->n_verdicts[SY_JUDGEMENT_PYTHON] > 0);
}
