/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-decisions-page.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-decisions-page-private.h"
#include "gui/sy-page.h"

enum
{
  PROP_0,
  PROP_CAN_COMPARE,
  PROP_CAN_DELETE,
  PROP_CAN_EDIT,
  PROP_CAN_SELECT,
  PROP_SELECTING,
  PROP_MEASUREMENT,
  N_PROPS,
  PROP_CAN_GO_BACK = N_PROPS,
  PROP_CAN_SEARCH,
  PROP_NARROW,
  PROP_SEARCHING,
  PROP_TITLE,
};

static GParamSpec *properties[N_PROPS];

static void sy_decisions_page_page_init (SyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SyDecisionsPage, sy_decisions_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SY_TYPE_PAGE, sy_decisions_page_page_init))

static gboolean
has_dossiers (SyDecisionsPage *self)
{
  return g_list_model_get_n_items (sy_saved_list_get_items (self->dossiers)) > 0;
}

gboolean
sy_decisions_page_shows (SyDecisionsPage *self,
                         const char      *content)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->content)), content) == 0;
}

static gboolean
is_home (SyDecisionsPage *self)
{
  return sy_decisions_page_shows (self, "list") || sy_decisions_page_shows (self, "welcome")
         || !self->has_loaded;
}

void
sy_decisions_page_arrange (SyDecisionsPage *self)
{
  gtk_button_set_label (GTK_BUTTON (self->start_button),
                        self->has_draft ? _("Continue") : _("New Decision"));
  gtk_widget_set_visible (self->list_heading, !self->is_selecting);
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_notify (G_OBJECT (self), "can-go-back");
  g_object_notify (G_OBJECT (self), "can-search");
  g_object_notify (G_OBJECT (self), "title");
}

/* Never leave the keyboard on something that went away. */
void
sy_decisions_page_show (SyDecisionsPage *self,
                        const char      *content)
{
  gboolean had_focus = gtk_widget_get_focus_child (self->content) != NULL;

  gtk_stack_set_visible_child_name (GTK_STACK (self->content), content);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), g_str_equal (content, "loading"));
  sy_decisions_page_arrange (self);
  if (had_focus)
    gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

void
sy_decisions_page_show_problem (SyDecisionsPage *self,
                                const char      *title,
                                const char      *problem)
{
  g_autofree char *escaped = g_markup_escape_text (problem, -1);

  adw_status_page_set_title (ADW_STATUS_PAGE (self->problem_page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->problem_page), escaped);
  sy_decisions_page_show (self, "problem");
}

void
sy_decisions_page_show_list (SyDecisionsPage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->opened);
  sy_decisions_page_show (self, has_dossiers (self) ? "list" : "welcome");
}

static gboolean
item_matches (gpointer item,
              gpointer data)
{
  SyDecisionsPage *self = data;

  return !self->is_searching
         || sy_saved_item_matches (item, gtk_editable_get_text (
                                           GTK_EDITABLE (self->search_entry)));
}

static void
search_changed_cb (GtkSearchEntry  *entry,
                   SyDecisionsPage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
row_activated_cb (GtkListBox      *list,
                  GtkListBoxRow   *row,
                  SyDecisionsPage *self)
{
  if (self->is_selecting)
    sy_decisions_page_toggle (self, SY_SAVED_ROW (row));
  else
    sy_decisions_page_open_item (self, sy_saved_row_get_item (SY_SAVED_ROW (row)));
}

static GtkWidget *
create_row (gpointer item,
            gpointer data)
{
  SyDecisionsPage *self = data;
  GtkWidget *row = sy_saved_row_new (item);

  sy_saved_row_set_check (SY_SAVED_ROW (row), self->is_selecting,
                          g_ptr_array_find (self->chosen, item, NULL));

  return row;
}

static void
set_searching (SyDecisionsPage *self,
               gboolean         is_searching)
{
  if (self->is_searching == is_searching)
    return;

  self->is_searching = is_searching;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  g_object_notify (G_OBJECT (self), "searching");
}

static void
set_narrow (SyDecisionsPage *self,
            gboolean         is_narrow)
{
  if (self->is_narrow == is_narrow)
    return;

  self->is_narrow = is_narrow;
  g_object_notify (G_OBJECT (self), "narrow");
}

static void
sy_decisions_page_map (GtkWidget *widget)
{
  SyDecisionsPage *self = SY_DECISIONS_PAGE (widget);

  GTK_WIDGET_CLASS (sy_decisions_page_parent_class)->map (widget);
  if (!self->has_loaded)
    sy_decisions_page_load (self);
}

static void
sy_decisions_page_dispose (GObject *object)
{
  SyDecisionsPage *self = SY_DECISIONS_PAGE (object);

  g_cancellable_cancel (self->loading);
  sy_decisions_page_forget_removed (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->measurement);
  g_clear_object (&self->loading);
  g_clear_object (&self->opened);
  g_clear_object (&self->filter);
  g_clear_object (&self->dossiers);
  g_clear_pointer (&self->pending, sy_dossier_free);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);

  G_OBJECT_CLASS (sy_decisions_page_parent_class)->dispose (object);
}

static gboolean
get_flag (SyDecisionsPage *self,
          guint            prop_id)
{
  switch (prop_id)
    {
    case PROP_CAN_COMPARE:
      return self->is_selecting && self->chosen->len == 2;
    case PROP_CAN_DELETE:
      return self->is_selecting ? self->chosen->len > 0 : self->opened != NULL;
    case PROP_CAN_EDIT:
      return sy_decisions_page_shows (self, "advice");
    case PROP_CAN_GO_BACK:
      return !is_home (self) && !sy_decisions_page_shows (self, "running");
    case PROP_CAN_SEARCH:
      return sy_decisions_page_shows (self, "list");
    case PROP_CAN_SELECT:
      return sy_decisions_page_shows (self, "list") && !self->is_selecting;
    case PROP_NARROW:
      return self->is_narrow;
    case PROP_SEARCHING:
      return self->is_searching;
    default:
      return self->is_selecting;
    }
}

