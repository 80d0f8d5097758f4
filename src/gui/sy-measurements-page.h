/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-run-item.h"
#include "lab/sy-plan.h"

G_BEGIN_DECLS

/**
 * SyMeasurementsPage:
 *
 * The saved runs, and beside them what one came to or the measurement under way; with little room
 * one at a time.  A #SyPage.  What can be done with it is offered by the actions of its window.
 */
#define SY_TYPE_MEASUREMENTS_PAGE (sy_measurements_page_get_type ())

G_DECLARE_FINAL_TYPE (SyMeasurementsPage, sy_measurements_page, SY, MEASUREMENTS_PAGE, AdwBin)

gboolean sy_measurements_page_is_measuring   (SyMeasurementsPage *self);
/* Whether what is shown could not be saved, and is nowhere else. */
gboolean sy_measurements_page_is_unsaved     (SyMeasurementsPage *self);

/* Copies @plan. */
void     sy_measurements_page_measure        (SyMeasurementsPage *self,
                                              const SyPlan       *plan);
/* The same without showing it or what it came to, unless a person asks for it; its property
 * "measurement" tells others what is being measured.
 */
void     sy_measurements_page_measure_aside  (SyMeasurementsPage *self,
                                              const SyPlan       *plan);
void     sy_measurements_page_stop           (SyMeasurementsPage *self);
void     sy_measurements_page_show_measuring (SyMeasurementsPage *self);

SySavedList *sy_measurements_page_get_runs  (SyMeasurementsPage *self);

/* Shows the run in that file, wherever it lies. */
void     sy_measurements_page_open           (SyMeasurementsPage *self,
                                              const char         *path);
void     sy_measurements_page_edit           (SyMeasurementsPage *self);
/* The run that is shown, or those selected. */
void     sy_measurements_page_delete         (SyMeasurementsPage *self);
/* Puts those selected side by side. */
void     sy_measurements_page_compare        (SyMeasurementsPage *self);

G_END_DECLS
