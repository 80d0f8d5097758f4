/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "knowledge/sy-knowledge.h"

G_BEGIN_DECLS

/**
 * SyCriterionItem:
 *
 * A criterion with what the sources come to on it: what a card shows.
 */
#define SY_TYPE_CRITERION_ITEM (sy_criterion_item_get_type ())

G_DECLARE_FINAL_TYPE (SyCriterionItem, sy_criterion_item, SY, CRITERION_ITEM, GObject)

/* @knowledge must live as long as the item. */
SyCriterionItem   *sy_criterion_item_new           (const SyKnowledge *knowledge,
                                                    const SyCriterion *criterion)
                                                    G_GNUC_WARN_UNUSED_RESULT;

const SyCriterion *sy_criterion_item_get_criterion (SyCriterionItem   *self);

/* How many sources come to a verdict on it. */
guint              sy_criterion_item_get_n_judged  (SyCriterionItem   *self);

/* Whether sources come to opposite verdicts, or one contradicts what it says itself. */
gboolean           sy_criterion_item_is_disputed   (SyCriterionItem   *self);

G_END_DECLS
