/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-soup-loop.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/sy-clock.h"
#include "server/sy-burn.h"
#include "server/sy-soup-common.h"
#include "server/sy-soup-stream.h"
#include "server/sy-soup-wait.h"
#include "server/sy-thread.h"
#include "server/sy-tracer.h"

typedef struct _Connection Connection;

/* @reading is the connection something was received on last: libsoup calls the handler of a request
 * while it reads the end of it.
 */
struct _SySoupLoop
{
  SyServer       *server;
  SyAcceptor     *acceptor;
  GMainContext   *context;
  SoupServer     *soup;
  GSocketAddress *address;
  SyLoopProbe    *probe;
  SyLane          lane;
  Connection     *reading;
  guint           n_burn_units;
  SyThread        thread;
  gboolean        has_thread;
  atomic_bool     is_stopping;
  _Atomic guint64 n_requests;
};

/* A connection sends and receives right away. */
struct _Connection
{
  SyWire      wire;
  SySoupLoop *loop;
  SyTrack     track;
  gint64      sent_at_ns;
};

/* A connection on its way to its loop. */
typedef struct
{
  SySoupLoop *loop;
  int         fd;
} Handover;

/* A request that is read on after its first bytes, or a next one: libsoup reads for that as soon as
 * an answer is sent.  Returns 0 where nobody wants to know when.
 */
static gint64
begin_receiving (Connection *self)
{
  if (G_LIKELY (!sy_track_is_wanted (&self->track)))
    return 0;

  if (self->track.is_live && self->track.kind == SY_SPAN_SENDING)
    sy_track_end_at (&self->track, self->sent_at_ns);

  return sy_clock_now_ns ();
}

/* What does not fit waits until the client has read. */
static void
note_sent (Connection *self,
           gssize      n_sent)
{
  if (n_sent < 0)
    sy_track_enter (&self->track, SY_SPAN_QUEUED);
  else
    self->sent_at_ns = sy_clock_now_ns ();
}

static gssize
connection_receive (SyWire *wire,
                    void   *buffer,
                    gsize   size)
{
  Connection *self = (Connection *) wire;
  gint64 began_at_ns = begin_receiving (self);
  gssize n_received = recv (wire->fd, buffer, size, 0);

  if (G_UNLIKELY (began_at_ns > 0) && n_received > 0)
    sy_track_touch_at (&self->track, began_at_ns);
  self->loop->reading = self;

  return n_received;
}

static gssize
connection_send (SyWire     *wire,
                 const void *data,
                 gsize       size)
{
  Connection *self = (Connection *) wire;
  gssize n_sent;

  if (G_UNLIKELY (self->track.is_live) && self->track.kind != SY_SPAN_SENDING)
    sy_track_enter (&self->track, SY_SPAN_SENDING);
  n_sent = send (wire->fd, data, size, MSG_NOSIGNAL);
  if (G_UNLIKELY (self->track.is_live))
    note_sent (self, n_sent);

  return n_sent;
}

static void
connection_close (SyWire *wire)
{
  Connection *self = (Connection *) wire;

  if (self->loop->reading == self)
    self->loop->reading = NULL;
  close (wire->fd);
  sy_acceptor_forget (self->loop->acceptor);
  g_free (self);
}

static void
answer (SySoupLoop        *self,
        SoupServerMessage *message,
        const SyExecution *execution,
        SyExecutionState   state)
{
  sy_soup_message_answer (message, execution, state);
  atomic_fetch_add_explicit (&self->n_requests, 1, memory_order_relaxed);
}

static void
wait_ended_cb (SoupServerMessage *message,
               const SyExecution *execution,
               SyExecutionState   state,
               gpointer           data)
{
  answer (data, message, execution, state);
}

static void
handle_message (SoupServer        *soup,
                SoupServerMessage *message,
                const char        *path,
                GHashTable        *query,
                gpointer           data)
{
  SySoupLoop *self = data;
  SyTrack *track = &self->reading->track;
  SyExecutionState state;
  SyExecution execution;
  guint wait_ms;

  if (G_UNLIKELY (track->is_live))
    sy_soup_message_recognise (message, track);
  sy_burn (self->n_burn_units, NULL, NULL);
  if (!sy_soup_message_begin (message, &execution))
    {
      atomic_fetch_add_explicit (&self->n_requests, 1, memory_order_relaxed);
      return;
    }

  state = sy_execution_advance (&execution, NULL, NULL, &wait_ms);
  if (state == SY_EXECUTION_WAITS)
    sy_soup_wait_begin (message, &execution, wait_ms, self->context, track,
                        wait_ended_cb, self);
  else
    {
      sy_track_enter (track, SY_SPAN_SENDING);
      answer (self, message, &execution, state);
    }
}

