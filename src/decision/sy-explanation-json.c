/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-json-writer.h"
#include "decision/sy-explanation.h"

#define FORMAT "steelyard-decision"

enum { VERSION = 1 };

static void
write_option (SyJsonWriter         *writer,
              const SyOptionResult *result,
              guint                 n_options)
{
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "option", result->option->id);
  if (result->excluded_by != NULL)
    sy_json_writer_add_string (writer, "excluded_by", result->excluded_by);
  else
    {
      sy_json_writer_begin_array (writer, "acceptability");
      for (guint rank = 0; rank < n_options; rank++)
        sy_json_writer_add_double (writer, NULL, result->acceptability[rank]);
      sy_json_writer_end_array (writer);
      sy_json_writer_add_double (writer, "mean_value", result->mean_value);
      sy_json_writer_add_double (writer, "confidence", result->confidence);
    }
  sy_json_writer_end_object (writer);
}

static void
write_objective (SyJsonWriter            *writer,
                 const SyObjectiveResult *result)
{
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "objective", result->objective->id);
  sy_json_writer_add_double (writer, "weight", result->weight);
  sy_json_writer_add_double (writer, "contribution", result->contribution);
  if (result->flips)
    sy_json_writer_add_double (writer, "flip_weight", result->flip_weight);
  sy_json_writer_add_double (writer, "variance_share", result->variance_share);
  sy_json_writer_end_object (writer);
}

static void
write_criterion (SyJsonWriter            *writer,
                 const SyCriterionResult *result)
{
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "criterion", result->criterion->id);
  sy_json_writer_add_double (writer, "weight", result->weight);
  sy_json_writer_begin_object (writer, "score");
  sy_json_writer_add_double (writer, "value", result->mean);
  sy_json_writer_add_double (writer, "low", result->low);
  sy_json_writer_add_double (writer, "high", result->high);
  sy_json_writer_end_object (writer);
  sy_json_writer_add_boolean (writer, "left_out", result->is_left_out);
  sy_json_writer_add_boolean (writer, "measured", result->is_measured);
  sy_json_writer_add_boolean (writer, "enough", result->are_enough);
  sy_json_writer_add_int (writer, "sources", result->n_sources);
  sy_json_writer_add_double (writer, "contribution", result->contribution);
  sy_json_writer_add_double (writer, "swing_low", result->swing_low);
  sy_json_writer_add_double (writer, "swing_high", result->swing_high);
  sy_json_writer_add_double (writer, "variance_share", result->variance_share);
  sy_json_writer_end_object (writer);
}

static void
write_observation (SyJsonWriter        *writer,
                   const SyObservation *observation)
{
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "run", observation->run);
  sy_json_writer_add_string (writer, "measure", sy_measure_names[observation->measure]);
  sy_json_writer_add_boolean (writer, "real", observation->is_real);
  sy_json_writer_begin_array (writer, "options");
  for (guint i = 0; i < G_N_ELEMENTS (observation->options); i++)
    sy_json_writer_add_string (writer, NULL, observation->options[i]->id);
  sy_json_writer_end_array (writer);
  sy_json_writer_add_double (writer, "log_ratio", observation->log_ratio);
  sy_json_writer_add_double (writer, "standard_error", observation->standard_error);
  sy_json_writer_add_int (writer, "pairs", observation->n_pairs);
  sy_json_writer_add_double (writer, "tau", observation->tau);
  sy_json_writer_end_object (writer);
}

static void
write_sentence (SyJsonWriter     *writer,
                const SySentence *sentence)
{
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "kind", sy_sentence_names[sentence->kind]);
  sy_json_writer_add_string (writer, "text", sentence->text);
  sy_json_writer_begin_array (writer, "grounds");
  for (guint i = 0; i < sentence->grounds->len; i++)
    {
      const SyGround *trace = &g_array_index (sentence->grounds, SyGround, i);

      sy_json_writer_begin_object (writer, NULL);
      sy_json_writer_add_string (writer, "kind", sy_ground_names[trace->kind]);
      sy_json_writer_add_string (writer, "id", trace->id);
      sy_json_writer_end_object (writer);
    }
  sy_json_writer_end_array (writer);
  sy_json_writer_end_object (writer);
}

static void
write_answer (SyJsonWriter           *writer,
              const SyRecommendation *self)
{
  if (self->best != G_MAXUINT)
    sy_json_writer_add_string (
      writer, "best", ((const SyOptionResult *) self->options->pdata[self->best])->option->id);
  if (self->winner != NULL)
    sy_json_writer_add_string (writer, "winner", self->winner->id);
  if (self->language != NULL)
    sy_json_writer_add_string (writer, "language", self->language);
  sy_json_writer_add_double (writer, "lead", self->lead);
  if (self->measure_next != NULL)
    sy_json_writer_add_string (writer, "measure_next", self->measure_next->id);
}

static void
write_results (SyJsonWriter           *writer,
               const SyRecommendation *self)
{
  sy_json_writer_begin_array (writer, "options");
  for (guint i = 0; i < self->options->len; i++)
    write_option (writer, self->options->pdata[i], self->options->len);
  sy_json_writer_end_array (writer);
  sy_json_writer_begin_array (writer, "objectives");
  for (guint i = 0; i < self->objectives->len; i++)
    write_objective (writer, &g_array_index (self->objectives, SyObjectiveResult, i));
  sy_json_writer_end_array (writer);
  sy_json_writer_begin_array (writer, "criteria");
  for (guint i = 0; i < self->criteria->len; i++)
    write_criterion (writer, &g_array_index (self->criteria, SyCriterionResult, i));
  sy_json_writer_end_array (writer);
}

static void
write_grounds (SyJsonWriter           *writer,
               const SyDecision       *decision,
               const SyRecommendation *self)
{
  g_autoptr(GPtrArray) sentences = sy_explanation_new (decision, self);
  GPtrArray *observations = sy_decision_get_observations (decision);

  sy_json_writer_begin_array (writer, "explanation");
  for (guint i = 0; i < sentences->len; i++)
    write_sentence (writer, sentences->pdata[i]);
  sy_json_writer_end_array (writer);
  sy_json_writer_begin_array (writer, "observations");
  for (guint i = 0; i < observations->len; i++)
    write_observation (writer, observations->pdata[i]);
  sy_json_writer_end_array (writer);
  sy_profile_write (sy_decision_get_profile (decision), writer, "profile");
}

char *
sy_recommendation_to_json (const SyDecision       *decision,
                           const SyRecommendation *recommendation,
                           gsize                  *length)
{
  g_autoptr(SyJsonWriter) writer = sy_json_writer_new ();

  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "format", FORMAT);
  sy_json_writer_add_int (writer, "schema_version", VERSION);
  write_answer (writer, recommendation);
  write_results (writer, recommendation);
  write_grounds (writer, decision, recommendation);
  sy_json_writer_end_object (writer);
  return sy_json_writer_finish (writer, length);
}
