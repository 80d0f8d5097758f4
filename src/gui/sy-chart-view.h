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
 *
 * Its menu saves the chart as a picture, and copies it as an image or its data as a table: with the
 * button in the corner, the secondary button of the pointer, the Menu key, or by shortcuts.
 */
#define SY_TYPE_CHART_VIEW (sy_chart_view_get_type ())

G_DECLARE_FINAL_TYPE (SyChartView, sy_chart_view, SY, CHART_VIEW, GtkWidget)

/* @chart (transfer full) */
GtkWidget *sy_chart_view_new       (SyChart     *chart) G_GNUC_WARN_UNUSED_RESULT;

/* @chart (transfer full) (nullable) */
void       sy_chart_view_set_chart (SyChartView *self,
                                    SyChart     *chart);
SyChart   *sy_chart_view_get_chart (SyChartView *self);

/* When what is shown was measured, in ISO 8601, for pictures that name a time. */
void       sy_chart_view_set_created (SyChartView *self,
                                      const char  *created);

/* Whether a heading says what was measured, so that the title need not. */
void       sy_chart_view_set_below_heading (SyChartView *self,
                                            gboolean     is_below_heading);

/* Whether it asks for the height that all its rows take, and not for the same always. */
void       sy_chart_view_set_all_rows (SyChartView *self,
                                       gboolean     has_all_rows);

/* How far a picture has been played; @moment (nullable): the still picture. */
void       sy_chart_view_set_moment (SyChartView    *self,
                                     const SyMoment *moment);

/* %FALSE where nothing is pointed at. */
gboolean   sy_chart_view_get_cursor (SyChartView *self,
                                     SyCursor    *cursor);

G_END_DECLS
