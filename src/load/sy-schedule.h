/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SySchedule:
 *
 * What is due when: a binary heap of a fixed capacity, so that nothing is allocated while it is
 * used.
 */
typedef struct _SySchedule SySchedule;

SySchedule *sy_schedule_new        (guint             capacity) G_GNUC_WARN_UNUSED_RESULT;
void        sy_schedule_free       (SySchedule       *self);

void        sy_schedule_push       (SySchedule       *self,
                                    gint64            at_ns,
                                    gpointer          item);

/* When the next item is due; %G_MAXINT64 if there is none. */
gint64      sy_schedule_get_due_at (const SySchedule *self);

/* The item due first, of which there must be one. */
gpointer    sy_schedule_pop        (SySchedule       *self);

void        sy_schedule_clear      (SySchedule       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SySchedule, sy_schedule_free)

G_END_DECLS
