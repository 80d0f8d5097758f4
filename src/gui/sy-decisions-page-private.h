/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/sy-advice-view.h"
#include "gui/sy-decisions-page.h"
#include "gui/sy-dossier-item.h"
#include "gui/sy-measurement.h"
#include "gui/sy-running-view.h"
#include "gui/sy-saved-row.h"
#include "gui/sy-wizard.h"

G_BEGIN_DECLS

/**
 * _SyDecisionsPage:
 * @pending: (nullable): what is measured for at the moment
 * @opened: (nullable): the item that is shown
 *
 * The page is one type in three files: what it shows (sy-decisions-page.c), how one comes to a
 * decision (-deciding.c), and saved decisions (-saved.c).
 */
struct _SyDecisionsPage
{
  AdwBin         parent_instance;

  SySavedList   *dossiers;
  GPtrArray     *removed;
  GPtrArray     *chosen;
  GtkFilter     *filter;

  SyMeasurement *measurement;
  GSignalGroup  *signals;
  SyDossier     *pending;
  gboolean       awaits_measurement;

  GCancellable  *loading;
  SyDossierItem *opened;
  SyWizard      *wizard;
  gboolean       has_draft;
  gboolean       has_loaded;
  gboolean       is_narrow;
  gboolean       is_searching;
  gboolean       is_selecting;

  SyAdviceView  *advice_view;
  GtkWidget     *comparison;
  GtkWidget     *content;
  GtkWidget     *list;
  GtkWidget     *list_heading;
  GtkWidget     *problem_page;
  SyRunningView *running_view;
  GtkWidget     *search_bar;
  GtkWidget     *search_entry;
  GtkWidget     *spinner;
  GtkWidget     *start_button;
  GtkWidget     *wizard_bin;
};

void     sy_decisions_page_arrange        (SyDecisionsPage *self);
void     sy_decisions_page_show           (SyDecisionsPage *self,
                                           const char      *content);
gboolean sy_decisions_page_shows          (SyDecisionsPage *self,
                                           const char      *content);
void     sy_decisions_page_show_problem   (SyDecisionsPage *self,
                                           const char      *title,
                                           const char      *problem);
void     sy_decisions_page_show_list      (SyDecisionsPage *self);

void     sy_decisions_page_init_deciding  (SyDecisionsPage *self);
void     sy_decisions_page_set_measurement (SyDecisionsPage *self,
                                            SyMeasurement   *measurement);

void     sy_decisions_page_load           (SyDecisionsPage *self);
void     sy_decisions_page_open           (SyDecisionsPage *self,
                                           const SyDossier *dossier);
void     sy_decisions_page_open_item      (SyDecisionsPage *self,
                                           SyDossierItem   *item);
/* Keeps it on the disk and in the list. */
void     sy_decisions_page_keep           (SyDecisionsPage *self,
                                           const SyDossier *dossier);
void     sy_decisions_page_edit           (SyDecisionsPage *self);
void     sy_decisions_page_delete         (SyDecisionsPage *self);
void     sy_decisions_page_compare        (SyDecisionsPage *self);
void     sy_decisions_page_set_selecting  (SyDecisionsPage *self,
                                           gboolean         is_selecting);
void     sy_decisions_page_toggle         (SyDecisionsPage *self,
                                           SySavedRow      *row);
void     sy_decisions_page_forget_removed (SyDecisionsPage *self);

G_END_DECLS
