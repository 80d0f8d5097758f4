/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/sy-clock.h"
#include "server/sy-acceptor.h"
#include "server/sy-burn.h"
#include "server/sy-lean-exchange.h"
#include "server/sy-loop-probe.h"
#include "server/sy-server-private.h"
#include "server/sy-thread.h"
#include "server/sy-timer-heap.h"
#include "server/sy-tracer.h"

enum
{
  N_EVENTS = 256,

  /* The acceptor's two, the epoll instance. */
  N_OWN_DESCRIPTORS = 3,
};

/* How long a client may go on sending what is not read any more. */
#define LINGER_NS SY_NS_PER_S

/* Everything but what is atomic belongs to the loop's thread, once that runs. */
typedef struct
{
  SyServer         parent;
  SyAcceptor      *acceptor;
  SyThread         thread;
  gboolean         has_thread;
  int              epoll_fd;
  guint            burned_units;
  SyTimerHeap     *timers;
  GPtrArray       *connections;
  SyLoopProbe     *probe;
  SyLane           lane;
  _Atomic guint64  n_requests;
  atomic_bool      is_stopping;
} LeanLoop;

/* Events come once for each change (edge-triggered), so what they said is kept: whether there may
 * be something to receive, whether the client has ended.
 */
typedef struct
{
  SyTimer         timer;
  LeanLoop       *loop;
  guint           place;
  int             fd;
  SyLeanState     state;
  gboolean        is_readable;
  gboolean        has_ended;
  gboolean        is_lingering;
  SyTrack         track;
  SyLeanExchange  exchange;
} Connection;

static void
close_connection (Connection *self)
{
  LeanLoop *loop = self->loop;
  GPtrArray *connections = loop->connections;

  /* The last one gets its place. */
  g_ptr_array_remove_index_fast (connections, self->place);
  if (self->place < connections->len)
    ((Connection *) connections->pdata[self->place])->place = self->place;

  sy_timer_heap_remove (loop->timers, &self->timer);
  sy_lean_exchange_clear (&self->exchange);
  close (self->fd);
  sy_acceptor_forget (loop->acceptor);
  g_free (self);
}

static void
recognise_request (Connection *self)
{
  gsize length;
  const char *query = sy_lean_exchange_get_query (&self->exchange, &length);

  sy_track_name (&self->track, sy_tracer_read_id (query, length));
  sy_track_enter (&self->track, SY_SPAN_COMPUTING);
}

static void
enter_state (Connection  *self,
             SyLeanState  state)
{
  self->state = state;
  if (state == SY_LEAN_SENDS)
    {
      atomic_fetch_add_explicit (&self->loop->n_requests, 1, memory_order_relaxed);
      sy_track_enter (&self->track, SY_SPAN_SENDING);
    }
  else if (state == SY_LEAN_EXECUTES)
    {
      if (G_UNLIKELY (self->track.is_live))
        recognise_request (self);
      sy_burn (self->loop->burned_units, NULL, NULL);
    }
}

/* The functions below, each for a state, return whether to go on: not if there is something to wait
 * for, nor if the connection is gone.
 */
static gboolean
recover_or_close (Connection *self)
{
  if (errno == EINTR)
    return TRUE;
  if (errno == EAGAIN)
    sy_track_enter (&self->track, SY_SPAN_QUEUED);
  else
    close_connection (self);

  return FALSE;
}

/* Receiving less than there was room for means that there is no more, but perhaps the end. */
static gboolean
receive (Connection *self)
{
  gsize size;
  char *room = sy_lean_exchange_get_room (&self->exchange, &size);
  gssize n_received;

  if (!self->is_readable)
    {
      sy_track_enter (&self->track, SY_SPAN_QUEUED);
      return FALSE;
    }

  if (G_UNLIKELY (self->track.is_live))
    sy_track_enter (&self->track, SY_SPAN_RECEIVING);
  else
    sy_track_touch (&self->track);
  n_received = recv (self->fd, room, size, 0);
  if (n_received < 0)
    return recover_or_close (self);
  if (n_received == 0)
    {
      close_connection (self);
      return FALSE;
    }

  self->is_readable = (gsize) n_received == size || self->has_ended;
  sy_lean_exchange_received (&self->exchange, (gsize) n_received);
  enter_state (self, sy_lean_exchange_next (&self->exchange));

  return TRUE;
}

