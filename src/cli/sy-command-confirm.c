/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "cli/sy-command.h"
#include "cli/sy-deciding.h"
#include "cli/sy-runner.h"
#include "cli/sy-terminal.h"
#include "cli/sy-values.h"
#include "cli/sy-words.h"
#include "core/sy-json-writer.h"
#include "export/sy-record-check.h"
#include "lab/sy-run-store.h"

enum { COLUMNS = 80 };

/* What was found of one relation; @has_ratio is %FALSE where nothing sound was measured. */
typedef struct
{
  const SyRecordedRun *run;
  const SyRelation    *relation;
  SyHolds              holds;
  gboolean             has_ratio;
  SyInterval           ratio;
} Finding;

/**
 * Confirmation:
 * @findings: (element-type Finding)
 * @problems: (element-type utf8): why something could not be measured
 * @paths: (element-type utf8): where the new runs are saved
 */
typedef struct
{
  SyDeciding *deciding;
  SyRecord   *record;
  GArray     *findings;
  GPtrArray  *problems;
  GPtrArray  *paths;
  SyHolds     answer;
  SyHolds     all;
} Confirmation;

static void
confirmation_clear (Confirmation *self)
{
  g_clear_pointer (&self->record, sy_record_free);
  g_clear_pointer (&self->deciding, sy_deciding_free);
  g_clear_pointer (&self->findings, g_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Confirmation, confirmation_clear)

/* Judges all relations of a run; @analysis is %NULL where there is nothing to judge by. */
static void
add_findings (Confirmation        *self,
              const SyRecordedRun *run,
              const SyAnalysis    *analysis)
{
  for (guint i = 0; i < run->relations->len; i++)
    {
      Finding finding = { run, &g_array_index (run->relations, SyRelation, i), SY_HOLDS_UNKNOWN };

      if (analysis != NULL)
        finding.holds = sy_relation_check (finding.relation, analysis, &finding.ratio);
      finding.has_ratio = finding.ratio.value > 0;
      g_array_append_val (self->findings, finding);
    }
}

/* Kept like any other, so that what a confirmation rests on can be looked at. */
static void
save (Confirmation *self,
      const SyRun  *run)
{
  g_autoptr(GError) problem = NULL;
  char *path = sy_run_store_get_path (run);

  if (sy_run_save (run, path, SY_FILE_KEEP_EXISTING, &problem))
    {
      g_ptr_array_add (self->paths, path);
      return;
    }

  g_ptr_array_add (self->problems, g_strdup (problem->message));
  g_free (path);
}

/* Measures again what a recorded run did, by other random numbers: a finding that needs the same
 * ones is none.
 */
static gboolean
repeat_run (Confirmation         *self,
            const SyRecordedRun  *recorded,
            guint64               seed,
            gboolean              shows_progress,
            GError              **error)
{
  g_autoptr(SyPlan) plan = sy_plan_copy (recorded->plan);
  char *problem;
  SyRun *run;

  plan->seed = seed;
  run = sy_runner_run (plan, shows_progress, error);
  if (run == NULL)
    return FALSE;

  save (self, run);
  problem = sy_deciding_add_run (self->deciding, run);
  if (problem != NULL)
    g_ptr_array_add (self->problems, problem);
  if (!run->is_complete)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped early"));
      return FALSE;
    }

  add_findings (self, recorded,
                g_array_index (self->deciding->entries, SyLineupEntry,
                               self->deciding->entries->len - 1).analysis);
  return TRUE;
}

/* A run of which nothing has to hold is not worth a minute. */
static gboolean
repeat_runs (Confirmation  *self,
             guint64        seed,
             gboolean       shows_progress,
             GError       **error)
{
  g_autoptr(SyEnvironment) here = sy_environment_new_here ();

  for (guint i = 0; i < self->record->runs->len; i++)
    {
      const SyRecordedRun *recorded = self->record->runs->pdata[i];
      g_autofree char *problem = sy_recorded_run_say_machine (recorded, here);

      if (recorded->relations->len == 0)
        continue;
      if (problem != NULL)
        {
          g_ptr_array_add (self->problems, g_steal_pointer (&problem));
          add_findings (self, recorded, NULL);
        }
      else if (!repeat_run (self, recorded, seed + i, shows_progress, error))
        return FALSE;
    }

  return TRUE;
}

