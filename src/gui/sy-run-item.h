/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "evidence/sy-evidence.h"
#include "gui/sy-report.h"

G_BEGIN_DECLS

/**
 * SyRunItem:
 *
 * One saved run in the list: the little that is shown there, for the run itself with all its
 * histograms is large and read when it is opened.  Immutable.
 */
#define SY_TYPE_RUN_ITEM (sy_run_item_get_type ())

G_DECLARE_FINAL_TYPE (SyRunItem, sy_run_item, SY, RUN_ITEM, GObject)

SyRunItem  *sy_run_item_new         (SyReport   *report) G_GNUC_WARN_UNUSED_RESULT;
SyRunItem  *sy_run_item_new_damaged (const char *path,
                                     const char *problem) G_GNUC_WARN_UNUSED_RESULT;

const char *sy_run_item_get_path    (SyRunItem  *self);
const char *sy_run_item_get_title   (SyRunItem  *self);
/* When it was measured, or the name of a damaged file. */
const char *sy_run_item_get_detail  (SyRunItem  *self);
/* The finding, or the problem. */
const char *sy_run_item_get_finding (SyRunItem  *self);
/* %NULL unless the file is damaged. */
const char *sy_run_item_get_problem (SyRunItem  *self);

/* (element-type SyEvidence): what it says of the recipes of the knowledge base. */
GPtrArray  *sy_run_item_get_evidence (SyRunItem *self);

/* Whether every word of @text is in something that is said of the run. */
gboolean    sy_run_item_matches     (SyRunItem  *self,
                                     const char *text);

G_END_DECLS
