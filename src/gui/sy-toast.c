/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-toast.h"

#include <glib/gi18n-lib.h>

static void
add (GtkWidget *widget,
     AdwToast  *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

void
sy_toast_show (GtkWidget  *widget,
               const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  add (widget, adw_toast_new (escaped));
}

/* Without a file manager to ask, the folder alone is opened; in a sandbox by way of its portal. */
static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GFile) file = data;
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autoptr(GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result,
                                                              NULL);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (answer == NULL && uri != NULL)
    g_app_info_launch_default_for_uri_async (uri, NULL, NULL, NULL, NULL);
}

/* As freedesktop.org's file manager interface has it. */
static void
show_in_folder (GFile *file)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autofree char *uri = g_file_get_uri (file);
  const char *const uris[] = { uri, NULL };

  if (bus != NULL)
    g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                            "org.freedesktop.FileManager1", "ShowItems",
                            g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                            NULL, shown_cb, g_object_ref (file));
}

static void
clicked_cb (AdwToast *toast,
            GFile    *file)
{
  show_in_folder (file);
}

void
sy_toast_show_saved (GtkWidget *widget,
                     GFile     *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *escaped = g_markup_escape_text (shown, -1);
  /* Translators: the name of a file. */
  g_autofree char *text = g_strdup_printf (_("“%s” saved"), escaped);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _("Show in _Folder"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (clicked_cb), g_object_ref (file),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  add (widget, toast);
}
