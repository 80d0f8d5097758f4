/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* The window of that type, once it is drawn. */
GtkWidget *chooser_wait_for_toplevel (GType       type);
void       chooser_wait_for_closed   (GType       type);

/* The first button below @root with that label. */
GtkWidget *chooser_find_button       (GtkWidget  *root,
                                      const char *label);

/* As a person does in the desktop's dialog. */
void       chooser_save_as           (const char *folder,
                                      const char *name);
