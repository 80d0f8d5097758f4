/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-analysis.h"

G_BEGIN_DECLS

/* How wide a report is. */
enum { SY_REPORT_COLUMNS = 80 };

/**
 * sy_report_format:
 * @is_brief: the findings alone, without tables
 *
 * A run for people: by scene the sentence with the verdict, the figures and the mechanism; then the
 * warnings and whether it is valid.
 */
char *sy_report_format       (const SyRun       *run,
                              const SyAnalysis  *analysis,
                              gboolean           is_brief) G_GNUC_WARN_UNUSED_RESULT;

/* A run for people whose phases are one workload under a series of loads. */
char *sy_report_format_sweep (const SyRun       *run,
                              const SyAnalysis  *analysis,
                              gboolean           is_brief) G_GNUC_WARN_UNUSED_RESULT;

/* The end of both: warnings, whether it is valid, when and where it was measured. */
void  sy_report_append_stamp (GString           *text,
                              const SyRun       *run,
                              const SyAnalysis  *analysis);

/* Appends @sentence, wrapped and standing out. */
void  sy_report_append_finding (GString         *text,
                                const char      *sentence);

G_END_DECLS
