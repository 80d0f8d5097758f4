/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "knowledge/sy-knowledge.h"

G_BEGIN_DECLS

/**
 * SyVerdictCounts:
 * @n: by judgement, without those that contradict themselves
 * @n_contradicted: whose own text speaks for another side
 * @n_sources: all that say anything on the criterion
 *
 * What the sources come to on one criterion.
 */
typedef struct
{
  guint n[SY_JUDGEMENT_NONE + 1];
  guint n_contradicted;
  guint n_sources;
} SyVerdictCounts;

SyVerdictCounts sy_verdict_counts_new          (const SyKnowledge     *knowledge,
                                                const SyCriterion     *criterion);

/* Those that come to a verdict at all. */
guint           sy_verdict_counts_get_n_judged (const SyVerdictCounts *self);

/* Whether sources come to opposite verdicts, or one contradicts itself. */
gboolean        sy_verdict_counts_is_disputed  (const SyVerdictCounts *self);

/* "3 for Node.js · 1 contradicts itself · 1 without a verdict" */
char           *sy_verdict_counts_say          (const SyVerdictCounts *self)
                                                G_GNUC_WARN_UNUSED_RESULT;
/* In two or three words: "disputed", "3 for Node.js". */
char           *sy_verdict_counts_say_briefly  (const SyVerdictCounts *self)
                                                G_GNUC_WARN_UNUSED_RESULT;

/* For people: "Node.js", "it depends". */
const char     *sy_judgement_say               (SyJudgement            self);
/* What a source comes to, and what contradicts it: "Python; its own text speaks for Node.js". */
char           *sy_source_verdict_say          (const SySourceVerdict *self)
                                                G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
