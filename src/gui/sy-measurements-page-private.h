/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/sy-lineup-view.h"
#include "gui/sy-measurement.h"
#include "gui/sy-measurements-page.h"
#include "gui/sy-result-view.h"
#include "gui/sy-run-item.h"
#include "gui/sy-saved-row.h"
#include "gui/sy-running-view.h"

G_BEGIN_DECLS

/* The page is one type in four files: what it shows (sy-measurements-page.c), saved runs
 * (-runs.c), several of them at once (-selecting.c) and measuring (-measuring.c).
 */
struct _SyMeasurementsPage
{
  AdwBin         parent_instance;

  SySavedList   *runs;
  GPtrArray     *removed;
  GtkFilter     *filter;
  GtkSliceListModel *shown;
  guint          growing_id;

  SyMeasurement *measurement;
  GSignalGroup  *signals;
  gboolean       is_aside;

  GCancellable  *loading;
  SyReport      *report;
  SyRunItem     *item;
  SyRunItem     *previous;

  GPtrArray     *chosen;
  gboolean       is_narrow;
  gboolean       is_searching;
  gboolean       is_selecting;
  gboolean       is_settled;
  gboolean       has_loaded;
  gboolean       shows_content;

  GtkWidget     *choose_button;
  GtkWidget     *compare_button;
  GtkWidget     *content;
  GtkWidget     *duration_label;
  SyLineupView  *lineup_view;
  GtkWidget     *list;
  GtkWidget     *loading_spinner;
  GtkWidget     *measuring_button;
  GtkWidget     *measuring_label;
  GtkWidget     *placeholder;
  GtkWidget     *problem_delete_button;
  GtkWidget     *problem_page;
  SyResultView  *result_view;
  SyRunningView *running_view;
  GtkWidget     *search_bar;
  GtkWidget     *search_entry;
  GtkWidget     *selection_label;
  GtkWidget     *separator;
  GtkWidget     *sidebar;
};

void sy_measurements_page_arrange        (SyMeasurementsPage *self);
void sy_measurements_page_show           (SyMeasurementsPage *self,
                                          const char         *content);
void sy_measurements_page_show_problem   (SyMeasurementsPage *self,
                                          const char         *title,
                                          const char         *problem);
void sy_measurements_page_show_report    (SyMeasurementsPage *self,
                                          SyReport           *report);
void sy_measurements_page_select         (SyMeasurementsPage *self,
                                          const char         *path);

GCancellable *
     sy_measurements_page_begin_loading  (SyMeasurementsPage *self);
gboolean sy_measurements_page_is_gone    (SyMeasurementsPage *self);
void sy_measurements_page_focus_list     (SyMeasurementsPage *self);
void sy_measurements_page_show_something (SyMeasurementsPage *self);
void sy_measurements_page_begin          (SyMeasurementsPage *self);
void sy_measurements_page_load           (SyMeasurementsPage *self);
void sy_measurements_page_open_item      (SyMeasurementsPage *self,
                                          SyRunItem          *item);
void sy_measurements_page_add_toast      (SyMeasurementsPage *self,
                                          AdwToast           *toast);
void sy_measurements_page_forget_removed (SyMeasurementsPage *self);

void sy_measurements_page_init_measuring (SyMeasurementsPage *self);

void sy_measurements_page_install_selecting (GtkWidgetClass     *widget_class);
void sy_measurements_page_set_selecting  (SyMeasurementsPage *self,
                                          gboolean            is_selecting);
void sy_measurements_page_show_selection (SyMeasurementsPage *self);
void sy_measurements_page_toggle         (SyMeasurementsPage *self,
                                          SySavedRow         *row);
void sy_measurements_page_show_check     (SyMeasurementsPage *self,
                                          SySavedRow         *row);
gboolean sy_measurements_page_can_compare (SyMeasurementsPage *self);

G_END_DECLS
