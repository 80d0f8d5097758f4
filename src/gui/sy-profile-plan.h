/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision/sy-profile.h"
#include "lab/sy-plan.h"

G_BEGIN_DECLS

/* What to measure for a profile, in about a minute: its request on the two architectures, both
 * saturated by its clients and at half of what the slower one can do.  %NULL
 * where the profile says nothing of a request.
 */
SyPlan *sy_profile_plan_new (const SyProfile *profile,
                             guint64          seed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
