/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-soup-thread.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "core/sy-clock.h"
#include "server/sy-burn.h"
#include "server/sy-soup-common.h"
#include "server/sy-soup-stream.h"
#include "server/sy-thread.h"
#include "server/sy-unlocked-wire.h"

struct _SySoupThread
{
  SyUnlockedWire  wire;
  SySoupThreads  *shared;
  SoupServer     *soup;
  GMainContext   *context;
  SyThread        thread;
  gboolean        has_thread;
  GList           link;
};

static void
checkpoint (gpointer data)
{
  sy_interpreter_lock_checkpoint (data);
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
      state = sy_execution_advance (execution, at_unit, self->shared->lock, &wait_ms);
      if (state != SY_EXECUTION_WAITS)
        break;
      sy_unlocked_wire_sleep (&self->wire, sy_clock_now_ns () + wait_ms * SY_NS_PER_MS);
    }

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

  sy_burn (shared->n_burn_units, shared->lock != NULL ? checkpoint : NULL, shared->lock);
  if (sy_soup_message_begin (message, &execution))
    execute (self, message, &execution);

  atomic_fetch_add_explicit (&shared->n_requests, 1, memory_order_relaxed);
}

/* GLib aborts the process when it finds no descriptor for a main context. */
static gboolean
has_descriptor_left (int      fd,
                     GError **error)
{
  int copy = fcntl (fd, F_DUPFD_CLOEXEC, 0);

  if (copy < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }

  close (copy);
  return TRUE;
}

static GSocket *
adopt_socket (int      fd,
              GError **error)
{
  GSocket *socket = NULL;

  if (has_descriptor_left (fd, error))
    socket = g_socket_new_from_fd (fd, error);
  if (socket == NULL)
    close (fd);

  return socket;
}

SySoupThread *
sy_soup_thread_new (SySoupThreads  *shared,
                    int             fd,
                    GError        **error)
{
  g_autoptr(GSocket) socket = adopt_socket (fd, error);
  SySoupThread *self;

  if (socket == NULL)
    return NULL;

  self = g_new0 (SySoupThread, 1);
  self->shared = shared;
  self->link.data = self;
  sy_unlocked_wire_init (&self->wire, fd, shared->lock);
  self->soup = sy_soup_server_new (socket, handle_message, self, error);
  if (self->soup == NULL)
    {
      sy_soup_thread_free (self);
      return NULL;
    }
  self->context = g_main_context_new ();

  return self;
}

/* Leaves neither a descriptor nor a source; the socket is the SoupServer's. */
static void
close_down (SySoupThread *self)
{
  sy_unlocked_wire_retire (&self->wire);
  if (self->soup != NULL)
    soup_server_disconnect (self->soup);
  g_clear_object (&self->soup);
  g_clear_pointer (&self->context, g_main_context_unref);
}

static void
serve (SySoupThread *self)
{
  g_autoptr(GIOStream) stream = sy_soup_stream_new (&self->wire.parent);

  sy_soup_server_adopt (self->soup, stream, self->shared->address);
  while (!self->wire.is_closed)
    g_main_context_iteration (self->context, TRUE);
}

static void
run_thread (gpointer data)
{
  SySoupThread *self = data;
  SySoupThreads *shared = self->shared;

  if (shared->lock != NULL)
    sy_interpreter_lock_take (shared->lock);
  sy_unlocked_wire_install (&self->wire, self->context);
  g_main_context_push_thread_default (self->context);
  serve (self);
  g_main_context_pop_thread_default (self->context);
  close_down (self);
  if (shared->lock != NULL)
    sy_interpreter_lock_release (shared->lock);

  shared->ended (self, shared->data);
}

void
sy_soup_thread_join (SySoupThread *self)
{
  if (!self->has_thread)
    return;

  sy_thread_join (&self->thread);
  self->has_thread = FALSE;
}

void
sy_soup_thread_free (SySoupThread *self)
{
  sy_soup_thread_join (self);
  close_down (self);
  sy_unlocked_wire_clear (&self->wire);
  g_free (self);
}

gboolean
sy_soup_thread_start (SySoupThread  *self,
                      GError       **error)
{
  /* Set before it can end and be joined. */
  self->has_thread = TRUE;
  if (!sy_thread_start (&self->thread, self->shared->server, "sy-connection",
                        run_thread, self, error))
    self->has_thread = FALSE;

  return self->has_thread;
}

void
sy_soup_thread_hang_up (SySoupThread *self)
{
  sy_unlocked_wire_hang_up (&self->wire);
}

GList *
sy_soup_thread_get_link (SySoupThread *self)
{
  return &self->link;
}