/* What no longer holds outweighs what cannot be told, and that what holds.  Without all its
 * evidence a decision is not the one that was made, so it is not weighed.
 */
static void
conclude (Confirmation *self)
{
  gboolean is_measured = TRUE;

  self->all = SY_HOLDS_YES;
  for (guint i = 0; i < self->findings->len; i++)
    {
      const Finding *finding = &g_array_index (self->findings, Finding, i);

      is_measured &= finding->has_ratio;
      self->all = MAX (self->all, finding->holds);
    }

  self->answer = SY_HOLDS_UNKNOWN;
  sy_deciding_weigh (self->deciding);
  if (is_measured)
    self->answer = sy_record_check_answer (self->record, self->deciding->recommendation);
  self->all = MAX (self->all, self->answer);
}

static const char *
say_all (SyHolds holds)
{
  static const char *const sentences[] = {
    [SY_HOLDS_YES] = N_("The decision holds."),
    [SY_HOLDS_UNKNOWN] = N_("Whether the decision still holds cannot be told."),
    [SY_HOLDS_NO] = N_("The decision no longer holds."),
  };

  return _(sentences[holds]);
}

static const char *
say_holds (SyHolds holds)
{
  static const char *const words[] = {
    [SY_HOLDS_YES] = N_("holds"),
    [SY_HOLDS_UNKNOWN] = N_("cannot be told"),
    [SY_HOLDS_NO] = N_("no longer holds"),
  };

  return _(words[holds]);
}

static char *
say_finding (const Finding *finding)
{
  g_autofree char *relation = sy_relation_say (finding->relation, finding->run->plan);

  if (!finding->has_ratio)
    /* Translators: what was recorded. */
    return g_strdup_printf (_("%s: cannot be told, nothing sound was measured"), relation);

  /* Translators: what was recorded, the bounds of a ratio, “holds” or “no longer holds”. */
  return g_strdup_printf (_("%s; now %.2f to %.2f: %s"), relation, finding->ratio.low,
                          finding->ratio.high, say_holds (finding->holds));
}

/* Takes @sentence. */
static void
append_line (GString *text,
             char    *sentence)
{
  g_autofree char *lines = sy_words_wrap (sentence, "    ", COLUMNS);

  lines[2] = '-';
  g_string_append (text, lines);
  g_free (sentence);
}

static void
show_text (const Confirmation *self)
{
  static const SyStyle styles[] = {
    [SY_HOLDS_YES] = SY_STYLE_GOOD,
    [SY_HOLDS_UNKNOWN] = SY_STYLE_STRONG,
    [SY_HOLDS_NO] = SY_STYLE_WARNING,
  };
  g_autoptr(GString) text = g_string_new (NULL);

  sy_terminal_append (text, styles[self->all], say_all (self->all));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < self->problems->len; i++)
    append_line (text, g_strdup (self->problems->pdata[i]));
  for (guint i = 0; i < self->findings->len; i++)
    append_line (text, say_finding (&g_array_index (self->findings, Finding, i)));
  /* Translators: “holds” or “no longer holds”. */
  append_line (text, g_strdup_printf (_("The answer, weighed again: %s"),
                                      say_holds (self->answer)));
  for (guint i = 0; i < self->paths->len; i++)
    g_string_append_printf (text, _("Saved as %s\n"), (const char *) self->paths->pdata[i]);
  g_print ("%s", text->str);
}

static void
write_interval (SyJsonWriter     *writer,
                const char       *name,
                const SyInterval *interval)
{
  sy_json_writer_begin_object (writer, name);
  sy_json_writer_add_double (writer, "value", interval->value);
  sy_json_writer_add_double (writer, "low", interval->low);
  sy_json_writer_add_double (writer, "high", interval->high);
  sy_json_writer_end_object (writer);
}

