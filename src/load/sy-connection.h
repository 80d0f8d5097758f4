/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "core/sy-random.h"
#include "load/sy-failure.h"
#include "load/sy-known-head.h"
#include "load/sy-requests.h"
#include "load/sy-response.h"

G_BEGIN_DECLS

/* How a request on a connection gets on. */
typedef enum
{
  SY_EXCHANGE_PENDING,
  SY_EXCHANGE_ANSWERED,
  SY_EXCHANGE_FAILED,
} SyExchange;

/**
 * SyConnection:
 * @request: (nullable): under way, %NULL when idle
 * @intended_at_ns: when it should have been sent
 * @started_at_ns: when sending it, or connecting for it, began: time-outs count from here
 * @sent_at_ns: when it was sent
 * @n_answered: since the connection was opened
 * @must_close: the answer was the last on this connection
 * @problem: why the last failed request did
 * @link: in the one list the client keeps it in
 * @index: among the client's connections
 * @kind: of its requests under a closed load
 * @turn: of its next request's variant
 * @free_at_ns: since when no request has been under way
 * @known_heads: (array fixed-size=64): of all connections of the client
 * @think: its stream of think times
 *
 * One of a client's connections.  It opens itself, without blocking, for the request that finds it
 * closed: what that costs belongs to the request.
 */
typedef struct
{
  int              fd;
  gboolean         is_open;
  const SyRequest *request;
  gsize            n_sent;
  gint64           intended_at_ns;
  gint64           started_at_ns;
  gint64           sent_at_ns;
  gint64           free_at_ns;
  guint            n_answered;
  gboolean         must_close;
  guint            index;
  guint            kind;
  guint            turn;
  GList            link;
  SyRandom         think;
  SyProblem        problem;
  SyKnownHead     *known_heads;
  SyResponse       response;
} SyConnection;

/* What answers to the same request began with last, for all connections of a client. */
#define SY_CONNECTION_N_KNOWN_HEADS 64

void       sy_connection_init   (SyConnection    *self,
                                 guint            index,
                                 SyKnownHead     *known_heads);
void       sy_connection_close  (SyConnection    *self);

/**
 * sy_connection_open:
 *
 * Begins to connect a closed connection to 127.0.0.1 and enters it into @epoll_fd.
 *
 * Returns: %FALSE if that failed at once; errno says why
 */
gboolean   sy_connection_open   (SyConnection    *self,
                                 int              epoll_fd,
                                 guint16          port);

/* Sends @request at once, or as soon as the connection is open.  @now_ns is taken for the time. */
SyExchange sy_connection_start  (SyConnection    *self,
                                 const SyRequest *request,
                                 int              epoll_fd,
                                 guint16          port,
                                 gint64           now_ns);

/**
 * sy_connection_handle:
 * @events: from epoll
 * @buffer: to receive into; nothing in it is kept
 *
 * Goes on with whatever @events allow.
 */
SyExchange sy_connection_handle (SyConnection    *self,
                                 guint32          events,
                                 char            *buffer,
                                 gsize            size);

/* Gives the request up as too late. */
void       sy_connection_expire (SyConnection    *self);

G_END_DECLS
