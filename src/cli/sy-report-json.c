/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-report-json.h"

#include "cli/sy-figures.h"
#include "core/sy-clock.h"

static const SyPhase *
get_phase (const SyRun *run,
           guint        phase)
{
  return run->phases->pdata[phase];
}

static const char *
get_arm_id (const SyRun *run,
            guint        arm)
{
  return ((const SyArm *) run->plan->arms->pdata[arm])->id;
}

static void
write_load (SyJsonWriter      *writer,
            const SyPhasePlan *phase)
{
  sy_json_writer_begin_object (writer, "load");
  sy_json_writer_add_string (writer, "kind", sy_load_names[phase->load]);
  sy_json_writer_add_int (writer, "connections", phase->n_connections);
  if (phase->load != SY_LOAD_CLOSED)
    sy_json_writer_add_double (writer, "rate_per_s", phase->rate_per_s);
  if (phase->think_time_ns > 0)
    sy_json_writer_add_double (writer, "think_time_ms",
                               (double) phase->think_time_ns / SY_NS_PER_MS);
  sy_json_writer_end_object (writer);
}

/* What was measured, as arms and verdicts both say it. */
static void
write_circumstances (SyJsonWriter *writer,
                     const SyRun  *run,
                     guint         phase)
{
  const SyPhasePlan *plan = &get_phase (run, phase)->plan;
  g_autofree char *steps = sy_workload_format (&plan->workload);

  sy_json_writer_add_int (writer, "phase", phase);
  sy_json_writer_add_string (writer, "scene", plan->scene);
  sy_json_writer_add_string (writer, "steps", steps);
  write_load (writer, plan);
  sy_json_writer_add_string (writer, "placement", sy_placement_names[plan->placement]);
  sy_json_writer_add_boolean (writer, "sensitivity", plan->is_sensitivity);
}

static void
write_figure (SyJsonWriter      *writer,
              const SyFigureRow *row,
              const SyArmResult *result)
{
  const SyFigure *figure = sy_figure_row_get (row, result);

  if (figure->is_present)
    sy_json_writer_add_double (writer, row->key,
                               sy_figure_form_scale (row->form, figure->interval.value));
}

static void
write_interval (SyJsonWriter      *writer,
                const SyFigureRow *row,
                const SyArmResult *result)
{
  const SyFigure *figure = sy_figure_row_get (row, result);

  if (!figure->is_present || !figure->has_interval)
    return;

  sy_json_writer_begin_object (writer, row->key);
  sy_json_writer_add_double (writer, "low",
                             sy_figure_form_scale (row->form, figure->interval.low));
  sy_json_writer_add_double (writer, "high",
                             sy_figure_form_scale (row->form, figure->interval.high));
  sy_json_writer_end_object (writer);
}

typedef void (*RowWriter) (SyJsonWriter      *writer,
                           const SyFigureRow *row,
                           const SyArmResult *result);

static void
write_group (SyJsonWriter      *writer,
             SyFigureGroup      group,
             const SyArmResult *result,
             RowWriter          write)
{
  guint n_rows;
  const SyFigureRow *rows = sy_figures_get (&n_rows);

  for (guint i = 0; i < n_rows; i++)
    if (rows[i].group == group)
      write (writer, &rows[i], result);
}

/* The quantiles are objects of their own; all else stands beside them. */
static void
write_figures (SyJsonWriter      *writer,
               const SyArmResult *result,
               RowWriter          write)
{
  write_group (writer, SY_FIGURES_SPEED, result, write);
  sy_json_writer_begin_object (writer, "response_ms");
  write_group (writer, SY_FIGURES_RESPONSE, result, write);
  sy_json_writer_end_object (writer);
  sy_json_writer_begin_object (writer, "service_ms");
  write_group (writer, SY_FIGURES_SERVICE, result, write);
  sy_json_writer_end_object (writer);
  write_group (writer, SY_FIGURES_MECHANISM, result, write);
}

static void
write_requests (SyJsonWriter      *writer,
                const SyArmResult *result)
{
  sy_json_writer_add_int (writer, "sent", (gint64) result->n_sent);
  sy_json_writer_add_int (writer, "completed", (gint64) result->n_completed);
  sy_json_writer_add_int (writer, "unfinished", (gint64) result->n_unfinished);
  sy_json_writer_begin_object (writer, "failures");
  for (guint i = 0; i < SY_N_FAILURES; i++)
    sy_json_writer_add_int (writer, sy_failure_names[i], (gint64) result->n_failed[i]);
  sy_json_writer_end_object (writer);
  sy_json_writer_add_boolean (writer, "overloaded", result->is_overloaded);
}

static void
write_arm (SyJsonWriter      *writer,
           const SyRun       *run,
           const SyArmResult *result)
{
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "id", get_arm_id (run, result->arm));
  write_circumstances (writer, run, result->phase);
  sy_json_writer_add_int (writer, "turns", result->n_turns);
  write_requests (writer, result);
  write_figures (writer, result, write_figure);
  sy_json_writer_begin_object (writer, "intervals");
  write_figures (writer, result, write_interval);
  sy_json_writer_end_object (writer);
  sy_json_writer_end_object (writer);
}

