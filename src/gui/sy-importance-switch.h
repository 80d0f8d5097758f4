/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-criterion-item.h"

G_BEGIN_DECLS

/**
 * SyImportanceSwitch:
 *
 * How much a criterion matters to the person: three buttons of which at most one is pressed.
 */
#define SY_TYPE_IMPORTANCE_SWITCH (sy_importance_switch_get_type ())

G_DECLARE_FINAL_TYPE (SyImportanceSwitch, sy_importance_switch, SY, IMPORTANCE_SWITCH, AdwBin)

void sy_importance_switch_set_item (SyImportanceSwitch *self,
                                    SyCriterionItem    *item);

G_END_DECLS