static gboolean
execute (Connection *self)
{
  guint wait_ms = 0;
  SyExecutionState state;

  if (G_UNLIKELY (self->track.is_live) && self->track.kind == SY_SPAN_WAITING)
    sy_track_resume (&self->track, self->timer.at_ns, SY_SPAN_COMPUTING);
  state = sy_execution_advance (&self->exchange.execution, NULL, NULL, &wait_ms);
  if (state == SY_EXECUTION_WAITS)
    {
      sy_timer_heap_set (self->loop->timers, &self->timer,
                         sy_clock_now_ns () + wait_ms * SY_NS_PER_MS);
      sy_track_enter (&self->track, SY_SPAN_WAITING);
      return FALSE;
    }

  sy_lean_exchange_answer (&self->exchange, state);
  enter_state (self, SY_LEAN_SENDS);

  return TRUE;
}

/* Closing with something unread resets the connection, and the client might lose the answer. */
static void
linger (Connection *self)
{
  self->is_lingering = TRUE;
  shutdown (self->fd, SHUT_WR);
  sy_timer_heap_set (self->loop->timers, &self->timer, sy_clock_now_ns () + LINGER_NS);
}

static gboolean
discard (Connection *self)
{
  char bytes[4096];
  gssize n_received = recv (self->fd, bytes, sizeof bytes, 0);

  if (n_received < 0)
    return recover_or_close (self);
  if (n_received > 0)
    return TRUE;

  close_connection (self);
  return FALSE;
}

static gboolean
end_answer (Connection *self)
{
  sy_track_end (&self->track);
  if (!self->exchange.is_closing)
    enter_state (self, sy_lean_exchange_next (&self->exchange));
  else if (self->exchange.is_refused)
    linger (self);
  else
    {
      close_connection (self);
      return FALSE;
    }

  return TRUE;
}

static gboolean
send_answer (Connection *self)
{
  SyLeanExchange *exchange = &self->exchange;
  gssize n_sent;

  if (G_UNLIKELY (self->track.is_live) && self->track.kind != SY_SPAN_SENDING)
    sy_track_enter (&self->track, SY_SPAN_SENDING);
  n_sent = send (self->fd, exchange->output + exchange->n_sent,
                 exchange->output_size - exchange->n_sent, MSG_NOSIGNAL);
  if (n_sent < 0)
    return recover_or_close (self);

  exchange->n_sent += (gsize) n_sent;

  return exchange->n_sent < exchange->output_size || end_answer (self);
}

static gboolean
make_step (Connection *self)
{
  if (self->is_lingering)
    return discard (self);

  switch (self->state)
    {
    case SY_LEAN_RECEIVES:
      return receive (self);
    case SY_LEAN_EXECUTES:
      return execute (self);
    case SY_LEAN_SENDS:
      return send_answer (self);
    default:
      g_assert_not_reached ();
    }
}

static void
drive (Connection *self)
{
  while (make_step (self))
    ;
}

static void
handle_events (Connection *self,
               guint32     events)
{
  gboolean is_waiting = self->state == SY_LEAN_EXECUTES;

  self->is_readable |= (events & (EPOLLIN | EPOLLRDHUP)) != 0;
  self->has_ended |= (events & EPOLLRDHUP) != 0;

  /* Nobody waits any more for what is waited for: Node.js and nginx take it so, too. */
  if ((events & (EPOLLERR | EPOLLHUP)) != 0 || (is_waiting && self->has_ended))
    close_connection (self);
  else if (!is_waiting)
    drive (self);
}

static gboolean
watch (LeanLoop *self,
       int       fd,
       guint32   events,
       gpointer  data)
{
  struct epoll_event event = { .events = events, .data.ptr = data };

  return epoll_ctl (self->epoll_fd, EPOLL_CTL_ADD, fd, &event) == 0;
}

static gboolean
add_connection (int      fd,
                gpointer data)
{
  LeanLoop *self = data;
  Connection *connection = g_malloc (sizeof *connection);

  if (!watch (self, fd, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, connection))
    {
      close (fd);
      g_free (connection);
      return FALSE;
    }

  memset (connection, 0, offsetof (Connection, exchange));
  sy_lean_exchange_init (&connection->exchange);
  sy_track_init (&connection->track, &self->parent.tracer, &self->lane);
  connection->loop = self;
  connection->fd = fd;
  connection->place = self->connections->len;
  g_ptr_array_add (self->connections, connection);

  return TRUE;
}

static void
run_timers (LeanLoop *self)
{
  gint64 now_at_ns;
  SyTimer *timer = sy_timer_heap_peek (self->timers);

  if (timer == NULL)
    return;

  /* Timers set from here on are for the next turn, however short. */
  now_at_ns = sy_clock_now_ns ();
  while (timer != NULL && timer->at_ns <= now_at_ns)
    {
      Connection *connection = (Connection *) timer;

      sy_timer_heap_remove (self->timers, timer);
      if (connection->is_lingering)
        close_connection (connection);
      else
        drive (connection);
      timer = sy_timer_heap_peek (self->timers);
    }
}

