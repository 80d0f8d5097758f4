/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/sy-criterion-item.h"
#include "gui/sy-measurement.h"
#include "gui/sy-run-item.h"

G_BEGIN_DECLS

/**
 * SyCriteriaModel:
 *
 * All criteria, those first that most sources judge, and what they share: what the saved runs come
 * to, what is being tried, and how much each matters, which is remembered.
 */
#define SY_TYPE_CRITERIA_MODEL (sy_criteria_model_get_type ())

G_DECLARE_FINAL_TYPE (SyCriteriaModel, sy_criteria_model, SY, CRITERIA_MODEL, GObject)

SyCriteriaModel   *sy_criteria_model_new             (const SyKnowledge *knowledge)
                                                      G_GNUC_WARN_UNUSED_RESULT;

const SyKnowledge *sy_criteria_model_get_knowledge   (SyCriteriaModel   *self);
/* (element-type SyCriterionItem) */
GPtrArray         *sy_criteria_model_get_items       (SyCriteriaModel   *self);
/* (element-type SyEvidence): of all saved runs. */
GPtrArray         *sy_criteria_model_get_evidence    (SyCriteriaModel   *self);

/* Where the newest saved run is whose requests can be watched; %NULL where there is none. */
const char        *sy_criteria_model_get_traced_run  (SyCriteriaModel   *self);

/* The saved runs to be followed. */
void               sy_criteria_model_set_runs        (SyCriteriaModel   *self,
                                                      SySavedList       *runs);
/* What is being measured, %NULL for nothing, and the recipe it tries, %NULL for none. */
void               sy_criteria_model_set_measurement (SyCriteriaModel   *self,
                                                      SyMeasurement     *measurement,
                                                      const SyRecipe    *recipe);

G_END_DECLS
