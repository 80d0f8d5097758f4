/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-json-writer.h"
#include "decision/sy-profile-private.h"

static void
write_ids (SyJsonWriter    *writer,
           const char      *name,
           const GPtrArray *ids)
{
  sy_json_writer_begin_array (writer, name);
  for (guint i = 0; i < ids->len; i++)
    sy_json_writer_add_string (writer, NULL, ids->pdata[i]);
  sy_json_writer_end_array (writer);
}

static void
write_some_ids (SyJsonWriter    *writer,
                const char      *name,
                const GPtrArray *ids)
{
  if (ids->len > 0)
    write_ids (writer, name, ids);
}

static void
write_answers (SyJsonWriter    *writer,
               const SyProfile *self,
               const char      *place)
{
  for (guint i = 0; i < SY_N_QUESTIONS; i++)
    if (g_str_equal (sy_question_places[i], place) && self->answers[i] != SY_ANSWER_UNSURE)
      sy_json_writer_add_string (writer, sy_question_names[i], sy_answer_names[self->answers[i]]);
}

static void
write_context (SyJsonWriter    *writer,
               const SyProfile *self)
{
  sy_json_writer_begin_object (writer, "context");
  write_some_ids (writer, "use_cases", self->use_cases);
  if (self->structure != SY_STRUCTURE_UNSURE)
    sy_json_writer_add_string (writer, "structure", sy_structure_names[self->structure]);
  write_answers (writer, self, "context");
  sy_json_writer_end_object (writer);
}

static void
write_request (SyJsonWriter    *writer,
               const SyProfile *self)
{
  sy_json_writer_begin_object (writer, "request");
  sy_json_writer_add_string (writer, "computes_on", sy_side_names[self->computes_on]);
  sy_json_writer_begin_array (writer, "steps");
  for (guint i = 0; i < self->actions->len; i++)
    {
      const SyAction *action = &g_array_index (self->actions, SyAction, i);

      sy_json_writer_begin_object (writer, NULL);
      sy_json_writer_add_double (writer, sy_action_members[action->kind], action->amount);
      sy_json_writer_end_object (writer);
    }
  sy_json_writer_end_array (writer);
  sy_json_writer_end_object (writer);
}

/* 0 stands for unsure, which is absent. */
static void
write_positive (SyJsonWriter *writer,
                const char   *name,
                double        value)
{
  if (value > 0)
    sy_json_writer_add_double (writer, name, value);
}

static void
write_traffic (SyJsonWriter    *writer,
               const SyProfile *self)
{
  sy_json_writer_begin_object (writer, "traffic");
  write_positive (writer, "peak_per_s", self->peak_per_s);
  write_positive (writer, "clients", self->n_clients);
  write_positive (writer, "response_ms", self->response_ms);
  sy_json_writer_end_object (writer);
}

static void
write_team (SyJsonWriter    *writer,
            const SyProfile *self)
{
  sy_json_writer_begin_object (writer, "team");
  if (self->has_languages)
    write_ids (writer, "languages", self->languages);
  write_some_ids (writer, "languages_unsure", self->languages_unsure);
  write_answers (writer, self, "team");
  sy_json_writer_end_object (writer);
}

static void
write_constraints (SyJsonWriter    *writer,
                   const SyProfile *self)
{
  sy_json_writer_begin_object (writer, "constraints");
  if (self->known_languages_only)
    sy_json_writer_add_boolean (writer, "known_languages_only", TRUE);
  write_some_ids (writer, "must_haves", self->must_haves);
  write_some_ids (writer, "vetoed", self->vetoed);
  sy_json_writer_end_object (writer);
}

void
sy_profile_write (const SyProfile *self,
                  SyJsonWriter    *writer,
                  const char      *name)
{
  sy_json_writer_begin_object (writer, name);
  sy_json_writer_add_string (writer, "format", SY_PROFILE_FORMAT);
  sy_json_writer_add_int (writer, "schema_version", SY_PROFILE_VERSION);
  if (self->name != NULL)
    sy_json_writer_add_string (writer, "name", self->name);
  if (self->note != NULL)
    sy_json_writer_add_string (writer, "note", self->note);
  write_context (writer, self);
  write_request (writer, self);
  write_traffic (writer, self);
  write_team (writer, self);
  write_constraints (writer, self);
  write_ids (writer, "priorities", self->priorities);
  write_some_ids (writer, "sources_off", self->sources_off);
  sy_json_writer_add_int (writer, "seed", (gint64) self->seed);
  sy_json_writer_end_object (writer);
}

char *
sy_profile_to_json (const SyProfile *self,
                    gsize           *length)
{
  g_autoptr(SyJsonWriter) writer = sy_json_writer_new ();

  sy_profile_write (self, writer, NULL);
  return sy_json_writer_finish (writer, length);
}
