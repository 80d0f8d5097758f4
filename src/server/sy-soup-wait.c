/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-soup-wait.h"

#include "core/sy-clock.h"

/* A wait belongs to its message and holds no reference to it, so its timer cannot outlive it; and
 * a message lives no longer than its connection.  Should somebody keep the message longer, the
 * end of the connection stops the timer as well: libsoup does not forgive going on with a message
 * whose connection is gone.
 */
typedef struct
{
  SoupServerMessage *message;
  GSource           *timer;
  SyExecution        execution;
  SyTrack           *track;
  gint64             due_at_ns;
  SySoupWaitFunc     ended;
  gpointer           data;
} Wait;

static G_DEFINE_QUARK (sy-soup-wait, wait)

static void
clear_timer (Wait *self)
{
  if (self->timer == NULL)
    return;

  g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static void
wait_free (gpointer data)
{
  clear_timer (data);
  g_free (data);
}

static void
disconnected_cb (SoupServerMessage *message,
                 gpointer           data)
{
  clear_timer (data);
}

static void
set_timer (Wait  *self,
           guint  wait_ms)
{
  gint64 due_at_us = g_get_monotonic_time () + wait_ms * G_GINT64_CONSTANT (1000);

  g_source_set_ready_time (self->timer, due_at_us);
  self->due_at_ns = due_at_us * SY_NS_PER_US;
  sy_track_enter (self->track, SY_SPAN_WAITING);
}

static gboolean
go_on_cb (gpointer data)
{
  Wait *self = data;
  SyExecutionState state;
  guint wait_ms;

  sy_track_resume (self->track, self->due_at_ns, SY_SPAN_COMPUTING);
  state = sy_execution_advance (&self->execution, NULL, NULL, &wait_ms);
  if (state == SY_EXECUTION_WAITS)
    {
      set_timer (self, wait_ms);
      return G_SOURCE_CONTINUE;
    }

  clear_timer (self);
  sy_track_enter (self->track, SY_SPAN_QUEUED);
  self->ended (self->message, &self->execution, state, self->data);
  soup_server_message_unpause (self->message);

  return G_SOURCE_REMOVE;
}

/* Unlike a time-out of GLib's it can be set again, and for a point in time. */
static gboolean
timer_dispatch (GSource     *source,
                GSourceFunc  callback,
                gpointer     data)
{
  g_source_set_ready_time (source, -1);

  return callback (data);
}

static GSourceFuncs timer_funcs = { .dispatch = timer_dispatch };

void
sy_soup_wait_begin (SoupServerMessage *message,
                    const SyExecution *execution,
                    guint              wait_ms,
                    GMainContext      *context,
                    SyTrack           *track,
                    SySoupWaitFunc     ended,
                    gpointer           data)
{
  Wait *self = g_new (Wait, 1);

  *self = (Wait) {
    .message = message,
    .timer = g_source_new (&timer_funcs, sizeof (GSource)),
    .execution = *execution,
    .track = track,
    .ended = ended,
    .data = data,
  };
  g_source_set_static_name (self->timer, "sy-soup-wait");
  g_source_set_callback (self->timer, go_on_cb, self, NULL);
  set_timer (self, wait_ms);

  g_object_set_qdata_full (G_OBJECT (message), wait_quark (), self, wait_free);
  g_signal_connect (message, "disconnected", G_CALLBACK (disconnected_cb), self);
  soup_server_message_pause (message);
  g_source_attach (self->timer, context);
}
