/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <stdatomic.h>

#include "server/sy-interpreter-lock.h"
#include "server/sy-server-private.h"

G_BEGIN_DECLS

typedef struct _SySoupThread SySoupThread;

/**
 * SySoupThreads:
 * @lock: (nullable): around all they do
 * @address: the server's own
 * @n_burn_units: the interpreter cost of a request
 * @ended: called by a thread as the last thing it does
 * @data: handed to it
 *
 * What the threads of one server share.
 */
typedef struct
{
  SyServer          *server;
  SyInterpreterLock *lock;
  GSocketAddress    *address;
  guint              n_burn_units;
  _Atomic guint64    n_requests;
  void             (*ended) (SySoupThread *thread,
                             gpointer      data);
  gpointer           data;
} SySoupThreads;

/**
 * SySoupThread:
 *
 * A thread that serves one connection, with a SoupServer and a main context for it alone.  It holds
 * the interpreter lock whenever it runs, and releases it around what would block in an interpreter:
 * poll and receive, send, sleep.
 */

/**
 * sy_soup_thread_new:
 * @fd: a connected socket, taken over even where it fails
 *
 * Costs one descriptor beside @fd.  Fails where there is none.
 */
SySoupThread *sy_soup_thread_new      (SySoupThreads  *shared,
                                       int             fd,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;

void          sy_soup_thread_free     (SySoupThread   *self);
gboolean      sy_soup_thread_start    (SySoupThread   *self,
                                       GError        **error);

/* Waits for its end, if it was started; so does sy_soup_thread_free(). */
void          sy_soup_thread_join     (SySoupThread   *self);

/* Makes it end as soon as it has done the steps it is at; safe from any thread. */
void          sy_soup_thread_hang_up  (SySoupThread   *self);

/* For its owner's list of threads. */
GList        *sy_soup_thread_get_link (SySoupThread   *self);

G_END_DECLS
