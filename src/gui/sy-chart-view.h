/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "chart/sy-chart.h"

G_BEGIN_DECLS

/**
 * SyChartView:
 *
 * Hosts a chart: draws it in the theme of the window, points at what is under the pointer, and with
 * the arrow keys walks from point to point.  To those who cannot see it, it says its sentence, and
 * the point it is at.
 */
#define SY_TYPE_CHART_VIEW (sy_chart_view_get_type ())

G_DECLARE_FINAL_TYPE (SyChartView, sy_chart_view, SY, CHART_VIEW, GtkWidget)

/* @chart (transfer full) */
GtkWidget *sy_chart_view_new       (SyChart     *chart) G_GNUC_WARN_UNUSED_RESULT;

/* @chart (transfer full) (nullable) */
void       sy_chart_view_set_chart (SyChartView *self,
                                    SyChart     *chart);
SyChart   *sy_chart_view_get_chart (SyChartView *self);

/* %FALSE where nothing is pointed at. */
gboolean   sy_chart_view_get_cursor (SyChartView *self,
                                     SyCursor    *cursor);

G_END_DECLS
