/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "load/sy-client.h"
#include "load/sy-connection.h"

G_BEGIN_DECLS

/**
 * SyPool:
 *
 * A client's connections and the epoll that watches over them.
 */
typedef struct _SyPool SyPool;

/* Called for a connection whose request was answered or failed. */
typedef void (*SyPoolFunc) (SyConnection *connection,
                            SyExchange    progress,
                            gpointer      data);

/* Opens nothing yet. */
SyPool       *sy_pool_new      (const SyClientConfig  *config,
                                GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void          sy_pool_free     (SyPool                *self);

SyConnection *sy_pool_get      (SyPool                *self,
                                guint                  index);

/* Lets @cancellable end a wait, until told otherwise; it may be %NULL. */
void          sy_pool_watch    (SyPool                *self,
                                GCancellable          *cancellable);
void          sy_pool_unwatch  (SyPool                *self,
                                GCancellable          *cancellable);

/* Opens what is closed, all at once, and waits for it.  What cannot be opened will be tried again,
 * and be a failure, by the request that needs it.
 */
void          sy_pool_open_all (SyPool                *self,
                                GCancellable          *cancellable);

/* As sy_connection_start(). */
SyExchange    sy_pool_start    (SyPool                *self,
                                SyConnection          *connection,
                                const SyRequest       *request,
                                gint64                 now_ns);

/* Waits until the deadline or until something happens, and handles it.  Returns how many events. */
guint         sy_pool_wait     (SyPool                *self,
                                gint64                 deadline_at_ns,
                                gint64                 now_ns,
                                SyPoolFunc             func,
                                gpointer               data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyPool, sy_pool_free)

G_END_DECLS
