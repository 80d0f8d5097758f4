/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "core/sy-json-strict.h"
#include "decision/sy-profile-private.h"

/* The step language's limits, so that every request can be measured. */
#define MAX_MS 60000.0
#define MAX_COMPUTE_MS 10000.0
#define MAX_BYTES 16777216.0

#define MAX_PER_S 1e9
#define MIN_POSITIVE 0.001

/* What a reader of one part needs. */
typedef struct
{
  SyProfile        *profile;
  const SyRulebook *rulebook;
} Reading;

/* Whether there is something of that id. */
typedef gboolean (*IsKnown) (const SyRulebook *rulebook,
                             const char       *id);

static gboolean
is_use_case (const SyRulebook *rulebook,
             const char       *id)
{
  guint n_facts;
  const SySourceFact *const *facts = sy_knowledge_get_facts (rulebook->knowledge, &n_facts);

  for (guint i = 0; i < n_facts; i++)
    if (facts[i]->kind == SY_FACT_USE_CASE && g_str_equal (facts[i]->id, id))
      return TRUE;

  return FALSE;
}

static gboolean
is_language (const SyRulebook *rulebook,
             const char       *id)
{
  for (guint i = 0; i < rulebook->options->len; i++)
    if (g_str_equal (((const SyOption *) rulebook->options->pdata[i])->language, id))
      return TRUE;

  return g_str_equal (id, "other");
}

static gboolean
is_must_have (const SyRulebook *rulebook,
              const char       *id)
{
  return sy_rulebook_find_must_have (rulebook, id) != NULL;
}

static gboolean
is_option (const SyRulebook *rulebook,
           const char       *id)
{
  return sy_rulebook_find_option (rulebook, id) != NULL;
}

static gboolean
is_source (const SyRulebook *rulebook,
           const char       *id)
{
  return sy_knowledge_find_source (rulebook->knowledge, id) != NULL;
}

/* Criteria that only explain carry no weight, so nobody can put them first. */
static gboolean
is_priority (const SyRulebook *rulebook,
             const char       *id)
{
  const SyCriterion *criterion = sy_knowledge_find_criterion (rulebook->knowledge, id);
  guint n_objectives;
  const SyObjective *const *objectives = sy_knowledge_get_objectives (rulebook->knowledge,
                                                                      &n_objectives);

  for (guint i = 0; i < n_objectives; i++)
    if (g_str_equal (objectives[i]->id, id))
      return TRUE;

  return criterion != NULL && criterion->weighs;
}

static void
read_id (const SyRulebook *rulebook,
         const SyJson     *json,
         IsKnown           is_known,
         GPtrArray        *ids)
{
  const char *id = sy_json_as_string (json);

  if (!is_known (rulebook, id))
    sy_json_fail (json, SY_JSON_ERROR_VALUE, _("There is no “%s”"), id);
  else if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    sy_json_fail (json, SY_JSON_ERROR_VALUE, _("“%s” is there twice"), id);
  else
    g_ptr_array_add (ids, g_strdup (id));
}

static void
read_ids (const SyRulebook *rulebook,
          const SyJson     *json,
          const char       *name,
          IsKnown           is_known,
          GPtrArray        *ids)
{
  SyJson list;

  if (!sy_json_has (json, name))
    return;

  list = sy_json_member (json, name);
  for (guint i = 0; i < sy_json_length (&list) && sy_json_is_sound (json); i++)
    {
      SyJson element = sy_json_element (&list, i);

      read_id (rulebook, &element, is_known, ids);
    }
}

static guint
read_choice (const SyJson      *json,
             const char        *name,
             const char *const *words)
{
  return sy_json_has (json, name) ? sy_json_choice (json, name, words) : 0;
}

static double
read_positive (const SyJson *json,
               const char   *name,
               double        max)
{
  return sy_json_has (json, name) ? sy_json_double (json, name, MIN_POSITIVE, max) : 0;
}

static gboolean
read_flag (const SyJson *json,
           const char   *name)
{
  return sy_json_has (json, name) && sy_json_boolean (json, name);
}

