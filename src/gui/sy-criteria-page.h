/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-run-item.h"
#include "lab/sy-plan.h"

G_BEGIN_DECLS

/**
 * SyCriteriaPage:
 *
 * What published articles compare, criterion by criterion, and what was measured of it.  A #SyPage.
 * Its property "measurement" is to be told what is being measured, whoever started it.
 */
#define SY_TYPE_CRITERIA_PAGE (sy_criteria_page_get_type ())

G_DECLARE_FINAL_TYPE (SyCriteriaPage, sy_criteria_page, SY, CRITERIA_PAGE, AdwBin)

/* The saved runs, whose findings mark claims. */
void    sy_criteria_page_set_runs (SyCriteriaPage *self,
                                   SySavedList    *runs);

/* Shows the criterion of that id. */
void    sy_criteria_page_open     (SyCriteriaPage *self,
                                   const char     *criterion);

/* What to measure to try the recipe of that id, which the next measurement is taken for; %NULL
 * where it cannot be tried.
 */
SyPlan *sy_criteria_page_try      (SyCriteriaPage *self,
                                   const char     *recipe,
                                   guint64         seed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
