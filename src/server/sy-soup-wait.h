/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "server/sy-execution.h"
#include "server/sy-tracer.h"

G_BEGIN_DECLS

/* Called when all steps are done; the message may be answered. */
typedef void (*SySoupWaitFunc) (SoupServerMessage *message,
                                const SyExecution *execution,
                                SyExecutionState   state,
                                gpointer           data);

/**
 * sy_soup_wait_begin:
 * @execution: which has come to a wait; copied
 * @wait_ms: of that wait
 * @context: the loop's
 * @track: of the message's connection, which outlives the wait
 * @ended: called in @context, if the connection still stands by then
 *
 * Waits as an event loop does: puts the message aside, sets a timer and returns.  When it goes off,
 * the execution goes on, through further waits to its end.
 */
void sy_soup_wait_begin (SoupServerMessage *message,
                         const SyExecution *execution,
                         guint              wait_ms,
                         GMainContext      *context,
                         SyTrack           *track,
                         SySoupWaitFunc     ended,
                         gpointer           data);

G_END_DECLS