static GSocket *
duplicate_listening_socket (SyAcceptor  *acceptor,
                            GError     **error)
{
  int fd = fcntl (sy_acceptor_get_fd (acceptor), F_DUPFD_CLOEXEC, 0);
  GSocket *socket;

  if (fd < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }

  socket = g_socket_new_from_fd (fd, error);
  if (socket == NULL)
    close (fd);

  return socket;
}

SySoupLoop *
sy_soup_loop_new (SyServer    *server,
                  SyAcceptor  *acceptor,
                  GError     **error)
{
  g_autoptr(GSocket) socket = duplicate_listening_socket (acceptor, error);
  g_autoptr(SySoupLoop) self = g_new0 (SySoupLoop, 1);

  if (socket == NULL)
    return NULL;

  self->server = server;
  self->acceptor = acceptor;
  self->n_burn_units = sy_burn_count_units (server->config.interpreter_cost_ns);
  self->address = g_inet_socket_address_new_from_string ("127.0.0.1", server->port);
  self->soup = sy_soup_server_new (socket, handle_message, self, error);
  if (self->soup == NULL)
    return NULL;

  self->context = g_main_context_new ();
  self->probe = sy_loop_probe_new ();

  return g_steal_pointer (&self);
}

static void
run_loop (gpointer data)
{
  SySoupLoop *self = data;

  sy_loop_probe_install (self->probe, self->context);
  g_main_context_push_thread_default (self->context);
  while (!atomic_load (&self->is_stopping))
    g_main_context_iteration (self->context, TRUE);

  /* Connections end where they lived. */
  soup_server_disconnect (self->soup);
  g_main_context_pop_thread_default (self->context);
}

gboolean
sy_soup_loop_start (SySoupLoop  *self,
                    GError     **error)
{
  self->has_thread = sy_thread_start (&self->thread, self->server, "sy-loop",
                                      run_loop, self, error);

  return self->has_thread;
}

void
sy_soup_loop_stop (SySoupLoop *self)
{
  if (!self->has_thread)
    return;

  atomic_store (&self->is_stopping, TRUE);
  g_main_context_wakeup (self->context);
  sy_thread_join (&self->thread);
  self->has_thread = FALSE;
}

void
sy_soup_loop_free (SySoupLoop *self)
{
  g_clear_object (&self->soup);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->probe, sy_loop_probe_free);
  g_clear_object (&self->address);
  g_free (self);
}

GMainContext *
sy_soup_loop_get_context (SySoupLoop *self)
{
  return self->context;
}

static gboolean
adopt_cb (gpointer data)
{
  Handover *handover = data;
  Connection *connection = g_new (Connection, 1);
  g_autoptr(GIOStream) stream = NULL;

  connection->loop = handover->loop;
  sy_track_init (&connection->track, &handover->loop->server->tracer, &handover->loop->lane);
  connection->wire = (SyWire) {
    .fd = handover->fd,
    .receive = connection_receive,
    .send = connection_send,
    .close = connection_close,
  };
  handover->fd = -1;

  stream = sy_soup_stream_new (&connection->wire);
  sy_soup_server_adopt (connection->loop->soup, stream, connection->loop->address);

  return G_SOURCE_REMOVE;
}

/* A loop that stops does not adopt what is still on its way. */
static void
handover_free (gpointer data)
{
  Handover *self = data;

  if (self->fd >= 0)
    {
      close (self->fd);
      sy_acceptor_forget (self->loop->acceptor);
    }
  g_free (self);
}

void
sy_soup_loop_adopt (SySoupLoop *self,
                    int         fd)
{
  Handover *handover = g_new (Handover, 1);

  *handover = (Handover) { .loop = self, .fd = fd };
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, adopt_cb, handover, handover_free);
}

SyLoopProbe *
sy_soup_loop_get_probe (SySoupLoop *self)
{
  return self->probe;
}

guint64
sy_soup_loop_take_n_requests (SySoupLoop *self)
{
  return atomic_exchange (&self->n_requests, 0);
}
