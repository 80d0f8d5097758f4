/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-criteria-model.h"

#include "gui/sy-settings.h"

struct _SyCriteriaModel
{
  GObject            parent_instance;

  const SyKnowledge *knowledge;
  GPtrArray         *items;
  GPtrArray         *evidence;
  GSettings         *settings;
  SySavedList       *runs;
  SyMeasurement     *measurement;
  GSignalGroup      *signals;
  SyTrying           trying;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SyCriteriaModel, sy_criteria_model, G_TYPE_OBJECT)

static void
sy_criteria_model_dispose (GObject *object)
{
  SyCriteriaModel *self = SY_CRITERIA_MODEL (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->measurement);
  g_clear_object (&self->runs);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);

  G_OBJECT_CLASS (sy_criteria_model_parent_class)->dispose (object);
}

static void
sy_criteria_model_class_init (SyCriteriaModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sy_criteria_model_dispose;

  /* What the saved runs come to has changed. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", SY_TYPE_CRITERIA_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
share_trying (SyCriteriaModel *self)
{
  for (guint i = 0; i < self->items->len; i++)
    sy_criterion_item_set_trying (self->items->pdata[i], &self->trying);
}

static void
progress_cb (SyCriteriaModel *self)
{
  const SyLive *live = sy_measurement_get_live (self->measurement);
  double whole_ns = (double) (live->elapsed_ns + live->left_ns);

  self->trying.left_ns = live->left_ns;
  self->trying.share_done = whole_ns > 0 ? (double) live->elapsed_ns / whole_ns : 0;
  share_trying (self);
}

static void
sy_criteria_model_init (SyCriteriaModel *self)
{
  self->evidence = g_ptr_array_new ();
  self->settings = sy_settings_new ();
  self->signals = g_signal_group_new (SY_TYPE_MEASUREMENT);
  g_signal_group_connect_swapped (self->signals, "progress", G_CALLBACK (progress_cb), self);
}

static int
compare_by_judged (gconstpointer a,
                   gconstpointer b)
{
  SyCriterionItem *first = *(SyCriterionItem *const *) a;
  SyCriterionItem *second = *(SyCriterionItem *const *) b;
  guint n_first = sy_verdict_counts_get_n_judged (sy_criterion_item_get_counts (first));
  guint n_second = sy_verdict_counts_get_n_judged (sy_criterion_item_get_counts (second));

  return (n_first < n_second) - (n_first > n_second);
}

/* Kept as what they are in the decision, not as what is pressed: 0 is “not”. */
static void
remember_importance (SyCriteriaModel *self)
{
  g_auto(GVariantBuilder) importance = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sy}"));

  for (guint i = 0; i < self->items->len; i++)
    {
      SyImportance value = sy_criterion_item_get_importance (self->items->pdata[i]);

      if (value != SY_IMPORTANCE_UNSET)
        g_variant_builder_add (&importance, "{sy}",
                               sy_criterion_item_get_criterion (self->items->pdata[i])->id,
                               (guchar) (value - SY_IMPORTANCE_NOT));
    }
  g_settings_set_value (self->settings, "importance", g_variant_builder_end (&importance));
}

static void
restore_importance (SyCriteriaModel *self,
                    SyCriterionItem *item)
{
  g_autoptr(GVariant) importance = g_settings_get_value (self->settings, "importance");
  guchar value;

  if (g_variant_lookup (importance, sy_criterion_item_get_criterion (item)->id, "y", &value) &&
      value + SY_IMPORTANCE_NOT <= SY_IMPORTANCE_A_LOT)
    sy_criterion_item_set_importance (item, value + SY_IMPORTANCE_NOT);
}

SyCriteriaModel *
sy_criteria_model_new (const SyKnowledge *knowledge)
{
  SyCriteriaModel *self = g_object_new (SY_TYPE_CRITERIA_MODEL, NULL);
  guint n_criteria;
  const SyCriterion *const *criteria = sy_knowledge_get_criteria (knowledge, &n_criteria);

  self->knowledge = knowledge;
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_criteria; i++)
    {
      SyCriterionItem *item = sy_criterion_item_new (knowledge, criteria[i]);

      g_ptr_array_add (self->items, item);
      if (self->settings == NULL)
        continue;
      restore_importance (self, item);
      g_signal_connect_object (item, "notify::importance", G_CALLBACK (remember_importance), self,
                               G_CONNECT_SWAPPED);
    }
  g_ptr_array_sort (self->items, compare_by_judged);

  return self;
}

const SyKnowledge *
sy_criteria_model_get_knowledge (SyCriteriaModel *self)
{
  g_return_val_if_fail (SY_IS_CRITERIA_MODEL (self), NULL);

  return self->knowledge;
}

GPtrArray *
sy_criteria_model_get_items (SyCriteriaModel *self)
{
  g_return_val_if_fail (SY_IS_CRITERIA_MODEL (self), NULL);

  return self->items;
}

GPtrArray *
sy_criteria_model_get_evidence (SyCriteriaModel *self)
{
  g_return_val_if_fail (SY_IS_CRITERIA_MODEL (self), NULL);

  return self->evidence;
}

/* Copies, for a run may go and what it came to is asked for a last time. */
static void
collect_evidence (SyCriteriaModel *self)
{
  GListModel *items = sy_saved_list_get_items (self->runs);
  GPtrArray *evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_evidence_free);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(SyRunItem) item = g_list_model_get_item (items, i);
      GPtrArray *found = sy_run_item_get_evidence (item);

      for (guint j = 0; j < found->len; j++)
        g_ptr_array_add (evidence, sy_evidence_copy (found->pdata[j]));
    }

  g_ptr_array_unref (self->evidence);
  self->evidence = evidence;
  for (guint i = 0; i < self->items->len; i++)
    sy_criterion_item_set_evidence (self->items->pdata[i], evidence);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

const char *
sy_criteria_model_get_traced_run (SyCriteriaModel *self)
{
  GListModel *items;

  g_return_val_if_fail (SY_IS_CRITERIA_MODEL (self), NULL);

  items = self->runs != NULL ? sy_saved_list_get_items (self->runs) : NULL;
  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(SyRunItem) item = g_list_model_get_item (items, i);

      if (sy_run_item_has_traces (item))
        return sy_saved_item_get_path (SY_SAVED_ITEM (item));
    }

  return NULL;
}

void
sy_criteria_model_set_runs (SyCriteriaModel *self,
                            SySavedList     *runs)
{
  g_return_if_fail (SY_IS_CRITERIA_MODEL (self));
  g_return_if_fail (self->runs == NULL);

  self->runs = g_object_ref (runs);
  g_signal_connect_object (sy_saved_list_get_items (runs), "items-changed",
                           G_CALLBACK (collect_evidence), self, G_CONNECT_SWAPPED);
  collect_evidence (self);
}

void
sy_criteria_model_set_measurement (SyCriteriaModel *self,
                                   SyMeasurement   *measurement,
                                   const SyRecipe  *recipe)
{
  g_return_if_fail (SY_IS_CRITERIA_MODEL (self));

  g_set_object (&self->measurement, measurement);
  g_signal_group_set_target (self->signals, measurement);
  self->trying = (SyTrying) { .recipe = recipe, .is_busy = measurement != NULL };
  if (measurement != NULL)
    progress_cb (self);
  else
    share_trying (self);
}
