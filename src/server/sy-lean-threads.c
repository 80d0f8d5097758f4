/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "core/sy-clock.h"
#include "server/sy-burn.h"
#include "server/sy-crew.h"
#include "server/sy-interpreter-lock.h"
#include "server/sy-lean-exchange.h"
#include "server/sy-tracer.h"

/* How long a client may go on sending what is not read any more. */
enum { LINGER_MS = 1000 };

typedef struct
{
  SyServer           parent;
  SyCrew             crew;
  SyInterpreterLock *lock;
  guint              burned_units;
  _Atomic guint64    n_requests;
} LeanThreads;

/* Touched by its thread alone. */
typedef struct
{
  SyCrewMember    parent;
  LeanThreads    *server;
  int             fd;
  SyLane          lane;
  SyTrack         track;
  SyLeanExchange  exchange;
} Connection;

static void
checkpoint (gpointer data)
{
  Connection *self = data;

  sy_track_check_lock (&self->track, self->server->lock);
}

/* As a Python thread does, these three give up the lock while they block.  They return whether the
 * connection goes on.
 */
static gboolean
receive (Connection *self)
{
  SyInterpreterLock *lock = self->server->lock;
  gsize size;
  char *room = sy_lean_exchange_get_room (&self->exchange, &size);
  gssize n_received;

  sy_interpreter_lock_release (lock);
  do
    n_received = recv (self->fd, room, size, 0);
  while (n_received < 0 && errno == EINTR);
  if (n_received > 0)
    sy_track_touch (&self->track);
  sy_track_take_lock (&self->track, lock, SY_SPAN_RECEIVING);

  if (n_received > 0)
    sy_lean_exchange_received (&self->exchange, (gsize) n_received);

  return n_received > 0;
}

static gboolean
send_rest (Connection *self)
{
  SyLeanExchange *exchange = &self->exchange;
  gssize n_sent = send (self->fd, exchange->output + exchange->n_sent,
                        exchange->output_size - exchange->n_sent, MSG_NOSIGNAL);

  if (n_sent > 0)
    exchange->n_sent += (gsize) n_sent;

  return n_sent >= 0 || errno == EINTR;
}

static gboolean
send_answer (Connection *self)
{
  SyLeanExchange *exchange = &self->exchange;
  SyInterpreterLock *lock = self->server->lock;
  gboolean goes_on = TRUE;

  atomic_fetch_add_explicit (&self->server->n_requests, 1, memory_order_relaxed);
  sy_track_enter (&self->track, SY_SPAN_SENDING);
  sy_interpreter_lock_release (lock);
  while (goes_on && exchange->n_sent < exchange->output_size)
    goes_on = send_rest (self);
  sy_track_end_with_lock (&self->track, lock);

  return goes_on;
}

/* A sleep that ends when the socket is hung up, so that stopping does not take as long as it. */
static gboolean
sleep_unless_hung_up (Connection *self,
                      guint       wait_ms)
{
  SyInterpreterLock *lock = self->server->lock;
  gint64 until_ns = sy_clock_now_ns () + wait_ms * SY_NS_PER_MS;
  struct pollfd hang_up = { .fd = self->fd };
  int n_ready;

  sy_track_enter (&self->track, SY_SPAN_WAITING);
  sy_interpreter_lock_release (lock);
  do
    {
      gint64 rest_ns = MAX (0, until_ns - sy_clock_now_ns ());
      struct timespec rest = { rest_ns / SY_NS_PER_S, rest_ns % SY_NS_PER_S };

      n_ready = ppoll (&hang_up, 1, &rest, NULL);
    }
  while (n_ready < 0 && errno == EINTR);
  sy_track_resume (&self->track, until_ns, SY_SPAN_LOCK);
  sy_track_take_lock (&self->track, lock, SY_SPAN_COMPUTING);

  return n_ready == 0;
}

static void
recognise_request (Connection *self)
{
  gsize length;
  const char *query = sy_lean_exchange_get_query (&self->exchange, &length);

  sy_track_name (&self->track, sy_tracer_read_id (query, length));
  sy_track_enter (&self->track, SY_SPAN_COMPUTING);
}

