/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-report.h"

G_BEGIN_DECLS

/**
 * SyFigureColumn:
 * @name: of a server, or of a run
 * @result: (nullable): what was measured there
 */
typedef struct
{
  const char        *name;
  const SyArmResult *result;
} SyFigureColumn;

/**
 * SyFigureTable:
 *
 * Figures side by side: a column for each server or run, a row for each figure, with the interval
 * below the value where there is one.  What was not measured has no row.
 */
#define SY_TYPE_FIGURE_TABLE (sy_figure_table_get_type ())

G_DECLARE_FINAL_TYPE (SyFigureTable, sy_figure_table, SY, FIGURE_TABLE, AdwBin)

/* Once; @is_closed: whether throughput tells of the servers, and not of what was offered. */
void sy_figure_table_set_columns (SyFigureTable        *self,
                                  const SyFigureColumn *columns,
                                  guint                 n_columns,
                                  gboolean              is_closed);

/* The servers of a phase of a run. */
void sy_figure_table_set_phase   (SyFigureTable        *self,
                                  SyReport             *report,
                                  guint                 phase);

G_END_DECLS
