/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SyThreadGroup:
 *
 * Adds up what a set of threads used, with nothing lost when one of them ends: a thread enters when
 * it starts and leaves as the last thing it does, and what it used by then stays in the sums.
 * (Summing /proc/self/task forgets ended threads.)  All calls are safe from any thread.
 */
typedef struct _SyThreadGroup SyThreadGroup;

/**
 * SyThreadScheduling:
 * @voluntary_switches: times a thread gave up its processor to wait
 * @involuntary_switches: times the kernel took the processor away
 * @run_queue_ns: time spent ready to run without a processor
 * @has_run_queue: %FALSE where the kernel does not tell @run_queue_ns
 */
typedef struct
{
  gint64   voluntary_switches;
  gint64   involuntary_switches;
  gint64   run_queue_ns;
  gboolean has_run_queue;
} SyThreadScheduling;

SyThreadGroup      *sy_thread_group_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void                sy_thread_group_free            (SyThreadGroup *self);

/* Called by the thread itself, once in its life. */
void                sy_thread_group_enter           (SyThreadGroup *self);
void                sy_thread_group_leave           (SyThreadGroup *self);

guint               sy_thread_group_count_live      (SyThreadGroup *self);

/* Processor time of the whole lives of all threads that ever entered, by CLOCK_THREAD_CPUTIME_ID.
 * Under a microsecond a thread, so it can be read at the edges of a measured window.
 */
gint64              sy_thread_group_read_cpu_ns     (SyThreadGroup *self);

/* Two small files in /proc a live thread: read it outside the measured window. */
SyThreadScheduling  sy_thread_group_read_scheduling (SyThreadGroup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyThreadGroup, sy_thread_group_free)

G_END_DECLS
