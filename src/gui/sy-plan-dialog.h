/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lab/sy-plan.h"

G_BEGIN_DECLS

/**
 * SyPlanDialog:
 *
 * Chooses what to measure: servers, what one request does, the load, and how long.  What was chosen
 * is remembered.  Emits "measure" when it is decided; the plan is asked for then.
 */
#define SY_TYPE_PLAN_DIALOG (sy_plan_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SyPlanDialog, sy_plan_dialog, SY, PLAN_DIALOG, AdwWindow)

/* @settings may be %NULL. */
SyPlanDialog *sy_plan_dialog_new       (GtkWindow     *parent,
                                        GSettings     *settings);

/* What the choices come to; an error where they cannot be measured. */
SyPlan       *sy_plan_dialog_make_plan (SyPlanDialog  *self,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
