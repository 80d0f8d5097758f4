/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "evidence/sy-recipe-plan.h"
#include "lab/sy-analysis.h"

G_BEGIN_DECLS

/**
 * SyOutcome:
 * @SY_OUTCOME_CONFIRMED: the whole interval of the ratio lies beyond the margin where the recipe
 *   says it would
 * @SY_OUTCOME_REFUTED: it lies beyond the margin on the other side
 * @SY_OUTCOME_TOO_CLOSE: neither, or too few pairs
 * @SY_OUTCOME_UNSOUND: a warning breaks the phase or the run, or there is no ratio at all
 */
typedef enum
{
  SY_OUTCOME_CONFIRMED,
  SY_OUTCOME_REFUTED,
  SY_OUTCOME_TOO_CLOSE,
  SY_OUTCOME_UNSOUND,
} SyOutcome;

/**
 * SyEvidence:
 * @recipe: (owned): its id
 * @run: (owned): the id of the run it rests on
 * @phase: which phase of it
 * @measured: (owned): when
 * @has_figures: whether the figures below are there
 * @values: of each server: a geometric mean over its turns, in the metric's base unit
 * @comparison: of the first server to the second
 * @problem: (owned) (nullable): what makes it unsound, for people
 *
 * What one run says of one recipe.
 */
typedef struct
{
  char         *recipe;
  char         *run;
  guint         phase;
  GDateTime    *measured;
  SyOutcome     outcome;
  gboolean      has_figures;
  double        values[2];
  SyComparison  comparison;
  char         *problem;
} SyEvidence;

/**
 * sy_evidence_new:
 * @recipe: what was tried
 * @run: a finished run
 * @analysis: of @run
 *
 * A recipe asks one question of two servers, so its interval is that of a primary whatever else is
 * in the run: Student's t on paired log ratios at 97.5 % (Student, 1908), as for a verdict.
 *
 * Returns: (nullable): %NULL where the run does not carry the recipe out
 */
SyEvidence *sy_evidence_new   (const SyRecipe    *recipe,
                               const SyRun       *run,
                               const SyAnalysis  *analysis) G_GNUC_WARN_UNUSED_RESULT;
SyEvidence *sy_evidence_copy  (const SyEvidence  *self) G_GNUC_WARN_UNUSED_RESULT;
void        sy_evidence_free  (SyEvidence        *self);

/* (element-type SyEvidence): on each recipe that @run carries out. */
GPtrArray  *sy_evidence_list  (const SyKnowledge *knowledge,
                               const SyRun       *run,
                               const SyAnalysis  *analysis) G_GNUC_WARN_UNUSED_RESULT;

/* The latest on that recipe among @list (element-type SyEvidence); %NULL where there is none. */
const SyEvidence *sy_evidence_find (GPtrArray      *list,
                                    const SyRecipe *recipe);

/**
 * sy_evidence_get_place:
 * @place: (out): from -1, where the loop was twice as good or more, to 1, where the threads were
 *
 * Where it stands between one event loop and threads with one lock: the log ratio over ln 2, cut at
 * both ends; 0 where it is too close to call.
 *
 * Returns: %FALSE where it compares something else, or is unsound
 */
gboolean    sy_evidence_get_place (const SyEvidence *self,
                                   const SyRecipe   *recipe,
                                   double           *place);

/* The figures in a sentence, or why there are none: "Event loop 10.9 k/s, Threads with one lock
 * 8.70 k/s: 1.25 times as many, 1.18 to 1.32".
 */
char       *sy_evidence_say   (const SyEvidence  *self,
                               const SyRecipe    *recipe) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SyMark:
 * @SY_MARK_REPRODUCED: what was measured here speaks for it
 * @SY_MARK_NOT_REPRODUCED: it speaks against it
 * @SY_MARK_TOO_CLOSE: it does not decide
 * @SY_MARK_UNSOUND: what was measured is not valid
 * @SY_MARK_NOT_TRIED: it can be tried and was not
 * @SY_MARK_NEEDS_RUNTIME: trying it takes a runtime that is not among the servers here
 * @SY_MARK_NOT_TESTABLE: no measurement decides it
 *
 * How a claim, or what a recipe expects, stands on this machine.
 */
typedef enum
{
  SY_MARK_REPRODUCED,
  SY_MARK_NOT_REPRODUCED,
  SY_MARK_TOO_CLOSE,
  SY_MARK_UNSOUND,
  SY_MARK_NOT_TRIED,
  SY_MARK_NEEDS_RUNTIME,
  SY_MARK_NOT_TESTABLE,
} SyMark;

/* For machines, %NULL-terminated, by the enumeration's value. */
extern const char *const sy_mark_names[];

/* @evidence: (nullable): on that recipe */
SyMark      sy_recipe_get_mark (const SyRecipe   *self,
                                const SyEvidence *evidence);

/* @evidence: (nullable): on the claim's recipe */
SyMark      sy_claim_get_mark  (const SyClaim    *self,
                                const SyEvidence *evidence);

/* For people: "reproduced here". */
const char *sy_mark_say        (SyMark            self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyEvidence, sy_evidence_free)

G_END_DECLS
