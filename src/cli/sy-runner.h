/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-run.h"

G_BEGIN_DECLS

/**
 * sy_runner_run:
 * @shows_progress: draws a bar on standard error
 *
 * Carries out a plan on a thread of its own, while this one watches for SIGINT and SIGTERM: the
 * first stops the experiment cleanly, which gives an incomplete run; the second ends the process.
 * Call it before any other thread is started.
 */
SyRun *sy_runner_run (const SyPlan  *plan,
                      gboolean       shows_progress,
                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
