/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SyColumns:
 *
 * Text in aligned columns, two spaces apart.  Cells are added one after the other, row by row.
 */
typedef struct _SyColumns SyColumns;

/* One letter a column: 'l' is set left, 'r' right. */
SyColumns *sy_columns_new       (const char *alignment) G_GNUC_WARN_UNUSED_RESULT;
void       sy_columns_free      (SyColumns  *self);

/* Adds a copy; %NULL, what could not be measured, is shown as a dash. */
void       sy_columns_add       (SyColumns  *self,
                                 const char *cell);

/* Adds a cell and takes its memory. */
void       sy_columns_take      (SyColumns *self,
                                 char      *cell);

/* Instead of a cell: the one before it goes on over this column, and is aligned over both. */
void       sy_columns_span      (SyColumns *self);

/* Of the widest row, in columns of a terminal. */
guint      sy_columns_get_width (SyColumns  *self);

/* The rows as lines, @indent before each; an unfinished row counts as filled with empty cells. */
char      *sy_columns_format    (SyColumns  *self,
                                 const char *indent) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyColumns, sy_columns_free)

G_END_DECLS
