/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "export/sy-decision-report-private.h"
#include "export/sy-run-chart.h"
#include "lab/sy-run-fields.h"

static char *
say_heading (const SyRun *run)
{
  g_autofree char *started = g_date_time_format (run->started, "%Y-%m-%d %H:%M UTC");

  if (run->name != NULL)
    /* Translators: the name a person gave to a run, and when it was. */
    return g_strdup_printf (_("%s, measured %s"), run->name, started);

  /* Translators: when it was. */
  return g_strdup_printf (_("Measured %s"), started);
}

/* The scene, and what was found there, in one item. */
static void
add_verdicts (const SyLineupEntry *entry,
              SyDocument          *document)
{
  for (guint i = 0; i < entry->analysis->verdicts->len; i++)
    {
      const SyVerdict *verdict = &g_array_index (entry->analysis->verdicts, SyVerdict, i);
      g_autofree char *sentence = NULL;

      if (verdict->is_sensitivity)
        continue;
      sentence = sy_analysis_say_verdict (entry->analysis, entry->run, verdict);
      sy_document_add_item (document, g_steal_pointer (&sentence),
                            sy_run_chart_say_phase (entry->run, verdict->phase), NULL);
    }
}

static void
add_validity (const SyLineupEntry *entry,
              SyDocument          *document)
{
  const SyAnalysis *analysis = entry->analysis;

  if (!analysis->is_valid)
    sy_document_add_text (document, g_strdup (_("This run is not valid: its figures are unfit to "
                                                "decide by.")));
  else if (analysis->warnings->len > 0)
    sy_document_add_text (document, g_strdup (_("This run is valid, with this in mind:")));
  else
    sy_document_add_text (document, g_strdup (_("This run is valid.")));

  for (guint i = 0; i < analysis->warnings->len; i++)
    {
      const SyWarning *warning = analysis->warnings->pdata[i];

      sy_document_add_item (document, g_strdup (warning->text),
                            warning->phase >= 0
                              ? sy_run_chart_say_phase (entry->run, (guint) warning->phase) : NULL,
                            NULL);
    }
}

static void
add_figure (SyTable        *table,
            SyFormat        format,
            const SyFigure *figure)
{
  if (figure->is_present)
    sy_table_add_value (table, format, figure->interval.value);
  else
    sy_table_add_nothing (table);
}

/* What a table of servers may have, and where that is in a result. */
static const struct
{
  const char *name;
  SyFormat    format;
  gsize       offset;
} columns[] = {
  { N_("Requests/s"), SY_FORMAT_RATE, G_STRUCT_OFFSET (SyArmResult, requests_per_s) },
  { N_("Median"), SY_FORMAT_DURATION,
    G_STRUCT_OFFSET (SyArmResult, response_ns[SY_QUANTILE_P50]) },
  { N_("9 in 10"), SY_FORMAT_DURATION,
    G_STRUCT_OFFSET (SyArmResult, response_ns[SY_QUANTILE_P90]) },
  { N_("99 in 100"), SY_FORMAT_DURATION,
    G_STRUCT_OFFSET (SyArmResult, response_ns[SY_QUANTILE_P99]) },
  { N_("Processor time"), SY_FORMAT_DURATION,
    G_STRUCT_OFFSET (SyArmResult, cpu_ns_per_request) },
};

static const SyFigure *
get_figure (const SyArmResult *result,
            guint              column)
{
  return G_STRUCT_MEMBER_P (result, columns[column].offset);
}

/* Too few requests for a quantile, or a server outside this program, leave whole columns empty. */
static gboolean
has_figures (const SyLineupEntry *entry,
             guint                phase,
             guint                column)
{
  for (guint arm = 0; arm < entry->run->plan->arms->len; arm++)
    {
      const SyArmResult *result = sy_analysis_get_result (entry->analysis, phase, arm);

      if (result != NULL && get_figure (result, column)->is_present)
        return TRUE;
    }

  return FALSE;
}

