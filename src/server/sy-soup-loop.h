/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "server/sy-acceptor.h"
#include "server/sy-loop-probe.h"
#include "server/sy-server-private.h"

G_BEGIN_DECLS

/**
 * SySoupLoop:
 *
 * One event loop: a SoupServer on a main context of its own, in a thread of its own.
 */
typedef struct _SySoupLoop SySoupLoop;

/**
 * sy_soup_loop_new:
 * @server: the one it is part of
 * @acceptor: where its connections come from; must outlive it
 *
 * Costs three descriptors, one of them only while it is made.
 */
SySoupLoop   *sy_soup_loop_new             (SyServer    *server,
                                            SyAcceptor  *acceptor,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;

void          sy_soup_loop_free            (SySoupLoop  *self);

gboolean      sy_soup_loop_start           (SySoupLoop  *self,
                                            GError     **error);

/* Closes its connections and joins its thread, if it was started. */
void          sy_soup_loop_stop            (SySoupLoop  *self);

/* To attach sources to; they are destroyed with the loop. */
GMainContext *sy_soup_loop_get_context     (SySoupLoop  *self);

/* Takes over the connected socket @fd; safe from any thread. */
void          sy_soup_loop_adopt           (SySoupLoop  *self,
                                            int          fd);

/* Safe from any thread, like sy_loop_probe_take(). */
SyLoopProbe  *sy_soup_loop_get_probe       (SySoupLoop  *self);
guint64       sy_soup_loop_take_n_requests (SySoupLoop  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SySoupLoop, sy_soup_loop_free)

G_END_DECLS
