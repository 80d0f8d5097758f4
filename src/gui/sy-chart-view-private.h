/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/sy-chart-view.h"

G_BEGIN_DECLS

/* The widget is one type in two files: what it shows (sy-chart-view.c), and its menu (-menu.c). */
struct _SyChartView
{
  GtkWidget   parent_instance;

  SyChart    *chart;
  char       *created;
  gboolean    is_below_heading;
  gboolean    has_all_rows;
  SyCursor    cursor;
  gboolean    has_cursor;
  SyMoment    moment;
  gboolean    has_moment;

  GtkWidget  *popover;

  GMenuModel *menu;
  GtkWidget  *menu_button;
};

/* Of the desktop, as it is now. */
SyLook   sy_chart_view_make_look       (SyChartView    *self);

void     sy_chart_view_install_actions (GtkWidgetClass *klass);
void     sy_chart_view_init_menu       (SyChartView    *self);
/* After another chart was set. */
void     sy_chart_view_update_menu     (SyChartView    *self);
void     sy_chart_view_present_menu    (SyChartView    *self);
gboolean sy_chart_view_shows_menu      (SyChartView    *self);

G_END_DECLS
