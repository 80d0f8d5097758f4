/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/sy-run-list.h"
#include "gui/sy-measurement.h"
#include "gui/sy-measurements-page.h"
#include "gui/sy-result-view.h"
#include "gui/sy-running-view.h"

G_BEGIN_DECLS

/* The page is one type in three files: what it shows (sy-measurements-page.c), saved runs
 * (-runs.c) and measuring (-measuring.c).
 */
struct _SyMeasurementsPage
{
  AdwBin         parent_instance;

  SyRunList     *runs;
  GPtrArray     *removed;
  GtkFilter     *filter;

  SyMeasurement *measurement;
  GSignalGroup  *signals;

  GCancellable  *loading;
  SyReport      *report;
  SyRunItem     *item;

  gboolean       is_narrow;
  gboolean       is_searching;
  gboolean       shows_content;

  GtkWidget     *content;
  GtkWidget     *duration_label;
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

void sy_measurements_page_load           (SyMeasurementsPage *self);
void sy_measurements_page_open_item      (SyMeasurementsPage *self,
                                          SyRunItem          *item);
void sy_measurements_page_add_toast      (SyMeasurementsPage *self,
                                          AdwToast           *toast);
void sy_measurements_page_forget_removed (SyMeasurementsPage *self);

void sy_measurements_page_init_measuring (SyMeasurementsPage *self);

G_END_DECLS
