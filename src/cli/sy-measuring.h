/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/sy-command.h"
#include "lab/sy-analysis.h"

G_BEGIN_DECLS

/* How a run is shown to people: sy_report_format() or sy_report_format_sweep(). */
typedef char *(*SyReportFunc) (const SyRun       *run,
                               const SyAnalysis  *analysis,
                               gboolean           is_brief);

/**
 * sy_measuring_carry_out:
 *
 * Carries out a plan, saves the run, shows it, and judges the conditions of --fail-if.  What was
 * measured is shown even where it could not be saved.
 */
SyExit  sy_measuring_carry_out (const SyPlan     *plan,
                                const SyOptions  *options,
                                SyReportFunc      format,
                                GError          **error);

/* Shows a run as people or machines want it; @path is %NULL where it is not saved. */
void    sy_measuring_show      (const SyRun       *run,
                                const SyAnalysis  *analysis,
                                const SyOptions   *options,
                                SyReportFunc       format,
                                const char        *path);

G_END_DECLS
