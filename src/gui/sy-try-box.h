/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-criterion-item.h"

G_BEGIN_DECLS

/**
 * SyTryBox:
 *
 * What was measured here of a criterion, or of one recipe, with the button that measures it, and
 * its progress in place while that goes on.
 */
#define SY_TYPE_TRY_BOX (sy_try_box_get_type ())

G_DECLARE_FINAL_TYPE (SyTryBox, sy_try_box, SY, TRY_BOX, AdwBin)

GtkWidget *sy_try_box_new      (SyCriterionItem *item,
                                const SyRecipe  *recipe) G_GNUC_WARN_UNUSED_RESULT;

/* @recipe: (nullable): whichever of the criterion comes next */
void       sy_try_box_set_item (SyTryBox        *self,
                                SyCriterionItem *item,
                                const SyRecipe  *recipe);

G_END_DECLS
