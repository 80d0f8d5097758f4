/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/sy-criteria-page.h"
#include "gui/sy-decisions-page.h"
#include "gui/sy-measurements-page.h"
#include "gui/sy-narrow-bin.h"
#include "gui/sy-page.h"
#include "gui/sy-window.h"

G_BEGIN_DECLS

/* The window is one type in two files: what it shows (sy-window.c), and what a person can start
 * there (-actions.c).
 */
struct _SyWindow
{
  AdwApplicationWindow  parent_instance;

  GSettings            *settings;
  GtkFileChooserNative *chooser;
  GBindingGroup        *bindings;
  GSignalGroup         *signals;
  gboolean              is_closing;

  GtkWidget            *back_button;
  SyCriteriaPage       *criteria_page;
  SyDecisionsPage      *decisions_page;
  GtkWidget            *measure_button;
  SyMeasurementsPage   *measurements_page;
  GtkWidget            *menu_button;
  SyNarrowBin          *narrow_bin;
  GtkWidget            *search_button;
  AdwViewStack         *view_stack;
  GtkWidget            *window_title;
};

SyPage *sy_window_get_page           (SyWindow *self);
void    sy_window_show_measurements  (SyWindow *self);

void    sy_window_set_up_actions     (SyWindow *self);
/* What changes something saved can be started only where one sees what. */
void    sy_window_update_run_actions (SyWindow *self);

G_END_DECLS
