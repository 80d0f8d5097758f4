/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-run-chart-view.h"

#include "export/sy-run-chart.h"
#include "gui/sy-chart-view.h"
#include "lab/sy-run-fields.h"

GtkWidget *
sy_run_chart_view_new (SyReport   *report,
                       guint       phase,
                       const char *name,
                       int         height)
{
  const SyRunChartKind *kind = sy_run_chart_kind_find (name);
  const SyRun *run = sy_report_get_run (report);
  const SyAnalysis *analysis = sy_report_get_analysis (report);
  g_autofree char *created = NULL;
  GtkWidget *view;

  g_assert (kind != NULL);

  if (!sy_run_chart_kind_fits (kind, run, analysis, phase))
    return NULL;

  created = g_date_time_format (run->started, SY_RUN_TIME_FORMAT);
  view = sy_chart_view_new (sy_run_chart_new (kind, run, analysis, phase));
  sy_chart_view_set_created (SY_CHART_VIEW (view), created);
  sy_chart_view_set_all_rows (SY_CHART_VIEW (view), TRUE);
  gtk_widget_set_size_request (view, -1, height);

  return view;
}
