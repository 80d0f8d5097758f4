/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-schedule.h"

typedef struct
{
  gint64   at_ns;
  gpointer item;
} Entry;

struct _SySchedule
{
  Entry *entries;
  guint  n;
  guint  capacity;
};

SySchedule *
sy_schedule_new (guint capacity)
{
  SySchedule *self = g_new0 (SySchedule, 1);

  self->entries = g_new (Entry, capacity);
  self->capacity = capacity;

  return self;
}

void
sy_schedule_free (SySchedule *self)
{
  g_free (self->entries);
  g_free (self);
}

void
sy_schedule_push (SySchedule *self,
                  gint64      at_ns,
                  gpointer    item)
{
  guint hole = self->n++;

  g_assert (self->n <= self->capacity);

  while (hole > 0 && self->entries[(hole - 1) / 2].at_ns > at_ns)
    {
      self->entries[hole] = self->entries[(hole - 1) / 2];
      hole = (hole - 1) / 2;
    }
  self->entries[hole] = (Entry) { at_ns, item };
}

gint64
sy_schedule_get_due_at (const SySchedule *self)
{
  return self->n > 0 ? self->entries[0].at_ns : G_MAXINT64;
}

gpointer
sy_schedule_pop (SySchedule *self)
{
  gpointer item = self->entries[0].item;
  Entry last;
  guint hole = 0;
  guint child;

  g_assert (self->n > 0);

  last = self->entries[--self->n];
  while ((child = 2 * hole + 1) < self->n)
    {
      child += child + 1 < self->n &&
               self->entries[child + 1].at_ns < self->entries[child].at_ns;
      if (self->entries[child].at_ns >= last.at_ns)
        break;
      self->entries[hole] = self->entries[child];
      hole = child;
    }
  self->entries[hole] = last;

  return item;
}

void
sy_schedule_clear (SySchedule *self)
{
  self->n = 0;
}
