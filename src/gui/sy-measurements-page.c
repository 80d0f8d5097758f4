/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-measurements-page.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-measurements-page-private.h"
#include "gui/sy-page.h"
#include "gui/sy-wrap-box.h"

enum
{
  PROP_0,
  PROP_CAN_COMPARE,
  PROP_CAN_DELETE,
  PROP_CAN_EDIT,
  PROP_CAN_SELECT,
  PROP_MEASURING,
  PROP_SELECTING,
  PROP_SETTLED,
  N_PROPS,
  PROP_CAN_GO_BACK = N_PROPS,
  PROP_CAN_SEARCH,
  PROP_NARROW,
  PROP_SEARCHING,
  PROP_TITLE,
  PROP_MEASUREMENT,
};

/* Rows that are made before the window is drawn again. */
enum { N_ROWS_AT_ONCE = 64 };

static GParamSpec *properties[N_PROPS];

static void sy_measurements_page_page_init (SyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SyMeasurementsPage, sy_measurements_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SY_TYPE_PAGE,
                                                      sy_measurements_page_page_init))

static gboolean
has_runs (SyMeasurementsPage *self)
{
  return g_list_model_get_n_items (sy_saved_list_get_items (self->runs)) > 0;
}

static gboolean
shows (SyMeasurementsPage *self,
       const char         *content)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->content)), content) == 0;
}

static gboolean
can_go_back (SyMeasurementsPage *self)
{
  return self->shows_content && !self->is_selecting && has_runs (self) &&
         (self->is_narrow || shows (self, "lineup"));
}

/* With room for both the list stands beside the content; otherwise one of them fills the page. */
void
sy_measurements_page_arrange (SyMeasurementsPage *self)
{
  gboolean wants_list = !self->is_narrow || !self->shows_content || self->is_selecting;
  gboolean shows_list = has_runs (self) && wants_list;
  gboolean shows_content = !self->is_narrow || !shows_list;
  gboolean shows_running = shows_content && shows (self, "running");

  gtk_widget_set_visible (self->sidebar, shows_list);
  gtk_widget_set_hexpand (self->sidebar, !shows_content);
  gtk_widget_set_visible (self->content, shows_content);
  gtk_widget_set_visible (self->separator, shows_list && shows_content);
  gtk_widget_set_visible (self->measuring_button,
                          sy_measurements_page_is_measuring (self) && !shows_running);
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_notify (G_OBJECT (self), "can-go-back");
  g_object_notify (G_OBJECT (self), "can-search");
}

/* Never leave the keyboard on something that went away. */
void
sy_measurements_page_show (SyMeasurementsPage *self,
                           const char         *content)
{
  gboolean had_focus = gtk_widget_get_focus_child (self->content) != NULL;

  self->shows_content = TRUE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->content), content);
  gtk_spinner_set_spinning (GTK_SPINNER (self->loading_spinner),
                            g_str_equal (content, "loading"));
  sy_measurements_page_arrange (self);
  if ((had_focus || self->is_narrow) &&
      !gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD))
    sy_measurements_page_focus_list (self);
}

void
sy_measurements_page_show_problem (SyMeasurementsPage *self,
                                   const char         *title,
                                   const char         *problem)
{
  g_autofree char *escaped = g_markup_escape_text (problem, -1);

  adw_status_page_set_title (ADW_STATUS_PAGE (self->problem_page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->problem_page), escaped);
  gtk_widget_set_visible (self->problem_delete_button, self->item != NULL);
  sy_measurements_page_show (self, "problem");
}

/* What is shown is @report, of a file that is @item in the list if it is there at all. */
void
sy_measurements_page_show_report (SyMeasurementsPage *self,
                                  SyReport           *report)
{
  const char *path = sy_report_get_path (report);
  SyRunItem *item = path != NULL ? sy_saved_list_find (self->runs, path) : NULL;

  g_set_object (&self->report, report);
  g_set_object (&self->item, item);
  sy_result_view_set_report (self->result_view, report);
  sy_measurements_page_show (self, "result");
}

