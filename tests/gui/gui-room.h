/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* That neither it nor anything visible in it asks for more width. */
void room_assert_fits   (GtkWidget *widget,
                         int        width);
/* That nothing one sees of it now goes beyond its sides. */
void room_assert_inside (GtkWidget *window);
/* That no label in it breaks within a word, and none of a figure at all. */
void room_assert_whole  (GtkWidget *widget);
