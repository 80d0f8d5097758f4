/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-record.h"

#include <glib/gi18n-lib.h>

#include "core/sy-json-writer.h"
#include "decision/sy-weights.h"
#include "lab/sy-facts.h"
#include "lab/sy-plan-json.h"

G_DEFINE_QUARK (sy-record-error-quark, sy_record_error)

static const char TOO_CLOSE[] = "too-close";

SyRecordedRun *
sy_recorded_run_new (void)
{
  SyRecordedRun *self = g_new0 (SyRecordedRun, 1);

  self->environment = sy_environment_new_empty ();
  self->plan = sy_plan_new ();
  self->relations = g_array_new (FALSE, FALSE, sizeof (SyRelation));

  return self;
}

void
sy_recorded_run_free (SyRecordedRun *self)
{
  g_free (self->run);
  sy_environment_free (self->environment);
  sy_plan_free (self->plan);
  g_array_unref (self->relations);
  g_free (self);
}

void
sy_record_free (SyRecord *self)
{
  g_clear_pointer (&self->profile, sy_profile_free);
  g_free (self->weights);
  g_free (self->best);
  g_free (self->winner);
  g_free (self->language);
  g_clear_pointer (&self->runtimes, g_hash_table_unref);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_sound (const SyAnalysis *analysis,
          guint             phase)
{
  for (guint i = 0; i < analysis->warnings->len; i++)
    {
      const SyWarning *warning = analysis->warnings->pdata[i];

      if (warning->breaks && (warning->phase < 0 || (guint) warning->phase == phase))
        return FALSE;
    }

  return TRUE;
}

static void
collect_relations (GArray           *relations,
                   const SyPlan     *plan,
                   const SyAnalysis *analysis)
{
  for (guint i = 0; i < analysis->verdicts->len; i++)
    {
      const SyVerdict *verdict = &g_array_index (analysis->verdicts, SyVerdict, i);
      const SyComparison *comparison = &verdict->comparison;
      SyRelation relation = { verdict->phase, verdict->metric, verdict->a, verdict->b,
                              comparison->winner, comparison->ratio, comparison->n_pairs };

      if (verdict->phase < plan->phases->len && !verdict->is_sensitivity
          && comparison->n_pairs >= SY_MIN_PAIRS && is_sound (analysis, verdict->phase))
        g_array_append_val (relations, relation);
    }
}

static SyRecordedRun *
record_run (const SyLineupEntry *entry)
{
  SyRecordedRun *self = sy_recorded_run_new ();
  guint n_facts;
  const SyFact *facts = sy_facts_get (&n_facts);

  self->run = g_strdup (entry->run->id);
  for (guint i = 0; i < n_facts; i++)
    {
      const char *value = sy_environment_get (entry->run->environment, facts[i].key);

      if (facts[i].must_agree && value != NULL)
        sy_environment_add (self->environment, facts[i].key, value);
    }
  sy_plan_free (self->plan);
  self->plan = sy_plan_copy (entry->run->plan);
  collect_relations (self->relations, self->plan, entry->analysis);

  return self;
}

static void
copy_runtime (gpointer server,
              gpointer option,
              gpointer runtimes)
{
  g_hash_table_insert (runtimes, g_strdup (server), option);
}

SyRecord *
sy_record_new (const SyDecisionReport *report)
{
  const SyRecommendation *recommendation = report->recommendation;
  SyRecord *self = g_new0 (SyRecord, 1);

  self->profile = sy_profile_copy (sy_decision_get_profile (report->decision));
  self->weights = sy_weights_copy (sy_decision_get_own_weights (report->decision),
                                   sy_decision_get_rulebook (report->decision)->knowledge);
  if (recommendation->best != G_MAXUINT)
    self->best = g_strdup (((const SyOptionResult *)
                            recommendation->options->pdata[recommendation->best])->option->id);
  if (recommendation->winner != NULL)
    self->winner = g_strdup (recommendation->winner->id);
  self->language = g_strdup (recommendation->language);
  self->runtimes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (report->runtimes != NULL)
    g_hash_table_foreach (report->runtimes, copy_runtime, self->runtimes);
  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_recorded_run_free);
  for (guint i = 0; i < report->n_runs; i++)
    g_ptr_array_add (self->runs, record_run (&report->runs[i]));

  return self;
}

static const char *
get_arm_id (const SyPlan *plan,
            guint         arm)
{
  return ((const SyArm *) plan->arms->pdata[arm])->id;
}

