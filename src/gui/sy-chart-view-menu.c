/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-chart-view-private.h"

#include <glib/gi18n-lib.h>

#include "export/sy-chart-data.h"
#include "gui/sy-picture-dialog.h"
#include "gui/sy-toast.h"

/* Pixels a unit of a copied image: it is likely to be shown larger elsewhere. */
enum { IMAGE_SCALE = 2 };

static void
save (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  SyChartView *self = SY_CHART_VIEW (widget);

  gtk_window_present (GTK_WINDOW (sy_picture_dialog_new (widget, self->chart, self->created)));
}

/* What one sees, though with its background and all of its title. */
static cairo_surface_t *
draw_image (SyChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_rectangle_t area = { 0, 0, width, height };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * IMAGE_SCALE,
                                                         height * IMAGE_SCALE);
  SyLook look = sy_chart_view_make_look (self);
  cairo_t *cr;

  look.has_background = TRUE;
  look.has_circumstances = TRUE;
  look.corner = 0;
  look.cursor = NULL;
  cairo_surface_set_device_scale (surface, IMAGE_SCALE, IMAGE_SCALE);
  cr = cairo_create (surface);
  sy_chart_draw (self->chart, cr, &area, &look);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static GdkTexture *
make_texture (SyChartView *self)
{
  cairo_surface_t *surface = draw_image (self);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr(GBytes) pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                                         stride * (gsize) height,
                                                         (GDestroyNotify) cairo_surface_destroy,
                                                         surface);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, pixels, stride);
}

static void
copy_image (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  g_autoptr(GdkTexture) texture = make_texture (SY_CHART_VIEW (widget));

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  sy_toast_show (widget, _("Picture copied"));
}

static void
copy_data (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_autofree char *text = sy_chart_data_to_text (SY_CHART_VIEW (widget)->chart);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  sy_toast_show (widget, _("Table copied"));
}

static void
pop_up (SyChartView        *self,
        const GdkRectangle *place)
{
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->menu);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
show_menu (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  SyChartView *self = SY_CHART_VIEW (widget);
  graphene_rect_t bounds;
  GdkRectangle place;

  if (!gtk_widget_compute_bounds (self->menu_button, widget, &bounds))
    return;

  place = (GdkRectangle) {
    (int) bounds.origin.x, (int) bounds.origin.y,
    (int) bounds.size.width, (int) bounds.size.height,
  };
  pop_up (self, &place);
}

static void
pressed_cb (GtkGesture *gesture,
            int         n_presses,
            double      x,
            double      y,
            gpointer    data)
{
  GdkRectangle place = { (int) x, (int) y, 1, 1 };

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (data, &place);
}

static void
held_cb (GtkGesture *gesture,
         double      x,
         double      y,
         gpointer    data)
{
  pressed_cb (gesture, 1, x, y, data);
}

static const struct
{
  const char                  *name;
  GtkWidgetActionActivateFunc  activate;
} actions[] = {
  { "chart.copy-data", copy_data },
  { "chart.copy-image", copy_image },
  { "chart.menu", show_menu },
  { "chart.save", save },
};

static const struct
{
  guint            key;
  GdkModifierType  modifiers;
  const char      *action;
} bindings[] = {
  { GDK_KEY_Menu, 0, "chart.menu" },
  { GDK_KEY_F10, GDK_SHIFT_MASK, "chart.menu" },
  { GDK_KEY_s, GDK_CONTROL_MASK, "chart.save" },
  { GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy-image" },
  { GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "chart.copy-data" },
};

void
sy_chart_view_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].activate);
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (klass, bindings[i].key, bindings[i].modifiers,
                                         bindings[i].action, NULL);
}

void
sy_chart_view_init_menu (SyChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (held_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
  sy_chart_view_update_menu (self);
}

void
sy_chart_view_update_menu (SyChartView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, self->chart != NULL);
}

void
sy_chart_view_present_menu (SyChartView *self)
{
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

gboolean
sy_chart_view_shows_menu (SyChartView *self)
{
  return self->popover != NULL && gtk_widget_get_visible (self->popover);
}
