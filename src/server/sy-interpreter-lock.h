/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sy-clock.h"
#include "stats/sy-histogram.h"

G_BEGIN_DECLS

/**
 * SyInterpreterLock:
 *
 * One lock around everything an interpreter does, as CPython's since 3.2 (Pitrou, 2009): a thread
 * holds it whenever it runs and releases it around anything that blocks.  Who finds it taken waits
 * for the switch interval, then asks; who computes looks at its checkpoints whether somebody asked,
 * gives the lock up, and waits until another has taken it (forced switching).  Whoever releases it
 * for another reason while somebody asks waits likewise.
 */
typedef struct _SyInterpreterLock SyInterpreterLock;

/* As in #SyServerStats; the histograms are owned by whoever takes the stats.  A turn counts as
 * taken when it begins and as held when it ends.
 */
typedef struct
{
  guint64      takes;
  guint64      contended_takes;
  guint64      time_outs;
  SyHistogram *waited;
  SyHistogram *held;
} SyInterpreterLockStats;

/* @clock must outlive the lock; sy_clock_monotonic, but for tests. */
SyInterpreterLock *sy_interpreter_lock_new        (gint64                  switch_interval_ns,
                                                   const SyClock          *clock)
  G_GNUC_WARN_UNUSED_RESULT;
void               sy_interpreter_lock_free       (SyInterpreterLock      *self);

/* Returns whether it was not free at once. */
gboolean           sy_interpreter_lock_take       (SyInterpreterLock      *self);
void               sy_interpreter_lock_release    (SyInterpreterLock      *self);

/* Whether somebody asked for it, so that the next checkpoint will give way. */
gboolean           sy_interpreter_lock_is_requested (SyInterpreterLock    *self);

/* Called by the holder once a compute unit: gives way if somebody asked.  A load and a branch
 * otherwise.
 */
void               sy_interpreter_lock_checkpoint (SyInterpreterLock      *self);

/* Hands over what was counted since the last call and begins anew. */
void               sy_interpreter_lock_take_stats (SyInterpreterLock      *self,
                                                   SyInterpreterLockStats *stats);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyInterpreterLock, sy_interpreter_lock_free)

G_END_DECLS
