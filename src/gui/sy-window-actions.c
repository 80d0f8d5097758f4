/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "gui/sy-plan-dialog.h"
#include "gui/sy-window-private.h"

SyPage *
sy_window_get_page (SyWindow *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->view_stack);

  return page != NULL ? SY_PAGE (page) : NULL;
}

void
sy_window_show_measurements (SyWindow *self)
{
  adw_view_stack_set_visible_child (self->view_stack, GTK_WIDGET (self->measurements_page));
}

/* What is done with what a page shows. */
static void
act_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  sy_page_act (sy_window_get_page (data), g_action_get_name (G_ACTION (action)));
}

static void
back_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  sy_page_back (sy_window_get_page (data));
}

static void
chosen_cb (SyPlanDialog *dialog,
           SyWindow     *self)
{
  g_autoptr(SyPlan) plan = sy_plan_dialog_make_plan (dialog, NULL);

  if (plan == NULL || sy_measurements_page_is_measuring (self->measurements_page))
    return;

  sy_window_show_measurements (self);
  sy_measurements_page_measure (self->measurements_page, plan);
}

static void
choose_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  SyWindow *self = data;
  SyPlanDialog *dialog = sy_plan_dialog_new (GTK_WINDOW (self), self->settings);

  g_signal_connect_object (dialog, "measure", G_CALLBACK (chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
close_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  gtk_window_close (data);
}

static guint64
draw_seed (void)
{
  return (guint64) g_random_int () << 32 | g_random_int ();
}

static void
measure_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  g_autoptr(SyPlan) plan = sy_plan_new_default (draw_seed ());

  sy_window_show_measurements (data);
  sy_measurements_page_measure (SY_WINDOW (data)->measurements_page, plan);
}

/* Where it was asked for, one stays, and sees it go on there. */
static void
measure_decision_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  SyWindow *self = data;
  g_autoptr(SyPlan) plan = sy_decisions_page_make_plan (self->decisions_page, draw_seed ());

  if (plan != NULL)
    sy_measurements_page_measure_aside (self->measurements_page, plan);
}

static void
new_decision_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  SyWindow *self = data;

  adw_view_stack_set_visible_child (self->view_stack, GTK_WIDGET (self->decisions_page));
  sy_decisions_page_start (self->decisions_page);
}

static void
menu_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (SY_WINDOW (data)->menu_button));
}

static void
chooser_response_cb (GtkNativeDialog *chooser,
                     int              response,
                     SyWindow        *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      sy_window_open (self, file);
    }

  g_clear_object (&self->chooser);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  SyWindow *self = data;
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;

  gtk_file_filter_set_name (filter, _("Runs"));
  gtk_file_filter_add_suffix (filter, "json");
  self->chooser = gtk_file_chooser_native_new (_("Open a Run"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  sy_page_search (sy_window_get_page (data));
}

static void
show_measuring_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  sy_window_show_measurements (data);
  sy_measurements_page_show_measuring (SY_WINDOW (data)->measurements_page);
}

static void
show_criterion_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  SyWindow *self = data;

  adw_view_stack_set_visible_child (self->view_stack, GTK_WIDGET (self->criteria_page));
  sy_criteria_page_open (self->criteria_page, g_variant_get_string (parameter, NULL));
}

static void
show_run_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  sy_window_show_measurements (data);
  sy_measurements_page_open (SY_WINDOW (data)->measurements_page,
                             g_variant_get_string (parameter, NULL));
}

static void
stop_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  sy_measurements_page_stop (SY_WINDOW (data)->measurements_page);
}

/* Where it was asked for, one stays, and sees it go on there. */
static void
try_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  SyWindow *self = data;
  const char *recipe = g_variant_get_string (parameter, NULL);
  g_autoptr(SyPlan) plan = sy_criteria_page_try (self->criteria_page, recipe, draw_seed ());

  if (plan != NULL)
    sy_measurements_page_measure_aside (self->measurements_page, plan);
}

static const GActionEntry entries[] = {
  { .name = "back", .activate = back_cb },
  { .name = "choose", .activate = choose_cb },
  { .name = "close", .activate = close_cb },
  { .name = "compare", .activate = act_cb },
  { .name = "delete", .activate = act_cb },
  { .name = "edit", .activate = act_cb },
  { .name = "measure", .activate = measure_cb },
  { .name = "measure-decision", .activate = measure_decision_cb },
  { .name = "menu", .activate = menu_cb },
  { .name = "new-decision", .activate = new_decision_cb },
  { .name = "open", .activate = open_cb },
  { .name = "search", .activate = search_cb },
  { .name = "select", .activate = act_cb },
  { .name = "show-criterion", .activate = show_criterion_cb, .parameter_type = "s" },
  { .name = "show-measuring", .activate = show_measuring_cb },
  { .name = "show-run", .activate = show_run_cb, .parameter_type = "s" },
  { .name = "stop", .activate = stop_cb },
  { .name = "try", .activate = try_cb, .parameter_type = "s" },
};

/* An action can be started while the page of runs says so. */
static void
bind_action (SyWindow      *self,
             const char    *action,
             const char    *property,
             GBindingFlags  flags)
{
  g_object_bind_property (self->measurements_page, property,
                          g_action_map_lookup_action (G_ACTION_MAP (self), action), "enabled",
                          G_BINDING_SYNC_CREATE | flags);
}

/* What changes something saved can be started only where one sees what. */
static const struct
{
  const char *action;
  const char *property;
} run_actions[] = {
  { "compare", "can-compare" },
  { "delete", "can-delete" },
  { "edit", "can-edit" },
  { "select", "can-select" },
};

void
sy_window_update_run_actions (SyWindow *self)
{
  SyPage *page = sy_window_get_page (self);

  /* The page may still have something to say while the window goes. */
  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (run_actions); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), run_actions[i].action);
      gboolean is_possible = FALSE;

      if (page != NULL && SY_PAGE_GET_IFACE (page)->act != NULL)
        g_object_get (page, run_actions[i].property, &is_possible, NULL);
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_possible);
    }
}

void
sy_window_set_up_actions (SyWindow *self)
{
  g_autoptr(GPropertyAction) page = g_property_action_new ("page", self->view_stack,
                                                           "visible-child-name");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (page));
  bind_action (self, "choose", "measuring", G_BINDING_INVERT_BOOLEAN);
  bind_action (self, "measure", "measuring", G_BINDING_INVERT_BOOLEAN);
  bind_action (self, "measure-decision", "measuring", G_BINDING_INVERT_BOOLEAN);
  bind_action (self, "show-measuring", "measuring", 0);
  bind_action (self, "stop", "measuring", 0);
  bind_action (self, "try", "measuring", G_BINDING_INVERT_BOOLEAN);
  for (guint i = 0; i < G_N_ELEMENTS (run_actions); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", run_actions[i].property, NULL);

      g_signal_connect_object (self->measurements_page, signal,
                               G_CALLBACK (sy_window_update_run_actions), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->decisions_page, signal,
                               G_CALLBACK (sy_window_update_run_actions), self, G_CONNECT_SWAPPED);
    }
}
