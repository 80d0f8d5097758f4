/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SyCheckRow:
 *
 * One of several that apply, known by its id.
 */
#define SY_TYPE_CHECK_ROW (sy_check_row_get_type ())

G_DECLARE_FINAL_TYPE (SyCheckRow, sy_check_row, SY, CHECK_ROW, AdwActionRow)

/* @subtitle may be %NULL. */
GtkWidget  *sy_check_row_new      (const char  *id,
                                   const char  *title,
                                   const char  *subtitle) G_GNUC_WARN_UNUSED_RESULT;

GtkWidget  *sy_check_row_get_check (SyCheckRow *self);

/* Checks those rows whose ids are in @ids, and no others. */
void        sy_check_rows_show    (GPtrArray   *rows,
                                   GPtrArray   *ids);
/* Puts the ids of the checked rows into @ids, in place of what was there. */
void        sy_check_rows_answer  (GPtrArray   *rows,
                                   GPtrArray   *ids);

G_END_DECLS
