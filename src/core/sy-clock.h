/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <pthread.h>

G_BEGIN_DECLS

#define SY_NS_PER_US G_GINT64_CONSTANT (1000)
#define SY_NS_PER_MS G_GINT64_CONSTANT (1000000)
#define SY_NS_PER_S  G_GINT64_CONSTANT (1000000000)

/**
 * SyClock:
 * @now_ns: the time in nanoseconds since an arbitrary origin; never goes back
 * @wait_until: waits on @cond (its mutex held by the caller) until it is signalled, wakes
 *   spuriously, or the clock reaches @deadline_at_ns; returns %FALSE only for the last
 * @data: handed to both
 *
 * Where time comes from.  Code that waits takes a clock, so that a test can hand it another.
 */
typedef struct
{
  gint64   (*now_ns)     (gpointer data);
  gboolean (*wait_until) (gpointer         data,
                          pthread_cond_t  *cond,
                          pthread_mutex_t *mutex,
                          gint64           deadline_at_ns);
  gpointer   data;
} SyClock;

extern const SyClock sy_clock_monotonic;

/* CLOCK_MONOTONIC in nanoseconds. */
gint64 sy_clock_now_ns        (void);

/* Sleeps until CLOCK_MONOTONIC reaches the deadline, through signals. */
void   sy_clock_sleep_until   (gint64          deadline_at_ns);

/* Initialises a condition whose timed waits are on CLOCK_MONOTONIC, as sy_clock_monotonic needs. */
void   sy_clock_init_cond     (pthread_cond_t *cond);

G_END_DECLS