static gboolean
item_matches (gpointer item,
              gpointer data)
{
  SyMeasurementsPage *self = data;

  return !self->is_searching ||
         sy_saved_item_matches (item, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_changed_cb (GtkSearchEntry     *entry,
                   SyMeasurementsPage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  sy_measurements_page_select (self, self->item != NULL ? sy_saved_item_get_path (self->item)
                                                        : NULL);
}

static void
row_activated_cb (GtkListBox         *list,
                  GtkListBoxRow      *row,
                  SyMeasurementsPage *self)
{
  if (self->is_selecting)
    sy_measurements_page_toggle (self, SY_SAVED_ROW (row));
  else
    sy_measurements_page_open_item (self, sy_saved_row_get_item (SY_SAVED_ROW (row)));
}

static GtkWidget *
create_row (gpointer item,
            gpointer data)
{
  GtkWidget *row = sy_saved_row_new (item);

  sy_measurements_page_show_check (data, SY_SAVED_ROW (row));

  return row;
}

static void
set_searching (SyMeasurementsPage *self,
               gboolean            is_searching)
{
  if (self->is_searching == is_searching)
    return;

  self->is_searching = is_searching;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (is_searching && can_go_back (self))
    sy_page_back (SY_PAGE (self));
  g_object_notify (G_OBJECT (self), "searching");
}

static void
set_narrow (SyMeasurementsPage *self,
            gboolean            is_narrow)
{
  if (self->is_narrow == is_narrow)
    return;

  self->is_narrow = is_narrow;
  sy_measurements_page_arrange (self);
  g_object_notify (G_OBJECT (self), "narrow");
}

static void
set_settled (SyMeasurementsPage *self,
             gboolean            is_settled)
{
  self->is_settled = is_settled;
  sy_measurements_page_begin (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SETTLED]);
}

static void
sy_measurements_page_dispose (GObject *object)
{
  SyMeasurementsPage *self = SY_MEASUREMENTS_PAGE (object);

  g_cancellable_cancel (self->loading);
  sy_measurements_page_forget_removed (self);
  if (self->measurement != NULL)
    sy_measurement_stop (self->measurement);
  g_clear_object (&self->signals);
  g_clear_object (&self->measurement);
  g_clear_object (&self->loading);
  g_clear_object (&self->report);
  g_clear_object (&self->item);
  g_clear_object (&self->previous);
  g_clear_handle_id (&self->growing_id, g_source_remove);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->runs);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);

  G_OBJECT_CLASS (sy_measurements_page_parent_class)->dispose (object);
}

static gboolean
get_flag (SyMeasurementsPage *self,
          guint               prop_id)
{
  switch (prop_id)
    {
    case PROP_CAN_COMPARE:
      return sy_measurements_page_can_compare (self);
    case PROP_CAN_DELETE:
      return self->is_selecting ? self->chosen->len > 0 : self->item != NULL;
    case PROP_CAN_EDIT:
      return self->item != NULL && self->report != NULL && !self->is_selecting;
    case PROP_CAN_GO_BACK:
      return can_go_back (self);
    case PROP_CAN_SEARCH:
      return has_runs (self);
    case PROP_CAN_SELECT:
      return has_runs (self) && !self->is_selecting;
    case PROP_SELECTING:
      return self->is_selecting;
    case PROP_SETTLED:
      return self->is_settled;
    case PROP_MEASURING:
      return sy_measurements_page_is_measuring (self);
    case PROP_NARROW:
      return self->is_narrow;
    default:
      return self->is_searching;
    }
}

static void
sy_measurements_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (prop_id == PROP_MEASUREMENT)
    g_value_set_object (value, SY_MEASUREMENTS_PAGE (object)->measurement);
  else if (prop_id == PROP_TITLE)
    g_value_set_string (value, NULL);
  else
    g_value_set_boolean (value, get_flag (SY_MEASUREMENTS_PAGE (object), prop_id));
}

static void
sy_measurements_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  SyMeasurementsPage *self = SY_MEASUREMENTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_SEARCHING:
      set_searching (self, g_value_get_boolean (value));
      break;
    case PROP_SELECTING:
      sy_measurements_page_set_selecting (self, g_value_get_boolean (value));
      break;
    case PROP_SETTLED:
      set_settled (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  static const char *const names[N_PROPS] = {
    [PROP_CAN_COMPARE] = "can-compare",
    [PROP_CAN_DELETE] = "can-delete",
    [PROP_CAN_EDIT] = "can-edit",
    [PROP_CAN_SELECT] = "can-select",
    [PROP_MEASURING] = "measuring",
    [PROP_SELECTING] = "selecting",
    [PROP_SETTLED] = "settled",
  };
  static const char *const overridden[] = { "can-go-back", "can-search", "narrow", "searching",
                                            "title" };

  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    properties[i] =
      g_param_spec_boolean (names[i], NULL, NULL, FALSE,
                            G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS |
                              (i >= PROP_SELECTING ? G_PARAM_READWRITE : G_PARAM_READABLE));
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_install_property (
    object_class, PROP_MEASUREMENT,
    g_param_spec_object ("measurement", NULL, NULL, SY_TYPE_MEASUREMENT,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  for (guint i = 0; i < G_N_ELEMENTS (overridden); i++)
    g_object_class_override_property (object_class, PROP_CAN_GO_BACK + i, overridden[i]);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SY_TYPE_LINEUP_VIEW);
  g_type_ensure (SY_TYPE_RESULT_VIEW);
  g_type_ensure (SY_TYPE_RUNNING_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-measurements-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, choose_button);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, content);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, duration_label);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, lineup_view);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, list);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, loading_spinner);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, measuring_button);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, measuring_label);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, placeholder);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, problem_delete_button);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, problem_page);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, result_view);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, running_view);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, selection_label);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, separator);
  gtk_widget_class_bind_template_child (widget_class, SyMeasurementsPage, sidebar);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
