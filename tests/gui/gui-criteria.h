/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui-fixture.h"

/* A window of that width whose cards are there. */
SyWindow *criteria_open       (int         width);
gboolean  criteria_are_shown  (gpointer    window);

/* As the keys do it; fails the test when nothing opens. */
void      criteria_open_card  (SyWindow   *window,
                               const char *criterion);

/* Whether some label in sight holds @text. */
gboolean  criteria_have_label (GtkWidget  *root,
                               const char *text);
