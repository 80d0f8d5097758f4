/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <stdatomic.h>

#include "server/sy-crew.h"
#include "server/sy-interpreter-lock.h"

G_BEGIN_DECLS

/**
 * SySoupThreads:
 * @lock: (nullable): around all they do
 * @address: the server's own
 * @n_burn_units: the interpreter cost of a request
 *
 * What the threads of one server share.
 */
typedef struct
{
  SyCrew             crew;
  SyInterpreterLock *lock;
  GSocketAddress    *address;
  guint              n_burn_units;
  _Atomic guint64    n_requests;
} SySoupThreads;

/* Members of the crew of #SySoupThreads: each serves one connection, with a SoupServer and a main
 * context for it alone.  It holds the interpreter lock whenever it runs, and releases it around
 * what would block in an interpreter: poll and receive, send, sleep.  Costs one descriptor beside
 * the socket.
 */
extern const SyCrewClass sy_soup_thread_class;

G_END_DECLS