static void
sy_decisions_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SyDecisionsPage *self = SY_DECISIONS_PAGE (object);

  if (prop_id == PROP_TITLE)
    g_value_set_string (value, _("Decisions"));
  else if (prop_id == PROP_MEASUREMENT)
    g_value_set_object (value, self->measurement);
  else
    g_value_set_boolean (value, get_flag (self, prop_id));
}

static void
sy_decisions_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SyDecisionsPage *self = SY_DECISIONS_PAGE (object);

  switch (prop_id)
    {
    case PROP_MEASUREMENT:
      sy_decisions_page_set_measurement (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_SEARCHING:
      set_searching (self, g_value_get_boolean (value));
      break;
    case PROP_SELECTING:
      sy_decisions_page_set_selecting (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  static const char *const names[] = {
    [PROP_CAN_COMPARE] = "can-compare",
    [PROP_CAN_DELETE] = "can-delete",
    [PROP_CAN_EDIT] = "can-edit",
    [PROP_CAN_SELECT] = "can-select",
    [PROP_SELECTING] = "selecting",
  };
  static const char *const overridden[] = { "can-go-back", "can-search", "narrow", "searching",
                                            "title" };

  for (guint i = PROP_0 + 1; i < G_N_ELEMENTS (names); i++)
    properties[i] =
      g_param_spec_boolean (names[i], NULL, NULL, FALSE,
                            G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS
                              | (i == PROP_SELECTING ? G_PARAM_READWRITE : G_PARAM_READABLE));
  properties[PROP_MEASUREMENT] =
    g_param_spec_object ("measurement", NULL, NULL, SY_TYPE_MEASUREMENT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  for (guint i = 0; i < G_N_ELEMENTS (overridden); i++)
    g_object_class_override_property (object_class, PROP_CAN_GO_BACK + i, overridden[i]);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SY_TYPE_ADVICE_VIEW);
  g_type_ensure (SY_TYPE_RUNNING_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-decisions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SyDecisionsPage, advice_view);
  gtk_widget_class_bind_template_child (widget_class, SyDecisionsPage, comparison);
  gtk_widget_class_bind_template_child (widget_class, SyDecisionsPage, content);
  gtk_widget_class_bind_template_child (widget_class, SyDecisionsPage, list);
  gtk_widget_class_bind_template_child (widget_class, SyDecisionsPage, list_heading);
  gtk_widget_class_bind_template_child (widget_class, SyDecisionsPage, problem_page);
  gtk_widget_class_bind_template_child (widget_class, SyDecisionsPage, running_view);
  gtk_widget_class_bind_template_child (widget_class, SyDecisionsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SyDecisionsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SyDecisionsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, SyDecisionsPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, SyDecisionsPage, wizard_bin);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
stop_selecting_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  sy_decisions_page_set_selecting (SY_DECISIONS_PAGE (widget), FALSE);
}

static void
sy_decisions_page_class_init (SyDecisionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sy_decisions_page_dispose;
  object_class->get_property = sy_decisions_page_get_property;
  object_class->set_property = sy_decisions_page_set_property;
  widget_class->map = sy_decisions_page_map;

  install_properties (object_class);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "decisions.stop-selecting", NULL,
                                   stop_selecting_cb);
}

static void
sy_decisions_page_init (SyDecisionsPage *self)
{
  g_autoptr(GtkFilterListModel) filtered = NULL;

  self->dossiers = sy_saved_list_new (&sy_saved_dossiers);
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  self->chosen = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));

  sy_decisions_page_init_deciding (self);
  self->filter = GTK_FILTER (gtk_custom_filter_new (item_matches, self, NULL));
  filtered = gtk_filter_list_model_new (
    g_object_ref (sy_saved_list_get_items (self->dossiers)), g_object_ref (self->filter));
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (filtered), create_row, self,
                           NULL);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->search_bar),
                                GTK_EDITABLE (self->search_entry));
}

static void
sy_decisions_page_back (SyPage *page)
{
  SyDecisionsPage *self = SY_DECISIONS_PAGE (page);

  if (sy_decisions_page_shows (self, "wizard"))
    sy_wizard_back (self->wizard);
  else
    sy_decisions_page_show_list (self);
}

static void
sy_decisions_page_search (SyPage *page)
{
  SyDecisionsPage *self = SY_DECISIONS_PAGE (page);

  set_searching (self, TRUE);
  gtk_widget_grab_focus (self->search_entry);
}

static void
sy_decisions_page_act (SyPage     *page,
                       const char *action)
{
  static const struct
  {
    const char *action;
    void      (*act) (SyDecisionsPage *self);
  } acts[] = {
    { "compare", sy_decisions_page_compare },
    { "delete", sy_decisions_page_delete },
    { "edit", sy_decisions_page_edit },
  };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].action, action))
      acts[i].act (SY_DECISIONS_PAGE (page));
  if (g_str_equal (action, "select"))
    sy_decisions_page_set_selecting (SY_DECISIONS_PAGE (page), TRUE);
}

static void
sy_decisions_page_page_init (SyPageInterface *iface)
{
  iface->act = sy_decisions_page_act;
  iface->back = sy_decisions_page_back;
  iface->search = sy_decisions_page_search;
}
