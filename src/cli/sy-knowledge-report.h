/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sy-json-writer.h"
#include "knowledge/sy-knowledge.h"

G_BEGIN_DECLS

/* How many claims there are, and of what sort. */
typedef struct
{
  guint n_claims;
  guint n_disputed;
  guint n_testable;
} SyClaimCounts;

void           sy_knowledge_report_count_claim    (SyClaimCounts         *counts,
                                                   const SyClaim         *claim);
/* Of a source, on a criterion; %NULL stands for all of them. */
SyClaimCounts  sy_knowledge_report_count          (const SyKnowledge     *knowledge,
                                                   const SySource        *source,
                                                   const SyCriterion     *criterion);

/* "618 claims, 240 disputed, 136 testable". */
char          *sy_knowledge_report_say_counts     (SyClaimCounts          counts)
  G_GNUC_WARN_UNUSED_RESULT;
void           sy_knowledge_report_write_counts   (SyJsonWriter          *writer,
                                                   SyClaimCounts          counts);

/* The side's name, or “both” and “neither”. */
const char    *sy_knowledge_report_say_side       (SySide                 side);

/* "on Performance it concludes “Python”, while its text speaks for Node.js: …". */
char          *sy_knowledge_report_say_contradiction (const SySourceVerdict *verdict)
  G_GNUC_WARN_UNUSED_RESULT;

/* The members of an object that stands for a verdict. */
void           sy_knowledge_report_write_verdict  (SyJsonWriter          *writer,
                                                   const SySourceVerdict *verdict);

/* Appends @sentence, wrapped, below a heading. */
void           sy_knowledge_report_append         (GString               *text,
                                                   const char            *sentence);

/* Prints @text, and below it the counts if anything was counted; or else what @writer was told,
 * which is finished.
 */
void           sy_knowledge_report_print          (const GString         *text,
                                                   SyClaimCounts          counts,
                                                   SyJsonWriter          *writer,
                                                   gboolean               is_json);

G_END_DECLS
