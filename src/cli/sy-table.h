/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SyTable:
 *
 * Text in aligned columns, two spaces apart.  Cells are added one after the other, row by row.
 */
typedef struct _SyTable SyTable;

/* One letter a column: 'l' is set left, 'r' right. */
SyTable *sy_table_new       (const char *alignment) G_GNUC_WARN_UNUSED_RESULT;
void     sy_table_free      (SyTable    *self);

/* Adds a copy; %NULL, what could not be measured, is shown as a dash. */
void     sy_table_add       (SyTable    *self,
                             const char *cell);

/* Adds a cell and takes its memory. */
void     sy_table_take      (SyTable    *self,
                             char       *cell);

/* Of the widest row, in columns of a terminal. */
guint    sy_table_get_width (SyTable    *self);

/* The rows as lines, @indent before each; an unfinished row counts as filled with empty cells. */
char    *sy_table_format    (SyTable    *self,
                             const char *indent) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyTable, sy_table_free)

G_END_DECLS
