/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "evidence/sy-evidence.h"
#include "knowledge/sy-verdict-counts.h"

G_BEGIN_DECLS

typedef enum
{
  SY_IMPORTANCE_UNSET,
  SY_IMPORTANCE_NOT,
  SY_IMPORTANCE_SOME,
  SY_IMPORTANCE_A_LOT,
} SyImportance;

/**
 * SyTrying:
 * @recipe: (nullable): what is being tried now; %NULL for nothing
 * @is_busy: whether anything is being measured, so that nothing else can be
 * @share_done: 0…1
 * @left_ns: how long it still takes
 */
typedef struct
{
  const SyRecipe *recipe;
  gboolean        is_busy;
  double          share_done;
  gint64          left_ns;
} SyTrying;

/**
 * SyCriterionItem:
 *
 * A criterion with what the sources come to on it, what was measured and how much it matters to the
 * person: what a card shows.
 *
 * "changed" is emitted when what was measured changes or whether it can be, "progress" while one of
 * its recipes is tried.  "importance" is a property.
 */
#define SY_TYPE_CRITERION_ITEM (sy_criterion_item_get_type ())

G_DECLARE_FINAL_TYPE (SyCriterionItem, sy_criterion_item, SY, CRITERION_ITEM, GObject)

/* @knowledge must live as long as the item. */
SyCriterionItem       *sy_criterion_item_new            (const SyKnowledge *knowledge,
                                                         const SyCriterion *criterion)
                                                         G_GNUC_WARN_UNUSED_RESULT;

const SyKnowledge     *sy_criterion_item_get_knowledge  (SyCriterionItem   *self);
const SyCriterion     *sy_criterion_item_get_criterion  (SyCriterionItem   *self);
const SyVerdictCounts *sy_criterion_item_get_counts     (SyCriterionItem   *self);

/* (element-type SyRecipe): those its claims can be tried by, most claims first. */
GPtrArray             *sy_criterion_item_get_recipes    (SyCriterionItem   *self);
/* Which to try next: of those possible here the first one not tried yet, or else the first one;
 * %NULL where there is none.
 */
const SyRecipe        *sy_criterion_item_choose_recipe  (SyCriterionItem   *self);
/* The latest on it that was measured here; %NULL for nothing. */
const SyEvidence      *sy_criterion_item_get_latest     (SyCriterionItem   *self);

/* (element-type SyEvidence): on all criteria. */
GPtrArray             *sy_criterion_item_get_evidence   (SyCriterionItem   *self);
void                   sy_criterion_item_set_evidence   (SyCriterionItem   *self,
                                                         GPtrArray         *evidence);

const SyTrying        *sy_criterion_item_get_trying     (SyCriterionItem   *self);
void                   sy_criterion_item_set_trying     (SyCriterionItem   *self,
                                                         const SyTrying    *trying);

SyImportance           sy_criterion_item_get_importance (SyCriterionItem   *self);
void                   sy_criterion_item_set_importance (SyCriterionItem   *self,
                                                         SyImportance       importance);

G_END_DECLS
