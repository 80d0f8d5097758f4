/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SyCriteriaPage:
 *
 * What published articles compare, criterion by criterion.  A #SyPage.
 */
#define SY_TYPE_CRITERIA_PAGE (sy_criteria_page_get_type ())

G_DECLARE_FINAL_TYPE (SyCriteriaPage, sy_criteria_page, SY, CRITERIA_PAGE, AdwBin)

G_END_DECLS
