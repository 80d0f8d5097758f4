/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "server/sy-execution.h"

G_BEGIN_DECLS

/**
 * sy_burn_count_units:
 *
 * How many compute units keep a processor busy for @ns, undisturbed; calibrated once a process.
 * The interpreter cost per request is burned as work, not until a clock says so: a thread that
 * has to give way in between has not burned meanwhile.
 */
guint sy_burn_count_units (gint64           ns);

/* @checkpoint is called once a unit, as in sy_execution_advance(). */
void  sy_burn             (guint            n_units,
                           SyCheckpointFunc checkpoint,
                           gpointer         data);

G_END_DECLS
