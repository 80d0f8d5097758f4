/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-window.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-problem.h"
#include "gui/sy-settings.h"
#include "gui/sy-window-private.h"

/* Of the button in the header, which are read at least. */
enum { N_LETTERS = 16 };

G_DEFINE_FINAL_TYPE (SyWindow, sy_window, ADW_TYPE_APPLICATION_WINDOW)

/* GTK loses a reference to what is hidden, with the focus in it, twice within a frame. */
static void
release_focus (SyWindow  *self,
               GtkWidget *from)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, from))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

/* Where there is room for one thing it is the page's title, or else the button. */
static void
arrange_header (SyWindow *self)
{
  SyPage *page = sy_window_get_page (self);
  g_autofree char *title = page != NULL ? sy_page_dup_title (page) : NULL;
  gboolean is_narrow = sy_narrow_bin_get_narrow (self->narrow_bin);

  if (is_narrow && title != NULL)
    release_focus (self, self->measure_button);
  gtk_widget_set_visible (self->measure_button, !is_narrow || title == NULL);
  gtk_widget_set_visible (self->window_title, is_narrow && title != NULL);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->window_title), title != NULL ? title : "");
}

static void
page_changed_cb (SyWindow *self)
{
  SyPage *page = sy_window_get_page (self);

  g_binding_group_set_source (self->bindings, page);
  g_signal_group_set_target (self->signals, page);
  sy_window_update_run_actions (self);
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
  g_object_bind_property (self->measurements_page, "measurement", self->criteria_page,
                          "measurement", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->measurements_page, "measurement", self->decisions_page,
                          "measurement", G_BINDING_SYNC_CREATE);
  sy_criteria_page_set_runs (self->criteria_page,
                             sy_measurements_page_get_runs (self->measurements_page));
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

/* It was asked for, and what was measured is kept now, or else it is shown and the page says why it
 * is not.  Later, since the page is still busy showing it.
 */
static void
measuring_changed_cb (SyWindow *self)
{
  if (!self->is_closing || sy_measurements_page_is_measuring (self->measurements_page))
    return;

  self->is_closing = FALSE;
  if (sy_measurements_page_is_unsaved (self->measurements_page))
    sy_window_show_measurements (self);
  else
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

  /* It holds the pages, and whatever of them asks for actions holds it. */
  if (self->bindings != NULL)
    g_action_map_remove_action (G_ACTION_MAP (self), "page");
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

  /* In a text it deletes a word, so that comes first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK,
                                       "win.delete", NULL);

  g_type_ensure (SY_TYPE_CRITERIA_PAGE);
  g_type_ensure (SY_TYPE_DECISIONS_PAGE);
  g_type_ensure (SY_TYPE_MEASUREMENTS_PAGE);
  g_type_ensure (SY_TYPE_NARROW_BIN);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SyWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, SyWindow, criteria_page);
  gtk_widget_class_bind_template_child (widget_class, SyWindow, decisions_page);
  gtk_widget_class_bind_template_child (widget_class, SyWindow, measure_button);
  gtk_widget_class_bind_template_child (widget_class, SyWindow, measurements_page);
  gtk_widget_class_bind_template_child (widget_class, SyWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SyWindow, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, SyWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, SyWindow, view_stack);
  gtk_widget_class_bind_template_child (widget_class, SyWindow, window_title);
}

/* Long texts give way in a narrow window, down to so many letters. */
static void
let_give_way (GtkLabel *label)
{
  int n_letters = (int) g_utf8_strlen (gtk_label_get_text (label), -1);

  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (label, MIN (n_letters, N_LETTERS));
}

/* In libadwaita 1.2 the arrow of a split button has a tooltip, but no name. */
static void
mend_split_button (SyWindow *self)
{
  AdwSplitButton *button = ADW_SPLIT_BUTTON (self->measure_button);
  GtkWidget *child = gtk_widget_get_first_child (self->measure_button);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_MENU_BUTTON (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      adw_split_button_get_dropdown_tooltip (button), -1);
    else if (GTK_IS_BUTTON (child))
      let_give_way (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (child))));
}

static void
sy_window_init (SyWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = sy_settings_new ();
  remember_state (self);
  sy_window_set_up_actions (self);
  set_up_pages (self);
  mend_split_button (self);
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
    {
      sy_problem_tell (GTK_WIDGET (self), _("This Run Cannot Be Shown"),
                       _("The file is not on this computer. Copy it here to open it."));
      return;
    }

  sy_window_show_measurements (self);
  sy_measurements_page_open (self->measurements_page, path);
}
