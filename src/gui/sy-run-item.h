/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "evidence/sy-evidence.h"
#include "gui/sy-report.h"
#include "gui/sy-saved-list.h"

G_BEGIN_DECLS

/**
 * SyRunItem:
 *
 * One saved run in the list, a #SySavedItem: the little that is shown there, for the run itself
 * with all its histograms is large and read when it is opened.
 */
#define SY_TYPE_RUN_ITEM (sy_run_item_get_type ())

G_DECLARE_FINAL_TYPE (SyRunItem, sy_run_item, SY, RUN_ITEM, GObject)

SyRunItem  *sy_run_item_new         (SyReport   *report) G_GNUC_WARN_UNUSED_RESULT;
SyRunItem  *sy_run_item_new_damaged (const char *path,
                                     const char *problem) G_GNUC_WARN_UNUSED_RESULT;

/* (element-type SyEvidence): what it says of the recipes of the knowledge base. */
GPtrArray  *sy_run_item_get_evidence (SyRunItem *self);

/* Whether requests were recorded whose lives can be watched. */
gboolean    sy_run_item_has_traces   (SyRunItem *self);

/* All that are saved. */
extern const SySavedKind sy_saved_runs;

G_END_DECLS
