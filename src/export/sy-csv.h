/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SyCsv:
 *
 * Writes a table as RFC 4180 has it (Shafranovich, 2005): CRLF ends a row, quotes stand around what
 * needs them.  Bytes depend on the values alone: the decimal point is a point in every locale.
 */
typedef struct _SyCsv SyCsv;

SyCsv *sy_csv_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void   sy_csv_free        (SyCsv      *self);

void   sy_csv_add_text    (SyCsv      *self,
                           const char *text);
void   sy_csv_add_int     (SyCsv      *self,
                           gint64      value);
/* The fewest digits that read back as exactly @value; an empty cell where it is not finite. */
void   sy_csv_add_double  (SyCsv      *self,
                           double      value);
void   sy_csv_add_boolean (SyCsv      *self,
                           gboolean    value);
/* What could not be measured is an empty cell. */
void   sy_csv_add_nothing (SyCsv      *self);

/* The first row says how many cells every other one must have. */
void   sy_csv_end_row     (SyCsv      *self);

/* The whole table; leaves @self empty. */
char  *sy_csv_finish      (SyCsv      *self,
                           gsize      *length) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyCsv, sy_csv_free)

G_END_DECLS
