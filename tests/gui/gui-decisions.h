/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui-fixture.h"

void        decisions_empty_store     (void);
guint       decisions_count_saved     (void);

/* A window at its Decisions, without runs. */
SyWindow   *decisions_open            (void);

/* The name of what the page shows. */
const char *decisions_get_shown       (gpointer    window);
gboolean    decisions_show_advice     (gpointer    window);
gboolean    decisions_show_list       (gpointer    window);
gboolean    decisions_show_welcome    (gpointer    window);

/* On the page, where it must be. */
GtkWidget  *decisions_find            (gpointer    window,
                                       const char *id);
void        decisions_click           (gpointer    window,
                                       const char *id);

/* In the wizard. */
void        decisions_choose_template (gpointer    window,
                                       const char *name);
void        decisions_go_to_last_step (gpointer    window);

/* From a template to its recommendation. */
void        decisions_decide          (gpointer    window,
                                       const char *name);
