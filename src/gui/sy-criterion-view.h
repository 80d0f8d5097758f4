/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-criteria-model.h"

G_BEGIN_DECLS

/**
 * SyCriterionView:
 *
 * All that is known of a criterion: where the articles stand, what was measured, every claim,
 * facts, and why it matters.
 */
#define SY_TYPE_CRITERION_VIEW (sy_criterion_view_get_type ())

G_DECLARE_FINAL_TYPE (SyCriterionView, sy_criterion_view, SY, CRITERION_VIEW, AdwBin)

/* @item: one of @model */
GtkWidget       *sy_criterion_view_new      (SyCriteriaModel *model,
                                             SyCriterionItem *item) G_GNUC_WARN_UNUSED_RESULT;

SyCriterionItem *sy_criterion_view_get_item (SyCriterionView *self);

G_END_DECLS
