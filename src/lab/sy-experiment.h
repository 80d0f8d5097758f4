/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-run.h"

G_BEGIN_DECLS

/**
 * SyProgress:
 * @phase: index of the phase under way
 * @round: of the turn under way
 * @arm: index of the server whose turn it is
 * @is_pilot: whether this is the discarded pilot
 * @elapsed_ns: since the run started
 * @left_ns: an estimate of what remains
 * @slice: (nullable): what was just measured, if this call brings a slice
 * @run: what is there so far: only complete turns; valid during the call, on this thread
 */
typedef struct
{
  guint          phase;
  guint          round;
  guint          arm;
  gboolean       is_pilot;
  gint64         elapsed_ns;
  gint64         left_ns;
  const SySlice *slice;
  const SyRun   *run;
} SyProgress;

/* Called on the thread that runs the experiment, every 100 ms and when a turn begins or ends; must
 * be quick: it takes time from the generator.
 */
typedef void (*SyProgressFunc) (const SyProgress *progress,
                                gpointer          data);

/**
 * sy_experiment_run:
 * @plan: what to do
 * @progress: (nullable): told how it goes
 *
 * Carries out a plan on the calling thread.  A server that cannot start or a phase that breaks off
 * is noted in its phase and the next one goes on; stopping by @cancellable gives an incomplete
 * run with every complete turn.
 *
 * Returns: (nullable): %NULL with an error only where the plan is invalid
 */
SyRun *sy_experiment_run (const SyPlan    *plan,
                          SyProgressFunc   progress,
                          gpointer         data,
                          GCancellable    *cancellable,
                          GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
