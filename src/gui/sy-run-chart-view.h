/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gui/sy-report.h"

G_BEGIN_DECLS

/**
 * sy_run_chart_view_new:
 * @phase: its index in the run
 * @kind: name of a kind of chart, see #SyRunChartKind
 * @height: at least so many pixels
 *
 * Returns: (nullable): a #SyChartView of a phase of a run; %NULL where such a chart has nothing to
 *   say there
 */
GtkWidget *sy_run_chart_view_new (SyReport   *report,
                                  guint       phase,
                                  const char *kind,
                                  int         height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
