/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-analysis.h"

G_BEGIN_DECLS

/* The steps of sy_analysis_new(), each resting on those before it. */
void       sy_analysis_add_results  (SyAnalysis       *self,
                                     const SyRun      *run);
void       sy_analysis_add_verdicts (SyAnalysis       *self,
                                     const SyRun      *run);
void       sy_analysis_add_warnings (SyAnalysis       *self,
                                     const SyRun      *run);

/* (transfer container): the sound turns of a server in a phase, by round. */
GPtrArray *sy_phase_get_sound_turns (const SyPhase    *phase,
                                     guint             arm) G_GNUC_WARN_UNUSED_RESULT;

/* Sums what the server counted over @turns: loop, lock and scheduling. */
void       sy_arm_result_add_mechanism (SyArmResult *self,
                                        GPtrArray   *turns);

/* Requests of the cohort that got no good answer, those not finished in time among them. */
guint64    sy_arm_result_count_failed  (const SyArmResult *self);

/* By kind, for people: "could not connect 12, not in time 3". */
char      *sy_arm_result_list_failures (const SyArmResult *self) G_GNUC_WARN_UNUSED_RESULT;

/* The main row that a pinned sensitivity row belongs to, or the other way round; %NULL for none. */
const SyVerdict *sy_analysis_get_other_placement (const SyAnalysis *self,
                                                  const SyRun      *run,
                                                  const SyVerdict  *verdict);

/* Whether two verdicts on the same question cannot both be right: other winners, and intervals
 * that do not overlap.
 */
gboolean   sy_verdicts_disagree     (const SyVerdict  *verdict,
                                     const SyVerdict  *other);

G_END_DECLS
