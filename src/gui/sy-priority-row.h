/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SyPriorityRow:
 *
 * One of the things in order.  Emits "moved" with by how many places it is to go down, and
 * "removed"; by its buttons, Alt+Up, Alt+Down and Delete, or another row dropped on it.
 */
#define SY_TYPE_PRIORITY_ROW (sy_priority_row_get_type ())

G_DECLARE_FINAL_TYPE (SyPriorityRow, sy_priority_row, SY, PRIORITY_ROW, AdwActionRow)

/* @place: from 0, of @n_places. */
GtkWidget  *sy_priority_row_new    (const char    *id,
                                    const char    *name,
                                    const char    *text,
                                    guint          place,
                                    guint          n_places) G_GNUC_WARN_UNUSED_RESULT;

const char *sy_priority_row_get_id (SyPriorityRow *self);

G_END_DECLS
