/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "knowledge/sy-knowledge-private.h"

enum { MAX_CONNECTIONS = 100000 };

const char *const sy_group_names[] = {
  "runtime", "language", "ecosystem", "people", "fit", NULL
};
const char *const sy_recipe_metric_names[] = {
  "capacity", "response-time", "response-time-p99", "cpu-per-request", NULL
};

void
sy_noun_read_objective (SyKnowledge  *self,
                        const SyJson *json,
                        gpointer      item)
{
  SyObjective *objective = item;

  objective->name = sy_json_translated (json, "name");
  objective->text = sy_json_translated (json, "text");
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

void
sy_noun_read_criterion (SyKnowledge  *self,
                        const SyJson *json,
                        gpointer      item)
{
  static const char *const subjects[] = { "language", "architecture", NULL };
  SyCriterion *criterion = item;

  criterion->name = sy_json_translated (json, "name");
  criterion->question = sy_json_translated (json, "question");
  criterion->why = sy_json_translated (json, "why");
  criterion->objective = sy_knowledge_refer (self, SY_NOUN_OBJECTIVE, json, "objective");
  criterion->group = sy_json_choice (json, "group", sy_group_names);
  criterion->is_architecture = sy_json_choice (json, "about", subjects) == 1;
  criterion->weighs = sy_json_boolean (json, "weighs");
  criterion->workloads = read_words (json, "workloads");
}

void
sy_noun_clear_criterion (gpointer item)
{
  g_free (((SyCriterion *) item)->workloads);
}

void
sy_noun_read_cluster (SyKnowledge  *self,
                      const SyJson *json,
                      gpointer      item)
{
  ((SyCluster *) item)->text = sy_json_translated (json, "text");
}

/* A year, a month or a day, as YYYY-MM-DD or the beginning of it. */
static const char *
read_date (const SyJson *json,
           const char   *name)
{
  static const char rest[] = "0000-01-01";
  const char *date = sy_json_option (json, name);
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

void
sy_noun_read_source (SyKnowledge  *self,
                     const SyJson *json,
                     gpointer      item)
{
  SySource *source = item;
  SyCluster *cluster = sy_knowledge_refer (self, SY_NOUN_CLUSTER, json, "cluster");

  source->name = sy_json_text (json, "name");
  source->publisher = sy_json_option (json, "publisher");
  source->author = sy_json_option (json, "author");
  source->title = sy_json_option (json, "title");
  source->published = read_date (json, "published");
  source->updated = read_date (json, "updated");
  source->dating = sy_json_has (json, "dating") ? sy_json_translated (json, "dating") : NULL;
  source->stake = sy_json_translated (json, "stake");
  source->cluster = cluster;
  if (cluster != NULL)
    cluster->n_sources++;
}

void
sy_noun_read_reference (SyKnowledge  *self,
                        const SyJson *json,
                        gpointer      item)
{
  SyReference *reference = item;
  SyJson address = sy_json_member (json, "address");

  reference->publisher = sy_json_text (json, "publisher");
  reference->title = sy_json_text (json, "title");
  reference->date = read_date (json, "date");
  reference->address = sy_json_text (json, "address");
  if (!g_uri_is_valid (reference->address, G_URI_FLAGS_NONE, NULL))
    sy_json_fail (&address, SY_JSON_ERROR_VALUE, _("“%s” is not an address"),
                  reference->address);
}

void
sy_noun_read_condition (SyKnowledge  *self,
                        const SyJson *json,
                        gpointer      item)
{
  ((SyCondition *) item)->text = sy_json_translated (json, "text");
}

void
sy_noun_read_obstacle (SyKnowledge  *self,
                       const SyJson *json,
                       gpointer      item)
{
  ((SyObstacle *) item)->text = sy_json_translated (json, "text");
}

static void
read_load (SyRecipe     *recipe,
           const SyJson *json)
{
  static const char *const kinds[] = { "closed", "open", NULL };
  SyJson load = sy_json_member (json, "load");

  sy_json_check_names (&load, SY_JSON_NAMES ("kind", "connections", "share_of_capacity"));
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

void
sy_noun_read_recipe (SyKnowledge  *self,
                     const SyJson *json,
                     gpointer      item)
{
  static const char *const relations[] = { "less", "greater", NULL };
  SyRecipe *recipe = item;

  recipe->name = sy_json_translated (json, "name");
  recipe->text = sy_json_translated (json, "text");
  read_arms (recipe, json);
  recipe->program = sy_json_text (json, "program");
  read_load (recipe, json);
  recipe->metric = sy_json_choice (json, "metric", sy_recipe_metric_names);
  recipe->is_greater = sy_json_choice (json, "relation", relations) == 1;
}
