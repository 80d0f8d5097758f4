/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-plan.h"

G_BEGIN_DECLS

/* A phase, where others are beside it: its scene, its load, and where it was placed. */
char *sy_phase_heading_make (const SyPhasePlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
