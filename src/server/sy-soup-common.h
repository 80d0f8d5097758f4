/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "server/sy-execution.h"
#include "server/sy-tracer.h"

G_BEGIN_DECLS

/* What all servers on libsoup have in common. */

/**
 * sy_soup_server_new:
 * @socket: a listening or connected socket, closed with the server
 * @handler: of every path
 *
 * A server for connections given to it one by one.  It accepts none itself.
 */
SoupServer *sy_soup_server_new    (GSocket             *socket,
                                   SoupServerCallback   handler,
                                   gpointer             data,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Gives @server a connection; libsoup wants to know both ends of it, but uses neither. */
void        sy_soup_server_adopt  (SoupServer          *server,
                                   GIOStream           *stream,
                                   GSocketAddress      *address);

/**
 * sy_soup_message_begin:
 *
 * Begins what @message asks for.  What cannot be executed (another path, a bad program) is answered
 * right away.
 *
 * Returns: whether there is something to execute
 */
gboolean    sy_soup_message_begin  (SoupServerMessage   *message,
                                    SyExecution         *execution);

/* Tells @track which request @message is; what follows is computing. */
void        sy_soup_message_recognise (SoupServerMessage *message,
                                       SyTrack           *track);

/* Answers with what @execution came to; @state is how it ended, not %SY_EXECUTION_WAITS. */
void        sy_soup_message_answer (SoupServerMessage   *message,
                                    const SyExecution   *execution,
                                    SyExecutionState     state);

G_END_DECLS
