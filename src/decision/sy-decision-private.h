/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sy-random.h"
#include "decision/sy-decision.h"

G_BEGIN_DECLS

/* Of the Dirichlet distribution around weights a person asked for; without any it is uniform. */
#define SY_DECISION_KAPPA 30.0

/**
 * SyLeaf:
 * @objective: index
 * @original: index of the first leaf that is the same criterion under another name; as a rule its
 *   own
 * @is_unneeded: whether the project, by its profile, does without what it is about
 * @share: of the objective's weight; 0 for those that only explain, and for those unneeded that
 *   are no priority
 * @verdicts: by source: from -1, for Python, to 1, for Node.js
 * @counts: by source: whether it has such a verdict
 * @n_sources: how many count
 * @values: (owned): by option and draw
 * @scores: (owned): by draw: s, from -1 to 1
 * @leader: index of the option whose lead over @rival the figures below are about; no option as
 *   long as nothing was weighed with these values
 */
typedef struct
{
  const SyCriterion *criterion;
  guint              objective;
  guint              original;
  gboolean           is_unneeded;
  double             share;
  double            *verdicts;
  gboolean          *counts;
  guint              n_sources;
  gboolean           is_measured;
  gboolean           are_enough;
  double            *values;
  double            *scores;
  double             mean;
  double             low;
  double             high;
  guint              leader;
  guint              rival;
  double             lead_mean;
  double             lead_low;
  double             lead_high;
} SyLeaf;

/**
 * SyDecision:
 * @observations: (owned) (element-type SyObservation)
 * @leaves: (owned) (element-type SyLeaf): one a criterion, in the knowledge base's order
 * @asked: by objective: the mean weights asked for
 * @is_uniform: whether nothing was asked for
 * @sources: by source and draw: g
 * @values: by objective, option and draw
 * @weights: by objective and draw
 * @left: indices of the options that are not ruled out
 * @has_values: whether @sources, @values and the leaves are up to date
 * @has_weights: whether @weights are
 */
struct _SyDecision
{
  const SyRulebook  *rulebook;
  SyProfile         *profile;
  GPtrArray         *observations;
  GArray            *leaves;
  guint              n_objectives;
  guint              n_sources;
  guint              n_options;
  double            *asked;
  gboolean           has_own_weights;
  gboolean           is_uniform;
  double            *sources;
  double            *values;
  double            *weights;
  GArray            *left;
  gboolean           has_values;
  gboolean           has_weights;
};

/* Whether the profile leaves the source on. */
gboolean sy_decision_has_source     (const SyDecision  *self,
                                     const SySource    *source);

/* Fills in what the sources say. */
void     sy_leaf_read_verdicts      (SyLeaf            *leaf,
                                     const SyDecision  *self);

/* Whether the same sources say the same in the same places: one criterion, asked twice. */
gboolean sy_leaf_is_twin            (const SyLeaf      *leaf,
                                     const SyLeaf      *other,
                                     const SyDecision  *self);

/* A stream of its own for each use, so that leaving one out shifts no other. */
SyRandom sy_decision_random         (const SyDecision  *self,
                                     const char        *use,
                                     const char        *id);

void     sy_decision_draw_weights   (SyDecision        *self);
void     sy_decision_draw_values    (SyDecision        *self);

/* Replaces the values of a leaf by what was measured, where something was. */
void     sy_leaf_apply_observations (SyLeaf            *leaf,
                                     const SyDecision  *self);

/* What 90 of 100 figures between -1 and 1 lie between, to the nearest hundredth. */
void     sy_decision_find_range     (const double      *figures,
                                     guint              n_figures,
                                     double            *low,
                                     double            *high);

/* What pulls to one side can be built apart from what pulls to the other. */
void     sy_recommendation_find_split (SyRecommendation *self,
                                       const SyDecision *decision);

/* The name of the profile's place that rules the option out, or %NULL; and the must-have it cannot
 * give, where that is why.
 */
char    *sy_decision_find_exclusion (const SyDecision  *self,
                                     guint              option,
                                     const SyMustHave **missing);

G_END_DECLS
