/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-record-check.h"

#include <math.h>
#include <string.h>

#include "export/sy-document-format.h"
#include "export/sy-run-observations.h"
#include "lab-fixture.h"

static SyKnowledge *knowledge;
static SyRulebook *rulebook;

/* A decision and everything it rests on. */
typedef struct
{
  SyRun            *run;
  SyAnalysis       *analysis;
  GPtrArray        *observations;
  SyDecision       *decision;
  SyRecommendation *recommendation;
  GDateTime        *date;
  SyLineupEntry     entry;
  SyDecisionReport  report;
} Fixture;

static SyRun *
make_run (double ratio)
{
  SyRun *run = lab_fixture_run ("event-loop", "lock-threaded", NULL);
  SyPhase *phase = lab_fixture_add_pairs (run, 10, ratio, 0.05, 1);

  if (run->plan->phases->len == 0)
    sy_plan_add_phase (run->plan, &phase->plan);
  return run;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  example)
{
  g_autoptr(SyProfile) profile = sy_profile_load_example (example, rulebook, NULL);

  fixture->run = make_run (1.5);
  fixture->analysis = sy_analysis_new (fixture->run);
  fixture->observations = sy_run_observations_new (fixture->run, fixture->analysis, rulebook,
                                                   NULL);
  fixture->decision = sy_decision_new (rulebook, profile,
                                       (const SyObservation *const *)
                                         fixture->observations->pdata,
                                       fixture->observations->len);
  fixture->recommendation = sy_decision_recommend (fixture->decision);
  fixture->date = g_date_time_new_utc (2026, 11, 21, 0, 0, 0);
  fixture->entry = (SyLineupEntry) { fixture->run, fixture->analysis };
  fixture->report = (SyDecisionReport) {
    .decision = fixture->decision, .recommendation = fixture->recommendation,
    .runs = &fixture->entry, .n_runs = 1, .date = fixture->date, .title = "A `title`",
    .author = "Me", .file_name = "it's.md",
  };
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  example)
{
  sy_recommendation_free (fixture->recommendation);
  sy_decision_free (fixture->decision);
  g_ptr_array_unref (fixture->observations);
  sy_analysis_free (fixture->analysis);
  sy_run_free (fixture->run);
  g_date_time_unref (fixture->date);
}

static char *
write_record (const Fixture *fixture,
              gsize         *length)
{
  const SyDocumentFormat *format = sy_document_format_find ("madr");
  g_autoptr(SyDocument) document = format->arrange (&fixture->report);
  SyDocumentSettings settings = { SY_PAPER_A4 };
  g_autoptr(GBytes) bytes = format->write (document, &settings, NULL, NULL);

  *length = g_bytes_get_size (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), *length);
}

static void
test_has_all_of_madr (Fixture       *fixture,
                      gconstpointer  example)
{
  static const char *const headings[] = {
    "\n# A \\`title\\`\n", "\n## Context and Problem Statement\n", "\n## Decision Drivers\n",
    "\n## Considered Options\n", "\n## Decision Outcome\n", "\n### Consequences\n",
    "\n### Confirmation\n", "\n## Pros and Cons of the Options\n", "\n## More Information\n",
  };
  gsize length;
  g_autofree char *text = write_record (fixture, &length);
  const char *at = text;

  g_assert_true (g_str_has_prefix (text, "---\nstatus: \"proposed\"\ndate: \"2026-11-21\"\n"
                                         "decision-makers: \"Me\"\n---\n"));
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_test_message ("%s", headings[i]);
      at = strstr (at, headings[i]);
      g_assert_nonnull (at);
    }
  g_assert_nonnull (strstr (text, "```sh\nsteelyard-cli confirm -- 'it'\\''s.md'\n```\n"));
}

static void
test_reads_back (Fixture       *fixture,
                 gconstpointer  example)
{
  g_autoptr(SyRecord) record = sy_record_new (&fixture->report);
  g_autoptr(SyRecord) again = NULL;
  g_autoptr(GError) error = NULL;
  gsize length, first_length, second_length;
  g_autofree char *text = write_record (fixture, &length);
  g_autofree char *first = sy_record_to_json (record, rulebook->knowledge, &first_length);
  g_autofree char *second = NULL;

  again = sy_record_parse (text, length, "a.md", rulebook, &error);
  g_assert_no_error (error);
  second = sy_record_to_json (again, rulebook->knowledge, &second_length);
  g_assert_cmpmem (first, first_length, second, second_length);
  g_assert_cmpuint (again->runs->len, ==, 1);
  g_assert_cmpuint (((SyRecordedRun *) again->runs->pdata[0])->relations->len, ==, 1);
}

