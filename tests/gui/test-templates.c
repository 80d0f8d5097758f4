/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "gui-fixture.h"
#include "gui-names.h"
#include "gui/sy-advice-view.h"
#include "gui/sy-answer-row.h"
#include "gui/sy-chart-view.h"
#include "gui/sy-context-step.h"
#include "gui/sy-criteria-list.h"
#include "gui/sy-criteria-page.h"
#include "gui/sy-criterion-card.h"
#include "gui/sy-criterion-view.h"
#include "gui/sy-data-dialog.h"
#include "gui/sy-decisions-page.h"
#include "gui/sy-edit-dialog.h"
#include "gui/sy-handover-dialog.h"
#include "gui/sy-help-window.h"
#include "gui/sy-importance-switch.h"
#include "gui/sy-lead-card.h"
#include "gui/sy-lineup-view.h"
#include "gui/sy-measurements-page.h"
#include "gui/sy-picture-dialog.h"
#include "gui/sy-plan-dialog.h"
#include "gui/sy-prediction.h"
#include "gui/sy-priorities-step.h"
#include "gui/sy-priority-row.h"
#include "gui/sy-request-preview.h"
#include "gui/sy-request-step.h"
#include "gui/sy-result-view.h"
#include "gui/sy-running-view.h"
#include "gui/sy-saved-row.h"
#include "gui/sy-scene-result.h"
#include "gui/sy-server-gauge.h"
#include "gui/sy-servers-group.h"
#include "gui/sy-sources-view.h"
#include "gui/sy-step-row.h"
#include "gui/sy-steps-editor.h"
#include "gui/sy-team-step.h"
#include "gui/sy-traffic-step.h"
#include "gui/sy-try-box.h"
#include "gui/sy-weights-panel.h"
#include "gui/sy-why-door.h"
#include "gui/sy-why-view.h"
#include "gui/sy-window.h"
#include "gui/sy-wizard.h"

#define RESOURCES "/io/github/steelyard_app/Steelyard"

static const struct
{
  const char *file;
  GType     (*get_type) (void);
} templates[] = {
  { "sy-advice-view.ui", sy_advice_view_get_type },
  { "sy-answer-row.ui", sy_answer_row_get_type },
  { "sy-chart-view.ui", sy_chart_view_get_type },
  { "sy-context-step.ui", sy_context_step_get_type },
  { "sy-criteria-list.ui", sy_criteria_list_get_type },
  { "sy-criteria-page.ui", sy_criteria_page_get_type },
  { "sy-criterion-card.ui", sy_criterion_card_get_type },
  { "sy-criterion-view.ui", sy_criterion_view_get_type },
  { "sy-data-dialog.ui", sy_data_dialog_get_type },
  { "sy-decisions-page.ui", sy_decisions_page_get_type },
  { "sy-edit-dialog.ui", sy_edit_dialog_get_type },
  { "sy-handover-dialog.ui", sy_handover_dialog_get_type },
  { "sy-help-window.ui", sy_help_window_get_type },
  { "sy-importance-switch.ui", sy_importance_switch_get_type },
  { "sy-lead-card.ui", sy_lead_card_get_type },
  { "sy-lineup-view.ui", sy_lineup_view_get_type },
  { "sy-measurements-page.ui", sy_measurements_page_get_type },
  { "sy-picture-dialog.ui", sy_picture_dialog_get_type },
  { "sy-plan-dialog.ui", sy_plan_dialog_get_type },
  { "sy-prediction.ui", sy_prediction_get_type },
  { "sy-priorities-step.ui", sy_priorities_step_get_type },
  { "sy-priority-row.ui", sy_priority_row_get_type },
  { "sy-request-preview.ui", sy_request_preview_get_type },
  { "sy-request-step.ui", sy_request_step_get_type },
  { "sy-result-view.ui", sy_result_view_get_type },
  { "sy-running-view.ui", sy_running_view_get_type },
  { "sy-saved-row.ui", sy_saved_row_get_type },
  { "sy-scene-result.ui", sy_scene_result_get_type },
  { "sy-server-gauge.ui", sy_server_gauge_get_type },
  { "sy-servers-group.ui", sy_servers_group_get_type },
  { "sy-sources-view.ui", sy_sources_view_get_type },
  { "sy-step-row.ui", sy_step_row_get_type },
  { "sy-steps-editor.ui", sy_steps_editor_get_type },
  { "sy-team-step.ui", sy_team_step_get_type },
  { "sy-traffic-step.ui", sy_traffic_step_get_type },
  { "sy-try-box.ui", sy_try_box_get_type },
  { "sy-weights-panel.ui", sy_weights_panel_get_type },
  { "sy-why-door.ui", sy_why_door_get_type },
  { "sy-why-view.ui", sy_why_view_get_type },
  { "sy-window.ui", sy_window_get_type },
  { "sy-wizard.ui", sy_wizard_get_type },
};

static void
destroy (GtkWidget *widget)
{
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  else
    g_object_unref (widget);
}

/* Warnings are fatal, so that it is built at all says that the template is sound. */
static void
test_load (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  GtkWidget *widget = g_object_new (templates[n].get_type (), NULL);
  gpointer weak = widget;

  g_object_add_weak_pointer (G_OBJECT (widget), &weak);
  if (!GTK_IS_WINDOW (widget))
    g_object_ref_sink (widget);
  names_check (widget);
  destroy (widget);
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_shortcuts (void)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCES "/gtk/help-overlay.ui");
  GtkWidget *window = GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay"));

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_known (const char *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_str_equal (templates[i].file, file))
      return TRUE;

  return FALSE;
}

static void
test_all_known (void)
{
  g_auto(GStrv) files = g_resources_enumerate_children (RESOURCES, 0, NULL);

  for (guint i = 0; files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ".ui") && !is_known (files[i]))
      g_test_fail_printf ("%s is not tried", files[i]);
}

int
main (int    argc,
      char **argv)
{
  fixture_test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *path = g_strdup_printf ("/templates/%s", templates[i].file);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_load);
    }
  g_test_add_func ("/templates/shortcuts", test_shortcuts);
  g_test_add_func ("/templates/all-are-tried", test_all_known);

  return g_test_run ();
}
