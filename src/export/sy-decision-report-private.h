/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/sy-decision-report.h"

G_BEGIN_DECLS

/* Parts that a report and a record share, or that stand in a file of their own; each adds to the
 * document what there is, and nothing where there is nothing.
 */

const SyProfile  *sy_decision_report_get_profile   (const SyDecisionReport *report);
const SyRulebook *sy_decision_report_get_rulebook  (const SyDecisionReport *report);

/* The title given, or the profile's name, or the question itself. */
const char       *sy_decision_report_get_title     (const SyDecisionReport *report);
char             *sy_decision_report_say_date      (const SyDecisionReport *report)
                                                    G_GNUC_WARN_UNUSED_RESULT;

/* The name of a criterion or an objective. */
const char       *sy_decision_report_name_priority (const SyDecisionReport *report,
                                                    const char             *id);

/* What was answered, as items “question: answer”. */
void              sy_decision_report_add_answers   (const SyDecisionReport *report,
                                                    SyDocument             *document);

/* The sentences of a kind as items. */
void              sy_decision_report_add_sentences (GPtrArray              *sentences,
                                                    SySentenceKind          kind,
                                                    const SyDecisionReport *report,
                                                    SyDocument             *document);

/* How the options, objectives and criteria stand: tables. */
void              sy_decision_report_add_figures   (const SyDecisionReport *report,
                                                    SyDocument             *document);

/* Each run: verdicts, validity, tables and charts. */
void              sy_decision_report_add_runs      (const SyDecisionReport *report,
                                                    SyDocument             *document);
void              sy_decision_report_add_method    (const SyDecisionReport *report,
                                                    SyDocument             *document);
void              sy_decision_report_add_limits    (const SyDecisionReport *report,
                                                    SyDocument             *document);
void              sy_decision_report_add_machines  (const SyDecisionReport *report,
                                                    SyDocument             *document);
void              sy_decision_report_add_sources   (const SyDecisionReport *report,
                                                    SyDocument             *document);

G_END_DECLS
