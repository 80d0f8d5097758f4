/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-measurements-page.h"
#include "gui/sy-window.h"

/* What the application does for its windows. */
void        fixture_init           (void);

/* What a test does first; gtk_test_init() insists on a locale that few machines have. */
void        fixture_test_init      (int       *argc,
                                    char    ***argv);

/* Runs the main loop until it holds; fails the test when that takes too long. */
void        fixture_wait_for       (gboolean  (*condition) (gpointer data),
                                    gpointer    data);
/* Lets everything happen that is due. */
void        fixture_settle         (void);

/* Empties the folder of runs, and puts so many sound ones in, the first the newest. */
void        fixture_fill_store     (guint       n_runs);
char       *fixture_get_run_path   (guint       n) G_GNUC_WARN_UNUSED_RESULT;
void        fixture_add_damaged    (void);
/* Takes the folder of runs away with all that is in it, and puts something in its place, so that
 * nothing can be saved there; fixture_fill_store() makes good again.
 */
void        fixture_spoil_store    (void);

/* A measurement of a fifth of a second a turn. */
SyPlan     *fixture_make_plan      (guint       n_rounds,
                                    gint64      window_ns) G_GNUC_WARN_UNUSED_RESULT;

/* A window of that width, drawn and done with loading. */
SyWindow   *fixture_open_window    (int         width);
/* The same with another page than the one of runs. */
SyWindow   *fixture_open_window_at (int         width,
                                    const char *page);
void        fixture_show_page      (gpointer    window,
                                    const char *page);
/* Closes it, and fails the test when something still holds it or anything it shows. */
void        fixture_close_window   (SyWindow   *window);

SyMeasurementsPage *fixture_get_page (SyWindow *window);
/* Files in the folder of runs, and rows of the list. */
guint       fixture_count_saved    (void);
guint       fixture_count_rows     (SyWindow   *window);
/* The card of that criterion, if it is there. */
GtkWidget  *fixture_find_card      (gpointer    root,
                                    const char *criterion);
/* A message dialog that is open. */
AdwMessageDialog *fixture_find_dialog (void);

/* The one widget of that id in a template below @root. */
GtkWidget  *fixture_find           (gpointer    root,
                                    const char *id);
/* The first of that type. */
GtkWidget  *fixture_find_type      (gpointer    root,
                                    GType       type);
/* As a person does: it must be there to be seen and to be used. */
void        fixture_click          (GtkWidget  *widget);
gboolean    fixture_shows          (SyWindow   *window,
                                    const char *content);
void        fixture_wait_for_shown (SyWindow   *window,
                                    const char *content);
