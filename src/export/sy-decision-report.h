/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision/sy-explanation.h"
#include "export/sy-document.h"
#include "lab/sy-lineup.h"

G_BEGIN_DECLS

/**
 * SyDecisionReport:
 * @runs: (array length=n_runs): the evidence, each with what follows from it
 * @runtimes: (nullable): servers of the runs by name, and the options they are, as for
 *   sy_run_observations_new()
 * @title: (nullable): the profile's name by default
 * @client: (nullable): for whom it is written
 * @author: (nullable): by whom
 * @scope: (nullable): what was asked, and what was not
 * @date: of the decision
 * @file_name: (nullable): of a record, as its own command names it
 *
 * What a report is made from.  Nothing is kept: a document has copies, so this may be on the stack,
 * and the decision may be weighed again while a worker writes the document.
 */
typedef struct
{
  const SyDecision       *decision;
  const SyRecommendation *recommendation;
  const SyLineupEntry    *runs;
  guint                   n_runs;
  GHashTable             *runtimes;
  const char             *title;
  const char             *client;
  const char             *author;
  const char             *scope;
  GDateTime              *date;
  const char             *file_name;
} SyDecisionReport;

/* For people who were not there: the findings first, then everything they rest on. */
SyDocument *sy_decision_report_arrange        (const SyDecisionReport *report)
                                               G_GNUC_WARN_UNUSED_RESULT;

/* As a Markdown Any Decision Record (Kopp, Armbruster and Zimmermann, 2018; version 4): what it
 * takes to confirm it is in its section “Confirmation”.
 */
SyDocument *sy_decision_report_arrange_record (const SyDecisionReport *report)
                                               G_GNUC_WARN_UNUSED_RESULT;

/* Where a record was arranged before it was known under which name it is saved: puts that into its
 * command.  Leaves a document alone that has none.
 */
void        sy_decision_record_set_file_name  (SyDocument             *record,
                                               const char             *file_name);

G_END_DECLS
