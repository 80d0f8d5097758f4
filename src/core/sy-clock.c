/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-clock.h"

#include <errno.h>
#include <time.h>

/* A deadline before the clock's origin is past, not an invalid argument. */
static struct timespec
timespec_from_ns (gint64 ns)
{
  ns = MAX (ns, 0);

  return (struct timespec) { .tv_sec = ns / SY_NS_PER_S, .tv_nsec = ns % SY_NS_PER_S };
}

static gint64
now_ns (gpointer data)
{
  return sy_clock_now_ns ();
}

static gboolean
wait_until (gpointer         data,
            pthread_cond_t  *cond,
            pthread_mutex_t *mutex,
            gint64           deadline_at_ns)
{
  struct timespec deadline = timespec_from_ns (deadline_at_ns);

  return pthread_cond_timedwait (cond, mutex, &deadline) != ETIMEDOUT;
}

const SyClock sy_clock_monotonic = { .now_ns = now_ns, .wait_until = wait_until };

gint64
sy_clock_now_ns (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);

  return now.tv_sec * SY_NS_PER_S + now.tv_nsec;
}

void
sy_clock_sleep_until (gint64 deadline_at_ns)
{
  struct timespec deadline = timespec_from_ns (deadline_at_ns);

  while (clock_nanosleep (CLOCK_MONOTONIC, TIMER_ABSTIME, &deadline, NULL) == EINTR)
    ;
}

void
sy_clock_init_cond (pthread_cond_t *cond)
{
  pthread_condattr_t attributes;

  pthread_condattr_init (&attributes);
  pthread_condattr_setclock (&attributes, CLOCK_MONOTONIC);
  pthread_cond_init (cond, &attributes);
  pthread_condattr_destroy (&attributes);
}
