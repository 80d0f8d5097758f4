/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision/sy-observation.h"
#include "decision/sy-profile.h"

G_BEGIN_DECLS

enum { SY_DECISION_N_DRAWS = 10000 };

/* Fewer wins than this share of the draws are no clear win. */
#define SY_DECISION_CLEAR 0.8

/**
 * SyDecision:
 *
 * A profile, the articles and what was measured, ready to be weighed, and weighed again whenever a
 * weight or a source changes.  The draws are kept, so that this takes less than a frame.
 *
 * Rulebook and knowledge must outlive it.  Not for several threads at once.
 */
typedef struct _SyDecision SyDecision;

/**
 * SyCriterionResult:
 * @weight: of the whole, mean over draws; 0 where it only explains or is left out
 * @is_left_out: whether it would weigh if the project did not do without what it is about
 * @mean: of s: from -1, all for Python, to 1, all for Node.js
 * @low: and
 * @high: what 90 of 100 draws lie between
 * @is_measured: whether runs took the place of the articles
 * @are_enough: whether both served enough, so that the difference does not matter
 * @n_sources: whose verdicts count
 * @contribution: to the lead of the best option over its closest rival of another language, or of
 *   the same where there is none: the sum of all is the lead
 * @swing_low: that lead if this criterion spoke as much against the best option as in the 5th of
 *   100 draws, and all else were at its mean
 * @swing_high: likewise if it spoke as much for it as in the 95th
 * @variance_share: of the lead's variance over draws that comes with it; those of all criteria and
 *   of the weights of all objectives add up to one, or are all 0 where nothing varies
 */
typedef struct
{
  const SyCriterion *criterion;
  double             weight;
  gboolean           is_left_out;
  double             mean;
  double             low;
  double             high;
  gboolean           is_measured;
  gboolean           are_enough;
  guint              n_sources;
  double             contribution;
  double             swing_low;
  double             swing_high;
  double             variance_share;
} SyCriterionResult;

/**
 * SyObjectiveResult:
 * @weight: the mean asked for
 * @contribution: the sum over its criteria
 * @flips: whether there is a weight, the others rescaled, at which the lead is gone
 * @flip_weight: that weight
 * @variance_share: that comes with its weight
 */
typedef struct
{
  const SyObjective *objective;
  double             weight;
  double             contribution;
  gboolean           flips;
  double             flip_weight;
  double             variance_share;
} SyObjectiveResult;

/**
 * SyOptionResult:
 * @excluded_by: (owned) (nullable): the place in the profile that rules it out; if there is one,
 *   the figures below are all 0
 * @missing: (nullable): the must-have it cannot give, where that rules it out
 * @acceptability: (owned): share of draws at each rank, the first being the best; as many as
 *   options
 * @percents: (owned): the same in whole per cent, as it is shown: over the ranks, and over the
 *   options that are left, they add up to a hundred
 * @mean_value: over draws
 * @confidence: share of draws it wins at its central weights
 * @central_weights: by objective: mean of the weights in the draws it wins; %NULL where it never
 *   does
 */
typedef struct
{
  const SyOption   *option;
  char             *excluded_by;
  const SyMustHave *missing;
  double           *acceptability;
  guint            *percents;
  double            mean_value;
  double            confidence;
  double           *central_weights;
} SyOptionResult;

/* A rule of the articles that applies; @supports is whether it speaks for the best option. */
typedef struct
{
  const SyRule *rule;
  gboolean      supports;
} SyRuleResult;

/**
 * SyRecommendation:
 * @options: (element-type SyOptionResult): in the rulebook's order
 * @objectives: (element-type SyObjectiveResult)
 * @criteria: (element-type SyCriterionResult): all of them, in the knowledge base's order
 * @best: index of the option with the most first ranks, among @options; excluded ones never;
 *   %G_MAXUINT where everything is ruled out
 * @rival: the one the lead is over; equal to @best where nothing else is left
 * @winner: (nullable): the best option, if it wins at least %SY_DECISION_CLEAR of the draws
 * @language: (nullable): the language whose options win that much together
 * @language_share: share of draws that options of the best one's language win
 * @lead: of the mean values
 * @rules: (element-type SyRuleResult): which apply
 * @split: (nullable): parts that pull apart, the first for Node.js; both or none
 * @measure_next: (nullable): the measurable criterion whose uncertainty matters most
 *
 * What comes out.  Immutable.
 */
typedef struct
{
  GPtrArray         *options;
  GArray            *objectives;
  GArray            *criteria;
  guint              best;
  guint              rival;
  const SyOption    *winner;
  const char        *language;
  double             language_share;
  double             lead;
  GArray            *rules;
  const SyPart      *split[2];
  const SyCriterion *measure_next;
} SyRecommendation;

/**
 * sy_decision_new:
 * @observations: (array length=n_observations): copied
 */
SyDecision       *sy_decision_new              (const SyRulebook           *rulebook,
                                                const SyProfile            *profile,
                                                const SyObservation *const *observations,
                                                guint                       n_observations)
                                                G_GNUC_WARN_UNUSED_RESULT;
void              sy_decision_free             (SyDecision                 *self);

const SyRulebook *sy_decision_get_rulebook     (const SyDecision           *self);
/* As it was given, but for the sources switched off since. */
const SyProfile  *sy_decision_get_profile      (const SyDecision           *self);
/* (element-type SyObservation) */
GPtrArray        *sy_decision_get_observations (const SyDecision           *self);

/* The weight asked for of an objective, and another one, all others rescaled. */
double            sy_decision_get_weight       (const SyDecision           *self,
                                                const SyObjective          *objective);
void              sy_decision_set_weight       (SyDecision                 *self,
                                                const SyObjective          *objective,
                                                double                      weight);
/* All at once, by the knowledge base's objectives, whatever they add up to; leaves them as they are
 * where that is nothing.
 */
void              sy_decision_set_weights      (SyDecision                 *self,
                                                const double               *weights);
/* Those of the profile's priorities again. */
void              sy_decision_reset_weights    (SyDecision                 *self);
/* Those that somebody set, by the knowledge base's objectives; %NULL where they are the
 * priorities'.
 */
const double     *sy_decision_get_own_weights  (const SyDecision           *self);

/* A source switched off counts as if it did not exist. */
void              sy_decision_set_source       (SyDecision                 *self,
                                                const SySource             *source,
                                                gboolean                    is_on);

/* How the options stand now. */
SyRecommendation *sy_decision_recommend        (SyDecision                 *self)
                                                G_GNUC_WARN_UNUSED_RESULT;
void              sy_recommendation_free       (SyRecommendation           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyDecision, sy_decision_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyRecommendation, sy_recommendation_free)

G_END_DECLS
