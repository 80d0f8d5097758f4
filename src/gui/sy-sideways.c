/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-sideways.h"

#include <math.h>

/* As far as GTK's own scrollers go: a notch of the wheel by what is in sight, and a finger's way
 * somewhat enlarged.
 */
static double
get_distance (GtkEventControllerScroll *controller,
              GtkAdjustment            *adjustment)
{
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    return pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3);

  return 2.5;
}

static gboolean
is_sideways (GtkEventControllerScroll *controller,
             double                    dx,
             double                    dy)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  return fabs (dx) > fabs (dy) || (state & GDK_SHIFT_MASK) != 0;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           GtkWidget                *scroller)
{
  GtkWidget *parent = gtk_widget_get_parent (scroller);
  GtkWidget *outer = gtk_widget_get_ancestor (parent, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;

  if (outer == NULL || is_sideways (controller, dx, dy))
    return GDK_EVENT_PROPAGATE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (outer));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                          dy * get_distance (controller, adjustment));

  return GDK_EVENT_STOP;
}

void
sy_sideways_let_pass (GtkScrolledWindow *scroller)
{
  GtkEventController *controller =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "scroll", G_CALLBACK (scroll_cb), scroller);
  gtk_widget_add_controller (GTK_WIDGET (scroller), controller);
}
