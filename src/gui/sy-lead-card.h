/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-run-item.h"

G_BEGIN_DECLS

/**
 * SyLeadCard:
 *
 * The way to a first measurement, and afterwards what the latest one came to, with its picture.
 */
#define SY_TYPE_LEAD_CARD (sy_lead_card_get_type ())

G_DECLARE_FINAL_TYPE (SyLeadCard, sy_lead_card, SY, LEAD_CARD, AdwBin)

void sy_lead_card_set_runs (SyLeadCard *self,
                            SySavedList  *runs);

G_END_DECLS
