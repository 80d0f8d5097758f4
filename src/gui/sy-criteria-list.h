/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-criteria-model.h"

G_BEGIN_DECLS

/**
 * SyCriteriaList:
 *
 * The criteria as cards: those first that most articles judge, the others in groups to be opened;
 * or, where a person searches, filters or sorts, all that are left in one flow.
 *
 * "opened" is emitted with the item of a card that is to be opened.
 */
#define SY_TYPE_CRITERIA_LIST (sy_criteria_list_get_type ())

G_DECLARE_FINAL_TYPE (SyCriteriaList, sy_criteria_list, SY, CRITERIA_LIST, AdwBin)

void sy_criteria_list_set_model     (SyCriteriaList  *self,
                                     SyCriteriaModel *model);
void sy_criteria_list_set_runs      (SyCriteriaList  *self,
                                     SySavedList     *runs);

/* Takes the keyboard to the card of @item. */
void sy_criteria_list_focus_item    (SyCriteriaList  *self,
                                     SyCriterionItem *item);
/* Takes the keyboard to the search entry. */
void sy_criteria_list_focus_search  (SyCriteriaList  *self);

G_END_DECLS
