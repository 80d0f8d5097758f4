/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-fields.h"

G_BEGIN_DECLS

/* The schema of saved runs that this program writes, and the latest it reads. */
#define SY_RUN_SCHEMA_VERSION 1
#define SY_RUN_FORMAT "steelyard-run"

/* When a run started, in UTC. */
#define SY_RUN_TIME_FORMAT "%Y-%m-%dT%H:%M:%SZ"

/* Bounds of what is believed: no sum over a run can overflow. */
#define SY_RUN_MAX_NS G_GINT64_CONSTANT (100000000000000000)
#define SY_RUN_MAX_COUNT G_GINT64_CONSTANT (1000000000000000)

/* The plain members of the parts of a run; what is nested or not plain is read and written by
 * sy-run-json-read.c and sy-run-json-write.c.
 */
extern const SyField sy_run_fields[];         /* of SyRun */
extern const SyField sy_plan_fields[];        /* of SyPlan */
extern const SyField sy_phase_plan_fields[];  /* of SyPhasePlan */
extern const SyField sy_phase_fields[];       /* of SyPhase */
extern const SyField sy_turn_fields[];        /* of SyTurn */
extern const SyField sy_trial_fields[];       /* of SyTrial */

G_END_DECLS
