/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-plan-json.h"

#include "lab/sy-run-fields.h"

/* Seeds have 64 bits, and many JSON readers keep 53: so it is a text. */
static void
write_seed (guint64       seed,
            SyJsonWriter *writer)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, seed);

  sy_json_writer_add_string (writer, "seed", text);
}

void
sy_phase_plan_write (const SyPhasePlan *plan,
                     const char        *name,
                     SyJsonWriter      *writer)
{
  g_autofree char *workload = sy_workload_format (&plan->workload);

  sy_json_writer_begin_object (writer, name);
  sy_json_writer_add_string (writer, "workload", workload);
  sy_fields_write (sy_phase_plan_fields, plan, writer);
  sy_json_writer_end_object (writer);
}

void
sy_plan_write (const SyPlan *plan,
               const char   *name,
               SyJsonWriter *writer)
{
  sy_json_writer_begin_object (writer, name);

  sy_json_writer_begin_array (writer, "arms");
  for (guint i = 0; i < plan->arms->len; i++)
    {
      const SyArm *arm = g_ptr_array_index (plan->arms, i);

      sy_json_writer_add_string (writer, NULL, arm->id);
    }
  sy_json_writer_end_array (writer);

  write_seed (plan->seed, writer);
  sy_fields_write (sy_plan_fields, plan, writer);

  sy_json_writer_begin_array (writer, "phases");
  for (guint i = 0; i < plan->phases->len; i++)
    sy_phase_plan_write (&g_array_index (plan->phases, SyPhasePlan, i), NULL, writer);
  sy_json_writer_end_array (writer);

  sy_json_writer_end_object (writer);
}

void
sy_environment_write (const SyEnvironment *environment,
                      const char          *name,
                      SyJsonWriter        *writer)
{
  sy_json_writer_begin_object (writer, name);
  for (guint i = 0; i < sy_environment_count (environment); i++)
    {
      const char *key, *value;

      sy_environment_get_nth (environment, i, &key, &value);
      sy_json_writer_add_string (writer, key, value);
    }
  sy_json_writer_end_object (writer);
}

/* Hands on what another module's parser says about the text at @json. */
static void
fail_with (const SyJson *json,
           const GError *problem)
{
  sy_json_fail (json, SY_JSON_ERROR_VALUE, "%s", problem->message);
}

static guint64
read_seed (const SyJson *json)
{
  SyJson member = sy_json_member (json, "seed");
  const char *text = sy_json_as_string (&member);
  g_autoptr(GError) problem = NULL;
  guint64 seed = 0;

  if (sy_json_is_sound (json) &&
      !g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, &seed, &problem))
    fail_with (&member, problem);

  return seed;
}

static void
read_workload (SyWorkload   *workload,
               const SyJson *json)
{
  SyJson member = sy_json_member (json, "workload");
  const char *text = sy_json_as_string (&member);
  g_autoptr(GError) problem = NULL;

  if (sy_json_is_sound (json) && !sy_workload_parse (text, workload, &problem))
    fail_with (&member, problem);
}

SyPhasePlan
sy_phase_plan_read (const SyJson *json)
{
  SyPhasePlan plan = { 0 };

  read_workload (&plan.workload, json);
  sy_fields_read (sy_phase_plan_fields, &plan, json);

  return plan;
}

static void
read_arms (SyPlan       *plan,
           const SyJson *json)
{
  SyJson arms = sy_json_member (json, "arms");

  for (guint i = 0; i < sy_json_length (&arms); i++)
    {
      SyJson arm = sy_json_element (&arms, i);
      g_autoptr(GError) problem = NULL;

      if (!sy_plan_add_arm (plan, sy_json_as_string (&arm), &problem))
        fail_with (&arm, problem);
    }
}

void
sy_plan_read (SyPlan       *plan,
              const SyJson *json)
{
  SyJson phases = sy_json_member (json, "phases");

  read_arms (plan, json);
  plan->seed = read_seed (json);
  sy_fields_read (sy_plan_fields, plan, json);

  for (guint i = 0; i < sy_json_length (&phases); i++)
    {
      SyJson element = sy_json_element (&phases, i);
      g_auto(SyPhasePlan) phase = sy_phase_plan_read (&element);

      if (sy_json_is_sound (json))
        sy_plan_add_phase (plan, &phase);
    }
}

void
sy_environment_read (SyEnvironment *environment,
                     const SyJson  *json)
{
  g_autoptr(GList) keys = sy_json_list_members (json);

  for (GList *key = keys; key != NULL; key = key->next)
    sy_environment_add (environment, key->data, sy_json_string (json, key->data));
}
