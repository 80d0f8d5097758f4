/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "lab/sy-analysis.h"

G_BEGIN_DECLS

/**
 * SyReport:
 *
 * A run with its analysis and the file it is in: what a page shows.  Made by a worker, used by the
 * window alone once it is handed over.
 */
#define SY_TYPE_REPORT (sy_report_get_type ())

G_DECLARE_FINAL_TYPE (SyReport, sy_report, SY, REPORT, GObject)

/* Takes @run; @path may be %NULL for a run that is in no file. */
SyReport         *sy_report_new          (SyRun               *run,
                                          const char          *path) G_GNUC_WARN_UNUSED_RESULT;
SyReport         *sy_report_load         (const char          *path,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void              sy_report_load_async   (const char          *path,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
SyReport         *sy_report_load_finish  (GAsyncResult        *result,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Gives the run in its file another name and note; empty ones for none.  Finishes with the report
 * of what is in the file then.
 */
void              sy_report_edit_async   (SyReport            *self,
                                          const char          *name,
                                          const char          *note,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
SyReport         *sy_report_edit_finish  (SyReport            *self,
                                          GAsyncResult        *result,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;

const SyRun      *sy_report_get_run      (SyReport            *self);
const SyAnalysis *sy_report_get_analysis (SyReport            *self);
const char       *sy_report_get_path     (SyReport            *self);

/* Whether any of its requests were recorded. */
gboolean          sy_report_has_traces   (SyReport            *self);
/* Its name, or else when it was started, in this time zone. */
char             *sy_report_make_title   (SyReport            *self) G_GNUC_WARN_UNUSED_RESULT;
/* Its first finding; %NULL if there is none. */
const SyVerdict  *sy_report_get_verdict  (SyReport            *self);
/* Its first finding in a sentence, or why there is none. */
char             *sy_report_make_finding (SyReport            *self) G_GNUC_WARN_UNUSED_RESULT;
/* The servers by name, in order: "Event loop, Threads with one lock". */
char             *sy_report_list_servers (SyReport            *self) G_GNUC_WARN_UNUSED_RESULT;

/* When, for people: "Today 14:05" or "21 November 2026 14:05". */
char             *sy_report_format_time  (GDateTime           *time) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
