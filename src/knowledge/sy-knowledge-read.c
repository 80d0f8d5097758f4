/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "knowledge/sy-knowledge-private.h"

#define NAMES(...) ((const char *const[]) { __VA_ARGS__, NULL })

enum { MAX_LINE = 1000000, MAX_CONNECTIONS = 100000 };

const char *const sy_side_names[] = { "node", "python", "both", "neither", NULL };
const char *const sy_claim_direction_names[] = { "for", "against", "neutral", NULL };
const char *const sy_judgement_names[] = { "node", "python", "tie", "conditional", "none", NULL };
const char *const sy_doubt_kind_names[] = { "within", "between", "documentation", NULL };
const char *const sy_fact_kind_names[] = {
  "system", "company", "use-case", "rule", "figure", NULL
};
const char *const sy_group_names[] = {
  "runtime", "language", "ecosystem", "people", "fit", NULL
};
const char *const sy_recipe_metric_names[] = {
  "capacity", "response-time", "response-time-p99", "cpu-per-request", NULL
};

/* Of claims, who are never about neither, and of what is about one alone. */
static const char *const claim_sides[] = { "node", "python", "both", NULL };
static const char *const single_sides[] = { "node", "python", NULL };

static guint
read_line (const SyJson *json)
{
  return (guint) sy_json_int (json, "line", 1, MAX_LINE);
}

static void
read_objective (SyKnowledge  *self,
                const SyJson *json,
                gpointer      item)
{
  SyObjective *objective = item;

  objective->name = sy_knowledge_read_text (json, "name");
  objective->text = sy_knowledge_read_text (json, "text");
}

static const char **
read_words (const SyJson *json,
            const char   *name)
{
  SyJson list = sy_json_member (json, name);
  guint length = sy_json_length (&list);
  const char **words = g_new0 (const char *, length + 1);

  for (guint i = 0; i < length; i++)
    {
      SyJson element = sy_json_element (&list, i);

      words[i] = sy_json_as_string (&element);
      if (*words[i] == '\0')
        sy_json_fail (&element, SY_JSON_ERROR_VALUE, _("is empty"));
    }

  return words;
}

static void
read_criterion (SyKnowledge  *self,
                const SyJson *json,
                gpointer      item)
{
  static const char *const subjects[] = { "language", "architecture", NULL };
  SyCriterion *criterion = item;

  criterion->name = sy_knowledge_read_text (json, "name");
  criterion->question = sy_knowledge_read_text (json, "question");
  criterion->why = sy_knowledge_read_text (json, "why");
  criterion->objective = sy_knowledge_refer (self, SY_NOUN_OBJECTIVE, json, "objective");
  criterion->group = sy_json_choice (json, "group", sy_group_names);
  criterion->is_architecture = sy_json_choice (json, "about", subjects) == 1;
  criterion->weighs = sy_json_boolean (json, "weighs");
  criterion->workloads = read_words (json, "workloads");
}

static void
clear_criterion (gpointer item)
{
  g_free (((SyCriterion *) item)->workloads);
}

static void
read_cluster (SyKnowledge  *self,
              const SyJson *json,
              gpointer      item)
{
  ((SyCluster *) item)->text = sy_knowledge_read_text (json, "text");
}

/* A year, a month or a day, as YYYY-MM-DD or the beginning of it. */
static const char *
read_date (const SyJson *json,
           const char   *name)
{
  static const char rest[] = "0000-01-01";
  const char *date = sy_knowledge_read_option (json, name);
  gsize length = date != NULL ? strlen (date) : 0;
  g_autoptr(GDateTime) day = NULL;
  g_autofree char *whole = NULL;
  SyJson member;

  if (date == NULL)
    return NULL;

  member = sy_json_member (json, name);
  whole = g_strconcat (date, length < sizeof rest ? rest + length : "", "T00:00:00Z", NULL);
  day = g_date_time_new_from_iso8601 (whole, NULL);
  if (day == NULL || (length != 4 && length != 7 && length != 10))
    sy_json_fail (&member, SY_JSON_ERROR_VALUE, _("“%s” is not a date such as 2026-11-21"), date);

  return date;
}

static void
read_source (SyKnowledge  *self,
             const SyJson *json,
             gpointer      item)
{
  SySource *source = item;
  SyCluster *cluster = sy_knowledge_refer (self, SY_NOUN_CLUSTER, json, "cluster");

  source->name = sy_knowledge_read_text (json, "name");
  source->publisher = sy_knowledge_read_option (json, "publisher");
  source->author = sy_knowledge_read_option (json, "author");
  source->title = sy_knowledge_read_option (json, "title");
  source->published = read_date (json, "published");
  source->updated = read_date (json, "updated");
  source->dating = sy_knowledge_read_option (json, "dating");
  source->stake = sy_knowledge_read_text (json, "stake");
  source->cluster = cluster;
  if (cluster != NULL)
    cluster->n_sources++;
}

