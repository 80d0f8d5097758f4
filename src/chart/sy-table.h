/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-format.h"

G_BEGIN_DECLS

/**
 * SyTableColumn:
 * @name: (owned): as people see it
 * @unit: of the raw values; "" for text and plain numbers
 * @is_text: whether its cells have no value
 */
typedef struct
{
  char       *name;
  const char *unit;
  gboolean    is_text;
} SyTableColumn;

/**
 * SyTableCell:
 * @text: (owned): formatted for people; "" where there is nothing
 * @value: at full precision
 * @has_value: %FALSE for text and where there is nothing
 */
typedef struct
{
  char    *text;
  double   value;
  gboolean has_value;
} SyTableCell;

/**
 * SyTable:
 *
 * What a chart shows, in rows: for those who cannot see it, and for those who reckon further.
 */
typedef struct _SyTable SyTable;

SyTable             *sy_table_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void                 sy_table_free            (SyTable       *self);

void                 sy_table_add_text_column (SyTable       *self,
                                               const char    *name);
void                 sy_table_add_column      (SyTable       *self,
                                               const char    *name,
                                               SyFormat       format);

/* Cells are added from left to right; the row is full when every column has one. */
void                 sy_table_add_text        (SyTable       *self,
                                               const char    *text);
void                 sy_table_add_value       (SyTable       *self,
                                               SyFormat       format,
                                               double         value);
void                 sy_table_add_nothing     (SyTable       *self);

guint                sy_table_count_columns   (const SyTable *self);
guint                sy_table_count_rows      (const SyTable *self);
const SyTableColumn *sy_table_get_column      (const SyTable *self,
                                               guint          column);
const SyTableCell   *sy_table_get_cell        (const SyTable *self,
                                               guint          row,
                                               guint          column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyTable, sy_table_free)

G_END_DECLS
