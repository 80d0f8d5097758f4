/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "server/sy-interpreter-lock.h"
#include "server/sy-server.h"
#include "server/sy-tracer.h"

G_BEGIN_DECLS

/* What every server is made of: the first member of its struct. */
struct _SyServer
{
  const SyArm    *arm;
  SyServerConfig  config;
  SyThreadGroup  *threads;
  guint16         port;
  SyTracer        tracer;

  /* Joins the threads, then frees everything but what stands above. */
  void          (*stop)       (SyServer      *self);
  void          (*take_stats) (SyServer      *self,
                               SyServerStats *stats);
};

/* Called by a server's start function, first and last thing. */
void sy_server_init     (SyServer             *self,
                         const SyArm          *arm,
                         const SyServerConfig *config);

/* Frees what sy_server_init() made; for start functions that fail. */
void sy_server_finish   (SyServer             *self);

/* Checks the budget: @n_own descriptors and those of all connections. */
gboolean  sy_server_require_descriptors (SyServer             *self,
                                         guint                 n_own,
                                         GError              **error);

/* Sets an error that tells errno.  Returns %FALSE. */
gboolean  sy_server_fail_to_start       (SyServer             *self,
                                         GError              **error);

/* Hands over what @lock counted. */
void      sy_server_stats_take_lock     (SyServerStats        *stats,
                                         SyInterpreterLock    *lock);

SyServer *sy_soup_loop_server_start     (const SyArm          *arm,
                                         const SyServerConfig *config,
                                         GError              **error);
SyServer *sy_soup_threaded_server_start (const SyArm          *arm,
                                         const SyServerConfig *config,
                                         GError              **error);
SyServer *sy_lean_loop_server_start     (const SyArm          *arm,
                                         const SyServerConfig *config,
                                         GError              **error);
SyServer *sy_lean_threaded_server_start (const SyArm          *arm,
                                         const SyServerConfig *config,
                                         GError              **error);

G_END_DECLS