static const char *
get_winner_id (const SyRun     *run,
               const SyVerdict *verdict)
{
  switch (verdict->comparison.winner)
    {
    case SY_WINNER_A:
      return get_arm_id (run, verdict->a);
    case SY_WINNER_B:
      return get_arm_id (run, verdict->b);
    case SY_WINNER_TOO_CLOSE:
    default:
      return "too-close";
    }
}

static void
write_comparison (SyJsonWriter       *writer,
                  const SyComparison *comparison)
{
  sy_json_writer_begin_object (writer, "ratio");
  sy_json_writer_add_double (writer, "value", comparison->ratio.value);
  sy_json_writer_add_double (writer, "low", comparison->ratio.low);
  sy_json_writer_add_double (writer, "high", comparison->ratio.high);
  sy_json_writer_end_object (writer);
  sy_json_writer_add_int (writer, "pairs", comparison->n_pairs);
  if (comparison->n_pairs_to_decide > 0)
    sy_json_writer_add_int (writer, "pairs_to_decide", comparison->n_pairs_to_decide);
  sy_json_writer_add_boolean (writer, "fragile", comparison->is_fragile);
  sy_json_writer_add_double (writer, "sd_log", comparison->sd_log);
}

static void
write_verdict (SyJsonWriter     *writer,
               const SyRun      *run,
               const SyAnalysis *analysis,
               const SyVerdict  *verdict)
{
  g_autofree char *sentence = sy_analysis_say_verdict (analysis, run, verdict);

  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "metric", sy_metric_names[verdict->metric]);
  write_circumstances (writer, run, verdict->phase);
  sy_json_writer_add_string (writer, "a", get_arm_id (run, verdict->a));
  sy_json_writer_add_string (writer, "b", get_arm_id (run, verdict->b));
  /* A pinned row has no say, whatever its interval. */
  if (!verdict->is_sensitivity)
    {
      sy_json_writer_add_string (writer, "winner", get_winner_id (run, verdict));
      sy_json_writer_add_string (writer, "sentence", sentence);
    }
  sy_json_writer_add_double (writer, "confidence", verdict->confidence);
  write_comparison (writer, &verdict->comparison);
  sy_json_writer_end_object (writer);
}

static void
write_warning (SyJsonWriter    *writer,
               const SyRun     *run,
               const SyWarning *warning)
{
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "code", warning->code);
  if (warning->phase >= 0)
    {
      sy_json_writer_add_int (writer, "phase", warning->phase);
      sy_json_writer_add_string (writer, "scene",
                                 get_phase (run, (guint) warning->phase)->plan.scene);
    }
  sy_json_writer_add_boolean (writer, "breaks", warning->breaks);
  sy_json_writer_add_string (writer, "text", warning->text);
  sy_json_writer_end_object (writer);
}

static void
write_environment (SyJsonWriter        *writer,
                   const SyEnvironment *environment)
{
  sy_json_writer_begin_object (writer, "environment");
  for (guint i = 0; i < sy_environment_count (environment); i++)
    {
      const char *key;
      const char *value;

      sy_environment_get_nth (environment, i, &key, &value);
      sy_json_writer_add_string (writer, key, value);
    }
  sy_json_writer_end_object (writer);
}

static void
write_head (SyJsonWriter *writer,
            const SyRun  *run,
            const char   *file)
{
  g_autofree char *started = g_date_time_format (run->started, "%Y-%m-%dT%H:%M:%SZ");

  sy_json_writer_add_string (writer, "id", run->id);
  sy_json_writer_add_string (writer, "started", started);
  sy_json_writer_add_int (writer, "seed", (gint64) run->plan->seed);
  if (file != NULL)
    sy_json_writer_add_string (writer, "file", file);
  sy_json_writer_add_boolean (writer, "complete", run->is_complete);
}

void
sy_report_write_json (SyJsonWriter     *writer,
                      const SyRun      *run,
                      const SyAnalysis *analysis,
                      const char       *file)
{
  write_head (writer, run, file);
  sy_json_writer_add_boolean (writer, "valid", analysis->is_valid);

  sy_json_writer_begin_array (writer, "verdicts");
  for (guint i = 0; i < analysis->verdicts->len; i++)
    write_verdict (writer, run, analysis, &g_array_index (analysis->verdicts, SyVerdict, i));
  sy_json_writer_end_array (writer);

  sy_json_writer_begin_array (writer, "arms");
  for (guint i = 0; i < analysis->results->len; i++)
    write_arm (writer, run, &g_array_index (analysis->results, SyArmResult, i));
  sy_json_writer_end_array (writer);

  sy_json_writer_begin_array (writer, "warnings");
  for (guint i = 0; i < analysis->warnings->len; i++)
    write_warning (writer, run, analysis->warnings->pdata[i]);
  sy_json_writer_end_array (writer);

  write_environment (writer, run->environment);
}

char *
sy_report_format_json (const SyRun      *run,
                       const SyAnalysis *analysis,
                       const char       *file)
{
  g_autoptr(SyJsonWriter) writer = sy_json_writer_new ();
  gsize length;

  sy_json_writer_begin_object (writer, NULL);
  sy_report_write_json (writer, run, analysis, file);
  sy_json_writer_end_object (writer);
  return sy_json_writer_finish (writer, &length);
}
