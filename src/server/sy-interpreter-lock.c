/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-interpreter-lock.h"

#include <pthread.h>
#include <stdatomic.h>

/* After CPython's Python/ceval_gil.h.  That needs two mutexes and gives way on one single wait; one
 * mutex and a count of takes say the same with a predicate: a request stands only while the thread
 * that made it still waits, so who gives way to it is sure to see another take.
 */
struct _SyInterpreterLock
{
  const SyClock          *clock;
  gint64                  switch_interval_ns;

  /* Written under the mutex, read by checkpoints without it. */
  atomic_bool             is_requested;

  /* Guards everything below. */
  pthread_mutex_t         mutex;
  pthread_cond_t          released;
  pthread_cond_t          taken;
  gboolean                is_held;
  const void             *last_holder;
  guint64                 n_takes;
  guint64                 n_switches;
  gint64                  taken_at_ns;
  SyInterpreterLockStats  stats;
};

/* Its address tells the threads apart. */
static _Thread_local char this_thread;

static SyInterpreterLockStats
make_stats (void)
{
  return (SyInterpreterLockStats) {
    .waited = sy_histogram_new_for_time (),
    .held = sy_histogram_new_for_time (),
  };
}

SyInterpreterLock *
sy_interpreter_lock_new (gint64         switch_interval_ns,
                         const SyClock *clock)
{
  SyInterpreterLock *self = g_new0 (SyInterpreterLock, 1);

  self->clock = clock;
  self->switch_interval_ns = switch_interval_ns;
  atomic_init (&self->is_requested, FALSE);
  pthread_mutex_init (&self->mutex, NULL);
  sy_clock_init_cond (&self->released);
  pthread_cond_init (&self->taken, NULL);
  self->stats = make_stats ();

  return self;
}

void
sy_interpreter_lock_free (SyInterpreterLock *self)
{
  g_assert (!self->is_held);

  pthread_cond_destroy (&self->taken);
  pthread_cond_destroy (&self->released);
  pthread_mutex_destroy (&self->mutex);
  sy_histogram_free (self->stats.waited);
  sy_histogram_free (self->stats.held);
  g_free (self);
}

static gint64
read_clock_ns (SyInterpreterLock *self)
{
  return self->clock->now_ns (self->clock->data);
}

/* Asks only if the lock stayed with one thread for a whole interval: whoever got it meanwhile has
 * just begun.
 */
static void
wait_an_interval (SyInterpreterLock *self)
{
  guint64 n_switches = self->n_switches;
  gint64 deadline_at_ns = read_clock_ns (self) + self->switch_interval_ns;
  gboolean is_timely = self->clock->wait_until (self->clock->data, &self->released, &self->mutex,
                                                deadline_at_ns);

  if (is_timely || !self->is_held || self->n_switches != n_switches)
    return;

  self->stats.time_outs++;
  atomic_store_explicit (&self->is_requested, TRUE, memory_order_relaxed);
}

static void
wait_for_release (SyInterpreterLock *self)
{
  gint64 began_at_ns = read_clock_ns (self);

  while (self->is_held)
    wait_an_interval (self);

  self->stats.contended_takes++;
  sy_histogram_record (self->stats.waited, read_clock_ns (self) - began_at_ns);
}

static gboolean
take_with_mutex (SyInterpreterLock *self)
{
  gboolean has_to_wait = self->is_held;

  if (has_to_wait)
    wait_for_release (self);

  self->is_held = TRUE;
  self->n_takes++;
  self->stats.takes++;
  if (self->last_holder != &this_thread)
    self->n_switches++;
  self->last_holder = &this_thread;
  self->taken_at_ns = read_clock_ns (self);
  atomic_store_explicit (&self->is_requested, FALSE, memory_order_relaxed);
  pthread_cond_broadcast (&self->taken);

  return has_to_wait;
}

/* Forced switching: without it the thread that gives way would mostly take the lock again before
 * the other one has woken up.
 */
static void
release_with_mutex (SyInterpreterLock *self)
{
  guint64 n_takes = self->n_takes;

  self->is_held = FALSE;
  sy_histogram_record (self->stats.held, read_clock_ns (self) - self->taken_at_ns);
  pthread_cond_signal (&self->released);

  if (!atomic_load_explicit (&self->is_requested, memory_order_relaxed))
    return;

  while (self->n_takes == n_takes)
    pthread_cond_wait (&self->taken, &self->mutex);
}

gboolean
sy_interpreter_lock_take (SyInterpreterLock *self)
{
  gboolean has_waited;

  pthread_mutex_lock (&self->mutex);
  has_waited = take_with_mutex (self);
  pthread_mutex_unlock (&self->mutex);

  return has_waited;
}

void
sy_interpreter_lock_release (SyInterpreterLock *self)
{
  pthread_mutex_lock (&self->mutex);
  release_with_mutex (self);
  pthread_mutex_unlock (&self->mutex);
}

static void
give_way (SyInterpreterLock *self)
{
  pthread_mutex_lock (&self->mutex);
  release_with_mutex (self);
  take_with_mutex (self);
  pthread_mutex_unlock (&self->mutex);
}

gboolean
sy_interpreter_lock_is_requested (SyInterpreterLock *self)
{
  return atomic_load_explicit (&self->is_requested, memory_order_relaxed);
}

void
sy_interpreter_lock_checkpoint (SyInterpreterLock *self)
{
  if (G_UNLIKELY (sy_interpreter_lock_is_requested (self)))
    give_way (self);
}

void
sy_interpreter_lock_take_stats (SyInterpreterLock      *self,
                                SyInterpreterLockStats *stats)
{
  SyInterpreterLockStats fresh = make_stats ();

  pthread_mutex_lock (&self->mutex);
  *stats = self->stats;
  self->stats = fresh;
  pthread_mutex_unlock (&self->mutex);
}