/* Weighed again by what was weighed, not by what the priorities alone would give. */
static void
test_keeps_weights (Fixture       *fixture,
                    gconstpointer  example)
{
  const SyObjective *objective = g_array_index (fixture->recommendation->objectives,
                                                SyObjectiveResult, 0).objective;
  guint n_objectives = fixture->recommendation->objectives->len;
  g_autoptr(SyRecord) record = NULL;
  g_autofree char *text = NULL;
  gsize length;

  sy_decision_set_weight (fixture->decision, objective, 0.3);
  text = write_record (fixture, &length);
  record = sy_record_parse (text, length, "a.md", rulebook, NULL);
  g_assert_nonnull (record);
  g_assert_nonnull (record->weights);
  g_assert_cmpmem (record->weights, n_objectives * sizeof (double),
                   sy_decision_get_own_weights (fixture->decision),
                   n_objectives * sizeof (double));
}

/* A mail program that changes line ends does not damage a record. */
static void
test_reads_other_line_ends (Fixture       *fixture,
                            gconstpointer  example)
{
  gsize length;
  g_autofree char *text = write_record (fixture, &length);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *other = g_strjoinv ("\r\n", lines);
  g_autoptr(GError) error = NULL;
  g_autoptr(SyRecord) record = sy_record_parse (other, strlen (other), "a.md", rulebook, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  example)
{
  static const struct { const char *from, *to, *says; int code; } cases[] = {
    { "```json steelyard", "```yaml steelyard", "a.md: no decision record", SY_RECORD_ERROR_NONE },
    { "\n```\n\n## Pros", "\n\n## Pros", "a.md: line ", SY_RECORD_ERROR_NONE },
    { "\"schema_version\": 1,\n  \"answer\"", "\"schema_version\": 9,\n  \"answer\"",
      "a.md: written by a later version", SY_RECORD_ERROR_TOO_NEW },
    { "\"metric\": \"capacity\"", "\"metric\": \"speed\"",
      "a.md: runs[0].relations[0].metric: ", SY_RECORD_ERROR_INVALID },
    { "\"winner\": \"event-loop\"", "\"winner\": \"nobody\"",
      "a.md: runs[0].relations[0].winner: ", SY_RECORD_ERROR_INVALID },
    { "\"phase\": 0", "\"phase\": 7", "a.md: runs[0].relations[0].phase: ",
      SY_RECORD_ERROR_INVALID },
    { "\"relations\": [", "\"relation\": [", "a.md: runs[0]", SY_RECORD_ERROR_INVALID },
    { "\"runtimes\": {", "\"runtimes\": {\"a\": \"b\"", "a.md: runtimes.a: ",
      SY_RECORD_ERROR_INVALID },
    { "\"best\": ", "\"best\": \"x\", \"b\": ", "a.md: answer", SY_RECORD_ERROR_INVALID },
    { "\"steelyard-profile\"", "\"steelyard-run\"", "a.md: profile: format: ",
      SY_RECORD_ERROR_INVALID },
  };
  gsize length;
  g_autofree char *text = write_record (fixture, &length);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) damaged = g_string_new (text);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].to);
      g_assert_cmpuint (g_string_replace (damaged, cases[i].from, cases[i].to, 1), ==, 1);
      g_assert_null (sy_record_parse (damaged->str, damaged->len, "a.md", rulebook, &error));
      g_assert_error (error, SY_RECORD_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

/* A syntax error names the line of the file, not of the block. */
static void
test_names_the_line (void)
{
  static const char text[] = "# A\n\nText\n\n```json steelyard-confirmation\n{\n  \"a\": 1,,\n}\n"
                             "```\n";
  g_autoptr(GError) error = NULL;

  g_assert_null (sy_record_parse (text, strlen (text), "a.md", rulebook, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "a.md"));
  g_assert_nonnull (strstr (error->message, "7"));
}

static void
test_truncated_anywhere (Fixture       *fixture,
                         gconstpointer  example)
{
  gsize length;
  g_autofree char *text = write_record (fixture, &length);
  const char *end = strstr (text, "\n```\n\n## Pros");

  g_assert_nonnull (end);
  for (gsize i = 0; text + i < end; i += 7)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (sy_record_parse (text, i, "a.md", rulebook, &error));
      g_assert_nonnull (error);
    }
}

static SyHolds
check (SyWinner winner,
       double   low,
       double   high,
       double   ratio_now)
{
  g_autoptr(SyRun) run = make_run (ratio_now);
  g_autoptr(SyAnalysis) analysis = sy_analysis_new (run);
  SyRelation relation = { 0, SY_METRIC_CAPACITY, 0, 1, winner, { sqrt (low * high), low, high },
                          10 };
  SyInterval ratio = { 0 };
  SyHolds holds = sy_relation_check (&relation, analysis, &ratio);

  g_assert_cmpfloat (ratio.low, <=, ratio.high);
  return holds;
}

