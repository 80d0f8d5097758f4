/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/sy-histogram.h"

G_BEGIN_DECLS

/**
 * SyLoopProbe:
 *
 * Watches a main context work, from around its poll function: it measures each turn from the end of
 * one poll to the start of the next.  So it needs no timers, and sees every turn.  A turn's length
 * is the lag of whatever became ready while it lasted.
 */
typedef struct _SyLoopProbe SyLoopProbe;

SyLoopProbe *sy_loop_probe_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void         sy_loop_probe_free    (SyLoopProbe  *self);

/* Called by the thread that will run @context, and no other context with a probe. */
void         sy_loop_probe_install (SyLoopProbe  *self,
                                    GMainContext *context);

/* What the installed poll function does, for loops without a main context: called by the loop's
 * thread after and before each poll.
 */
void         sy_loop_probe_begin_turn (SyLoopProbe *self,
                                       gint64       now_at_ns);
void         sy_loop_probe_end_turn   (SyLoopProbe *self);

/* Adds to @lag and @busy_ns what was measured since the last call; safe from any thread. */
void         sy_loop_probe_take    (SyLoopProbe  *self,
                                    SyHistogram  *lag,
                                    gint64       *busy_ns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyLoopProbe, sy_loop_probe_free)

G_END_DECLS
