/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-export-csv.h"

#include "export/sy-csv-fields.h"
#include "lab/sy-figure.h"
#include "lab/sy-run-fields.h"

#define TIME(name) { #name, SY_FIELD_INT64, offsetof (SySlice, name) }
#define COUNT(name) { #name, SY_FIELD_UINT, offsetof (SySlice, name) }
#define QUANTILE(name) \
  { #name, SY_FIELD_INT64, offsetof (SySlice, name), offsetof (SySlice, has_quantiles) }

static const SyField slice_fields[] = {
  TIME (start_ns),
  TIME (duration_ns),
  COUNT (n_completed),
  COUNT (n_failed),
  QUANTILE (response_p50_ns),
  QUANTILE (response_p90_ns),
  QUANTILE (response_p99_ns),
  QUANTILE (service_p50_ns),
  QUANTILE (service_p90_ns),
  QUANTILE (service_p99_ns),
  { NULL },
};

/* What every row is part of. */
typedef struct
{
  SyCsv         *csv;
  const SyRun   *run;
  guint          phase_index;
  const SyPhase *phase;
  const SyTurn  *turn;
} Row;

typedef void (*AddRowsFunc) (const Row *row);

static void
add_circumstances_headings (SyCsv *csv)
{
  sy_csv_add_headings (csv, sy_run_fields, "run_");
  sy_csv_add_text (csv, "run_started");
  sy_csv_add_text (csv, "phase");
  sy_csv_add_headings (csv, sy_phase_plan_fields, "phase_");
  sy_csv_add_text (csv, "phase_steps");
  sy_csv_add_text (csv, "arm");
}

static void
add_circumstances (const Row *row)
{
  const SyArm *arm = row->run->plan->arms->pdata[row->turn->arm];
  g_autofree char *started = g_date_time_format (row->run->started, SY_RUN_TIME_FORMAT);
  g_autofree char *steps = sy_workload_format (&row->phase->plan.workload);

  sy_csv_add_fields (row->csv, sy_run_fields, row->run);
  sy_csv_add_text (row->csv, started);
  sy_csv_add_int (row->csv, row->phase_index);
  sy_csv_add_fields (row->csv, sy_phase_plan_fields, &row->phase->plan);
  sy_csv_add_text (row->csv, steps);
  sy_csv_add_text (row->csv, arm->id);
}

static void
add_failures_headings (SyCsv *csv)
{
  for (guint i = 0; i < SY_N_FAILURES; i++)
    {
      g_autofree char *name = g_strconcat ("n_failed_", sy_failure_names[i], NULL);

      sy_csv_add_text (csv, g_strdelimit (name, "-", '_'));
    }
}

static void
add_turn_headings (SyCsv *csv)
{
  add_circumstances_headings (csv);
  sy_csv_add_headings (csv, sy_turn_fields, "");
  sy_csv_add_headings (csv, sy_trial_fields, "");
  add_failures_headings (csv);
  sy_csv_add_text (csv, "requests_per_s");
  sy_csv_add_text (csv, "jain");
  sy_csv_end_row (csv);
}

/* Quantiles of an overloaded server would only measure how long the trial was. */
static SyTrial
withhold_quantiles (const SyTrial *trial)
{
  SyTrial shown = *trial;

  if (trial->is_overloaded)
    {
      shown.response = NULL;
      shown.service = NULL;
    }

  return shown;
}

static void
add_turn (const Row *row)
{
  SyTrial trial = withhold_quantiles (row->turn->trial);

  add_circumstances (row);
  sy_csv_add_fields (row->csv, sy_turn_fields, row->turn);
  sy_csv_add_fields (row->csv, sy_trial_fields, &trial);
  for (guint i = 0; i < SY_N_FAILURES; i++)
    sy_csv_add_int (row->csv, (gint64) trial.n_failed[i]);
  sy_csv_add_double (row->csv, sy_turn_get_requests_per_s (row->turn));
  sy_csv_add_double (row->csv, sy_turn_get_jain (row->turn));
  sy_csv_end_row (row->csv);
}

static void
add_slice_headings (SyCsv *csv)
{
  add_circumstances_headings (csv);
  sy_csv_add_text (csv, "round");
  sy_csv_add_text (csv, "is_voided");
  sy_csv_add_text (csv, "turn_started_at_ns");
  sy_csv_add_headings (csv, slice_fields, "");
  sy_csv_end_row (csv);
}

static void
add_slices (const Row *row)
{
  const GArray *slices = row->turn->trial->slices;

  for (guint i = 0; i < slices->len; i++)
    {
      add_circumstances (row);
      sy_csv_add_int (row->csv, row->turn->round);
      sy_csv_add_boolean (row->csv, row->turn->is_voided);
      sy_csv_add_int (row->csv, row->turn->started_at_ns);
      sy_csv_add_fields (row->csv, slice_fields, &g_array_index (slices, SySlice, i));
      sy_csv_end_row (row->csv);
    }
}

static void
add_turns_of_phase (Row         *row,
                    AddRowsFunc  add_rows)
{
  for (guint i = 0; i < row->phase->turns->len; i++)
    {
      row->turn = row->phase->turns->pdata[i];
      add_rows (row);
    }
}

static char *
export_rows (const SyRun *run,
             SyCsv       *csv,
             AddRowsFunc  add_rows,
             gsize       *length)
{
  Row row = { .csv = csv, .run = run };

  for (guint i = 0; i < run->phases->len; i++)
    {
      row.phase_index = i;
      row.phase = run->phases->pdata[i];
      add_turns_of_phase (&row, add_rows);
    }

  return sy_csv_finish (csv, length);
}

char *
sy_export_csv_turns (const SyRun *run,
                     gsize       *length)
{
  g_autoptr(SyCsv) csv = sy_csv_new ();

  add_turn_headings (csv);
  return export_rows (run, csv, add_turn, length);
}

char *
sy_export_csv_slices (const SyRun *run,
                      gsize       *length)
{
  g_autoptr(SyCsv) csv = sy_csv_new ();

  add_slice_headings (csv);
  return export_rows (run, csv, add_slices, length);
}
