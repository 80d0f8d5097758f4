/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-why-door.h"

#include <glib/gi18n-lib.h>

struct _SyWhyDoor
{
  AdwBin           parent_instance;

  SyCriteriaModel *model;

  GtkWidget       *door_button;
  AdwActionRow    *door_row;
};

G_DEFINE_FINAL_TYPE (SyWhyDoor, sy_why_door, ADW_TYPE_BIN)

static void
changed_cb (SyWhyDoor *self)
{
  const char *path = sy_criteria_model_get_traced_run (self->model);
  GtkActionable *button = GTK_ACTIONABLE (self->door_button);

  gtk_actionable_set_action_target_value (button, NULL);
  gtk_actionable_set_action_name (button, path != NULL ? "win.show-run" : "win.measure");
  if (path != NULL)
    gtk_actionable_set_action_target (button, "s", path);
  gtk_button_set_label (GTK_BUTTON (button), path != NULL ? _("Watch") : _("Measure Now"));
  adw_action_row_set_subtitle (self->door_row,
                               path != NULL
                                 ? _("How the requests of your latest run went, in slow motion")
                                 : _("Once something was measured: how its requests went, in slow "
                                     "motion"));
}

static void
sy_why_door_dispose (GObject *object)
{
  g_clear_object (&SY_WHY_DOOR (object)->model);

  G_OBJECT_CLASS (sy_why_door_parent_class)->dispose (object);
}

static void
sy_why_door_class_init (SyWhyDoorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_why_door_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-why-door.ui");
  gtk_widget_class_bind_template_child (widget_class, SyWhyDoor, door_button);
  gtk_widget_class_bind_template_child (widget_class, SyWhyDoor, door_row);
}

static void
sy_why_door_init (SyWhyDoor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sy_why_door_set_model (SyWhyDoor       *self,
                       SyCriteriaModel *model)
{
  g_return_if_fail (SY_IS_WHY_DOOR (self));
  g_return_if_fail (self->model == NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}