static void
read_answers (Reading      *reading,
              const SyJson *json,
              const char   *place)
{
  for (guint i = 0; i < SY_N_QUESTIONS; i++)
    if (g_str_equal (sy_question_places[i], place))
      reading->profile->answers[i] = (SyAnswer) read_choice (json, sy_question_names[i],
                                                             sy_answer_names);
}

static void
read_context (Reading      *reading,
              const SyJson *json)
{
  SyProfile *profile = reading->profile;

  sy_json_check_names (json, SY_JSON_NAMES ("use_cases", "structure", "web", "data_ai",
                                            "real_time", "large_project", "little_code",
                                            "existing_systems"));
  read_ids (reading->rulebook, json, "use_cases", is_use_case, profile->use_cases);
  profile->structure = (SyStructure) read_choice (json, "structure", sy_structure_names);
  read_answers (reading, json, "context");
}

static void
read_action (SyProfile    *profile,
             const SyJson *json)
{
  static const double max[] = { MAX_COMPUTE_MS, MAX_MS, MAX_BYTES };
  g_autoptr(GList) members = sy_json_list_members (json);
  const char *name = members != NULL ? members->data : "";
  SyAction action = { SY_ACTION_COMPUTE, 0 };

  while (sy_action_members[action.kind] != NULL && !g_str_equal (sy_action_members[action.kind],
                                                                 name))
    action.kind++;
  if (sy_action_members[action.kind] == NULL || members->next != NULL)
    {
      sy_json_fail (json, SY_JSON_ERROR_VALUE,
                    _("is not one of: compute_ms, wait_ms, answer_bytes"));
      return;
    }

  action.amount = sy_json_double (json, name, MIN_POSITIVE, max[action.kind]);
  g_array_append_val (profile->actions, action);
}

static void
read_request (Reading      *reading,
              const SyJson *json)
{
  static const char *const sides[] = { "node", "python", NULL };
  SyProfile *profile = reading->profile;
  SyJson steps;

  sy_json_check_names (json, SY_JSON_NAMES ("computes_on", "steps"));
  profile->computes_on = read_choice (json, "computes_on", sides) == 0 ? SY_SIDE_NODE
                                                                       : SY_SIDE_PYTHON;
  if (!sy_json_has (json, "steps"))
    return;

  steps = sy_json_member (json, "steps");
  if (sy_json_length (&steps) > SY_PROFILE_MAX_ACTIONS)
    sy_json_fail (&steps, SY_JSON_ERROR_VALUE, _("has more than %u steps"),
                  (guint) SY_PROFILE_MAX_ACTIONS);
  for (guint i = 0; i < sy_json_length (&steps) && sy_json_is_sound (json); i++)
    {
      SyJson element = sy_json_element (&steps, i);

      read_action (profile, &element);
    }
}

static void
read_traffic (Reading      *reading,
              const SyJson *json)
{
  SyProfile *profile = reading->profile;

  sy_json_check_names (json, SY_JSON_NAMES ("peak_per_s", "clients", "response_ms"));
  profile->peak_per_s = read_positive (json, "peak_per_s", MAX_PER_S);
  profile->n_clients = read_positive (json, "clients", MAX_PER_S);
  profile->response_ms = read_positive (json, "response_ms", MAX_MS);
}

/* A language cannot be known and left open. */
static void
check_languages (const SyProfile *profile,
                 const SyJson    *json)
{
  for (guint i = 0; i < profile->languages_unsure->len; i++)
    {
      const char *language = profile->languages_unsure->pdata[i];
      SyJson unsure = sy_json_member (json, "languages_unsure");

      if (g_ptr_array_find_with_equal_func (profile->languages, language, g_str_equal, NULL))
        sy_json_fail (&unsure, SY_JSON_ERROR_VALUE, _("“%s” is there twice"), language);
    }
}

static void
read_team (Reading      *reading,
           const SyJson *json)
{
  SyProfile *profile = reading->profile;

  sy_json_check_names (json, SY_JSON_NAMES ("languages", "languages_unsure", "beginners"));
  profile->has_languages = sy_json_has (json, "languages");
  read_ids (reading->rulebook, json, "languages", is_language, profile->languages);
  read_ids (reading->rulebook, json, "languages_unsure", is_language, profile->languages_unsure);
  check_languages (profile, json);
  read_answers (reading, json, "team");
}

