/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-run.h"

G_BEGIN_DECLS

/**
 * SyStage:
 *
 * The servers of one round, started and with every connection open, and the load generator's
 * place.  All are there from the first turn to the last, idle when it is not their turn.
 *
 * It binds the calling thread where the placement asks for it; freeing it unbinds it.
 */
typedef struct _SyStage SyStage;

/* Whether this process may open as many files as the connections of @phase take now. */
gboolean  sy_stage_has_room (const SyPlan       *plan,
                             const SyPhasePlan  *phase,
                             GError            **error);

SyStage  *sy_stage_new      (const SyPlan       *plan,
                             const SyPhasePlan  *phase,
                             GCancellable       *cancellable,
                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void      sy_stage_free     (SyStage            *self);

/**
 * sy_stage_run_turn:
 * @arm: index of the server in the plan
 * @seed: what is drawn for this turn; the same for all servers of a round
 * @settle_ns: see #SyTrialPlan, as is @window_ns
 * @is_traced: whether to keep the lives of some of its requests; see #SyTrialPlan
 * @slice: (nullable): see #SyTrialPlan
 *
 * One server's turn, with what it used and counted.
 */
SyTurn   *sy_stage_run_turn (SyStage            *self,
                             guint               arm,
                             guint64             seed,
                             gint64              settle_ns,
                             gint64              window_ns,
                             gboolean            is_traced,
                             void              (*slice) (const SySlice *slice,
                                                         gpointer       data),
                             gpointer            data,
                             GCancellable       *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyStage, sy_stage_free)

G_END_DECLS
