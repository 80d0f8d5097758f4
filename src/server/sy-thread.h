/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pthread.h>

#include "server/sy-server-private.h"

G_BEGIN_DECLS

typedef void (*SyThreadFunc) (gpointer data);

/**
 * SyThread:
 *
 * A thread of a server, in its owner's struct: named, on a small stack, bound as the server is
 * configured, and in the server's group from its first to its last instruction.
 */
typedef struct
{
  pthread_t     id;
  SyServer     *server;
  const char   *name;
  SyThreadFunc  run;
  gpointer      data;
} SyThread;

/**
 * sy_thread_start:
 * @name: of at most 15 characters; static
 *
 * Fails with %SY_SERVER_ERROR_THREADS.  @self must stay where it is until it is joined.
 */
gboolean sy_thread_start (SyThread      *self,
                          SyServer      *server,
                          const char    *name,
                          SyThreadFunc   run,
                          gpointer       data,
                          GError       **error);
void     sy_thread_join  (SyThread      *self);

G_END_DECLS
