/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sched.h>

#include "core/sy-thread-group.h"
#include "stats/sy-histogram.h"

G_BEGIN_DECLS

#define SY_SERVER_ERROR (sy_server_error_quark ())

/**
 * SyServerError:
 * @SY_SERVER_ERROR_UNKNOWN_ARM: no server of that name
 * @SY_SERVER_ERROR_PORT: the port cannot be had
 * @SY_SERVER_ERROR_THREADS: the system gives no more threads
 * @SY_SERVER_ERROR_SYSTEM: the system gives something else not
 */
typedef enum
{
  SY_SERVER_ERROR_UNKNOWN_ARM,
  SY_SERVER_ERROR_PORT,
  SY_SERVER_ERROR_THREADS,
  SY_SERVER_ERROR_SYSTEM,
} SyServerError;

GQuark        sy_server_error_quark        (void);

typedef enum
{
  SY_ARCHITECTURE_EVENT_LOOP,
  SY_ARCHITECTURE_LOCK_THREADED,
  SY_ARCHITECTURE_FREE_THREADED,
  SY_ARCHITECTURE_MULTI_LOOP,
  SY_ARCHITECTURE_EXTERNAL,
} SyArchitecture;

typedef enum
{
  SY_LIBRARY_SOUP,
  SY_LIBRARY_LEAN,
  SY_LIBRARY_EXTERNAL,
} SyLibrary;

typedef struct _SyArm SyArm;
typedef struct _SyServer SyServer;
typedef struct _SyServerConfig SyServerConfig;
typedef struct _SyServerStats SyServerStats;

/**
 * SyArm:
 * @id: its name on the command line and in saved runs
 * @name: what people see, untranslated
 * @summary: one sentence, untranslated
 * @descriptors_per_connection: open files a connection costs on the server's side
 * @start: starts one; see sy_server_start()
 *
 * One row of the table of servers.
 */
struct _SyArm
{
  const char     *id;
  const char     *name;
  const char     *summary;
  SyArchitecture  architecture;
  SyLibrary       library;
  guint           descriptors_per_connection;
  SyServer     *(*start) (const SyArm           *arm,
                          const SyServerConfig  *config,
                          GError               **error);
};

/**
 * SyServerConfig:
 * @port: on 127.0.0.1; 0 for any free one
 * @n_connections: the most that will be open at once; more are refused at once, counted
 * @switch_interval_ns: after which a thread waiting for the interpreter lock asks for it
 * @interpreter_cost_ns: burned per request in the loop or under the lock, a labelled treatment
 * @n_loops: of the multi-loop server
 * @is_bound: whether its threads are bound to @cpus
 */
struct _SyServerConfig
{
  guint16   port;
  guint     n_connections;
  gint64    switch_interval_ns;
  gint64    interpreter_cost_ns;
  guint     n_loops;
  gboolean  is_bound;
  cpu_set_t cpus;
};

/**
 * SyServerStats:
 * @n_requests: answered, whatever the answer
 * @n_accepted: connections
 * @n_refused: connections closed at once, for want of descriptors or threads
 * @has_loop: whether @loop_lag and @loop_busy_ns mean something
 * @loop_lag: (owned) (nullable): ns from the end of one poll to the start of the next, once a turn
 * @loop_busy_ns: the sum of these
 * @has_lock: whether what follows means something
 * @lock_takes: times the interpreter lock was taken
 * @lock_contended_takes: of these, times it was not free at once
 * @lock_time_outs: times a waiter's switch interval passed and it asked
 * @lock_waited: (owned) (nullable): ns per contended take
 * @lock_held: (owned) (nullable): ns per take
 *
 * What a server did since it was started or last asked.
 */
struct _SyServerStats
{
  guint64             n_requests;
  guint64             n_accepted;
  guint64             n_refused;
  gboolean            has_loop;
  SyHistogram        *loop_lag;
  gint64              loop_busy_ns;
  gboolean            has_lock;
  guint64             lock_takes;
  guint64             lock_contended_takes;
  guint64             lock_time_outs;
  SyHistogram        *lock_waited;
  SyHistogram        *lock_held;
};

/* The table of servers, the default pair first; @n_arms (out). */
const SyArm    *sy_arms_get                (guint                *n_arms);
const SyArm    *sy_arms_find               (const char           *id,
                                            GError              **error);

/* Any port, 64 connections, 5 ms switch interval, no interpreter cost, one loop a usable CPU. */
SyServerConfig  sy_server_config_default   (void);

/**
 * sy_server_start:
 *
 * Starts a server on 127.0.0.1 in threads of its own and returns once it listens.  The descriptor
 * budget is checked before anything is created.
 */
SyServer       *sy_server_start            (const SyArm           *arm,
                                            const SyServerConfig  *config,
                                            GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/* Closes every connection, joins every thread, frees the server. */
void            sy_server_stop             (SyServer              *self);

const SyArm    *sy_server_get_arm          (SyServer              *self);
guint16         sy_server_get_port         (SyServer              *self);

/* The threads it runs in, for processor time and scheduling; owned by the server. */
SyThreadGroup  *sy_server_get_threads      (SyServer              *self);

/* Hands over what was counted since the last call and begins anew; safe while it serves. */
void            sy_server_take_stats       (SyServer              *self,
                                            SyServerStats         *stats);
void            sy_server_stats_clear      (SyServerStats         *stats);

/**
 * sy_server_prepare_tracing:
 *
 * Makes room for the spans of sampled requests: those whose query ends in an id ("&id=12").  To be
 * called while the server is idle; without it nothing is ever recorded.
 *
 * Returns: %FALSE for servers outside this process, which cannot be traced
 */
gboolean        sy_server_prepare_tracing  (SyServer              *self);

/* Records the next @n_requests sampled requests; safe while it serves, as is the one below. */
void            sy_server_begin_tracing    (SyServer              *self,
                                            guint                  n_requests);

/* Ends recording.  Returns: (transfer full) (element-type SySpan): all recorded so far */
GArray         *sy_server_take_spans       (SyServer              *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyServer, sy_server_stop)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SyServerStats, sy_server_stats_clear)

G_END_DECLS
