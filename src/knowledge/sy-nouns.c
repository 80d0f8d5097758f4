/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "knowledge/sy-knowledge-private.h"

const SyNounInfo sy_nouns[SY_N_NOUNS] = {
  [SY_NOUN_OBJECTIVE] = {
    "criteria.json", "objectives", sizeof (SyObjective), TRUE,
    SY_JSON_NAMES ("id", "name", "text"), sy_noun_read_objective, NULL,
  },
  [SY_NOUN_CRITERION] = {
    "criteria.json", "criteria", sizeof (SyCriterion), TRUE,
    SY_JSON_NAMES ("id", "name", "question", "why", "objective", "group", "about", "weighs",
                   "workloads"),
    sy_noun_read_criterion, sy_noun_clear_criterion,
  },
  [SY_NOUN_CLUSTER] = {
    "sources.json", "clusters", sizeof (SyCluster), TRUE,
    SY_JSON_NAMES ("id", "text"), sy_noun_read_cluster, NULL,
  },
  [SY_NOUN_SOURCE] = {
    "sources.json", "sources", sizeof (SySource), TRUE,
    SY_JSON_NAMES ("id", "name", "publisher", "author", "title", "published", "updated", "dating",
                   "stake", "cluster"),
    sy_noun_read_source, NULL,
  },
  [SY_NOUN_REFERENCE] = {
    "references.json", "references", sizeof (SyReference), TRUE,
    SY_JSON_NAMES ("id", "publisher", "title", "date", "address"), sy_noun_read_reference, NULL,
  },
  [SY_NOUN_CONDITION] = {
    "conditions.json", "conditions", sizeof (SyCondition), TRUE,
    SY_JSON_NAMES ("id", "text"), sy_noun_read_condition, NULL,
  },
  [SY_NOUN_OBSTACLE] = {
    "obstacles.json", "obstacles", sizeof (SyObstacle), TRUE,
    SY_JSON_NAMES ("id", "text"), sy_noun_read_obstacle, NULL,
  },
  [SY_NOUN_RECIPE] = {
    "recipes.json", "recipes", sizeof (SyRecipe), TRUE,
    SY_JSON_NAMES ("id", "name", "text", "arms", "program", "load", "metric", "relation"),
    sy_noun_read_recipe, NULL,
  },
  [SY_NOUN_CLAIM] = {
    "claims.json", "claims", sizeof (SyClaim), TRUE,
    SY_JSON_NAMES ("id", "source", "line", "criterion", "side", "direction", "text", "figure",
                   "recipe", "opposite", "obstacle"),
    sy_noun_read_claim, sy_noun_clear_claim,
  },
  [SY_NOUN_VERDICT] = {
    "verdicts.json", "verdicts", sizeof (SySourceVerdict), FALSE,
    SY_JSON_NAMES ("source", "criterion", "verdict", "basis", "line", "text", "branches",
                   "contradiction"),
    sy_noun_read_verdict, sy_noun_clear_verdict, sy_noun_name_verdict,
  },
  [SY_NOUN_DOUBT] = {
    "doubts.json", "doubts", sizeof (SyDoubt), TRUE,
    SY_JSON_NAMES ("id", "kind", "claims", "references", "text"),
    sy_noun_read_doubt, sy_noun_clear_doubt,
  },
  [SY_NOUN_FACT] = {
    "facts.json", "facts", sizeof (SySourceFact), TRUE,
    SY_JSON_NAMES ("id", "kind", "side", "name", "text", "criteria", "places"),
    sy_noun_read_fact, sy_noun_clear_fact,
  },
};
