/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-plan-json.h"
#include "lab/sy-run-fields.h"
#include "lab/sy-run-store.h"
#include "lab/sy-slices.h"
#include "lab/sy-trace-json.h"

static void
write_failures (const SyTrial *trial,
                SyJsonWriter  *writer)
{
  sy_json_writer_begin_object (writer, "n_failed");
  for (guint i = 0; i < SY_N_FAILURES; i++)
    sy_json_writer_add_int (writer, sy_failure_names[i], (gint64) trial->n_failed[i]);
  sy_json_writer_end_object (writer);
}

static void
write_per_connection (const SyTrial *trial,
                      SyJsonWriter  *writer)
{
  sy_json_writer_begin_array (writer, "per_connection");
  for (guint i = 0; i < trial->per_connection->len; i++)
    sy_json_writer_add_int (writer, NULL,
                            (gint64) g_array_index (trial->per_connection, guint64, i));
  sy_json_writer_end_array (writer);
}

static void
write_trial (const SyTrial *trial,
             SyJsonWriter  *writer)
{
  sy_json_writer_begin_object (writer, "trial");
  sy_fields_write (sy_trial_fields, trial, writer);
  write_failures (trial, writer);
  write_per_connection (trial, writer);
  sy_slices_write (trial->slices, "slices", writer);
  sy_json_writer_end_object (writer);
}

static void
write_turn (const SyTurn *turn,
            const SyPlan *plan,
            SyJsonWriter *writer)
{
  const SyArm *arm = g_ptr_array_index (plan->arms, turn->arm);

  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "arm", arm->id);
  sy_fields_write (sy_turn_fields, turn, writer);
  write_trial (turn->trial, writer);
  if (turn->trace != NULL)
    sy_trace_write (turn->trace, "trace", writer);
  sy_json_writer_end_object (writer);
}

static void
write_phase (const SyPhase *phase,
             const SyPlan  *plan,
             SyJsonWriter  *writer)
{
  sy_json_writer_begin_object (writer, NULL);
  sy_phase_plan_write (&phase->plan, "plan", writer);
  sy_fields_write (sy_phase_fields, phase, writer);

  sy_json_writer_begin_array (writer, "turns");
  for (guint i = 0; i < phase->turns->len; i++)
    write_turn (g_ptr_array_index (phase->turns, i), plan, writer);
  sy_json_writer_end_array (writer);

  sy_json_writer_end_object (writer);
}

/* Whole seconds: two runs never start in the same one. */
static void
write_started (GDateTime    *started,
               SyJsonWriter *writer)
{
  g_autofree char *text = g_date_time_format (started, SY_RUN_TIME_FORMAT);

  sy_json_writer_add_string (writer, "started", text);
}

char *
sy_run_to_json (const SyRun *self,
                gsize       *length)
{
  g_autoptr(SyJsonWriter) writer = sy_json_writer_new ();

  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "format", SY_RUN_FORMAT);
  sy_json_writer_add_int (writer, "schema_version", SY_RUN_SCHEMA_VERSION);
  write_started (self->started, writer);
  sy_fields_write (sy_run_fields, self, writer);
  sy_environment_write (self->environment, "environment", writer);
  sy_plan_write (self->plan, "plan", writer);

  sy_json_writer_begin_array (writer, "phases");
  for (guint i = 0; i < self->phases->len; i++)
    write_phase (g_ptr_array_index (self->phases, i), self->plan, writer);
  sy_json_writer_end_array (writer);

  sy_json_writer_end_object (writer);

  return sy_json_writer_finish (writer, length);
}
