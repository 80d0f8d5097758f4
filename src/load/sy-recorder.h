/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "load/sy-connection.h"
#include "load/sy-trial.h"

G_BEGIN_DECLS

/**
 * SyRecorder:
 *
 * Makes a SyTrial of what happens: who belongs to the cohort, what the window counts, the slices.
 * Constant time and no allocation for each request.
 */
typedef struct _SyRecorder SyRecorder;

SyRecorder *sy_recorder_new            (const SyTrialPlan  *plan,
                                        guint               n_connections)
                                          G_GNUC_WARN_UNUSED_RESULT;
void        sy_recorder_free           (SyRecorder         *self);

/* The trial begins. */
void        sy_recorder_start          (SyRecorder         *self,
                                        gint64              now_ns);

/* Whether the window's beginning was told; whether half of it has passed. */
gboolean    sy_recorder_has_begun      (const SyRecorder   *self);
gboolean    sy_recorder_is_half_over   (const SyRecorder   *self);

/* When the window ends. */
gint64      sy_recorder_get_end_at     (const SyRecorder   *self);

/* When sy_recorder_advance() next has something to do; %G_MAXINT64 after the window. */
gint64      sy_recorder_get_next_at    (const SyRecorder   *self);

/**
 * sy_recorder_advance:
 * @n_waiting: how many arrivals wait for a connection
 *
 * Passes the slices and edges that lie before @now_ns.
 */
void        sy_recorder_advance        (SyRecorder         *self,
                                        gint64              now_ns,
                                        guint               n_waiting);

/* A request begins to be sent, @lateness_ns after its time through the generator's fault. */
void        sy_recorder_add_sent       (SyRecorder         *self,
                                        gint64              intended_at_ns,
                                        gint64              lateness_ns);
void        sy_recorder_add_completed  (SyRecorder         *self,
                                        const SyConnection *connection,
                                        gint64              now_ns);
void        sy_recorder_add_failed     (SyRecorder         *self,
                                        const SyConnection *connection);
/* A request that was sent and is not awaited any longer. */
void        sy_recorder_add_unfinished (SyRecorder         *self,
                                        gint64              intended_at_ns);
/* An arrival that never got a connection. */
void        sy_recorder_add_unsent     (SyRecorder         *self,
                                        gint64              intended_at_ns);

/**
 * sy_recorder_finish:
 *
 * Returns: (transfer full): the trial; @self is used up
 */
SyTrial    *sy_recorder_finish         (SyRecorder         *self,
                                        gint64              now_ns,
                                        gboolean            is_cancelled) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyRecorder, sy_recorder_free)

G_END_DECLS
