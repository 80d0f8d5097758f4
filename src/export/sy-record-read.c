/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "core/sy-file.h"
#include "core/sy-json-strict.h"
#include "decision/sy-weights.h"
#include "export/sy-record.h"
#include "lab/sy-plan-json.h"

#define FENCE "```"

/* A ratio outside these was never measured. */
#define MIN_RATIO 1e-9
#define MAX_RATIO 1e9

enum { MAX_PAIRS = 1000000, MAX_RUNS = 16 };

/* The end of the line that @text is in. */
static const char *
find_line_end (const char *text)
{
  return text + strcspn (text, "\n");
}

static gboolean
is_line (const char *line,
         const char *expected)
{
  gsize length = (gsize) (find_line_end (line) - line);

  if (length > 0 && line[length - 1] == '\r')
    length--;

  return length == strlen (expected) && strncmp (line, expected, length) == 0;
}

/* The line after @line; %NULL where there is none. */
static const char *
get_next (const char *line)
{
  const char *end = find_line_end (line);

  return *end != '\0' ? end + 1 : NULL;
}

/* What is in the block, below as many empty lines as stand above it in the file: so a parser that
 * counts lines counts those of the file.
 */
static char *
extract (const char  *text,
         const char  *label,
         GError     **error)
{
  const char *begin = text, *end;
  guint n_above = 0;
  GString *block;

  for (; begin != NULL && !is_line (begin, FENCE SY_RECORD_FENCE); n_above++)
    begin = get_next (begin);
  if (begin == NULL)
    {
      g_set_error (error, SY_RECORD_ERROR, SY_RECORD_ERROR_NONE,
                   _("%s: no decision record of Steelyard: there is no line “%s” in it"), label,
                   FENCE SY_RECORD_FENCE);
      return NULL;
    }

  begin = get_next (begin);
  for (end = begin; end != NULL && !is_line (end, FENCE);)
    end = get_next (end);
  if (end == NULL)
    {
      g_set_error (error, SY_RECORD_ERROR, SY_RECORD_ERROR_NONE,
                   _("%s: line %u: the block that begins here has no end “%s”"), label,
                   n_above + 1, FENCE);
      return NULL;
    }

  block = g_string_new (NULL);
  for (guint i = 0; i <= n_above; i++)
    g_string_append_c (block, '\n');
  g_string_append_len (block, begin, end - begin);
  return g_string_free (block, FALSE);
}

static guint
read_arm (const SyPlan *plan,
          const SyJson *json,
          const char   *name)
{
  SyJson member = sy_json_member (json, name);
  const char *id = sy_json_as_string (&member);

  for (guint i = 0; i < plan->arms->len; i++)
    if (g_str_equal (((const SyArm *) plan->arms->pdata[i])->id, id))
      return i;

  sy_json_fail (&member, SY_JSON_ERROR_VALUE, _("“%s” is none of the plan's servers"), id);
  return 0;
}

static SyInterval
read_ratio (const SyJson *json)
{
  SyJson member = sy_json_member (json, "ratio");
  SyInterval ratio = {
    sy_json_double (&member, "value", MIN_RATIO, MAX_RATIO),
    sy_json_double (&member, "low", MIN_RATIO, MAX_RATIO),
    sy_json_double (&member, "high", MIN_RATIO, MAX_RATIO),
  };

  if (ratio.low > ratio.value || ratio.value > ratio.high)
    sy_json_fail (&member, SY_JSON_ERROR_VALUE, _("the value does not lie within its interval"));

  return ratio;
}

static SyWinner
read_winner (const SyPlan     *plan,
             const SyRelation *relation,
             const SyJson     *json)
{
  SyJson member = sy_json_member (json, "winner");
  guint winner;

  if (g_str_equal (sy_json_as_string (&member), "too-close"))
    return SY_WINNER_TOO_CLOSE;

  winner = read_arm (plan, json, "winner");
  if (winner != relation->a && winner != relation->b)
    sy_json_fail (&member, SY_JSON_ERROR_VALUE, _("the winner is none of the two servers"));

  return winner == relation->a ? SY_WINNER_A : SY_WINNER_B;
}

