/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-report-table.h"

#include <glib/gi18n-lib.h>

#include "cli/sy-columns.h"
#include "cli/sy-figures.h"
#include "cli/sy-report.h"

static const char *const indent = "  ";

/* Some servers of one phase. */
typedef struct
{
  const SyRun       *run;
  const SyAnalysis  *analysis;
  guint              phase;
  guint              first;
  guint              end;
  SyColumns           *table;
} View;

static const SyPhasePlan *
get_plan (const View *self)
{
  return &((const SyPhase *) self->run->phases->pdata[self->phase])->plan;
}

static const SyArmResult *
get_result (const View *self,
            guint       arm)
{
  return sy_analysis_get_result (self->analysis, self->phase, arm);
}

static gboolean
is_any_present (const View        *self,
                const SyFigureRow *row)
{
  for (guint arm = 0; arm < self->run->plan->arms->len; arm++)
    {
      const SyArmResult *result = get_result (self, arm);

      if (result != NULL && sy_figure_row_get (row, result)->is_present)
        return TRUE;
    }

  return FALSE;
}

/* Under a closed load without think time a request is always sent when it is meant to be, so the
 * two times are one.
 */
static gboolean
is_worth_showing (const View        *self,
                  const SyFigureRow *row)
{
  const SyPhasePlan *plan = get_plan (self);

  if (row->group == SY_FIGURES_SERVICE && plan->load == SY_LOAD_CLOSED && plan->think_time_ns == 0)
    return FALSE;

  return is_any_present (self, row);
}

static void
add_header (const View *self)
{
  sy_columns_take (self->table, sy_phase_plan_say_load (get_plan (self)));
  for (guint arm = self->first; arm < self->end; arm++)
    {
      sy_columns_add (self->table, _(((const SyArm *) self->run->plan->arms->pdata[arm])->name));
      sy_columns_span (self->table);
    }
}

static void
add_figure (const View        *self,
            const SyFigureRow *row)
{
  sy_columns_add (self->table, _(row->label));
  for (guint arm = self->first; arm < self->end; arm++)
    {
      const SyArmResult *result = get_result (self, arm);
      gboolean has_spread = result != NULL && row->group != SY_FIGURES_MECHANISM;

      sy_columns_take (self->table, result != NULL ? sy_figure_row_say (row, result) : NULL);
      sy_columns_take (self->table, has_spread ? sy_figure_row_say_spread (row, result)
                                               : g_strdup (""));
    }
}

static void
add_figures (const View *self,
             gboolean    of_mechanism)
{
  guint n_rows;
  const SyFigureRow *rows = sy_figures_get (&n_rows);

  for (guint i = 0; i < n_rows; i++)
    if ((rows[i].group == SY_FIGURES_MECHANISM) == of_mechanism
        && is_worth_showing (self, &rows[i]))
      add_figure (self, &rows[i]);
}

/* @kind is a #SyFailure, or %SY_N_FAILURES for requests that were not finished in time. */
static guint64
count_failures (const SyArmResult *result,
                guint              kind)
{
  if (result == NULL)
    return 0;

  return kind < SY_N_FAILURES ? result->n_failed[kind] : result->n_unfinished;
}

static void
add_failure_row (const View *self,
                 const char *label,
                 guint       first_kind,
                 guint       last_kind)
{
  sy_columns_add (self->table, label);
  for (guint arm = self->first; arm < self->end; arm++)
    {
      const SyArmResult *result = get_result (self, arm);
      guint64 n_failed = 0;

      for (guint kind = first_kind; kind <= last_kind; kind++)
        n_failed += count_failures (result, kind);
      sy_columns_take (self->table,
                       result != NULL ? g_strdup_printf ("%" G_GUINT64_FORMAT, n_failed) : NULL);
      sy_columns_add (self->table, "");
    }
}

/* All of them, and then by kind those there were. */
static void
add_failures (const View *self)
{
  add_failure_row (self, _("Failed"), 0, SY_N_FAILURES);

  for (guint kind = 0; kind <= SY_N_FAILURES; kind++)
    {
      g_autofree char *label = g_strdup_printf (_("  of these: %s"),
                                                sy_arm_result_name_failure (kind));
      gboolean is_any = FALSE;

      for (guint arm = 0; arm < self->run->plan->arms->len; arm++)
        is_any |= count_failures (get_result (self, arm), kind) > 0;
      if (is_any)
        add_failure_row (self, label, kind, kind);
    }
}

static void
add_gap (const View *self)
{
  for (guint i = 0; i < 1 + 2 * (self->end - self->first); i++)
    sy_columns_add (self->table, "");
}

static SyColumns *
make_table (View view)
{
  g_autoptr(GString) alignment = g_string_new ("l");

  for (guint arm = view.first; arm < view.end; arm++)
    g_string_append (alignment, "rr");
  view.table = sy_columns_new (alignment->str);

  add_header (&view);
  add_figures (&view, FALSE);
  add_failures (&view);
  add_gap (&view);
  add_figures (&view, TRUE);
  return view.table;
}

void
sy_report_append_table (GString          *text,
                        const SyRun      *run,
                        const SyAnalysis *analysis,
                        guint             phase)
{
  View view = { .run = run, .analysis = analysis, .phase = phase };

  while (view.first < run->plan->arms->len)
    {
      g_autoptr(SyColumns) table = NULL;
      g_autofree char *lines = NULL;

      for (view.end = run->plan->arms->len; view.end > view.first; view.end--)
        {
          g_clear_pointer (&table, sy_columns_free);
          table = make_table (view);
          if (sy_columns_get_width (table) + 2 <= SY_REPORT_COLUMNS || view.end == view.first + 1)
            break;
        }
      lines = sy_columns_format (table, indent);
      g_string_append (text, lines);
      g_string_append_c (text, '\n');
      view.first = view.end;
    }
}
