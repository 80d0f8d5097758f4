/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-timer-heap.h"

struct _SyTimerHeap
{
  GPtrArray *timers;
};

SyTimerHeap *
sy_timer_heap_new (void)
{
  SyTimerHeap *self = g_new0 (SyTimerHeap, 1);

  self->timers = g_ptr_array_new ();

  return self;
}

void
sy_timer_heap_free (SyTimerHeap *self)
{
  g_assert (self->timers->len == 0);

  g_ptr_array_unref (self->timers);
  g_free (self);
}

static SyTimer *
get (SyTimerHeap *self,
     guint        place)
{
  return self->timers->pdata[place - 1];
}

static void
put (SyTimerHeap *self,
     guint        place,
     SyTimer     *timer)
{
  self->timers->pdata[place - 1] = timer;
  timer->place = place;
}

/* Moves @timer from the hole at @place upwards until no parent is later. */
static guint
find_place_above (SyTimerHeap *self,
                  guint        place,
                  SyTimer     *timer)
{
  while (place > 1 && get (self, place / 2)->at_ns > timer->at_ns)
    {
      put (self, place, get (self, place / 2));
      place /= 2;
    }

  return place;
}

static guint
get_sooner_child (SyTimerHeap *self,
                  guint        place)
{
  guint left = 2 * place;

  if (left < self->timers->len && get (self, left + 1)->at_ns < get (self, left)->at_ns)
    return left + 1;

  return left;
}

/* Likewise downwards until no child is sooner. */
static guint
find_place_below (SyTimerHeap *self,
                  guint        place,
                  SyTimer     *timer)
{
  while (2 * place <= self->timers->len)
    {
      guint child = get_sooner_child (self, place);

      if (get (self, child)->at_ns >= timer->at_ns)
        return place;
      put (self, place, get (self, child));
      place = child;
    }

  return place;
}

static void
settle (SyTimerHeap *self,
        guint        place,
        SyTimer     *timer)
{
  place = find_place_above (self, place, timer);
  place = find_place_below (self, place, timer);
  put (self, place, timer);
}

void
sy_timer_heap_set (SyTimerHeap *self,
                   SyTimer     *timer,
                   gint64       at_ns)
{
  timer->at_ns = at_ns;
  if (timer->place == 0)
    {
      g_ptr_array_add (self->timers, timer);
      timer->place = self->timers->len;
    }
  settle (self, timer->place, timer);
}

void
sy_timer_heap_remove (SyTimerHeap *self,
                      SyTimer     *timer)
{
  guint place = timer->place;
  SyTimer *last;

  if (place == 0)
    return;

  last = g_ptr_array_steal_index_fast (self->timers, self->timers->len - 1);
  if (last != timer)
    settle (self, place, last);
  timer->place = 0;
}

SyTimer *
sy_timer_heap_peek (SyTimerHeap *self)
{
  return self->timers->len > 0 ? get (self, 1) : NULL;
}
