/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-problem.h"

#include <glib/gi18n-lib.h>

void
sy_problem_tell (GtkWidget  *widget,
                 const char *heading,
                 const char *body)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, heading, body));

  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sy_problem_tell_unchanged (GtkWidget    *widget,
                           const char   *heading,
                           const GError *error)
{
  g_autofree char *body =
    /* Translators: why a file could not be written or removed. */
    g_strdup_printf (_("%s. Make room or allow writing there, then try again."), error->message);

  sy_problem_tell (widget, heading, body);
}
