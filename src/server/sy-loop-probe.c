/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-loop-probe.h"

#include <pthread.h>

#include "core/sy-clock.h"

struct _SyLoopProbe
{
  /* Touched by the loop's thread alone. */
  gint64           turn_began_at_ns;
  gboolean         has_begun;

  /* Guards what follows. */
  pthread_mutex_t  mutex;
  SyHistogram     *lag;
  gint64           busy_ns;
};

/* A poll function gets no data. */
static _Thread_local SyLoopProbe *this_probe;

void
sy_loop_probe_begin_turn (SyLoopProbe *self,
                          gint64       now_at_ns)
{
  self->turn_began_at_ns = now_at_ns;
  self->has_begun = TRUE;
}

void
sy_loop_probe_end_turn (SyLoopProbe *self)
{
  gint64 turn_ns;

  if (!self->has_begun)
    return;

  turn_ns = sy_clock_now_ns () - self->turn_began_at_ns;
  pthread_mutex_lock (&self->mutex);
  sy_histogram_record (self->lag, turn_ns);
  self->busy_ns += turn_ns;
  pthread_mutex_unlock (&self->mutex);
}

static gint
poll_between_turns (GPollFD *fds,
                    guint    n_fds,
                    gint     time_out_ms)
{
  SyLoopProbe *self = this_probe;
  gint n_ready;

  sy_loop_probe_end_turn (self);
  n_ready = g_poll (fds, n_fds, time_out_ms);
  sy_loop_probe_begin_turn (self, sy_clock_now_ns ());

  return n_ready;
}

SyLoopProbe *
sy_loop_probe_new (void)
{
  SyLoopProbe *self = g_new0 (SyLoopProbe, 1);

  pthread_mutex_init (&self->mutex, NULL);
  self->lag = sy_histogram_new_for_time ();

  return self;
}

void
sy_loop_probe_free (SyLoopProbe *self)
{
  pthread_mutex_destroy (&self->mutex);
  sy_histogram_free (self->lag);
  g_free (self);
}

void
sy_loop_probe_install (SyLoopProbe  *self,
                       GMainContext *context)
{
  this_probe = self;
  g_main_context_set_poll_func (context, poll_between_turns);
}

void
sy_loop_probe_take (SyLoopProbe *self,
                    SyHistogram *lag,
                    gint64      *busy_ns)
{
  g_autoptr(SyHistogram) taken = sy_histogram_new_for_time ();
  SyHistogram *fresh = taken;

  pthread_mutex_lock (&self->mutex);
  taken = self->lag;
  self->lag = fresh;
  *busy_ns += self->busy_ns;
  self->busy_ns = 0;
  pthread_mutex_unlock (&self->mutex);

  sy_histogram_merge (lag, taken);
}
