/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-window.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-criteria-page.h"
#include "gui/sy-measurements-page.h"
#include "gui/sy-narrow-bin.h"
#include "gui/sy-page.h"
#include "gui/sy-plan-dialog.h"
#include "gui/sy-settings.h"

struct _SyWindow
{
  AdwApplicationWindow  parent_instance;

  GSettings            *settings;
  GtkFileChooserNative *chooser;
  GBindingGroup        *bindings;
  GSignalGroup         *signals;
  gboolean              is_closing;

  GtkWidget            *back_button;
  GtkWidget            *measure_button;
  SyMeasurementsPage   *measurements_page;
  GtkWidget            *menu_button;
  SyNarrowBin          *narrow_bin;
  GtkWidget            *search_button;
  AdwViewStack         *view_stack;
  GtkWidget            *window_title;
};

G_DEFINE_FINAL_TYPE (SyWindow, sy_window, ADW_TYPE_APPLICATION_WINDOW)

static SyPage *
get_page (SyWindow *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->view_stack);

  return page != NULL ? SY_PAGE (page) : NULL;
}

static void
show_measurements (SyWindow *self)
{
  adw_view_stack_set_visible_child (self->view_stack, GTK_WIDGET (self->measurements_page));
}

static void
back_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  sy_page_back (get_page (data));
}

static void
chosen_cb (SyPlanDialog *dialog,
           SyWindow     *self)
{
  g_autoptr(SyPlan) plan = sy_plan_dialog_make_plan (dialog, NULL);

  if (plan == NULL || sy_measurements_page_is_measuring (self->measurements_page))
    return;

  show_measurements (self);
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
compare_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  sy_measurements_page_compare (SY_WINDOW (data)->measurements_page);
}

static void
close_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  gtk_window_close (data);
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  sy_measurements_page_delete (SY_WINDOW (data)->measurements_page);
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  sy_measurements_page_edit (SY_WINDOW (data)->measurements_page);
}

static void
measure_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  guint64 seed = (guint64) g_random_int () << 32 | g_random_int ();
  g_autoptr(SyPlan) plan = sy_plan_new_default (seed);

  show_measurements (data);
  sy_measurements_page_measure (SY_WINDOW (data)->measurements_page, plan);
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
  sy_page_search (get_page (data));
}

static void
select_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  g_object_set (SY_WINDOW (data)->measurements_page, "selecting", TRUE, NULL);
}

static void
show_measuring_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  show_measurements (data);
  sy_measurements_page_show_measuring (SY_WINDOW (data)->measurements_page);
}

static void
stop_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  sy_measurements_page_stop (SY_WINDOW (data)->measurements_page);
}

static const GActionEntry entries[] = {
  { .name = "back", .activate = back_cb },
  { .name = "choose", .activate = choose_cb },
  { .name = "close", .activate = close_cb },
  { .name = "compare", .activate = compare_cb },
  { .name = "delete", .activate = delete_cb },
  { .name = "edit", .activate = edit_cb },
  { .name = "measure", .activate = measure_cb },
  { .name = "menu", .activate = menu_cb },
  { .name = "open", .activate = open_cb },
  { .name = "search", .activate = search_cb },
  { .name = "select", .activate = select_cb },
  { .name = "show-measuring", .activate = show_measuring_cb },
  { .name = "stop", .activate = stop_cb },
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

/* What changes a run can be started only where one sees which. */
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

static void
update_run_actions (SyWindow *self)
{
  gboolean is_shown = get_page (self) == SY_PAGE (self->measurements_page);

  /* The page may still have something to say while the window goes. */
  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (run_actions); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), run_actions[i].action);
      gboolean is_possible;

      g_object_get (self->measurements_page, run_actions[i].property, &is_possible, NULL);
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_shown && is_possible);
    }
}

static void
set_up_actions (SyWindow *self)
{
  g_autoptr(GPropertyAction) page = g_property_action_new ("page", self->view_stack,
                                                           "visible-child-name");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (page));
  bind_action (self, "choose", "measuring", G_BINDING_INVERT_BOOLEAN);
  bind_action (self, "measure", "measuring", G_BINDING_INVERT_BOOLEAN);
  bind_action (self, "show-measuring", "measuring", 0);
  bind_action (self, "stop", "measuring", 0);
  for (guint i = 0; i < G_N_ELEMENTS (run_actions); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", run_actions[i].property, NULL);

      g_signal_connect_object (self->measurements_page, signal,
                               G_CALLBACK (update_run_actions), self, G_CONNECT_SWAPPED);
    }
}

/* Where there is room for one thing it is the page's title, or else the button. */
static void
arrange_header (SyWindow *self)
{
  SyPage *page = get_page (self);
  g_autofree char *title = page != NULL ? sy_page_dup_title (page) : NULL;
  gboolean is_narrow = sy_narrow_bin_get_narrow (self->narrow_bin);

  gtk_widget_set_visible (self->measure_button, !is_narrow || title == NULL);
  gtk_widget_set_visible (self->window_title, is_narrow && title != NULL);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->window_title), title != NULL ? title : "");
}