static void
read_reference (SyKnowledge  *self,
                const SyJson *json,
                gpointer      item)
{
  SyReference *reference = item;
  SyJson address = sy_json_member (json, "address");

  reference->publisher = sy_knowledge_read_text (json, "publisher");
  reference->title = sy_knowledge_read_text (json, "title");
  reference->date = read_date (json, "date");
  reference->address = sy_knowledge_read_text (json, "address");
  if (!g_uri_is_valid (reference->address, G_URI_FLAGS_NONE, NULL))
    sy_json_fail (&address, SY_JSON_ERROR_VALUE, _("“%s” is not an address"),
                  reference->address);
}

static void
read_condition (SyKnowledge  *self,
                const SyJson *json,
                gpointer      item)
{
  ((SyCondition *) item)->text = sy_knowledge_read_text (json, "text");
}

static void
read_obstacle (SyKnowledge  *self,
               const SyJson *json,
               gpointer      item)
{
  ((SyObstacle *) item)->text = sy_knowledge_read_text (json, "text");
}

static void
read_load (SyRecipe     *recipe,
           const SyJson *json)
{
  static const char *const kinds[] = { "closed", "open", NULL };
  SyJson load = sy_json_member (json, "load");

  sy_knowledge_check_names (&load, NAMES ("kind", "connections", "share_of_capacity"));
  if (sy_json_choice (&load, "kind", kinds) == 0)
    recipe->n_connections = (guint) sy_json_int (&load, "connections", 1, MAX_CONNECTIONS);
  else
    recipe->share_of_capacity = sy_json_double (&load, "share_of_capacity", 0.01, 1);
}

static void
read_arms (SyRecipe     *recipe,
           const SyJson *json)
{
  SyJson arms = sy_json_member (json, "arms");

  if (sy_json_length (&arms) != G_N_ELEMENTS (recipe->arms))
    sy_json_fail (&arms, SY_JSON_ERROR_VALUE, _("does not have two servers"));
  for (guint i = 0; i < G_N_ELEMENTS (recipe->arms); i++)
    {
      SyJson element = sy_json_element (&arms, i);

      recipe->arms[i] = sy_json_as_string (&element);
    }
  if (*recipe->arms[0] == '\0' || g_str_equal (recipe->arms[0], recipe->arms[1]))
    sy_json_fail (&arms, SY_JSON_ERROR_VALUE, _("does not have two servers"));
}

static void
read_recipe (SyKnowledge  *self,
             const SyJson *json,
             gpointer      item)
{
  static const char *const relations[] = { "less", "greater", NULL };
  SyRecipe *recipe = item;

  recipe->name = sy_knowledge_read_text (json, "name");
  recipe->text = sy_knowledge_read_text (json, "text");
  read_arms (recipe, json);
  recipe->program = sy_knowledge_read_text (json, "program");
  read_load (recipe, json);
  recipe->metric = sy_json_choice (json, "metric", sy_recipe_metric_names);
  recipe->is_greater = sy_json_choice (json, "relation", relations) == 1;
}

static void
check_only_text (const SyKnowledge *self,
                 const SyClaim     *claim,
                 const SyJson      *json)
{
  const GPtrArray *claims = self->items[SY_NOUN_CLAIM];

  for (guint i = 0; i < claims->len; i++)
    {
      const SyClaim *other = claims->pdata[i];

      if (other->source == claim->source && g_str_equal (other->text, claim->text))
        sy_json_fail (json, SY_JSON_ERROR_VALUE, _("says the same as “%s”"), other->id);
    }
}

static void
read_claim (SyKnowledge  *self,
            const SyJson *json,
            gpointer      item)
{
  SyClaim *claim = item;

  claim->doubts = g_ptr_array_new ();
  claim->source = sy_knowledge_refer (self, SY_NOUN_SOURCE, json, "source");
  claim->line = read_line (json);
  claim->criterion = sy_knowledge_refer (self, SY_NOUN_CRITERION, json, "criterion");
  claim->side = sy_json_choice (json, "side", claim_sides);
  claim->direction = sy_json_choice (json, "direction", sy_claim_direction_names);
  claim->text = sy_knowledge_read_text (json, "text");
  claim->figure = sy_knowledge_read_option (json, "figure");
  if (sy_json_has (json, "recipe") == sy_json_has (json, "obstacle"))
    sy_json_fail (json, SY_JSON_ERROR_VALUE, _("needs either a recipe or an obstacle"));
  else if (sy_json_has (json, "recipe"))
    claim->recipe = sy_knowledge_refer (self, SY_NOUN_RECIPE, json, "recipe");
  else
    claim->obstacle = sy_knowledge_refer (self, SY_NOUN_OBSTACLE, json, "obstacle");
  check_only_text (self, claim, json);
}