static gboolean
execute (Connection *self)
{
  SyExecution *execution = &self->exchange.execution;
  SyExecutionState state;
  guint wait_ms = 0;

  if (G_UNLIKELY (self->track.is_live))
    recognise_request (self);
  sy_burn (self->server->burned_units, checkpoint, self);
  do
    {
      state = sy_execution_advance (execution, checkpoint, self, &wait_ms);
      if (state == SY_EXECUTION_WAITS && !sleep_unless_hung_up (self, wait_ms))
        return FALSE;
    }
  while (state == SY_EXECUTION_WAITS);

  sy_lean_exchange_answer (&self->exchange, state);

  return TRUE;
}

/* Closing with something unread resets the connection, and the client might lose the answer. */
static void
linger (Connection *self)
{
  struct pollfd readable = { .fd = self->fd, .events = POLLIN };
  char bytes[4096];

  shutdown (self->fd, SHUT_WR);
  while (poll (&readable, 1, LINGER_MS) > 0 && recv (self->fd, bytes, sizeof bytes, 0) > 0)
    ;
}

/* From the first byte of a request to the last of its answer. */
static gboolean
serve_request (Connection *self)
{
  SyLeanState state = sy_lean_exchange_next (&self->exchange);

  while (state == SY_LEAN_RECEIVES)
    {
      if (!receive (self))
        return FALSE;
      state = sy_lean_exchange_next (&self->exchange);
    }

  if (state == SY_LEAN_EXECUTES && !execute (self))
    return FALSE;

  return send_answer (self) && !self->exchange.is_closing;
}

static void
connection_serve (SyCrewMember *member)
{
  Connection *self = (Connection *) member;

  sy_interpreter_lock_take (self->server->lock);
  while (serve_request (self))
    ;
  sy_interpreter_lock_release (self->server->lock);

  if (self->exchange.is_refused)
    linger (self);
}

static void
connection_hang_up (SyCrewMember *member)
{
  shutdown (((Connection *) member)->fd, SHUT_RDWR);
}

static void
connection_leave (SyCrewMember *member)
{
  close (((Connection *) member)->fd);
}

static void
connection_free (SyCrewMember *member)
{
  Connection *self = (Connection *) member;

  sy_lean_exchange_clear (&self->exchange);
  g_free (self);
}

static void
make_blocking (int fd)
{
  fcntl (fd, F_SETFL, fcntl (fd, F_GETFL) & ~O_NONBLOCK);
}

static SyCrewMember *
connection_hire (SyCrew *crew,
                 int     fd)
{
  Connection *self = g_malloc (sizeof *self);

  self->server = (LeanThreads *) crew->server;
  self->fd = fd;
  self->lane = (SyLane) { NULL };
  sy_track_init (&self->track, &crew->server->tracer, &self->lane);
  make_blocking (fd);
  sy_lean_exchange_init (&self->exchange);

  return &self->parent;
}

static const SyCrewClass connection_class = {
  .hire = connection_hire,
  .serve = connection_serve,
  .hang_up = connection_hang_up,
  .leave = connection_leave,
  .free = connection_free,
};

static void
lean_threads_stop (SyServer *server)
{
  LeanThreads *self = (LeanThreads *) server;

  sy_crew_clear (&self->crew);
  sy_interpreter_lock_free (self->lock);
}

static void
lean_threads_take_stats (SyServer      *server,
                         SyServerStats *stats)
{
  LeanThreads *self = (LeanThreads *) server;

  stats->n_requests = atomic_exchange (&self->n_requests, 0);
  sy_crew_take_counts (&self->crew, stats);
  sy_server_stats_take_lock (stats, self->lock);
}

SyServer *
sy_lean_threaded_server_start (const SyArm           *arm,
                               const SyServerConfig  *config,
                               GError               **error)
{
  LeanThreads *self = g_new0 (LeanThreads, 1);

  sy_server_init (&self->parent, arm, config);
  self->parent.stop = lean_threads_stop;
  self->parent.take_stats = lean_threads_take_stats;
  self->lock = sy_interpreter_lock_new (config->switch_interval_ns, &sy_clock_monotonic);
  self->burned_units = sy_burn_count_units (config->interpreter_cost_ns);
  sy_crew_init (&self->crew, &connection_class, &self->parent);
  if (sy_crew_listen (&self->crew, error) && sy_crew_start (&self->crew, error))
    return &self->parent;

  sy_server_stop (&self->parent);
  return NULL;
}
