/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/sy-options.h"
#include "lab/sy-plan.h"

G_BEGIN_DECLS

/* What is wrong with a plan made from options is an error of %SY_USAGE_ERROR. */

/**
 * sy_options_make_plan:
 *
 * The default comparison, with what the options say changed in it.  A workload of one's own takes
 * the place of its scenes.  Naming a load (a number of clients or a rate) measures that load alone.
 */
SyPlan   *sy_options_make_plan      (const SyOptions  *self,
                                     GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/* A phase for each value of the list given as the number of clients or the rate. */
SyPlan   *sy_options_make_sweep     (const SyOptions  *self,
                                     GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/* The options that set up servers: switch interval, interpreter cost, loops. */
gboolean  sy_options_read_treatment (const SyOptions  *self,
                                     gint64           *switch_interval_ns,
                                     gint64           *interpreter_cost_ns,
                                     guint            *n_loops,
                                     GError          **error);

G_END_DECLS