static SyRelation
read_relation (const SyPlan *plan,
               const SyJson *json)
{
  SyRelation relation = {
    .phase = (guint) sy_json_int (json, "phase", 0, MAX (1, plan->phases->len) - 1),
    .metric = sy_json_choice (json, "metric", sy_metric_names),
    .a = read_arm (plan, json, "a"),
    .b = read_arm (plan, json, "b"),
  };

  if (relation.a >= relation.b)
    sy_json_fail (json, SY_JSON_ERROR_VALUE,
                  _("the two servers are not in the order of the plan"));
  relation.winner = read_winner (plan, &relation, json);
  relation.ratio = read_ratio (json);
  relation.n_pairs = (guint) sy_json_int (json, "pairs", SY_MIN_PAIRS, MAX_PAIRS);

  return relation;
}

static void
read_plan (SyPlan       *plan,
           const SyJson *json)
{
  SyJson member = sy_json_member (json, "plan");
  g_autoptr(GError) problem = NULL;

  sy_plan_read (plan, &member);
  if (sy_json_is_sound (json) && !sy_plan_validate (plan, &problem))
    sy_json_fail (&member, SY_JSON_ERROR_VALUE, "%s", problem->message);
}

static SyRecordedRun *
read_run (const SyJson *json)
{
  SyRecordedRun *run = sy_recorded_run_new ();
  SyJson environment = sy_json_member (json, "environment");
  SyJson relations = sy_json_member (json, "relations");

  sy_json_check_names (json, SY_JSON_NAMES ("run", "environment", "plan", "relations"));
  run->run = g_strdup (sy_json_text (json, "run"));
  sy_environment_read (run->environment, &environment);
  read_plan (run->plan, json);
  for (guint i = 0; sy_json_is_sound (json) && i < sy_json_length (&relations); i++)
    {
      SyJson element = sy_json_element (&relations, i);
      SyRelation relation = read_relation (run->plan, &element);

      g_array_append_val (run->relations, relation);
    }

  return run;
}

/* The id of an option, where there is one. */
static char *
read_option (const SyJson     *json,
             const char       *name,
             const SyRulebook *rulebook)
{
  const char *id = sy_json_option (json, name);
  SyJson member;

  if (id == NULL || sy_rulebook_find_option (rulebook, id) != NULL)
    return g_strdup (id);

  member = sy_json_member (json, name);
  sy_json_fail (&member, SY_JSON_ERROR_VALUE, _("there is no option “%s”"), id);
  return NULL;
}

static void
read_runtimes (SyRecord         *record,
               const SyJson     *json,
               const SyRulebook *rulebook)
{
  SyJson member = sy_json_member (json, "runtimes");
  g_autoptr(GList) servers = sy_json_list_members (&member);

  for (GList *server = servers; server != NULL; server = server->next)
    {
      g_autofree char *id = read_option (&member, server->data, rulebook);

      if (id != NULL)
        g_hash_table_insert (record->runtimes, g_strdup (server->data),
                             (gpointer) sy_rulebook_find_option (rulebook, id));
    }
}

/* A document of its own within ours: read by its own reader. */
static SyProfile *
read_profile (const SyJson     *json,
              const char       *label,
              const SyRulebook *rulebook)
{
  SyJson member = sy_json_member (json, "profile");
  g_autofree char *place = g_strconcat (label, ": profile", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) problem = NULL;
  SyProfile *profile;

  if (!sy_json_is_sound (json))
    return NULL;

  text = json_to_string (member.node, FALSE);
  profile = sy_profile_from_json (text, -1, place, rulebook, &problem);
  if (profile == NULL)
    g_propagate_error (json->error, g_steal_pointer (&problem));

  return profile;
}

