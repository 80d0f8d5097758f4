/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of the files, %NULL-terminated, by the enumeration's value. */
extern const char *const sy_side_names[];             /* "node", "python", "both", "neither" */
extern const char *const sy_claim_direction_names[];  /* "for", "against", "neutral" */
extern const char *const sy_judgement_names[];        /* a side, "tie", "conditional", "none" */
extern const char *const sy_doubt_kind_names[];       /* "within", "between", "documentation" */
extern const char *const sy_fact_kind_names[];        /* "system", "company", "use-case", … */
extern const char *const sy_group_names[];            /* "runtime", "language", "ecosystem", … */
extern const char *const sy_recipe_metric_names[];    /* "capacity", "response-time", … */

typedef enum
{
  SY_SIDE_NODE,
  SY_SIDE_PYTHON,
  SY_SIDE_BOTH,
  SY_SIDE_NEITHER,
} SySide;

typedef enum
{
  SY_CLAIM_FOR,
  SY_CLAIM_AGAINST,
  SY_CLAIM_NEUTRAL,
} SyClaimDirection;

typedef enum
{
  SY_JUDGEMENT_NODE,
  SY_JUDGEMENT_PYTHON,
  SY_JUDGEMENT_TIE,
  SY_JUDGEMENT_CONDITIONAL,
  SY_JUDGEMENT_NONE,
} SyJudgement;

typedef enum
{
  SY_GROUP_RUNTIME,
  SY_GROUP_LANGUAGE,
  SY_GROUP_ECOSYSTEM,
  SY_GROUP_PEOPLE,
  SY_GROUP_FIT,
} SyGroup;

/* What a recipe compares: completed requests per second; the 90th and the 99th percentile of
 * response times; processor time per request.
 */
typedef enum
{
  SY_RECIPE_CAPACITY,
  SY_RECIPE_RESPONSE_TIME,
  SY_RECIPE_RESPONSE_TIME_P99,
  SY_RECIPE_CPU_PER_REQUEST,
} SyRecipeMetric;

/* Where a doubt comes from: one source, two sources that differ, or the documentation. */
typedef enum
{
  SY_DOUBT_WITHIN,
  SY_DOUBT_BETWEEN,
  SY_DOUBT_DOCUMENTATION,
} SyDoubtKind;

typedef enum
{
  SY_FACT_SYSTEM,
  SY_FACT_COMPANY,
  SY_FACT_USE_CASE,
  SY_FACT_RULE,
  SY_FACT_FIGURE,
} SyFactKind;

/* A branch of the value tree. */
typedef struct
{
  const char *id;
  const char *name;
  const char *text;
} SyObjective;

/**
 * SyCriterion:
 * @is_architecture: about how requests are kept going, which servers of one language can differ
 *   in; otherwise about the language and what surrounds it
 * @weighs: counts in a decision; otherwise it only explains
 * @workloads: (array zero-terminated=1): names of those that measure it
 */
typedef struct
{
  const char         *id;
  const char         *name;
  const char         *question;
  const char         *why;
  const SyObjective  *objective;
  SyGroup             group;
  gboolean            is_architecture;
  gboolean            weighs;
  const char        **workloads;
} SyCriterion;

/* Sources that repeat each other count as one: @n_sources share the weight of a single one. */
typedef struct
{
  const char *id;
  const char *text;
  guint       n_sources;
} SyCluster;

/**
 * SySource:
 * @publisher: (nullable), as are the author, the title and the dates, where the text gives none
 * @published: year, month and day as far as they are given
 * @dating: (nullable): what else tells its age
 * @stake: what the publisher gains by its readers' choice
 */
typedef struct
{
  const char      *id;
  const char      *name;
  const char      *publisher;
  const char      *author;
  const char      *title;
  const char      *published;
  const char      *updated;
  const char      *dating;
  const char      *stake;
  const SyCluster *cluster;
} SySource;

/* Documentation that claims are held against; @date is %NULL where it is kept up to date. */
typedef struct
{
  const char *id;
  const char *publisher;
  const char *title;
  const char *date;
  const char *address;
} SyReference;

/* What a conditional verdict hangs on. */
typedef struct
{
  const char *id;
  const char *text;
} SyCondition;

/* Why a claim cannot be tried here. */
typedef struct
{
  const char *id;
  const char *text;
} SyObstacle;

/**
 * SyRecipe:
 * @arms: the two servers or runtimes
 * @program: what one request does
 * @n_connections: of a closed load; 0 for an open one
 * @share_of_capacity: of the slower one, at which an open load arrives
 * @is_greater: the first one's figure must be beyond the second one's to confirm @text; otherwise
 *   below it
 */
typedef struct
{
  const char     *id;
  const char     *name;
  const char     *text;
  const char     *arms[2];
  const char     *program;
  guint           n_connections;
  double          share_of_capacity;
  SyRecipeMetric  metric;
  gboolean        is_greater;
} SyRecipe;

/* One half of a conditional verdict. */
typedef struct
{
  const SyCondition *condition;
  SySide             side;
} SyBranch;

/**
 * SySourceVerdict:
 * @is_stated: in the source's words; otherwise read out of its text
 * @branches: (element-type SyBranch): of a conditional one
 * @contradicting: what the source's own text speaks for instead, in the words of
 *   @contradiction; %SY_SIDE_NEITHER where the two agree
 */
typedef struct
{
  const SySource    *source;
  const SyCriterion *criterion;
  SyJudgement        judgement;
  gboolean           is_stated;
  guint              line;
  const char        *text;
  GArray            *branches;
  SySide             contradicting;
  const char        *contradiction;
} SySourceVerdict;

