/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "chart/sy-chart.h"

G_BEGIN_DECLS

/**
 * SyStripView:
 *
 * Draws a chart of one strip in the height of a line, and says its sentence to those who cannot see
 * it.
 */
#define SY_TYPE_STRIP_VIEW (sy_strip_view_get_type ())

G_DECLARE_FINAL_TYPE (SyStripView, sy_strip_view, SY, STRIP_VIEW, GtkWidget)

/* @chart (transfer full) */
void sy_strip_view_set_chart (SyStripView *self,
                              SyChart     *chart);

G_END_DECLS