static void
write_relation (const SyRelation *relation,
                const SyPlan     *plan,
                SyJsonWriter     *writer)
{
  const char *winner = relation->winner == SY_WINNER_TOO_CLOSE
                       ? TOO_CLOSE
                       : get_arm_id (plan, relation->winner == SY_WINNER_A ? relation->a
                                                                           : relation->b);

  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_int (writer, "phase", relation->phase);
  sy_json_writer_add_string (writer, "metric", sy_metric_names[relation->metric]);
  sy_json_writer_add_string (writer, "a", get_arm_id (plan, relation->a));
  sy_json_writer_add_string (writer, "b", get_arm_id (plan, relation->b));
  sy_json_writer_add_string (writer, "winner", winner);
  sy_json_writer_begin_object (writer, "ratio");
  sy_json_writer_add_double (writer, "value", relation->ratio.value);
  sy_json_writer_add_double (writer, "low", relation->ratio.low);
  sy_json_writer_add_double (writer, "high", relation->ratio.high);
  sy_json_writer_end_object (writer);
  sy_json_writer_add_int (writer, "pairs", relation->n_pairs);
  sy_json_writer_end_object (writer);
}

static void
write_run (const SyRecordedRun *run,
           SyJsonWriter        *writer)
{
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "run", run->run);
  sy_environment_write (run->environment, "environment", writer);
  sy_plan_write (run->plan, "plan", writer);
  sy_json_writer_begin_array (writer, "relations");
  for (guint i = 0; i < run->relations->len; i++)
    write_relation (&g_array_index (run->relations, SyRelation, i), run->plan, writer);
  sy_json_writer_end_array (writer);
  sy_json_writer_end_object (writer);
}

static void
write_answer (const SyRecord *self,
              SyJsonWriter   *writer)
{
  sy_json_writer_begin_object (writer, "answer");
  if (self->best != NULL)
    sy_json_writer_add_string (writer, "best", self->best);
  if (self->winner != NULL)
    sy_json_writer_add_string (writer, "winner", self->winner);
  if (self->language != NULL)
    sy_json_writer_add_string (writer, "language", self->language);
  sy_json_writer_end_object (writer);
}

/* In the order of their names: the order of a hash table is nobody's. */
static void
write_runtimes (const SyRecord *self,
                SyJsonWriter   *writer)
{
  g_autoptr(GList) servers = g_list_sort (g_hash_table_get_keys (self->runtimes),
                                          (GCompareFunc) g_strcmp0);

  sy_json_writer_begin_object (writer, "runtimes");
  for (GList *server = servers; server != NULL; server = server->next)
    {
      const SyOption *option = g_hash_table_lookup (self->runtimes, server->data);

      sy_json_writer_add_string (writer, server->data, option->id);
    }
  sy_json_writer_end_object (writer);
}

char *
sy_record_to_json (const SyRecord    *self,
                   const SyKnowledge *knowledge,
                   gsize             *length)
{
  g_autoptr(SyJsonWriter) writer = sy_json_writer_new ();

  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "format", SY_RECORD_FORMAT);
  sy_json_writer_add_int (writer, "schema_version", SY_RECORD_VERSION);
  write_answer (self, writer);
  sy_profile_write (self->profile, writer, "profile");
  if (self->weights != NULL)
    sy_weights_write (self->weights, knowledge, "weights", writer);
  write_runtimes (self, writer);
  sy_json_writer_begin_array (writer, "runs");
  for (guint i = 0; i < self->runs->len; i++)
    write_run (self->runs->pdata[i], writer);
  sy_json_writer_end_array (writer);
  sy_json_writer_end_object (writer);

  return sy_json_writer_finish (writer, length);
}

/* The same as the finding of a run, but for what only the run itself knows. */
char *
sy_relation_say (const SyRelation *self,
                 const SyPlan     *plan)
{
  const char *a = _(((const SyArm *) plan->arms->pdata[self->a])->name);
  const char *b = _(((const SyArm *) plan->arms->pdata[self->b])->name);
  const SyPhasePlan *phase = &g_array_index (plan->phases, SyPhasePlan, self->phase);
  const char *scene = sy_scene_get_title (phase->scene);
  const char *winner = self->winner == SY_WINNER_A ? a : b;
  const char *other = self->winner == SY_WINNER_A ? b : a;

  if (self->winner == SY_WINNER_TOO_CLOSE)
    /* Translators: a scene, two servers, the bounds of a ratio. */
    return g_strdup_printf (_("%s: %s and %s are too close to call (%.2f to %.2f)"), scene, a, b,
                            self->ratio.low, self->ratio.high);
  if (self->metric == SY_METRIC_CAPACITY)
    /* Translators: a scene, two servers, the bounds of the ratio of the two servers. */
    return g_strdup_printf (_("%s: %s serves more requests than %s (%.2f to %.2f, %s to %s)"),
                            scene, winner, other, self->ratio.low, self->ratio.high, a, b);

  /* Translators: a scene, two servers, the bounds of the ratio of the two servers. */
  return g_strdup_printf (_("%s: %s answers sooner than %s (%.2f to %.2f, %s to %s)"), scene,
                          winner, other, self->ratio.low, self->ratio.high, a, b);
}
