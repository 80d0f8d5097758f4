/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "knowledge/sy-knowledge.h"

G_BEGIN_DECLS

/* Whether something is so, as far as the profile tells. */
typedef enum
{
  SY_ANSWER_UNSURE,
  SY_ANSWER_NO,
  SY_ANSWER_YES,
} SyAnswer;

/* What can be true of a project: the conditions of conditional verdicts, rules and splits. */
typedef enum
{
  SY_TRAIT_COMPUTING,
  SY_TRAIT_CONCURRENCY,
  SY_TRAIT_REAL_TIME,
  SY_TRAIT_WEB,
  SY_TRAIT_DATA_AI,
  SY_TRAIT_LITTLE_CODE,
  SY_TRAIT_LARGE_PROJECT,
  SY_TRAIT_DISTRIBUTED,
  SY_TRAIT_STRUCTURED,
  SY_TRAIT_JAVASCRIPT_TEAM,
  SY_TRAIT_PYTHON_TEAM,
  SY_TRAIT_BEGINNERS,
  SY_TRAIT_EXISTING_SYSTEMS,
  SY_N_TRAITS,
} SyTrait;

/* The words of the files: the ids of the knowledge base's conditions, and two of our own. */
extern const char *const sy_trait_names[SY_N_TRAITS + 1];

/* What a run can measure of a criterion. */
typedef enum
{
  SY_MEASURE_CAPACITY,
  SY_MEASURE_RESPONSE_TIME,
  SY_MEASURE_CPU,
  SY_N_MEASURES,
} SyMeasure;

extern const char *const sy_measure_names[SY_N_MEASURES + 1];

typedef struct _SyOption SyOption;

/**
 * SyOption:
 * @name: what people see
 * @text: one sentence
 * @language: the one it is written in, an id: "javascript", "python"
 * @side: whose merits it shares in the articles
 * @between: (nullable): the two options between which it lies where the architecture makes the
 *   difference and no article speaks about it; both or none
 * @arms: (array zero-terminated=1): servers that are this option, by their names in saved runs
 *
 * What can be chosen.
 */
struct _SyOption
{
  const char      *id;
  const char      *name;
  const char      *text;
  const char      *language;
  SySide           side;
  const SyOption  *between[2];
  const char     **arms;
};

/**
 * SyRule:
 * @fact: the rule as the articles give it
 * @traits: bits `1 << SyTrait`, all of which must be true
 * @first: (array zero-terminated=1): criteria and objectives, of which one must come first
 *
 * A decision rule of the articles, and when it applies.
 */
typedef struct
{
  const SySourceFact  *fact;
  guint                traits;
  const char         **first;
} SyRule;

/* One part of a service that could be built on its own. */
typedef struct
{
  SyTrait            trait;
  const SyCriterion *criterion;
  SySide             side;
  const char        *text;
} SyPart;

/* What rules options out where a person asks for it. */
typedef struct
{
  const char  *id;
  const char  *text;
  guint64      options;
} SyMustHave;

/* Which measured figures stand for a criterion. */
typedef struct
{
  const SyCriterion *criterion;
  guint              measures;
  gboolean           is_model;
} SyMeasurable;

/* A criterion that says nothing about projects that are not so. */
typedef struct
{
  const SyCriterion *criterion;
  SyTrait            trait;
} SyNeed;

/* A criterion about the language on which the articles argue with the architecture all the same. */
typedef struct
{
  const SyCriterion *criterion;
  const char        *why;
} SyAsynchronous;

/**
 * SyRulebook:
 * @options: (element-type SyOption)
 * @rules: (element-type SyRule)
 * @parts: (element-type SyPart): a split names two of them, of different sides
 * @must_haves: (element-type SyMustHave): @options has a bit for each that has it
 * @measurables: (element-type SyMeasurable): @is_model where servers that only model an option
 *   tell about it, otherwise real runtimes alone
 * @needs: (element-type SyNeed)
 * @asynchronous: (element-type SyAsynchronous)
 * @documents: the parsed files, which own every text
 *
 * What can be chosen and what bears on it, beside the knowledge base it refers to, which must
 * outlive it.  Read-only once it is loaded.
 */
typedef struct
{
  const SyKnowledge *knowledge;
  GPtrArray         *options;
  GPtrArray         *rules;
  GPtrArray         *parts;
  GPtrArray         *must_haves;
  GPtrArray         *measurables;
  GPtrArray         *needs;
  GPtrArray         *asynchronous;
  GPtrArray         *documents;
} SyRulebook;

/**
 * sy_rulebook_load:
 * @knowledge: what the rules refer to
 * @folder: (nullable): where the files are; %NULL for those within the program
 *
 * Loads and validates.  Errors name the file and the path within it.
 */
SyRulebook       *sy_rulebook_load           (const SyKnowledge  *knowledge,
                                              const char         *folder,
                                              GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void              sy_rulebook_free           (SyRulebook         *self);

/* %NULL where there is none of that id. */
const SyOption   *sy_rulebook_find_option    (const SyRulebook   *self,
                                              const char         *id);
const SyMustHave *sy_rulebook_find_must_have (const SyRulebook   *self,
                                              const char         *id);
/* %NULL where no option is that server. */
const SyOption   *sy_rulebook_find_arm       (const SyRulebook   *self,
                                              const char         *arm);
const SyMeasurable *sy_rulebook_find_measurable (const SyRulebook  *self,
                                                 const SyCriterion *criterion);
/* %NULL where a criterion is one for every project. */
const SyNeed     *sy_rulebook_find_need      (const SyRulebook   *self,
                                              const SyCriterion  *criterion);

/* Whether the architecture makes the difference on a criterion. */
gboolean sy_rulebook_is_about_architecture (const SyRulebook  *self,
                                            const SyCriterion *criterion);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyRulebook, sy_rulebook_free)

G_END_DECLS
