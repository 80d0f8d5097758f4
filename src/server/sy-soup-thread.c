/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-soup-thread.h"

#include <fcntl.h>
#include <unistd.h>

#include "core/sy-clock.h"
#include "server/sy-burn.h"
#include "server/sy-soup-common.h"
#include "server/sy-soup-stream.h"
#include "server/sy-unlocked-wire.h"

typedef struct
{
  SyCrewMember    parent;
  SyUnlockedWire  wire;
  SySoupThreads  *shared;
  SoupServer     *soup;
  GMainContext   *context;
} SySoupThread;

static void
checkpoint (gpointer data)
{
  SySoupThread *self = data;

  sy_track_check_lock (&self->wire.track, self->shared->lock);
}

static void
execute (SySoupThread      *self,
         SoupServerMessage *message,
         SyExecution       *execution)
{
  SyCheckpointFunc at_unit = self->shared->lock != NULL ? checkpoint : NULL;
  SyExecutionState state;
  guint wait_ms;

  for (;;)
    {
      state = sy_execution_advance (execution, at_unit, self, &wait_ms);
      if (state != SY_EXECUTION_WAITS)
        break;
      sy_unlocked_wire_sleep (&self->wire, sy_clock_now_ns () + wait_ms * SY_NS_PER_MS);
    }

  sy_track_enter (&self->wire.track, SY_SPAN_SENDING);
  sy_soup_message_answer (message, execution, state);
}

static void
handle_message (SoupServer        *soup,
                SoupServerMessage *message,
                const char        *path,
                GHashTable        *query,
                gpointer           data)
{
  SySoupThread *self = data;
  SySoupThreads *shared = self->shared;
  SyExecution execution;

  if (G_UNLIKELY (self->wire.track.is_live))
    sy_soup_message_recognise (message, &self->wire.track);
  sy_burn (shared->n_burn_units, shared->lock != NULL ? checkpoint : NULL, self);
  if (sy_soup_message_begin (message, &execution))
    execute (self, message, &execution);

  atomic_fetch_add_explicit (&shared->n_requests, 1, memory_order_relaxed);
}

/* GLib aborts the process when it finds no descriptor for a main context. */
static gboolean
has_descriptor_left (int fd)
{
  int copy = fcntl (fd, F_DUPFD_CLOEXEC, 0);

  if (copy < 0)
    return FALSE;

  close (copy);
  return TRUE;
}

static GSocket *
adopt_socket (int fd)
{
  GSocket *socket = NULL;

  if (has_descriptor_left (fd))
    socket = g_socket_new_from_fd (fd, NULL);
  if (socket == NULL)
    close (fd);

  return socket;
}

/* Leaves neither a descriptor nor a source; the socket is the SoupServer's. */
static void
close_down (SySoupThread *self)
{
  if (self->soup != NULL)
    soup_server_disconnect (self->soup);
  g_clear_object (&self->soup);
  g_clear_pointer (&self->context, g_main_context_unref);
}

static void
soup_thread_free (SyCrewMember *member)
{
  SySoupThread *self = (SySoupThread *) member;

  close_down (self);
  sy_unlocked_wire_clear (&self->wire);
  g_free (self);
}

static SyCrewMember *
soup_thread_hire (SyCrew *crew,
                  int     fd)
{
  SySoupThreads *shared = (SySoupThreads *) crew;
  g_autoptr(GSocket) socket = adopt_socket (fd);
  SySoupThread *self;

  if (socket == NULL)
    return NULL;

  self = g_new0 (SySoupThread, 1);
  self->shared = shared;
  sy_unlocked_wire_init (&self->wire, fd, shared->lock, &crew->server->tracer);
  self->soup = sy_soup_server_new (socket, handle_message, self, NULL);
  if (self->soup == NULL)
    {
      soup_thread_free (&self->parent);
      return NULL;
    }
  self->context = g_main_context_new ();

  return &self->parent;
}

static void
take_lock (SySoupThread *self)
{
  if (self->shared->lock != NULL)
    sy_interpreter_lock_take (self->shared->lock);
}

static void
release_lock (SySoupThread *self)
{
  if (self->shared->lock != NULL)
    sy_interpreter_lock_release (self->shared->lock);
}

static void
iterate_until_closed (SySoupThread *self)
{
  g_autoptr(GIOStream) stream = sy_soup_stream_new (&self->wire.parent);

  sy_soup_server_adopt (self->soup, stream, self->shared->address);
  while (!self->wire.is_closed)
    g_main_context_iteration (self->context, TRUE);
}

static void
soup_thread_serve (SyCrewMember *member)
{
  SySoupThread *self = (SySoupThread *) member;

  take_lock (self);
  sy_unlocked_wire_install (&self->wire, self->context);
  g_main_context_push_thread_default (self->context);
  iterate_until_closed (self);
  g_main_context_pop_thread_default (self->context);
  release_lock (self);
}

static void
soup_thread_hang_up (SyCrewMember *member)
{
  sy_unlocked_wire_hang_up (&((SySoupThread *) member)->wire);
}

static void
soup_thread_leave (SyCrewMember *member)
{
  SySoupThread *self = (SySoupThread *) member;

  take_lock (self);
  close_down (self);
  release_lock (self);
}

const SyCrewClass sy_soup_thread_class = {
  .hire = soup_thread_hire,
  .serve = soup_thread_serve,
  .hang_up = soup_thread_hang_up,
  .leave = soup_thread_leave,
  .free = soup_thread_free,
};
