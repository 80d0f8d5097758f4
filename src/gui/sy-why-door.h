/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-criteria-model.h"

G_BEGIN_DECLS

/**
 * SyWhyDoor:
 *
 * Leads to the architectures at work: to the newest run whose requests were recorded, or to
 * measuring where there is none yet.
 */
#define SY_TYPE_WHY_DOOR (sy_why_door_get_type ())

G_DECLARE_FINAL_TYPE (SyWhyDoor, sy_why_door, SY, WHY_DOOR, AdwBin)

/* Once; it follows the runs of @model. */
void sy_why_door_set_model (SyWhyDoor       *self,
                            SyCriteriaModel *model);

G_END_DECLS
