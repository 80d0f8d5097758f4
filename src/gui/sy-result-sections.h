/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-report.h"

G_BEGIN_DECLS

/*
 * What stands below the finding of a run, by tab: widgets made anew for a report.
 */

/* Sentences and bars, scene by scene. */
GtkWidget *sy_result_sections_new_findings (SyReport *report) G_GNUC_WARN_UNUSED_RESULT;
/* Response times far into the nines. */
GtkWidget *sy_result_sections_new_latency  (SyReport *report) G_GNUC_WARN_UNUSED_RESULT;
/* Turn by turn. */
GtkWidget *sy_result_sections_new_time     (SyReport *report) G_GNUC_WARN_UNUSED_RESULT;
/* Every figure, and where it was measured. */
GtkWidget *sy_result_sections_new_details  (SyReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
