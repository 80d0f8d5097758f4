/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SyTimer:
 * @at_ns: when it is due
 * @place: 0 when not in a heap, otherwise one more than its index there
 *
 * A timer in its owner's struct; zeroed to begin with.  The heap knows it only while it is in it,
 * so an owner that removes it before it goes leaves nothing behind.
 */
typedef struct
{
  gint64 at_ns;
  guint  place;
} SyTimer;

/* A binary heap of timers, the soonest on top (Williams, 1964). */
typedef struct _SyTimerHeap SyTimerHeap;

SyTimerHeap *sy_timer_heap_new    (void) G_GNUC_WARN_UNUSED_RESULT;
/* It must be empty. */
void         sy_timer_heap_free   (SyTimerHeap *self);

/* Sets @timer, which may be in the heap already. */
void         sy_timer_heap_set    (SyTimerHeap *self,
                                   SyTimer     *timer,
                                   gint64       at_ns);

/* Does nothing if @timer is not in the heap. */
void         sy_timer_heap_remove (SyTimerHeap *self,
                                   SyTimer     *timer);

/* The soonest; %NULL if there is none. */
SyTimer     *sy_timer_heap_peek   (SyTimerHeap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyTimerHeap, sy_timer_heap_free)

G_END_DECLS
