/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-criteria-filter.h"

#include <string.h>

gboolean
sy_criteria_filter_is_empty (const SyCriteriaFilter *self)
{
  return (self->words == NULL || *self->words == '\0') && self->source == NULL &&
         self->side == SY_SIDE_NEITHER && !self->is_disputed && !self->is_measurable &&
         self->order == SY_CRITERIA_BY_JUDGED;
}

/* The claims too: who looks for a library finds the criterion that speaks of it. */
static char *
collect_words (SyCriterionItem *item)
{
  const SyCriterion *criterion = sy_criterion_item_get_criterion (item);
  GString *words = g_string_new (criterion->name);
  char *folded;
  guint n_claims;
  const SyClaim *const *claims =
    sy_knowledge_get_claims (sy_criterion_item_get_knowledge (item), &n_claims);

  g_string_append_printf (words, "\n%s\n%s", criterion->question, criterion->why);
  for (guint i = 0; i < n_claims; i++)
    if (claims[i]->criterion == criterion)
      g_string_append_printf (words, "\n%s", claims[i]->text);

  folded = g_utf8_casefold (words->str, -1);
  g_string_free (words, TRUE);
  return folded;
}

static gboolean
has_words (SyCriterionItem *item,
           const char      *text)
{
  g_autofree char *said = collect_words (item);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (said, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
speaks_for (const SyVerdictCounts *counts,
            SySide                 side)
{
  return counts->n[side == SY_SIDE_NODE ? SY_JUDGEMENT_NODE : SY_JUDGEMENT_PYTHON] > 0;
}

static gboolean
matches (const SyCriteriaFilter *self,
         SyCriterionItem        *item)
{
  const SyVerdictCounts *counts = sy_criterion_item_get_counts (item);

  return (self->source == NULL ||
          sy_knowledge_find_verdict (sy_criterion_item_get_knowledge (item), self->source,
                                     sy_criterion_item_get_criterion (item)) != NULL) &&
         (self->side == SY_SIDE_NEITHER || speaks_for (counts, self->side)) &&
         (!self->is_disputed || sy_verdict_counts_is_disputed (counts)) &&
         (!self->is_measurable || sy_criterion_item_choose_recipe (item) != NULL) &&
         (self->words == NULL || has_words (item, self->words));
}

static int
compare_by_name (gconstpointer a,
                 gconstpointer b)
{
  const SyCriterion *first = sy_criterion_item_get_criterion (*(SyCriterionItem *const *) a);
  const SyCriterion *second = sy_criterion_item_get_criterion (*(SyCriterionItem *const *) b);

  return g_utf8_collate (first->name, second->name);
}

static int
compare_by_importance (gconstpointer a,
                       gconstpointer b)
{
  SyImportance first = sy_criterion_item_get_importance (*(SyCriterionItem *const *) a);
  SyImportance second = sy_criterion_item_get_importance (*(SyCriterionItem *const *) b);

  return (first < second) - (first > second);
}

GPtrArray *
sy_criteria_filter_apply (const SyCriteriaFilter *self,
                          GPtrArray              *items)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    if (matches (self, items->pdata[i]))
      g_ptr_array_add (found, items->pdata[i]);

  if (self->order == SY_CRITERIA_BY_NAME)
    g_ptr_array_sort (found, compare_by_name);
  else if (self->order == SY_CRITERIA_BY_IMPORTANCE)
    g_ptr_array_sort (found, compare_by_importance);

  return found;
}
