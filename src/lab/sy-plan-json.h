/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sy-json-writer.h"
#include "core/sy-json.h"
#include "lab/sy-environment.h"
#include "lab/sy-plan.h"

G_BEGIN_DECLS

/* A plan and an environment as parts of a document: of a saved run, or of what names one.  @name as
 * in #SyJsonWriter.
 */
void        sy_plan_write        (const SyPlan        *plan,
                                  const char          *name,
                                  SyJsonWriter        *writer);
void        sy_phase_plan_write  (const SyPhasePlan   *plan,
                                  const char          *name,
                                  SyJsonWriter        *writer);
void        sy_environment_write (const SyEnvironment *environment,
                                  const char          *name,
                                  SyJsonWriter        *writer);

/* Adds what @json says to an empty one.  Whether a plan can be carried out, sy_plan_validate()
 * tells.
 */
void        sy_plan_read         (SyPlan              *plan,
                                  const SyJson        *json);
void        sy_environment_read  (SyEnvironment       *environment,
                                  const SyJson        *json);

/* Cleared by the caller, sound or not. */
SyPhasePlan sy_phase_plan_read   (const SyJson        *json);

G_END_DECLS
