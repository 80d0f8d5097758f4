/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "lab/sy-plan-json.h"
#include "lab/sy-run-check.h"
#include "lab/sy-run-fields.h"
#include "lab/sy-run-store.h"
#include "lab/sy-slices.h"
#include "lab/sy-trace-json.h"

static void
read_failures (SyTrial      *trial,
               const SyJson *json)
{
  SyJson failures = sy_json_member (json, "n_failed");

  for (guint i = 0; i < SY_N_FAILURES; i++)
    trial->n_failed[i] = (guint64) sy_json_int (&failures, sy_failure_names[i],
                                                0, SY_RUN_MAX_COUNT);
}

static GArray *
read_per_connection (const SyJson *json)
{
  SyJson list = sy_json_member (json, "per_connection");
  guint length = sy_json_length (&list);
  GArray *counts = g_array_sized_new (FALSE, TRUE, sizeof (guint64), length);

  for (guint i = 0; i < length && sy_json_is_sound (json); i++)
    {
      SyJson element = sy_json_element (&list, i);
      guint64 count = (guint64) sy_json_as_int (&element, 0, SY_RUN_MAX_COUNT);

      g_array_append_val (counts, count);
    }

  return counts;
}

static SyTrial *
read_trial (const SyJson *json)
{
  SyJson slices = sy_json_member (json, "slices");
  SyTrial *trial = g_new0 (SyTrial, 1);

  sy_fields_read (sy_trial_fields, trial, json);
  read_failures (trial, json);
  trial->per_connection = read_per_connection (json);
  trial->slices = sy_slices_read (&slices);
  sy_run_check_trial (trial, json);

  return trial;
}

static guint
read_arm (const SyPlan *plan,
          const SyJson *json)
{
  SyJson member = sy_json_member (json, "arm");
  const char *id = sy_json_as_string (&member);

  for (guint i = 0; i < plan->arms->len; i++)
    {
      const SyArm *arm = g_ptr_array_index (plan->arms, i);

      if (g_str_equal (arm->id, id))
        return i;
    }

  sy_json_fail (&member, SY_JSON_ERROR_VALUE, _("“%s” is none of the plan's servers"), id);
  return 0;
}

static SyTurn *
read_turn (const SyPlan *plan,
           const SyJson *json)
{
  SyJson trial = sy_json_member (json, "trial");
  SyTurn *turn = sy_turn_new ();

  turn->arm = read_arm (plan, json);
  sy_fields_read (sy_turn_fields, turn, json);
  turn->trial = read_trial (&trial);
  if (sy_json_has (json, "trace"))
    {
      SyJson trace = sy_json_member (json, "trace");

      turn->trace = sy_trace_read (&trace);
    }

  return turn;
}

static SyPhase *
read_phase (const SyPlan *plan,
            const SyJson *json)
{
  SyJson plan_json = sy_json_member (json, "plan");
  SyJson turns = sy_json_member (json, "turns");
  g_auto(SyPhasePlan) phase_plan = sy_phase_plan_read (&plan_json);
  SyPhase *phase = sy_phase_new (&phase_plan);

  sy_fields_read (sy_phase_fields, phase, json);
  for (guint i = 0; i < sy_json_length (&turns); i++)
    {
      SyJson element = sy_json_element (&turns, i);

      g_ptr_array_add (phase->turns, read_turn (plan, &element));
    }
  sy_run_check_turns (phase, &turns);

  return phase;
}

/* Only the one form that is written, so that it is written again as it was. */
static GDateTime *
read_started (const SyJson *json)
{
  SyJson member = sy_json_member (json, "started");
  const char *text = sy_json_as_string (&member);
  g_autoptr(GDateTime) started = g_date_time_new_from_iso8601 (text, NULL);
  g_autofree char *again = NULL;

  if (started != NULL)
    again = g_date_time_format (started, SY_RUN_TIME_FORMAT);
  if (g_strcmp0 (again, text) == 0)
    return g_steal_pointer (&started);

  sy_json_fail (&member, SY_JSON_ERROR_VALUE,
                _("“%s” is not a time such as 2026-11-21T10:15:02Z"), text);
  return NULL;
}

static void
read_run (SyRun        *run,
          const SyJson *json)
{
  SyJson environment = sy_json_member (json, "environment");
  SyJson plan = sy_json_member (json, "plan");
  SyJson phases = sy_json_member (json, "phases");

  run->started = read_started (json);
  sy_fields_read (sy_run_fields, run, json);
  sy_environment_read (run->environment, &environment);
  sy_plan_read (run->plan, &plan);

  for (guint i = 0; i < sy_json_length (&phases); i++)
    {
      SyJson element = sy_json_element (&phases, i);

      g_ptr_array_add (run->phases, read_phase (run->plan, &element));
    }
  sy_run_check (run, json);
}

/* Before anything else is looked at: a later schema may differ in all of it. */
static gboolean
check_version (const SyJson *json,
               const char   *label,
               GError      **error)
{
  static const char *const formats[] = { SY_RUN_FORMAT, NULL };
  gint64 version;

  sy_json_choice (json, "format", formats);
  version = sy_json_int (json, "schema_version", 1, G_MAXINT64);
  if (!sy_json_is_sound (json) || version <= SY_RUN_SCHEMA_VERSION)
    return TRUE;

  g_set_error (error, SY_RUN_ERROR, SY_RUN_ERROR_TOO_NEW,
               /* Translators: a file's name, then two numbers. */
               _("%s: saved by a later version of Steelyard (schema %" PRId64
                 ", this one reads up to %d): update Steelyard to open it"),
               label, version, SY_RUN_SCHEMA_VERSION);
  return FALSE;
}

SyRun *
sy_run_from_json (const char  *text,
                  gssize       length,
                  const char  *label,
                  GError     **error)
{
  g_autoptr(JsonNode) node = sy_json_parse (text, length, label, error);
  g_autoptr(GError) problem = NULL;
  g_autoptr(SyRun) run = NULL;
  SyJson json;

  if (node == NULL)
    return NULL;

  json = sy_json_root (node, label, &problem);
  if (!check_version (&json, label, error))
    return NULL;

  run = sy_run_new_bare ();
  read_run (run, &json);
  if (problem == NULL)
    return g_steal_pointer (&run);

  g_set_error_literal (error, SY_RUN_ERROR, SY_RUN_ERROR_INVALID, problem->message);
  return NULL;
}