static void
write_finding (SyJsonWriter  *writer,
               const Finding *finding)
{
  const GPtrArray *arms = finding->run->plan->arms;

  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "outcome", sy_holds_names[finding->holds]);
  sy_json_writer_add_string (writer, "run", finding->run->run);
  sy_json_writer_add_int (writer, "phase", finding->relation->phase);
  sy_json_writer_add_string (writer, "metric", sy_metric_names[finding->relation->metric]);
  sy_json_writer_add_string (writer, "a", ((SyArm *) arms->pdata[finding->relation->a])->id);
  sy_json_writer_add_string (writer, "b", ((SyArm *) arms->pdata[finding->relation->b])->id);
  write_interval (writer, "recorded", &finding->relation->ratio);
  if (finding->has_ratio)
    write_interval (writer, "now", &finding->ratio);
  sy_json_writer_end_object (writer);
}

static void
write_texts (SyJsonWriter *writer,
             const char   *name,
             GPtrArray    *texts)
{
  sy_json_writer_begin_array (writer, name);
  for (guint i = 0; i < texts->len; i++)
    sy_json_writer_add_string (writer, NULL, texts->pdata[i]);
  sy_json_writer_end_array (writer);
}

static void
show_json (const Confirmation *self)
{
  g_autoptr(SyJsonWriter) writer = sy_json_writer_new ();
  g_autofree char *text = NULL;
  gsize length;

  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "outcome", sy_holds_names[self->all]);
  sy_json_writer_add_string (writer, "answer", sy_holds_names[self->answer]);
  sy_json_writer_begin_array (writer, "relations");
  for (guint i = 0; i < self->findings->len; i++)
    write_finding (writer, &g_array_index (self->findings, Finding, i));
  sy_json_writer_end_array (writer);
  write_texts (writer, "problems", self->problems);
  write_texts (writer, "runs", self->paths);
  sy_json_writer_end_object (writer);
  text = sy_json_writer_finish (writer, &length);
  sy_terminal_write (text);
}

static SyExit
run_confirm (const SyOptions  *options,
             GError          **error)
{
  static const SyExit exits[] = {
    [SY_HOLDS_YES] = SY_EXIT_DONE,
    [SY_HOLDS_UNKNOWN] = SY_EXIT_FAILED,
    [SY_HOLDS_NO] = SY_EXIT_CONDITION_HOLDS,
  };
  g_auto(Confirmation) self = {
    .findings = g_array_new (FALSE, FALSE, sizeof (Finding)),
    .problems = g_ptr_array_new_with_free_func (g_free),
    .paths = g_ptr_array_new_with_free_func (g_free),
  };
  guint64 seed = g_random_int ();

  if (!sy_value_read_seed ("seed", options->seed, &seed, error))
    return SY_EXIT_USAGE;
  self.deciding = sy_deciding_new (error);
  if (self.deciding != NULL)
    self.record = sy_record_load (options->words[0], self.deciding->rulebook, error);
  if (self.record == NULL)
    return SY_EXIT_FAILED;

  self.deciding->profile = sy_profile_copy (self.record->profile);
  self.deciding->weights = g_steal_pointer (&self.record->weights);
  g_hash_table_unref (self.deciding->runtimes);
  self.deciding->runtimes = g_hash_table_ref (self.record->runtimes);
  if (!repeat_runs (&self, seed, !options->quiet && isatty (STDERR_FILENO), error))
    return SY_EXIT_FAILED;

  conclude (&self);
  if (options->json)
    show_json (&self);
  else
    show_text (&self);
  return exits[self.all];
}

const SyCommand sy_command_confirm = {
  .name = "confirm",
  .arguments = "RECORD",
  .summary = N_("Measure and weigh a recorded decision again"),
  .description = N_("Reads a decision record that “decide --format madr” wrote, measures again "
                    "what it rests on, by the same plan and another seed, weighs the decision "
                    "again and says whether it holds. Exit status: 0 it holds, 3 it no longer "
                    "holds, 1 that cannot be told: too close, not valid, or another machine than "
                    "the record’s."),
  .example = "steelyard-cli confirm decision.md",
  .min_words = 1,
  .max_words = 1,
  .options = SY_OPTIONS_SEED | SY_OPTIONS_JSON | SY_OPTIONS_QUIET,
  .run = run_confirm,
};
