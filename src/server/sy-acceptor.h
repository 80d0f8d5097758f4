/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SyAcceptor:
 *
 * A listening socket on 127.0.0.1 that goes on accepting whatever happens: out of descriptors, or
 * with as many connections as it may have, it closes the new one at once and counts it as refused.
 *
 * One thread accepts; sy_acceptor_forget(), sy_acceptor_shut_down() and sy_acceptor_take_counts()
 * are safe from any.
 */
typedef struct _SyAcceptor SyAcceptor;

/* Called with a connected, non-blocking socket.  It is the callee's from then on, until it closes
 * it and calls sy_acceptor_forget(); %FALSE if it had to close it at once, which counts as refused.
 */
typedef gboolean (*SyAcceptFunc) (int      fd,
                                  gpointer data);

/**
 * sy_acceptor_new:
 * @port: 0 for any free one
 * @n_connections: the most that may be open at once
 *
 * Fails with %SY_SERVER_ERROR_PORT.  Costs two descriptors.
 */
SyAcceptor *sy_acceptor_new           (guint16       port,
                                       guint         n_connections,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void        sy_acceptor_free          (SyAcceptor   *self);

guint16     sy_acceptor_get_port      (SyAcceptor   *self);

/* The listening socket, to wait on; readable when there is something to accept. */
int         sy_acceptor_get_fd        (SyAcceptor   *self);

/* A source that is ready when there is something to accept. */
GSource    *sy_acceptor_create_source (SyAcceptor   *self,
                                       SyAcceptFunc  accept,
                                       gpointer      data) G_GNUC_WARN_UNUSED_RESULT;

/* Accepts until nobody waits any more, or many have been accepted and others should have a turn. */
void        sy_acceptor_drain         (SyAcceptor   *self,
                                       SyAcceptFunc  accept,
                                       gpointer      data);

/* Blocks until there is something to accept; %FALSE after sy_acceptor_shut_down(). */
gboolean    sy_acceptor_wait          (SyAcceptor   *self);
void        sy_acceptor_shut_down     (SyAcceptor   *self);

/* A connection handed out has been closed. */
void        sy_acceptor_forget        (SyAcceptor   *self);

/* Hands over what was counted since the last call and begins anew. */
void        sy_acceptor_take_counts   (SyAcceptor   *self,
                                       guint64      *n_accepted,
                                       guint64      *n_refused);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyAcceptor, sy_acceptor_free)

G_END_DECLS