static void
page_changed_cb (SyWindow *self)
{
  SyPage *page = get_page (self);

  g_binding_group_set_source (self->bindings, page);
  g_signal_group_set_target (self->signals, page);
  update_run_actions (self);
  arrange_header (self);
}

/* What the header says of the page follows whichever is shown. */
static void
set_up_pages (SyWindow *self)
{
  GActionMap *actions = G_ACTION_MAP (self);

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "can-go-back",
                        g_action_map_lookup_action (actions, "back"), "enabled", 0);
  g_binding_group_bind (self->bindings, "can-go-back", self->back_button, "visible", 0);
  g_binding_group_bind (self->bindings, "can-search",
                        g_action_map_lookup_action (actions, "search"), "enabled", 0);
  g_binding_group_bind (self->bindings, "can-search", self->search_button, "visible", 0);
  g_binding_group_bind (self->bindings, "searching", self->search_button, "active",
                        G_BINDING_BIDIRECTIONAL);
  self->signals = g_signal_group_new (GTK_TYPE_WIDGET);
  g_signal_group_connect_swapped (self->signals, "notify::title", G_CALLBACK (arrange_header),
                                  self);
  g_signal_connect_object (self->narrow_bin, "notify::narrow", G_CALLBACK (arrange_header), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view_stack, "notify::visible-child",
                           G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  page_changed_cb (self);
}

static void
remember_page (SyWindow *self)
{
  g_autofree char *page = g_settings_get_string (self->settings, "page");

  if (adw_view_stack_get_child_by_name (self->view_stack, page) != NULL)
    adw_view_stack_set_visible_child_name (self->view_stack, page);
  g_settings_bind (self->settings, "page", self->view_stack, "visible-child-name",
                   G_SETTINGS_BIND_SET);
}

static void
remember_state (SyWindow *self)
{
  if (self->settings == NULL)
    return;

  g_settings_bind (self->settings, "window-width", self, "default-width",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized",
                   G_SETTINGS_BIND_DEFAULT);
  remember_page (self);
}

static gboolean
destroy_cb (gpointer self)
{
  gtk_window_destroy (self);

  return G_SOURCE_REMOVE;
}

/* It was asked for, and what was measured is kept now.  Later, since the page is still busy showing
 * it.
 */
static void
measuring_changed_cb (SyWindow *self)
{
  if (!self->is_closing || sy_measurements_page_is_measuring (self->measurements_page))
    return;

  self->is_closing = FALSE;
  g_idle_add_full (G_PRIORITY_DEFAULT, destroy_cb, g_object_ref (self), g_object_unref);
}

static void
close_response_cb (AdwMessageDialog *dialog,
                   const char       *response,
                   SyWindow         *self)
{
  if (!g_str_equal (response, "stop"))
    return;

  self->is_closing = TRUE;
  sy_measurements_page_stop (self->measurements_page);
  measuring_changed_cb (self);
}

static void
ask_before_closing (SyWindow *self)
{
  GtkWidget *widget = adw_message_dialog_new (
    GTK_WINDOW (self), _("Stop Measuring?"),
    _("A measurement is under way. The turns that are complete will be kept."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog, "keep", _("_Keep Measuring"),
                                    "stop", _("_Stop and Close"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "stop", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "keep");
  adw_message_dialog_set_close_response (dialog, "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
sy_window_close_request (GtkWindow *window)
{
  SyWindow *self = SY_WINDOW (window);

  if (sy_measurements_page_is_measuring (self->measurements_page))
    {
      if (!self->is_closing)
        ask_before_closing (self);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (sy_window_parent_class)->close_request (window);
}

static void
sy_window_dispose (GObject *object)
{
  SyWindow *self = SY_WINDOW (object);

  g_clear_object (&self->bindings);
  g_clear_object (&self->signals);
  g_clear_object (&self->chooser);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sy_window_parent_class)->dispose (object);
}

static void
sy_window_class_init (SyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sy_window_close_request;

  g_type_ensure (SY_TYPE_CRITERIA_PAGE);
  g_type_ensure (SY_TYPE_MEASUREMENTS_PAGE);
  g_type_ensure (SY_TYPE_NARROW_BIN);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SyWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, SyWindow, measure_button);
  gtk_widget_class_bind_template_child (widget_class, SyWindow, measurements_page);
  gtk_widget_class_bind_template_child (widget_class, SyWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SyWindow, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, SyWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, SyWindow, view_stack);
  gtk_widget_class_bind_template_child (widget_class, SyWindow, window_title);
}

static void
sy_window_init (SyWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = sy_settings_new ();
  remember_state (self);
  set_up_actions (self);
  set_up_pages (self);
  g_signal_connect_object (self->measurements_page, "notify::measuring",
                           G_CALLBACK (measuring_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sy_window_new (GtkApplication *application)
{
  return g_object_new (SY_TYPE_WINDOW, "application", application, NULL);
}

void
sy_window_open (SyWindow *self,
                GFile    *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (SY_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path == NULL)
    return;

  show_measurements (self);
  sy_measurements_page_open (self->measurements_page, path);
}