/* A row for each server: what it served, and how long that took. */
static void
add_results (const SyLineupEntry *entry,
             guint                phase,
             const gboolean      *has_column,
             SyTable             *table)
{
  const SyRun *run = entry->run;

  for (guint arm = 0; arm < run->plan->arms->len; arm++)
    {
      const SyArmResult *result = sy_analysis_get_result (entry->analysis, phase, arm);

      if (result == NULL)
        continue;
      sy_table_add_text (table, _(((const SyArm *) run->plan->arms->pdata[arm])->name));
      for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        if (has_column[i])
          add_figure (table, columns[i].format, get_figure (result, i));
    }
}

static SyTable *
make_table (const SyLineupEntry *entry,
            guint                phase)
{
  SyTable *table = sy_table_new ();
  gboolean has_column[G_N_ELEMENTS (columns)];

  sy_table_add_text_column (table, _("Server"));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      has_column[i] = has_figures (entry, phase, i);
      if (has_column[i])
        sy_table_add_column (table, _(columns[i].name), columns[i].format);
    }
  add_results (entry, phase, has_column, table);

  return table;
}

static void
add_chart (const SyLineupEntry *entry,
           const char          *name,
           guint                phase,
           SyDocument          *document)
{
  const SyRunChartKind *kind = sy_run_chart_kind_find (name);

  if (sy_run_chart_kind_fits (kind, entry->run, entry->analysis, phase))
    sy_document_add_chart (document, sy_run_chart_new (kind, entry->run, entry->analysis, phase));
}

static void
add_phases (const SyLineupEntry *entry,
            SyDocument          *document)
{
  for (guint i = 0; i < entry->run->phases->len; i++)
    {
      const SyPhasePlan *plan = &((const SyPhase *) entry->run->phases->pdata[i])->plan;
      g_autofree char *heading = sy_run_chart_say_phase (entry->run, i);
      g_autofree char *steps = sy_workload_format (&plan->workload);

      if (plan->is_sensitivity)
        continue;
      sy_document_add_section (document, 2, heading);
      /* Translators: the steps of a request, such as “c2,w5,b2048”. */
      sy_document_add_text (document, g_strdup_printf (_("What one request does: %s"), steps));
      sy_document_add_table (document, make_table (entry, i));
      add_chart (entry, plan->load == SY_LOAD_CLOSED ? "capacity" : "spectrum", i, document);
    }
}

static void
add_run (const SyLineupEntry *entry,
         SyDocument          *document)
{
  g_autofree char *heading = say_heading (entry->run);

  sy_document_add_section (document, 2, heading);
  if (entry->run->note != NULL)
    sy_document_add_text (document, g_strdup (entry->run->note));
  add_verdicts (entry, document);
  add_validity (entry, document);
  if (entry->run->phases->len > 0)
    add_chart (entry, "ratio", 0, document);
  add_phases (entry, document);
}

void
sy_decision_report_add_runs (const SyDecisionReport *report,
                             SyDocument             *document)
{
  sy_document_add_section (document, 1, _("What Was Measured"));
  if (report->n_runs == 0)
    sy_document_add_text (document, g_strdup (_("Nothing was measured for this decision: it rests "
                                                "on the articles and the answers alone.")));
  for (guint i = 0; i < report->n_runs; i++)
    add_run (&report->runs[i], document);
}

static SyTable *
make_environment (const SyEnvironment *environment)
{
  SyTable *table = sy_table_new ();

  sy_table_add_text_column (table, _("What"));
  sy_table_add_text_column (table, _("As found"));
  for (guint i = 0; i < sy_environment_count (environment); i++)
    {
      const char *key, *value, *meaning;

      sy_environment_get_nth (environment, i, &key, &value);
      meaning = sy_environment_describe (key);
      sy_table_add_text (table, meaning != NULL ? _(meaning) : key);
      sy_table_add_text (table, value);
    }

  return table;
}

void
sy_decision_report_add_machines (const SyDecisionReport *report,
                                 SyDocument             *document)
{
  if (report->n_runs > 0)
    sy_document_add_section (document, 1, _("Environment"));
  for (guint i = 0; i < report->n_runs; i++)
    {
      const SyRun *run = report->runs[i].run;
      g_autofree char *heading = say_heading (run);

      sy_document_add_section (document, 2, heading);
      sy_document_add_text (document,
                            /* Translators: a run's id, and the number everything random is from. */
                            g_strdup_printf (_("Run %s, seed %" PRIu64), run->id,
                                             run->plan->seed));
      sy_document_add_table (document, make_environment (run->environment));
    }
}
