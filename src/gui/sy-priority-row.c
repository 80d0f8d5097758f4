/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-priority-row.h"

struct _SyPriorityRow
{
  AdwActionRow  parent_instance;

  char         *id;
  guint         place;

  GtkWidget    *place_label;
};

enum
{
  SIGNAL_MOVED,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SyPriorityRow, sy_priority_row, ADW_TYPE_ACTION_ROW)

static void
move (SyPriorityRow *self,
      int            places)
{
  if (places != 0)
    g_signal_emit (self, signals[SIGNAL_MOVED], 0, places);
}

static void
up_cb (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  move (SY_PRIORITY_ROW (widget), -1);
}

static void
down_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  move (SY_PRIORITY_ROW (widget), 1);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVED], 0);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       data)
{
  return gdk_content_provider_new_typed (SY_TYPE_PRIORITY_ROW,
                                         gtk_event_controller_get_widget (
                                           GTK_EVENT_CONTROLLER (source)));
}

static void
begin_cb (GtkDragSource *source,
          GdkDrag       *drag,
          gpointer       data)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr(GdkPaintable) icon = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, icon, 0, 0);
}

/* The dragged row takes the place of the one it is dropped on. */
static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       data)
{
  SyPriorityRow *self =
    SY_PRIORITY_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  SyPriorityRow *dragged = g_value_get_object (value);

  if (dragged == NULL || dragged == self)
    return FALSE;

  move (dragged, (int) self->place - (int) dragged->place);
  return TRUE;
}

static void
sy_priority_row_finalize (GObject *object)
{
  g_free (SY_PRIORITY_ROW (object)->id);

  G_OBJECT_CLASS (sy_priority_row_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                 *name;
    GtkWidgetActionActivateFunc activate;
    guint                       key;
    guint                       keypad;
    GdkModifierType             modifiers;
  } actions[] = {
    { "priority.up", up_cb, GDK_KEY_Up, GDK_KEY_KP_Up, GDK_ALT_MASK },
    { "priority.down", down_cb, GDK_KEY_Down, GDK_KEY_KP_Down, GDK_ALT_MASK },
    { "priority.remove", remove_cb, GDK_KEY_Delete, GDK_KEY_KP_Delete, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                           actions[i].name, NULL);
      gtk_widget_class_add_binding_action (widget_class, actions[i].keypad, actions[i].modifiers,
                                           actions[i].name, NULL);
    }
}

static void
sy_priority_row_class_init (SyPriorityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sy_priority_row_finalize;
  signals[SIGNAL_MOVED] =
    g_signal_new ("moved", SY_TYPE_PRIORITY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_REMOVED] =
    g_signal_new ("removed", SY_TYPE_PRIORITY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-priority-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SyPriorityRow, place_label);
}

static void
sy_priority_row_init (SyPriorityRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (SY_TYPE_PRIORITY_ROW, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
sy_priority_row_new (const char *id,
                     const char *name,
                     const char *text,
                     guint       place,
                     guint       n_places)
{
  SyPriorityRow *self = g_object_new (SY_TYPE_PRIORITY_ROW, NULL);
  g_autofree char *number = g_strdup_printf ("%u", place + 1);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  self->id = g_strdup (id);
  self->place = place;
  gtk_label_set_label (GTK_LABEL (self->place_label), number);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), escaped);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "priority.up", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "priority.down", place + 1 < n_places);

  return GTK_WIDGET (self);
}

const char *
sy_priority_row_get_id (SyPriorityRow *self)
{
  g_return_val_if_fail (SY_IS_PRIORITY_ROW (self), NULL);

  return self->id;
}
