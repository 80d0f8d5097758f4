/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says a sentence below in the window that @widget is in; without a place for that, nowhere. */
void sy_toast_show       (GtkWidget  *widget,
                          const char *text);

/* That a file was saved, with a button that shows it in its folder. */
void sy_toast_show_saved (GtkWidget  *widget,
                          GFile      *file);

G_END_DECLS
