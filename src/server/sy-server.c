/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-server.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "core/sy-clock.h"
#include "core/sy-cpus.h"
#include "core/sy-descriptors.h"
#include "server/sy-external-server.h"
#include "server/sy-server-private.h"

G_DEFINE_QUARK (sy-server-error-quark, sy_server_error)

static const SyArm arms[] = {
  {
    .id = "event-loop",
    .name = N_("Event loop"),
    .summary = N_("One thread serves every connection in turn and never blocks, as Node.js does"),
    .architecture = SY_ARCHITECTURE_EVENT_LOOP,
    .library = SY_LIBRARY_SOUP,
    .descriptors_per_connection = 1,
    .start = sy_soup_loop_server_start,
  },
  {
    .id = "lock-threaded",
    .name = N_("Threads with one lock"),
    .summary = N_("A thread for each connection, but only the one that holds the interpreter lock "
                  "runs, as in Python"),
    .architecture = SY_ARCHITECTURE_LOCK_THREADED,
    .library = SY_LIBRARY_SOUP,
    .descriptors_per_connection = 2,
    .start = sy_soup_threaded_server_start,
  },
  {
    .id = "free-threaded",
    .name = N_("Threads without a lock"),
    .summary = N_("A thread for each connection, all running at once, as in Python built without "
                  "its lock: tells what threads cost from what the lock costs"),
    .architecture = SY_ARCHITECTURE_FREE_THREADED,
    .library = SY_LIBRARY_SOUP,
    .descriptors_per_connection = 2,
    .start = sy_soup_threaded_server_start,
  },
  {
    .id = "multi-loop",
    .name = N_("Several event loops"),
    .summary = N_("An event loop for each processor, sharing one port, as Node.js's cluster and "
                  "Python's pre-forked workers do"),
    .architecture = SY_ARCHITECTURE_MULTI_LOOP,
    .library = SY_LIBRARY_SOUP,
    .descriptors_per_connection = 1,
    .start = sy_soup_loop_server_start,
  },
  {
    .id = "event-loop-lean",
    .name = N_("Event loop, lean"),
    .summary = N_("The event loop written by hand on the bare system, without a library: what the "
                  "architecture alone costs, with thousands of connections too"),
    .architecture = SY_ARCHITECTURE_EVENT_LOOP,
    .library = SY_LIBRARY_LEAN,
    .descriptors_per_connection = 1,
    .start = sy_lean_loop_server_start,
  },
  {
    .id = "lock-threaded-lean",
    .name = N_("Threads with one lock, lean"),
    .summary = N_("The threads and their lock written by hand on the bare system, without a "
                  "library: what the architecture alone costs"),
    .architecture = SY_ARCHITECTURE_LOCK_THREADED,
    .library = SY_LIBRARY_LEAN,
    .descriptors_per_connection = 1,
    .start = sy_lean_threaded_server_start,
  },
};

const SyArm *
sy_arms_get (guint *n_arms)
{
  *n_arms = G_N_ELEMENTS (arms);

  return arms;
}

static char *
list_ids (void)
{
  const char *ids[G_N_ELEMENTS (arms) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (arms); i++)
    ids[i] = arms[i].id;

  return g_strjoinv (", ", (char **) ids);
}

const SyArm *
sy_arms_find (const char  *id,
              GError     **error)
{
  g_autofree char *ids = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (arms); i++)
    if (g_str_equal (arms[i].id, id))
      return &arms[i];

  if (sy_external_arm_is (id))
    return sy_external_arm_find (id, error);

  ids = list_ids ();
  g_set_error (error, SY_SERVER_ERROR, SY_SERVER_ERROR_UNKNOWN_ARM,
               /* Translators: what was asked for, then all there are. */
               _("There is no server “%s”; choose one of %s, or an address 127.0.0.1:PORT"),
               id, ids);
  return NULL;
}

SyServerConfig
sy_server_config_default (void)
{
  return (SyServerConfig) {
    .n_connections = 64,
    .switch_interval_ns = 5 * SY_NS_PER_MS,
    .n_loops = sy_cpus_count_usable (),
    .cpus = sy_cpus_get_usable (),
  };
}

void
sy_server_init (SyServer             *self,
                const SyArm          *arm,
                const SyServerConfig *config)
{
  self->arm = arm;
  self->config = *config;
  self->threads = sy_thread_group_new ();
}

void
sy_server_finish (SyServer *self)
{
  g_clear_pointer (&self->threads, sy_thread_group_free);
  sy_tracer_clear (&self->tracer);
}

gboolean
sy_server_require_descriptors (SyServer  *self,
                               guint      n_own,
                               GError   **error)
{
  guint n_needed = n_own + self->config.n_connections * self->arm->descriptors_per_connection;

  return sy_descriptors_require (n_needed, _(self->arm->name), error);
}

gboolean
sy_server_fail_to_start (SyServer  *self,
                         GError   **error)
{
  g_set_error (error, SY_SERVER_ERROR, SY_SERVER_ERROR_SYSTEM,
               /* Translators: a server's name, then the system's reason. */
               _("%s cannot be started: %s"), _(self->arm->name), g_strerror (errno));
  return FALSE;
}

SyServer *
sy_server_start (const SyArm           *arm,
                 const SyServerConfig  *config,
                 GError               **error)
{
  return arm->start (arm, config, error);
}

void
sy_server_stop (SyServer *self)
{
  self->stop (self);
  sy_server_finish (self);
  g_free (self);
}

const SyArm *
sy_server_get_arm (SyServer *self)
{
  return self->arm;
}

guint16
sy_server_get_port (SyServer *self)
{
  return self->port;
}

SyThreadGroup *
sy_server_get_threads (SyServer *self)
{
  return self->threads;
}

void
sy_server_take_stats (SyServer      *self,
                      SyServerStats *stats)
{
  *stats = (SyServerStats) { 0 };
  self->take_stats (self, stats);
}

gboolean
sy_server_prepare_tracing (SyServer *self)
{
  if (self->arm->library == SY_LIBRARY_EXTERNAL)
    return FALSE;

  sy_tracer_prepare (&self->tracer);
  return TRUE;
}

void
sy_server_begin_tracing (SyServer *self,
                         guint     n_requests)
{
  sy_tracer_arm (&self->tracer, n_requests);
}

GArray *
sy_server_take_spans (SyServer *self)
{
  return sy_tracer_take (&self->tracer);
}

void
sy_server_stats_take_lock (SyServerStats     *stats,
                           SyInterpreterLock *lock)
{
  SyInterpreterLockStats taken;

  sy_interpreter_lock_take_stats (lock, &taken);
  stats->has_lock = TRUE;
  stats->lock_takes = taken.takes;
  stats->lock_contended_takes = taken.contended_takes;
  stats->lock_time_outs = taken.time_outs;
  stats->lock_waited = taken.waited;
  stats->lock_held = taken.held;
}

void
sy_server_stats_clear (SyServerStats *stats)
{
  g_clear_pointer (&stats->loop_lag, sy_histogram_free);
  g_clear_pointer (&stats->lock_waited, sy_histogram_free);
  g_clear_pointer (&stats->lock_held, sy_histogram_free);
}
