/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For @scroller, which scrolls sideways only: hands what the wheel or two fingers ask up and down
 * to the scroller around it.  GTK 4.8 takes it, and does nothing.
 */
void sy_sideways_let_pass (GtkScrolledWindow *scroller);

G_END_DECLS
