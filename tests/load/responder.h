/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

typedef struct _Responder Responder;

/**
 * ResponderFunc:
 * @fd: of the connection, blocking
 * @target: what was asked for
 * @n_before: how many requests came on this connection before
 *
 * Answers, or not.  Called by several threads.
 *
 * Returns: whether the connection stays open
 */
typedef gboolean (*ResponderFunc) (int         fd,
                                   const char *target,
                                   guint       n_before,
                                   gpointer    data);

/* A server of the simplest kind, a thread a connection.  The first @n_good requests are answered
 * well, the others are @func's.
 */
Responder *responder_new              (guint          n_good,
                                       ResponderFunc  func,
                                       gpointer       data);
void       responder_free             (Responder     *self);

/* Closes the port and all connections. */
void       responder_stop             (Responder     *self);

guint16    responder_get_port         (Responder     *self);
guint      responder_get_accepted     (Responder     *self);

void       responder_send             (int            fd,
                                       const char    *text);

/* Functions for a responder: a good answer, and the text that is their data. */
gboolean   responder_answer_well      (int            fd,
                                       const char    *target,
                                       guint          n_before,
                                       gpointer       data);
gboolean   responder_answer_and_stay  (int            fd,
                                       const char    *target,
                                       guint          n_before,
                                       gpointer       data);
gboolean   responder_answer_and_close (int            fd,
                                       const char    *target,
                                       guint          n_before,
                                       gpointer       data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Responder, responder_free)