sy_measurements_page_class_init (SyMeasurementsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sy_measurements_page_dispose;
  object_class->get_property = sy_measurements_page_get_property;
  object_class->set_property = sy_measurements_page_set_property;

  install_properties (object_class);
  bind_template (GTK_WIDGET_CLASS (klass));
  sy_measurements_page_install_selecting (GTK_WIDGET_CLASS (klass));
}

/* A row is a handful of widgets, so a thousand at once would be felt. */
static gboolean
grow_cb (gpointer data)
{
  SyMeasurementsPage *self = data;
  guint size = gtk_slice_list_model_get_size (self->shown);
  guint n_items = g_list_model_get_n_items (gtk_slice_list_model_get_model (self->shown));

  if (size < n_items)
    {
      gtk_slice_list_model_set_size (self->shown, size + N_ROWS_AT_ONCE);
      return G_SOURCE_CONTINUE;
    }

  self->growing_id = 0;
  if (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)) == NULL && self->item != NULL)
    sy_measurements_page_select (self, sy_saved_item_get_path (self->item));

  return G_SOURCE_REMOVE;
}

static void
items_changed_cb (SyMeasurementsPage *self)
{
  if (self->growing_id == 0)
    self->growing_id = g_idle_add (grow_cb, self);
}

static void
show_list (SyMeasurementsPage *self)
{
  GListModel *items = g_object_ref (sy_saved_list_get_items (self->runs));
  g_autoptr(GtkFilterListModel) filtered = NULL;

  self->filter = GTK_FILTER (gtk_custom_filter_new (item_matches, self, NULL));
  filtered = gtk_filter_list_model_new (items, g_object_ref (self->filter));
  g_signal_connect_object (filtered, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->shown = gtk_slice_list_model_new (G_LIST_MODEL (g_steal_pointer (&filtered)), 0,
                                          N_ROWS_AT_ONCE);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->shown), create_row,
                           self, NULL);
  gtk_label_set_label (GTK_LABEL (self->placeholder), _("No run has all these words in its name, "
                                                        "note, servers, scenes or finding"));
}

static void
sy_measurements_page_init (SyMeasurementsPage *self)
{
  self->runs = sy_saved_list_new (&sy_saved_runs);
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  self->chosen = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));

  sy_wrap_button_text (self->choose_button);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->search_bar),
                                GTK_EDITABLE (self->search_entry));
  show_list (self);
  sy_measurements_page_init_measuring (self);
  sy_measurements_page_show_selection (self);
  sy_measurements_page_show (self, "loading");
  sy_measurements_page_load (self);
}

static void
sy_measurements_page_back (SyPage *page)
{
  SyMeasurementsPage *self = SY_MEASUREMENTS_PAGE (page);
  g_autoptr(SyRunItem) previous = g_steal_pointer (&self->previous);

  if (self->is_narrow)
    {
      self->shows_content = FALSE;
      sy_measurements_page_arrange (self);
    }
  else if (previous != NULL)
    sy_measurements_page_open_item (self, previous);
  else
    sy_measurements_page_show_something (self);
  sy_measurements_page_focus_list (self);
}

static void
sy_measurements_page_search (SyPage *page)
{
  SyMeasurementsPage *self = SY_MEASUREMENTS_PAGE (page);

  set_searching (self, TRUE);
  gtk_widget_grab_focus (self->search_entry);
}

static void
sy_measurements_page_act (SyPage     *page,
                          const char *action)
{
  SyMeasurementsPage *self = SY_MEASUREMENTS_PAGE (page);

  if (g_str_equal (action, "compare"))
    sy_measurements_page_compare (self);
  else if (g_str_equal (action, "delete"))
    sy_measurements_page_delete (self);
  else if (g_str_equal (action, "edit"))
    sy_measurements_page_edit (self);
  else
    sy_measurements_page_set_selecting (self, TRUE);
}

static void
sy_measurements_page_page_init (SyPageInterface *iface)
{
  iface->act = sy_measurements_page_act;
  iface->back = sy_measurements_page_back;
  iface->search = sy_measurements_page_search;
}

SySavedList *
sy_measurements_page_get_runs (SyMeasurementsPage *self)
{
  g_return_val_if_fail (SY_IS_MEASUREMENTS_PAGE (self), NULL);

  return self->runs;
}
