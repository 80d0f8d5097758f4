/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-importance-switch.h"

#include <glib/gi18n-lib.h>

struct _SyImportanceSwitch
{
  AdwBin           parent_instance;

  SyCriterionItem *item;
  GSignalGroup    *signals;
  gboolean         is_showing;

  GtkWidget       *buttons;
  GtkWidget       *lot_button;
  GtkWidget       *not_button;
  GtkWidget       *some_button;
};

G_DEFINE_FINAL_TYPE (SyImportanceSwitch, sy_importance_switch, ADW_TYPE_BIN)

static GtkToggleButton *
get_button (SyImportanceSwitch *self,
            SyImportance        importance)
{
  GtkWidget *const buttons[] = {
    [SY_IMPORTANCE_NOT] = self->not_button,
    [SY_IMPORTANCE_SOME] = self->some_button,
    [SY_IMPORTANCE_A_LOT] = self->lot_button,
  };

  return GTK_TOGGLE_BUTTON (buttons[importance]);
}

static void
show_importance (SyImportanceSwitch *self)
{
  SyImportance importance = sy_criterion_item_get_importance (self->item);

  self->is_showing = TRUE;
  for (guint i = SY_IMPORTANCE_NOT; i <= SY_IMPORTANCE_A_LOT; i++)
    gtk_toggle_button_set_active (get_button (self, i), i == importance);
  self->is_showing = FALSE;
}

static void
toggled_cb (GtkToggleButton    *button,
            SyImportanceSwitch *self)
{
  if (self->is_showing || self->item == NULL || !gtk_toggle_button_get_active (button))
    return;

  for (guint i = SY_IMPORTANCE_NOT; i <= SY_IMPORTANCE_A_LOT; i++)
    if (get_button (self, i) == button)
      sy_criterion_item_set_importance (self->item, i);
}

static void
sy_importance_switch_dispose (GObject *object)
{
  SyImportanceSwitch *self = SY_IMPORTANCE_SWITCH (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (sy_importance_switch_parent_class)->dispose (object);
}

static void
sy_importance_switch_class_init (SyImportanceSwitchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_importance_switch_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-importance-switch.ui");
  gtk_widget_class_bind_template_child (widget_class, SyImportanceSwitch, buttons);
  gtk_widget_class_bind_template_child (widget_class, SyImportanceSwitch, lot_button);
  gtk_widget_class_bind_template_child (widget_class, SyImportanceSwitch, not_button);
  gtk_widget_class_bind_template_child (widget_class, SyImportanceSwitch, some_button);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
sy_importance_switch_init (SyImportanceSwitch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (SY_TYPE_CRITERION_ITEM);
  g_signal_group_connect_swapped (self->signals, "notify::importance",
                                  G_CALLBACK (show_importance), self);
}

void
sy_importance_switch_set_item (SyImportanceSwitch *self,
                               SyCriterionItem    *item)
{
  g_autofree char *label = NULL;

  g_return_if_fail (SY_IS_IMPORTANCE_SWITCH (self));

  g_set_object (&self->item, item);
  g_signal_group_set_target (self->signals, item);
  /* Translators: a criterion; then follow “Not”, “Some” and “A lot”. */
  label = g_strdup_printf (_("%s matters to me"), sy_criterion_item_get_criterion (item)->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  show_importance (self);
}
