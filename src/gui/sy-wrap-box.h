/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SyWrapBox:
 *
 * Its children beside each other, and where there is no room for all of them in lines, as words
 * are.  What is left of a line goes to those that expand.  Each is as wide as it likes, so that,
 * other than in a #GtkFlowBox, the lines share no columns and the children are its own.
 */
#define SY_TYPE_WRAP_BOX (sy_wrap_box_get_type ())

G_DECLARE_FINAL_TYPE (SyWrapBox, sy_wrap_box, SY, WRAP_BOX, GtkWidget)

/* Lets the text of @button break into lines where it is wider than the window. */
void sy_wrap_button_text (GtkWidget *button);

G_END_DECLS