static void
test_relations (void)
{
  g_assert_cmpint (check (SY_WINNER_A, 1.4, 1.6, 1.5), ==, SY_HOLDS_YES);
  g_assert_cmpint (check (SY_WINNER_A, 1.4, 1.6, 3.0), ==, SY_HOLDS_YES);
  g_assert_cmpint (check (SY_WINNER_A, 1.4, 1.6, 0.5), ==, SY_HOLDS_NO);
  g_assert_cmpint (check (SY_WINNER_A, 1.4, 1.6, 0.95), ==, SY_HOLDS_NO);
  g_assert_cmpint (check (SY_WINNER_A, 1.4, 1.6, 1.05), ==, SY_HOLDS_UNKNOWN);
  g_assert_cmpint (check (SY_WINNER_B, 0.6, 0.7, 1.5), ==, SY_HOLDS_NO);
  g_assert_cmpint (check (SY_WINNER_B, 0.6, 0.7, 0.6), ==, SY_HOLDS_YES);
  g_assert_cmpint (check (SY_WINNER_TOO_CLOSE, 0.9, 1.1, 1.0), ==, SY_HOLDS_YES);
  g_assert_cmpint (check (SY_WINNER_TOO_CLOSE, 0.9, 1.1, 2.0), ==, SY_HOLDS_NO);
  g_assert_cmpint (check (SY_WINNER_TOO_CLOSE, 0.5, 3.0, 2.0), ==, SY_HOLDS_UNKNOWN);
}

static void
test_nothing_measured_is_unknown (void)
{
  g_autoptr(SyRun) run = lab_fixture_run ("event-loop", "lock-threaded", NULL);
  g_autoptr(SyAnalysis) analysis = NULL;
  SyRelation relation = { 0, SY_METRIC_CAPACITY, 0, 1, SY_WINNER_A, { 1.5, 1.4, 1.6 }, 10 };
  SyInterval ratio = { 0 };

  lab_fixture_add_pairs (run, 3, 1.5, 0.05, 1);
  analysis = sy_analysis_new (run);
  g_assert_cmpint (sy_relation_check (&relation, analysis, &ratio), ==, SY_HOLDS_UNKNOWN);
  g_assert_cmpfloat (ratio.value, ==, 0);
}

static void
test_answer (Fixture       *fixture,
             gconstpointer  example)
{
  g_autoptr(SyRecord) record = sy_record_new (&fixture->report);

  g_assert_cmpint (sy_record_check_answer (record, fixture->recommendation), ==, SY_HOLDS_YES);
  g_assert_cmpstr (record->winner, ==, "node");
  g_free (record->best);
  g_free (record->winner);
  record->best = g_strdup ("python-threads");
  record->winner = g_strdup ("python-threads");
  g_assert_cmpint (sy_record_check_answer (record, fixture->recommendation), ==, SY_HOLDS_NO);
}

static void
test_machine (Fixture       *fixture,
              gconstpointer  example)
{
  g_autoptr(SyRecord) record = sy_record_new (&fixture->report);
  const SyRecordedRun *run = record->runs->pdata[0];
  g_autoptr(SyEnvironment) other = sy_environment_new_empty ();
  g_autofree char *same_says = sy_recorded_run_say_machine (run, run->environment);
  g_autofree char *other_says = NULL;

  g_assert_null (same_says);
  sy_environment_add (other, "cpu", "Another processor");
  other_says = sy_recorded_run_say_machine (run, other);
  g_assert_nonnull (other_says);
  g_assert_nonnull (strstr (other_says, run->run));
}

/* The sections a report is known by, with a run and without one. */
static void
test_report (Fixture       *fixture,
             gconstpointer  example)
{
  g_autoptr(SyDocument) with = sy_decision_report_arrange (&fixture->report);
  g_autoptr(SyDocument) without = NULL;

  fixture->report.n_runs = 0;
  without = sy_decision_report_arrange (&fixture->report);
  g_assert_cmpuint (with->sections->len, >, without->sections->len);
  g_assert_cmpstr (((SySection *) with->sections->pdata[0])->heading, ==, "Recommendation");
  g_assert_cmpstr (with->title, ==, "A `title`");
}

#define ADD(path, test) \
  g_test_add (path, Fixture, "streaming", set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  knowledge = sy_knowledge_load (NULL, NULL);
  rulebook = sy_rulebook_load (knowledge, NULL, NULL);

  ADD ("/record/has-all-of-madr", test_has_all_of_madr);
  ADD ("/record/reads-back", test_reads_back);
  ADD ("/record/keeps-weights-set-by-hand", test_keeps_weights);
  ADD ("/record/reads-other-line-ends", test_reads_other_line_ends);
  ADD ("/record/damaged/says-where", test_damaged);
  g_test_add_func ("/record/damaged/names-the-line", test_names_the_line);
  ADD ("/record/damaged/truncated-anywhere", test_truncated_anywhere);
  g_test_add_func ("/record/relation/holds-or-not", test_relations);
  g_test_add_func ("/record/relation/nothing-measured-is-unknown",
                   test_nothing_measured_is_unknown);
  ADD ("/record/answer", test_answer);
  ADD ("/record/machine", test_machine);
  ADD ("/record/report", test_report);

  status = g_test_run ();
  sy_rulebook_free (rulebook);
  sy_knowledge_free (knowledge);
  return status;
}
