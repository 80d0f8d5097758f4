/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "core/sy-clock.h"
#include "server/sy-acceptor.h"
#include "server/sy-burn.h"
#include "server/sy-interpreter-lock.h"
#include "server/sy-lean-exchange.h"
#include "server/sy-server-private.h"
#include "server/sy-thread.h"

/* The acceptor's. */
enum { N_OWN_DESCRIPTORS = 2 };

/* How long a client may go on sending what is not read any more. */
enum { LINGER_MS = 1000 };

typedef struct
{
  SyServer           parent;
  SyAcceptor        *acceptor;
  SyInterpreterLock *lock;
  guint              burned_units;
  SyThread           accepting;
  gboolean           has_accepting;
  _Atomic guint64    n_requests;

  /* Guards the queues: connections being served, and those that have ended, whose threads are to
   * be joined.
   */
  pthread_mutex_t    mutex;
  pthread_cond_t     ended_one;
  GQueue             serving;
  GQueue             ended;
} LeanThreads;

/* Touched by its thread alone, but for the link. */
typedef struct
{
  GList           link;
  LeanThreads    *server;
  SyThread        thread;
  int             fd;
  SyLeanExchange  exchange;
} Connection;

static void
checkpoint (gpointer data)
{
  sy_interpreter_lock_checkpoint (data);
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
  sy_interpreter_lock_take (lock);

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
  sy_interpreter_lock_release (lock);
  while (goes_on && exchange->n_sent < exchange->output_size)
    goes_on = send_rest (self);
  sy_interpreter_lock_take (lock);

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

  sy_interpreter_lock_release (lock);
  do
    {
      gint64 rest_ns = MAX (0, until_ns - sy_clock_now_ns ());
      struct timespec rest = { rest_ns / SY_NS_PER_S, rest_ns % SY_NS_PER_S };

      n_ready = ppoll (&hang_up, 1, &rest, NULL);
    }
  while (n_ready < 0 && errno == EINTR);
  sy_interpreter_lock_take (lock);

  return n_ready == 0;
}

static gboolean
execute (Connection *self)
{
  LeanThreads *server = self->server;
  SyExecution *execution = &self->exchange.execution;
  SyExecutionState state;
  guint wait_ms = 0;

  sy_burn (server->burned_units, checkpoint, server->lock);
  do
    {
      state = sy_execution_advance (execution, checkpoint, server->lock, &wait_ms);
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

/* As soon as it is no longer among those being served nobody else touches the socket. */
static void
end_connection (Connection *self)
{
  LeanThreads *server = self->server;

  pthread_mutex_lock (&server->mutex);
  g_queue_unlink (&server->serving, &self->link);
  g_queue_push_tail_link (&server->ended, &self->link);
  pthread_cond_signal (&server->ended_one);
  pthread_mutex_unlock (&server->mutex);

  close (self->fd);
  sy_acceptor_forget (server->acceptor);
}

static void
serve_connection (gpointer data)
{
  Connection *self = data;

  sy_interpreter_lock_take (self->server->lock);
  while (serve_request (self))
    ;
  sy_interpreter_lock_release (self->server->lock);

  if (self->exchange.is_refused)
    linger (self);
  sy_lean_exchange_clear (&self->exchange);
  end_connection (self);
}

static Connection *
take_ended (LeanThreads *self)
{
  GList *link;

  pthread_mutex_lock (&self->mutex);
  link = g_queue_pop_head_link (&self->ended);
  pthread_mutex_unlock (&self->mutex);

  return link != NULL ? link->data : NULL;
}

static void
join_ended (LeanThreads *self)
{
  for (Connection *ended = take_ended (self); ended != NULL; ended = take_ended (self))
    {
      sy_thread_join (&ended->thread);
      g_free (ended);
    }
}

static Connection *
add_connection (LeanThreads *self,
                int          fd)
{
  Connection *connection = g_malloc (sizeof *connection);

  connection->link = (GList) { .data = connection };
  connection->server = self;
  connection->fd = fd;
  sy_lean_exchange_init (&connection->exchange);

  pthread_mutex_lock (&self->mutex);
  g_queue_push_tail_link (&self->serving, &connection->link);
  pthread_mutex_unlock (&self->mutex);

  return connection;
}

static void
remove_connection (LeanThreads *self,
                   Connection  *connection)
{
  pthread_mutex_lock (&self->mutex);
  g_queue_unlink (&self->serving, &connection->link);
  pthread_mutex_unlock (&self->mutex);

  g_free (connection);
}

static void
make_blocking (int fd)
{
  fcntl (fd, F_SETFL, fcntl (fd, F_GETFL) & ~O_NONBLOCK);
}

/* Out of threads, the connection is refused and the server goes on. */
static gboolean
start_connection (int      fd,
                  gpointer data)
{
  LeanThreads *self = data;
  Connection *connection = add_connection (self, fd);

  make_blocking (fd);
  if (sy_thread_start (&connection->thread, &self->parent, "sy-lean-thread", serve_connection,
                       connection, NULL))
    return TRUE;

  remove_connection (self, connection);
  close (fd);

  return FALSE;
}

static void
accept_connections (gpointer data)
{
  LeanThreads *self = data;

  while (sy_acceptor_wait (self->acceptor))
    {
      join_ended (self);
      sy_acceptor_drain (self->acceptor, start_connection, self);
    }
}

static void
hang_up_all (LeanThreads *self)
{
  pthread_mutex_lock (&self->mutex);
  for (GList *link = self->serving.head; link != NULL; link = link->next)
    shutdown (((Connection *) link->data)->fd, SHUT_RDWR);
  while (self->serving.length > 0)
    pthread_cond_wait (&self->ended_one, &self->mutex);
  pthread_mutex_unlock (&self->mutex);
}

static void
lean_threads_stop (SyServer *server)
{
  LeanThreads *self = (LeanThreads *) server;

  if (self->has_accepting)
    {
      sy_acceptor_shut_down (self->acceptor);
      sy_thread_join (&self->accepting);
    }
  hang_up_all (self);
  join_ended (self);

  g_clear_pointer (&self->acceptor, sy_acceptor_free);
  sy_interpreter_lock_free (self->lock);
  pthread_cond_destroy (&self->ended_one);
  pthread_mutex_destroy (&self->mutex);
}

static void
lean_threads_take_stats (SyServer      *server,
                         SyServerStats *stats)
{
  LeanThreads *self = (LeanThreads *) server;

  stats->n_requests = atomic_exchange (&self->n_requests, 0);
  sy_acceptor_take_counts (self->acceptor, &stats->n_accepted, &stats->n_refused);
  sy_server_stats_take_lock (stats, self->lock);
}

static gboolean
start (LeanThreads  *self,
       GError      **error)
{
  const SyServerConfig *config = &self->parent.config;

  if (!sy_server_require_descriptors (&self->parent, N_OWN_DESCRIPTORS, error))
    return FALSE;

  self->acceptor = sy_acceptor_new (config->port, config->n_connections, error);
  if (self->acceptor == NULL)
    return FALSE;
  self->parent.port = sy_acceptor_get_port (self->acceptor);

  self->has_accepting = sy_thread_start (&self->accepting, &self->parent, "sy-lean-accept",
                                         accept_connections, self, error);
  return self->has_accepting;
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
  pthread_mutex_init (&self->mutex, NULL);
  pthread_cond_init (&self->ended_one, NULL);
  if (start (self, error))
    return &self->parent;

  sy_server_stop (&self->parent);
  return NULL;
}
