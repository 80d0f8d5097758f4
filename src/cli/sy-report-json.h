/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sy-json-writer.h"
#include "lab/sy-analysis.h"

G_BEGIN_DECLS

/* The members of machine output are documented in data/steelyard-cli.1; they may grow, and never
 * change or go.
 */

/**
 * sy_report_write_json:
 * @file: (nullable): where the run is saved
 *
 * Adds to the object under way everything that is said of a run: id, arms, verdicts, validity,
 * warnings, environment.
 */
void  sy_report_write_json  (SyJsonWriter      *writer,
                             const SyRun       *run,
                             const SyAnalysis  *analysis,
                             const char        *file);

/* The same as a document of its own. */
char *sy_report_format_json (const SyRun       *run,
                             const SyAnalysis  *analysis,
                             const char        *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