static void
read_runs (SyRecord     *record,
           const SyJson *json)
{
  SyJson runs = sy_json_member (json, "runs");

  if (sy_json_length (&runs) > MAX_RUNS)
    sy_json_fail (&runs, SY_JSON_ERROR_VALUE, _("more than %d runs"), MAX_RUNS);
  for (guint i = 0; sy_json_is_sound (json) && i < sy_json_length (&runs); i++)
    {
      SyJson element = sy_json_element (&runs, i);

      g_ptr_array_add (record->runs, read_run (&element));
    }
}

static gboolean
check_format (const SyJson  *json,
              const char    *label,
              GError       **error)
{
  static const char *const formats[] = { SY_RECORD_FORMAT, NULL };
  gint64 version;

  sy_json_choice (json, "format", formats);
  version = sy_json_int (json, "schema_version", 1, G_MAXINT64);
  if (!sy_json_is_sound (json) || version <= SY_RECORD_VERSION)
    return TRUE;

  g_set_error (error, SY_RECORD_ERROR, SY_RECORD_ERROR_TOO_NEW,
               /* Translators: a file's name, then two numbers. */
               _("%s: written by a later version of Steelyard (schema %" PRId64
                 ", this one reads up to %d): update Steelyard to confirm it"),
               label, version, SY_RECORD_VERSION);
  return FALSE;
}

static SyRecord *
read_record (const SyJson     *json,
             const char       *label,
             const SyRulebook *rulebook)
{
  SyJson answer = sy_json_member (json, "answer");
  SyRecord *record = g_new0 (SyRecord, 1);

  record->runtimes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  record->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_recorded_run_free);
  sy_json_check_names (json, SY_JSON_NAMES ("format", "schema_version", "answer", "profile",
                                            "weights", "runtimes", "runs"));
  sy_json_check_names (&answer, SY_JSON_NAMES ("best", "winner", "language"));
  record->best = read_option (&answer, "best", rulebook);
  record->winner = read_option (&answer, "winner", rulebook);
  record->language = g_strdup (sy_json_option (&answer, "language"));
  if (record->winner != NULL && g_strcmp0 (record->winner, record->best) != 0)
    sy_json_fail (&answer, SY_JSON_ERROR_VALUE, _("the winner is not the best option"));
  record->profile = read_profile (json, label, rulebook);
  if (sy_json_has (json, "weights"))
    record->weights = sy_weights_read (json, rulebook->knowledge, "weights");
  read_runtimes (record, json, rulebook);
  read_runs (record, json);

  return record;
}

SyRecord *
sy_record_parse (const char        *text,
                 gsize              length,
                 const char        *label,
                 const SyRulebook  *rulebook,
                 GError           **error)
{
  g_autofree char *whole = g_strndup (text, length);
  g_autofree char *block = extract (whole, label, error);
  g_autoptr(JsonNode) node = block != NULL ? sy_json_parse (block, -1, label, error) : NULL;
  g_autoptr(GError) problem = NULL;
  g_autoptr(SyRecord) record = NULL;
  SyJson json;

  if (node == NULL)
    return NULL;

  json = sy_json_root (node, label, &problem);
  if (!check_format (&json, label, error))
    return NULL;

  record = read_record (&json, label, rulebook);
  if (problem == NULL)
    return g_steal_pointer (&record);

  g_set_error_literal (error, SY_RECORD_ERROR, SY_RECORD_ERROR_INVALID, problem->message);
  return NULL;
}

SyRecord *
sy_record_load (const char        *path,
                const SyRulebook  *rulebook,
                GError           **error)
{
  gsize length;
  g_autofree char *text = sy_file_load (path, &length, error);
  g_autofree char *label = g_filename_display_basename (path);

  return text != NULL ? sy_record_parse (text, length, label, rulebook, error) : NULL;
}
