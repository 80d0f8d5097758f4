/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gui/sy-criterion-item.h"

G_BEGIN_DECLS

/**
 * SyCriterionCard:
 *
 * A criterion at a glance.
 */
#define SY_TYPE_CRITERION_CARD (sy_criterion_card_get_type ())

G_DECLARE_FINAL_TYPE (SyCriterionCard, sy_criterion_card, SY, CRITERION_CARD, GtkFlowBoxChild)

GtkWidget       *sy_criterion_card_new      (SyCriterionItem *item) G_GNUC_WARN_UNUSED_RESULT;

SyCriterionItem *sy_criterion_card_get_item (SyCriterionCard *self);

G_END_DECLS