static void
read_constraints (Reading      *reading,
                  const SyJson *json)
{
  SyProfile *profile = reading->profile;

  sy_json_check_names (json, SY_JSON_NAMES ("known_languages_only", "must_haves", "vetoed"));
  profile->known_languages_only = read_flag (json, "known_languages_only");
  read_ids (reading->rulebook, json, "must_haves", is_must_have, profile->must_haves);
  read_ids (reading->rulebook, json, "vetoed", is_option, profile->vetoed);
}

/* The parts of the document; each may be missing, which is to be unsure. */
static const struct
{
  const char  *name;
  void       (*read) (Reading      *reading,
                      const SyJson *json);
} parts[] = {
  { "context", read_context },
  { "request", read_request },
  { "traffic", read_traffic },
  { "team", read_team },
  { "constraints", read_constraints },
};

static void
read_priorities (Reading      *reading,
                 const SyJson *json)
{
  SyProfile *profile = reading->profile;
  SyJson priorities;

  read_ids (reading->rulebook, json, "priorities", is_priority, profile->priorities);
  if (profile->priorities->len <= SY_PROFILE_MAX_PRIORITIES)
    return;

  priorities = sy_json_member (json, "priorities");
  sy_json_fail (&priorities, SY_JSON_ERROR_VALUE, _("are more than %u"),
                (guint) SY_PROFILE_MAX_PRIORITIES);
}

static void
read_profile (Reading      *reading,
              const SyJson *json)
{
  SyProfile *profile = reading->profile;

  sy_json_check_names (json, SY_JSON_NAMES ("format", "schema_version", "name", "note", "context",
                                            "request", "traffic", "team", "constraints",
                                            "priorities", "sources_off", "seed"));
  if (sy_json_has (json, "name"))
    profile->name = g_strdup (sy_json_string (json, "name"));
  if (sy_json_has (json, "note"))
    profile->note = g_strdup (sy_json_string (json, "note"));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (sy_json_has (json, parts[i].name))
      {
        SyJson part = sy_json_member (json, parts[i].name);

        parts[i].read (reading, &part);
      }
  read_priorities (reading, json);
  read_ids (reading->rulebook, json, "sources_off", is_source, profile->sources_off);
  if (sy_json_has (json, "seed"))
    profile->seed = (guint64) sy_json_int (json, "seed", 0, G_MAXINT64);
}

/* Told apart first: what a later program wrote is not damaged. */
static gboolean
check_format (const SyJson  *json,
              GError       **error)
{
  const char *label = json->name;
  const char *format = sy_json_string (json, "format");
  gint64 version = sy_json_int (json, "schema_version", 1, G_MAXINT32);

  if (!sy_json_is_sound (json))
    return TRUE;
  if (!g_str_equal (format, SY_PROFILE_FORMAT))
    {
      g_set_error (error, SY_PROFILE_ERROR, SY_PROFILE_ERROR_INVALID,
                   /* Translators: a file, what kind it says it is, what it should be. */
                   _("%s: format: “%s” is not “%s”"), label, format, SY_PROFILE_FORMAT);
      return FALSE;
    }
  if (version > SY_PROFILE_VERSION)
    {
      g_set_error (error, SY_PROFILE_ERROR, SY_PROFILE_ERROR_TOO_NEW,
                   _("%s: written by a later version of Steelyard (schema %" PRId64
                     "): update Steelyard to read it"),
                   label, version);
      return FALSE;
    }

  return TRUE;
}

SyProfile *
sy_profile_from_json (const char        *text,
                      gssize             length,
                      const char        *label,
                      const SyRulebook  *rulebook,
                      GError           **error)
{
  g_autoptr(JsonNode) document = sy_json_parse (text, length, label, error);
  g_autoptr(SyProfile) self = sy_profile_new ();
  g_autoptr(GError) problem = NULL;
  SyJson json;

  if (document == NULL)
    return NULL;

  json = sy_json_root (document, label, &problem);
  if (!check_format (&json, error))
    return NULL;

  read_profile (&(Reading) { self, rulebook }, &json);
  if (problem == NULL)
    return g_steal_pointer (&self);

  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}
