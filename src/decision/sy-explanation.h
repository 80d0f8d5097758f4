/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision/sy-decision.h"

G_BEGIN_DECLS

/* What a sentence is for; in the order they are told. */
typedef enum
{
  SY_SENTENCE_ANSWER,
  SY_SENTENCE_SURE,
  SY_SENTENCE_EXCLUDED,
  SY_SENTENCE_REASON,
  SY_SENTENCE_AGAINST,
  SY_SENTENCE_LEVEL,
  SY_SENTENCE_FLIP,
  SY_SENTENCE_SPLIT,
  SY_SENTENCE_RULE_FOR,
  SY_SENTENCE_RULE_AGAINST,
  SY_SENTENCE_MEASURED,
  SY_SENTENCE_GUESS,
  SY_SENTENCE_NEXT,
  SY_SENTENCE_RESTS_ON,
  SY_N_SENTENCES,
} SySentenceKind;

extern const char *const sy_sentence_names[];

typedef enum
{
  SY_GROUND_OPTION,
  SY_GROUND_OBJECTIVE,
  SY_GROUND_CRITERION,
  SY_GROUND_CLAIM,
  SY_GROUND_SOURCE,
  SY_GROUND_RULE,
  SY_GROUND_ANSWER,
  SY_GROUND_RUN,
} SyGroundKind;

extern const char *const sy_ground_names[];

/* What a sentence can be traced to: @id names it among its kind, an answer by its place. */
typedef struct
{
  SyGroundKind  kind;
  const char  *id;
} SyGround;

/**
 * SySentence:
 * @text: (owned): whole and translated
 * @grounds: (owned) (element-type SyGround): what it comes from
 * @strength: within its kind, sorts the strongest first
 */
typedef struct
{
  SySentenceKind  kind;
  char           *text;
  GArray         *grounds;
  double          strength;
} SySentence;

/**
 * sy_explanation_new:
 *
 * Why, in plain sentences, by kind and then the strongest first.  Ids of traces belong to
 * @decision and @recommendation, which must outlive it.
 *
 * Returns: (transfer full) (element-type SySentence)
 */
GPtrArray  *sy_explanation_new           (const SyDecision       *decision,
                                          const SyRecommendation *recommendation)
                                          G_GNUC_WARN_UNUSED_RESULT;

/* The heading of a kind of sentences, for people; %NULL for the answer itself. */
const char *sy_sentence_say_kind         (SySentenceKind          kind);

/* That sentences of the kind stay in English, or %NULL; see sy_knowledge_say_language(). */
const char *sy_sentence_say_language     (SySentenceKind          kind);

/* How many options are not ruled out. */
guint       sy_recommendation_count_left (const SyRecommendation *recommendation);

/* What to take in a word or two: an option, a language where its options win together, or that
 * there is no clear winner.
 */
const char *sy_recommendation_say_answer (const SyRecommendation *recommendation);

/* Of the draws, those that the answer wins, be it an option or a language; there must be one. */
double      sy_recommendation_get_share  (const SyRecommendation *recommendation);

/* How sure the answer is, in two words: "quite sure", "fairly sure", "not sure". */
const char *sy_recommendation_say_sure   (const SyRecommendation *recommendation);

/* Whether the best option is more than slightly ahead of every other one, clear winner or not. */
gboolean    sy_recommendation_is_well_ahead (const SyRecommendation *recommendation);

/* What a decision came to and what it rests on, the profile included, so that it can be checked
 * again.
 */
char       *sy_recommendation_to_json    (const SyDecision       *decision,
                                          const SyRecommendation *recommendation,
                                          gsize                  *length)
                                          G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