static int
wait_in_ms (LeanLoop           *self,
            struct epoll_event *events,
            gint64              wait_ns)
{
  return epoll_wait (self->epoll_fd, events, N_EVENTS,
                     (int) ((wait_ns + SY_NS_PER_MS - 1) / SY_NS_PER_MS));
}

/* To the nanosecond, where Linux can (5.11). */
static int
wait_for_events (LeanLoop           *self,
                 struct epoll_event *events)
{
  SyTimer *timer = sy_timer_heap_peek (self->timers);
  struct timespec wait;
  gint64 wait_ns;
  int n_events;

  if (timer == NULL)
    return epoll_wait (self->epoll_fd, events, N_EVENTS, -1);

  wait_ns = MAX (0, timer->at_ns - sy_clock_now_ns ());
  wait = (struct timespec) { wait_ns / SY_NS_PER_S, wait_ns % SY_NS_PER_S };
  n_events = epoll_pwait2 (self->epoll_fd, events, N_EVENTS, &wait, NULL);
  if (n_events < 0 && errno == ENOSYS)
    return wait_in_ms (self, events, wait_ns);

  return n_events;
}

/* Events come before timers, because a timer may close a connection that has an event. */
static void
run_turn (LeanLoop *self)
{
  struct epoll_event events[N_EVENTS];
  int n_events;

  sy_loop_probe_end_turn (self->probe);
  n_events = wait_for_events (self, events);
  sy_loop_probe_begin_turn (self->probe, sy_clock_now_ns ());

  for (int i = 0; i < n_events; i++)
    if (events[i].data.ptr != NULL)
      handle_events (events[i].data.ptr, events[i].events);
    else
      sy_acceptor_drain (self->acceptor, add_connection, self);
  run_timers (self);
}

static void
run (gpointer data)
{
  LeanLoop *self = data;

  while (!atomic_load (&self->is_stopping))
    run_turn (self);

  while (self->connections->len > 0)
    close_connection (self->connections->pdata[0]);
}

static void
lean_loop_stop (SyServer *server)
{
  LeanLoop *self = (LeanLoop *) server;

  if (self->has_thread)
    {
      atomic_store (&self->is_stopping, TRUE);
      sy_acceptor_shut_down (self->acceptor);
      sy_thread_join (&self->thread);
    }

  if (self->epoll_fd >= 0)
    close (self->epoll_fd);
  g_clear_pointer (&self->acceptor, sy_acceptor_free);
  g_ptr_array_unref (self->connections);
  sy_timer_heap_free (self->timers);
  sy_loop_probe_free (self->probe);
}

static void
lean_loop_take_stats (SyServer      *server,
                      SyServerStats *stats)
{
  LeanLoop *self = (LeanLoop *) server;

  stats->n_requests = atomic_exchange (&self->n_requests, 0);
  sy_acceptor_take_counts (self->acceptor, &stats->n_accepted, &stats->n_refused);
  stats->has_loop = TRUE;
  stats->loop_lag = sy_histogram_new_for_time ();
  sy_loop_probe_take (self->probe, stats->loop_lag, &stats->loop_busy_ns);
}

static gboolean
start (LeanLoop  *self,
       GError   **error)
{
  const SyServerConfig *config = &self->parent.config;

  if (!sy_server_require_descriptors (&self->parent, N_OWN_DESCRIPTORS, error))
    return FALSE;

  self->acceptor = sy_acceptor_new (config->port, config->n_connections, error);
  if (self->acceptor == NULL)
    return FALSE;
  self->parent.port = sy_acceptor_get_port (self->acceptor);

  self->epoll_fd = epoll_create1 (EPOLL_CLOEXEC);
  if (self->epoll_fd < 0 || !watch (self, sy_acceptor_get_fd (self->acceptor), EPOLLIN, NULL))
    return sy_server_fail_to_start (&self->parent, error);

  self->has_thread = sy_thread_start (&self->thread, &self->parent, "sy-lean-loop", run, self,
                                      error);
  return self->has_thread;
}

SyServer *
sy_lean_loop_server_start (const SyArm           *arm,
                           const SyServerConfig  *config,
                           GError               **error)
{
  LeanLoop *self = g_new0 (LeanLoop, 1);

  sy_server_init (&self->parent, arm, config);
  self->parent.stop = lean_loop_stop;
  self->parent.take_stats = lean_loop_take_stats;
  self->epoll_fd = -1;
  self->burned_units = sy_burn_count_units (config->interpreter_cost_ns);
  self->timers = sy_timer_heap_new ();
  self->connections = g_ptr_array_new ();
  self->probe = sy_loop_probe_new ();
  if (start (self, error))
    return &self->parent;

  sy_server_stop (&self->parent);
  return NULL;
}