/**
 * SyClaim:
 * @line: where in the source's text
 * @side: whom it is about
 * @figure: (nullable): a number it gives, as it is written
 * @recipe: (nullable): how to try it; or else
 * @obstacle: (nullable): why that cannot be done
 * @is_opposite: what would confirm the recipe's text speaks against this claim
 * @verdict: of its source on its criterion
 * @doubts: (element-type SyDoubt): those that name it
 */
typedef struct
{
  const char            *id;
  const SySource        *source;
  guint                  line;
  const SyCriterion     *criterion;
  SySide                 side;
  SyClaimDirection       direction;
  const char            *text;
  const char            *figure;
  const SyRecipe        *recipe;
  const SyObstacle      *obstacle;
  gboolean               is_opposite;
  const SySourceVerdict *verdict;
  GPtrArray             *doubts;
} SyClaim;

/**
 * SyDoubt:
 * @claims: (element-type SyClaim): which do not agree
 * @references: (element-type SyReference): what they do not agree with
 */
typedef struct
{
  const char  *id;
  SyDoubtKind  kind;
  GPtrArray   *claims;
  GPtrArray   *references;
  const char  *text;
} SyDoubt;

typedef struct
{
  const SySource *source;
  guint           line;
} SyPlace;

/**
 * SySourceFact:
 * @text: (nullable)
 * @criteria: (element-type SyCriterion): which it bears on
 * @places: (element-type SyPlace): where it is named
 */
typedef struct
{
  const char *id;
  SyFactKind  kind;
  SySide      side;
  const char *name;
  const char *text;
  GPtrArray  *criteria;
  GArray     *places;
} SySourceFact;

/**
 * SyKnowledge:
 *
 * What published articles claim, on which criteria, and what speaks against it.  Read-only once it
 * is loaded, so that threads may share it.  What frames the evidence is in the person's language,
 * and the evidence in the words it was recorded in.
 */
typedef struct _SyKnowledge SyKnowledge;

/* A file's contents; @name is such as "claims.json". */
typedef GBytes *(*SyKnowledgeFetch) (const char *name,
                                     gpointer    user_data,
                                     GError    **error);

/**
 * sy_knowledge_load:
 * @folder: (nullable): where the files are; %NULL for those within the program
 *
 * Loads and validates.  Errors name the file, the path within it and the id, and are
 * %SY_JSON_ERROR unless a file cannot be read at all.
 */
SyKnowledge *sy_knowledge_load  (const char        *folder,
                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same from anywhere; @folder (nullable) leads the names of files in messages. */
SyKnowledge *sy_knowledge_fetch (const char        *folder,
                                 SyKnowledgeFetch   fetch,
                                 gpointer           user_data,
                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void         sy_knowledge_free  (SyKnowledge       *self);

/* Everything of a kind, in the order of its file. */
const SyObjective     *const *sy_knowledge_get_objectives (const SyKnowledge *self,
                                                           guint             *n_objectives);
const SyCriterion     *const *sy_knowledge_get_criteria   (const SyKnowledge *self,
                                                           guint             *n_criteria);
const SySource        *const *sy_knowledge_get_sources    (const SyKnowledge *self,
                                                           guint             *n_sources);
const SyReference     *const *sy_knowledge_get_references (const SyKnowledge *self,
                                                           guint             *n_references);
const SyCondition     *const *sy_knowledge_get_conditions (const SyKnowledge *self,
                                                           guint             *n_conditions);
const SyRecipe        *const *sy_knowledge_get_recipes    (const SyKnowledge *self,
                                                           guint             *n_recipes);
const SyClaim         *const *sy_knowledge_get_claims     (const SyKnowledge *self,
                                                           guint             *n_claims);
const SySourceVerdict *const *sy_knowledge_get_verdicts   (const SyKnowledge *self,
                                                           guint             *n_verdicts);
const SyDoubt         *const *sy_knowledge_get_doubts     (const SyKnowledge *self,
                                                           guint             *n_doubts);
const SySourceFact    *const *sy_knowledge_get_facts      (const SyKnowledge *self,
                                                           guint             *n_facts);

/* %NULL where there is none of that id. */
const SyCriterion     *sy_knowledge_find_criterion (const SyKnowledge *self,
                                                    const char        *id);
const SySource        *sy_knowledge_find_source    (const SyKnowledge *self,
                                                    const char        *id);
const SySourceFact    *sy_knowledge_find_fact      (const SyKnowledge *self,
                                                    const char        *id);
const SyRecipe        *sy_knowledge_find_recipe    (const SyKnowledge *self,
                                                    const char        *id);
const SyClaim         *sy_knowledge_find_claim     (const SyKnowledge *self,
                                                    const char        *id);

/* %NULL where the source says nothing on the criterion. */
const SySourceVerdict *sy_knowledge_find_verdict   (const SyKnowledge *self,
                                                    const SySource    *source,
                                                    const SyCriterion *criterion);

/* (transfer container) (element-type SyRecipe): those that claims on the criterion can be tried by,
 * most claims first.
 */
GPtrArray *sy_knowledge_list_recipes (const SyKnowledge       *self,
                                      const SyCriterion       *criterion)
                                      G_GNUC_WARN_UNUSED_RESULT;

/* Whom a claim speaks for: blaming one side speaks for the other. */
SySide   sy_claim_get_favoured            (const SyClaim         *self);

/* Whether a doubt names it, or the verdict it belongs to contradicts what the source says. */
gboolean sy_claim_is_disputed             (const SyClaim         *self);

gboolean sy_source_verdict_is_contradicted (const SySourceVerdict *self);

/* For people who read the program in another language: that claims, doubts and facts stay in
 * English, or %NULL in English itself.
 */
const char *sy_knowledge_say_language (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyKnowledge, sy_knowledge_free)

G_END_DECLS
