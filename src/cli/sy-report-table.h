/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-analysis.h"

G_BEGIN_DECLS

/* The figures and the mechanism of a phase, a column for each server, in as many tables as it takes
 * to stay within the width of a report.
 */
void sy_report_append_table (GString           *text,
                             const SyRun       *run,
                             const SyAnalysis  *analysis,
                             guint              phase);

G_END_DECLS
