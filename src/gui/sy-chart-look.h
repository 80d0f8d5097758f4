/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "chart/sy-chart.h"

G_BEGIN_DECLS

/* How a chart looks in a widget: in the theme of the window, with the widget's font and direction.
 * Valid as long as the widget keeps its font.
 */
SyLook sy_chart_look_new   (GtkWidget *widget);

/* Draws the widget anew whenever the theme changes. */
void   sy_chart_look_watch (GtkWidget *widget);

G_END_DECLS
