/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision/sy-explanation.h"

G_BEGIN_DECLS

/* Takes @text. */
SySentence *sy_explanation_add             (GPtrArray               *sentences,
                                            SySentenceKind           kind,
                                            double                   strength,
                                            char                    *text);
void        sy_sentence_trace              (SySentence              *sentence,
                                            SyGroundKind              kind,
                                            const char              *id);

/* What to take, how sure that is, and what cannot be taken. */
void        sy_explanation_add_answer      (GPtrArray               *sentences,
                                            const SyRecommendation  *recommendation);

/* The claims and sources, or the runs, that a criterion's figure comes from. */
void        sy_explanation_trace_criterion (SySentence              *sentence,
                                            const SyDecision        *decision,
                                            const SyCriterionResult *result);

/* What was measured, whether it agrees, and what was not. */
void        sy_explanation_add_measured    (GPtrArray               *sentences,
                                            const SyDecision        *decision,
                                            const SyRecommendation  *recommendation);

/* What was measured, what was guessed, and on how much it all rests. */
void        sy_explanation_add_grounds     (GPtrArray               *sentences,
                                            const SyDecision        *decision,
                                            const SyRecommendation  *recommendation);

G_END_DECLS
