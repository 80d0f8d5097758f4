/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-criterion-item.h"

struct _SyCriterionItem
{
  GObject            parent_instance;

  const SyKnowledge *knowledge;
  const SyCriterion *criterion;
  SyVerdictCounts    counts;
  GPtrArray         *recipes;
  GPtrArray         *evidence;
  SyTrying           trying;
  SyImportance       importance;
};

enum
{
  PROP_0,
  PROP_IMPORTANCE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  SIGNAL_PROGRESS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SyCriterionItem, sy_criterion_item, G_TYPE_OBJECT)

static void
sy_criterion_item_finalize (GObject *object)
{
  SyCriterionItem *self = SY_CRITERION_ITEM (object);

  g_clear_pointer (&self->recipes, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);

  G_OBJECT_CLASS (sy_criterion_item_parent_class)->finalize (object);
}

static void
sy_criterion_item_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_IMPORTANCE)
    g_value_set_uint (value, SY_CRITERION_ITEM (object)->importance);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sy_criterion_item_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (prop_id == PROP_IMPORTANCE)
    sy_criterion_item_set_importance (SY_CRITERION_ITEM (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sy_criterion_item_class_init (SyCriterionItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = sy_criterion_item_finalize;
  object_class->get_property = sy_criterion_item_get_property;
  object_class->set_property = sy_criterion_item_set_property;

  properties[PROP_IMPORTANCE] =
    g_param_spec_uint ("importance", NULL, NULL, SY_IMPORTANCE_UNSET, SY_IMPORTANCE_A_LOT,
                       SY_IMPORTANCE_UNSET,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", SY_TYPE_CRITERION_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_PROGRESS] =
    g_signal_new ("progress", SY_TYPE_CRITERION_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
sy_criterion_item_init (SyCriterionItem *self)
{
  self->evidence = g_ptr_array_new ();
}

SyCriterionItem *
sy_criterion_item_new (const SyKnowledge *knowledge,
                       const SyCriterion *criterion)
{
  SyCriterionItem *self = g_object_new (SY_TYPE_CRITERION_ITEM, NULL);

  self->knowledge = knowledge;
  self->criterion = criterion;
  self->counts = sy_verdict_counts_new (knowledge, criterion);
  self->recipes = sy_knowledge_list_recipes (knowledge, criterion);

  return self;
}

const SyKnowledge *
sy_criterion_item_get_knowledge (SyCriterionItem *self)
{
  g_return_val_if_fail (SY_IS_CRITERION_ITEM (self), NULL);

  return self->knowledge;
}

const SyCriterion *
sy_criterion_item_get_criterion (SyCriterionItem *self)
{
  g_return_val_if_fail (SY_IS_CRITERION_ITEM (self), NULL);

  return self->criterion;
}

const SyVerdictCounts *
sy_criterion_item_get_counts (SyCriterionItem *self)
{
  g_return_val_if_fail (SY_IS_CRITERION_ITEM (self), NULL);

  return &self->counts;
}

GPtrArray *
sy_criterion_item_get_recipes (SyCriterionItem *self)
{
  g_return_val_if_fail (SY_IS_CRITERION_ITEM (self), NULL);

  return self->recipes;
}

const SyRecipe *
sy_criterion_item_choose_recipe (SyCriterionItem *self)
{
  const SyRecipe *first = NULL;

  g_return_val_if_fail (SY_IS_CRITERION_ITEM (self), NULL);

  for (guint i = 0; i < self->recipes->len; i++)
    {
      const SyRecipe *recipe = self->recipes->pdata[i];

      if (!sy_recipe_can_be_tried (recipe))
        continue;
      if (sy_evidence_find (self->evidence, recipe) == NULL)
        return recipe;
      if (first == NULL)
        first = recipe;
    }

  return first;
}

const SyEvidence *
sy_criterion_item_get_latest (SyCriterionItem *self)
{
  const SyEvidence *latest = NULL;

  g_return_val_if_fail (SY_IS_CRITERION_ITEM (self), NULL);

  for (guint i = 0; i < self->recipes->len; i++)
    {
      const SyEvidence *evidence = sy_evidence_find (self->evidence, self->recipes->pdata[i]);

      if (evidence != NULL &&
          (latest == NULL || g_date_time_compare (evidence->measured, latest->measured) > 0))
        latest = evidence;
    }

  return latest;
}

GPtrArray *
sy_criterion_item_get_evidence (SyCriterionItem *self)
{
  g_return_val_if_fail (SY_IS_CRITERION_ITEM (self), NULL);

  return self->evidence;
}

void
sy_criterion_item_set_evidence (SyCriterionItem *self,
                                GPtrArray       *evidence)
{
  g_return_if_fail (SY_IS_CRITERION_ITEM (self));

  g_ptr_array_unref (self->evidence);
  self->evidence = g_ptr_array_ref (evidence);
  if (self->recipes->len > 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

const SyTrying *
sy_criterion_item_get_trying (SyCriterionItem *self)
{
  g_return_val_if_fail (SY_IS_CRITERION_ITEM (self), NULL);

  return &self->trying;
}

static gboolean
is_own (SyCriterionItem *self,
        const SyRecipe  *recipe)
{
  return recipe != NULL && g_ptr_array_find (self->recipes, recipe, NULL);
}

void
sy_criterion_item_set_trying (SyCriterionItem *self,
                              const SyTrying  *trying)
{
  gboolean is_same;

  g_return_if_fail (SY_IS_CRITERION_ITEM (self));

  is_same = self->trying.recipe == trying->recipe && self->trying.is_busy == trying->is_busy;
  self->trying = *trying;
  if (self->recipes->len == 0)
    return;
  if (!is_same)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (is_own (self, trying->recipe))
    g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
}

SyImportance
sy_criterion_item_get_importance (SyCriterionItem *self)
{
  g_return_val_if_fail (SY_IS_CRITERION_ITEM (self), SY_IMPORTANCE_UNSET);

  return self->importance;
}

void
sy_criterion_item_set_importance (SyCriterionItem *self,
                                  SyImportance     importance)
{
  g_return_if_fail (SY_IS_CRITERION_ITEM (self));

  if (self->importance == importance)
    return;

  self->importance = importance;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IMPORTANCE]);
}