static void
clear_claim (gpointer item)
{
  g_clear_pointer (&((SyClaim *) item)->doubts, g_ptr_array_unref);
}

static void
read_branches (SyKnowledge     *self,
               const SyJson    *json,
               SySourceVerdict *verdict)
{
  gboolean is_conditional = verdict->judgement == SY_JUDGEMENT_CONDITIONAL;
  SyJson list;
  guint length;

  if (sy_json_has (json, "branches") != is_conditional)
    sy_json_fail (json, SY_JSON_ERROR_VALUE,
                  _("needs branches if it is conditional, and only then"));
  if (!is_conditional)
    return;

  list = sy_json_member (json, "branches");
  length = sy_json_length (&list);
  for (guint i = 0; i < length && sy_json_is_sound (json); i++)
    {
      SyJson element = sy_json_element (&list, i);
      SyBranch branch = {
        .condition = sy_knowledge_refer (self, SY_NOUN_CONDITION, &element, "condition"),
        .side = sy_json_choice (&element, "side", single_sides),
      };

      sy_knowledge_check_names (&element, NAMES ("condition", "side"));
      g_array_append_val (verdict->branches, branch);
    }
  if (length == 0)
    sy_json_fail (&list, SY_JSON_ERROR_VALUE, _("is empty"));
}

static void
read_contradiction (const SyJson    *json,
                    SySourceVerdict *verdict)
{
  SyJson contradiction;

  verdict->contradicting = SY_SIDE_NEITHER;
  if (!sy_json_has (json, "contradiction"))
    return;

  contradiction = sy_json_member (json, "contradiction");
  sy_knowledge_check_names (&contradiction, NAMES ("side", "text"));
  verdict->contradicting = sy_json_choice (&contradiction, "side", single_sides);
  verdict->contradiction = sy_knowledge_read_text (&contradiction, "text");
  if ((guint) verdict->contradicting == (guint) verdict->judgement)
    sy_json_fail (&contradiction, SY_JSON_ERROR_VALUE, _("agrees with the verdict"));
}

static void
read_verdict (SyKnowledge  *self,
              const SyJson *json,
              gpointer      item)
{
  static const char *const bases[] = { "read", "stated", NULL };
  SySourceVerdict *verdict = item;

  verdict->branches = g_array_new (FALSE, FALSE, sizeof (SyBranch));
  verdict->source = sy_knowledge_refer (self, SY_NOUN_SOURCE, json, "source");
  verdict->criterion = sy_knowledge_refer (self, SY_NOUN_CRITERION, json, "criterion");
  verdict->judgement = sy_json_choice (json, "verdict", sy_judgement_names);
  verdict->is_stated = sy_json_choice (json, "basis", bases) == 1;
  verdict->line = read_line (json);
  verdict->text = sy_knowledge_read_text (json, "text");
  read_branches (self, json, verdict);
  read_contradiction (json, verdict);
  sy_knowledge_tie_verdict (self, verdict, json);
}

static void
clear_verdict (gpointer item)
{
  g_clear_pointer (&((SySourceVerdict *) item)->branches, g_array_unref);
}

static void
read_doubt (SyKnowledge  *self,
            const SyJson *json,
            gpointer      item)
{
  SyDoubt *doubt = item;

  doubt->kind = sy_json_choice (json, "kind", sy_doubt_kind_names);
  doubt->claims = sy_knowledge_refer_all (self, SY_NOUN_CLAIM, json, "claims");
  doubt->references = sy_json_has (json, "references")
    ? sy_knowledge_refer_all (self, SY_NOUN_REFERENCE, json, "references")
    : g_ptr_array_new ();
  doubt->text = sy_knowledge_read_text (json, "text");
  sy_knowledge_check_doubt (doubt, json);

  for (guint i = 0; i < doubt->claims->len && sy_json_is_sound (json); i++)
    g_ptr_array_add (((SyClaim *) doubt->claims->pdata[i])->doubts, doubt);
}

static void
clear_doubt (gpointer item)
{
  SyDoubt *doubt = item;

  g_clear_pointer (&doubt->claims, g_ptr_array_unref);
  g_clear_pointer (&doubt->references, g_ptr_array_unref);
}

