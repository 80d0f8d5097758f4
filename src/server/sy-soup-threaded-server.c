/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-burn.h"
#include "server/sy-soup-thread.h"

typedef struct
{
  SyServer      parent;
  SySoupThreads threads;
} SoupThreadedServer;

static void
soup_threaded_server_stop (SyServer *server)
{
  SySoupThreads *threads = &((SoupThreadedServer *) server)->threads;

  sy_crew_clear (&threads->crew);
  g_clear_pointer (&threads->lock, sy_interpreter_lock_free);
  g_clear_object (&threads->address);
}

static void
soup_threaded_server_take_stats (SyServer      *server,
                                 SyServerStats *stats)
{
  SySoupThreads *threads = &((SoupThreadedServer *) server)->threads;

  stats->n_requests = atomic_exchange (&threads->n_requests, 0);
  sy_crew_take_counts (&threads->crew, stats);
  if (threads->lock != NULL)
    sy_server_stats_take_lock (stats, threads->lock);
}

static gboolean
start (SoupThreadedServer  *self,
       GError             **error)
{
  const SyServerConfig *config = &self->parent.config;
  SySoupThreads *threads = &self->threads;

  if (!sy_crew_listen (&threads->crew, error))
    return FALSE;

  threads->address = g_inet_socket_address_new_from_string ("127.0.0.1", self->parent.port);
  threads->n_burn_units = sy_burn_count_units (config->interpreter_cost_ns);
  if (self->parent.arm->architecture == SY_ARCHITECTURE_LOCK_THREADED)
    threads->lock = sy_interpreter_lock_new (config->switch_interval_ns, &sy_clock_monotonic);

  return sy_crew_start (&threads->crew, error);
}

SyServer *
sy_soup_threaded_server_start (const SyArm           *arm,
                               const SyServerConfig  *config,
                               GError               **error)
{
  SoupThreadedServer *self = g_new0 (SoupThreadedServer, 1);

  sy_server_init (&self->parent, arm, config);
  self->parent.stop = soup_threaded_server_stop;
  self->parent.take_stats = soup_threaded_server_take_stats;
  sy_crew_init (&self->threads.crew, &sy_soup_thread_class, &self->parent);
  if (start (self, error))
    return &self->parent;

  sy_server_stop (&self->parent);
  return NULL;
}
