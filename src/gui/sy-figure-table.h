/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-report.h"

G_BEGIN_DECLS

/**
 * SyFigureTable:
 *
 * The figures of a phase of a run: a column for each server, a row for each figure, with the
 * interval below the value where there is one.  What was not measured has no row.
 */
#define SY_TYPE_FIGURE_TABLE (sy_figure_table_get_type ())

G_DECLARE_FINAL_TYPE (SyFigureTable, sy_figure_table, SY, FIGURE_TABLE, AdwBin)

void sy_figure_table_set_phase (SyFigureTable *self,
                                SyReport      *report,
                                guint          phase);

G_END_DECLS