static void
read_places (SyKnowledge  *self,
             const SyJson *json,
             SySourceFact       *fact)
{
  SyJson list = sy_json_member (json, "places");
  guint length = sy_json_length (&list);

  for (guint i = 0; i < length && sy_json_is_sound (json); i++)
    {
      SyJson element = sy_json_element (&list, i);
      SyPlace place = {
        .source = sy_knowledge_refer (self, SY_NOUN_SOURCE, &element, "source"),
        .line = read_line (&element),
      };

      sy_knowledge_check_names (&element, NAMES ("source", "line"));
      g_array_append_val (fact->places, place);
    }
  if (length == 0)
    sy_json_fail (&list, SY_JSON_ERROR_VALUE, _("is empty"));
}

static void
read_fact (SyKnowledge  *self,
           const SyJson *json,
           gpointer      item)
{
  SySourceFact *fact = item;

  fact->places = g_array_new (FALSE, FALSE, sizeof (SyPlace));
  fact->kind = sy_json_choice (json, "kind", sy_fact_kind_names);
  fact->side = sy_json_choice (json, "side", sy_side_names);
  fact->name = sy_knowledge_read_text (json, "name");
  fact->text = sy_knowledge_read_option (json, "text");
  fact->criteria = sy_knowledge_refer_all (self, SY_NOUN_CRITERION, json, "criteria");
  read_places (self, json, fact);
}

static void
clear_fact (gpointer item)
{
  SySourceFact *fact = item;

  g_clear_pointer (&fact->criteria, g_ptr_array_unref);
  g_clear_pointer (&fact->places, g_array_unref);
}

const SyNounInfo sy_nouns[SY_N_NOUNS] = {
  [SY_NOUN_OBJECTIVE] = {
    "criteria.json", "objectives", sizeof (SyObjective), TRUE,
    NAMES ("id", "name", "text"), read_objective, NULL,
  },
  [SY_NOUN_CRITERION] = {
    "criteria.json", "criteria", sizeof (SyCriterion), TRUE,
    NAMES ("id", "name", "question", "why", "objective", "group", "about", "weighs", "workloads"),
    read_criterion, clear_criterion,
  },
  [SY_NOUN_CLUSTER] = {
    "sources.json", "clusters", sizeof (SyCluster), TRUE,
    NAMES ("id", "text"), read_cluster, NULL,
  },
  [SY_NOUN_SOURCE] = {
    "sources.json", "sources", sizeof (SySource), TRUE,
    NAMES ("id", "name", "publisher", "author", "title", "published", "updated", "dating",
           "stake", "cluster"),
    read_source, NULL,
  },
  [SY_NOUN_REFERENCE] = {
    "references.json", "references", sizeof (SyReference), TRUE,
    NAMES ("id", "publisher", "title", "date", "address"), read_reference, NULL,
  },
  [SY_NOUN_CONDITION] = {
    "conditions.json", "conditions", sizeof (SyCondition), TRUE,
    NAMES ("id", "text"), read_condition, NULL,
  },
  [SY_NOUN_OBSTACLE] = {
    "obstacles.json", "obstacles", sizeof (SyObstacle), TRUE,
    NAMES ("id", "text"), read_obstacle, NULL,
  },
  [SY_NOUN_RECIPE] = {
    "recipes.json", "recipes", sizeof (SyRecipe), TRUE,
    NAMES ("id", "name", "text", "arms", "program", "load", "metric", "relation"),
    read_recipe, NULL,
  },
  [SY_NOUN_CLAIM] = {
    "claims.json", "claims", sizeof (SyClaim), TRUE,
    NAMES ("id", "source", "line", "criterion", "side", "direction", "text", "figure", "recipe",
           "obstacle"),
    read_claim, clear_claim,
  },
  [SY_NOUN_VERDICT] = {
    "verdicts.json", "verdicts", sizeof (SySourceVerdict), FALSE,
    NAMES ("source", "criterion", "verdict", "basis", "line", "text", "branches",
           "contradiction"),
    read_verdict, clear_verdict,
  },
  [SY_NOUN_DOUBT] = {
    "doubts.json", "doubts", sizeof (SyDoubt), TRUE,
    NAMES ("id", "kind", "claims", "references", "text"), read_doubt, clear_doubt,
  },
  [SY_NOUN_FACT] = {
    "facts.json", "facts", sizeof (SySourceFact), TRUE,
    NAMES ("id", "kind", "side", "name", "text", "criteria", "places"), read_fact, clear_fact,
  },
};
