/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SyHelpWindow:
 *
 * The help: pages to read, to search, and linked with each other, where no other program is needed.
 */
#define SY_TYPE_HELP_WINDOW (sy_help_window_get_type ())

G_DECLARE_FINAL_TYPE (SyHelpWindow, sy_help_window, SY, HELP_WINDOW, AdwWindow)

SyHelpWindow *sy_help_window_new  (void) G_GNUC_WARN_UNUSED_RESULT;

/* Opens the page of that id; the first one if there is none. */
void          sy_help_window_open (SyHelpWindow *self,
                                   const char   *id);

G_END_DECLS
