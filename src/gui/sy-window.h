/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The one window of the program. */
#define SY_TYPE_WINDOW (sy_window_get_type ())

G_DECLARE_FINAL_TYPE (SyWindow, sy_window, SY, WINDOW, AdwApplicationWindow)

/* @application may be %NULL. */
GtkWidget *sy_window_new  (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the run in that file. */
void       sy_window_open (SyWindow       *self,
                           GFile          *file);

G_END_DECLS
