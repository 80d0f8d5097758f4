/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/sy-pages.h"

G_BEGIN_DECLS

/* Puts a table on the pages.  A row stays in one piece, as does a small table, and every page
 * begins with the head. */
void   sy_pages_draw_table      (SyPages       *self,
                                 const SyTable *table);

/* How tall its head is with what must stay below it. */
double sy_pages_get_table_start (SyPages       *self,
                                 const SyTable *table);

G_END_DECLS
