/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-application.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "gui/sy-help-window.h"
#include "gui/sy-settings.h"
#include "gui/sy-window.h"

struct _SyApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (SyApplication, sy_application, ADW_TYPE_APPLICATION)

/* Every action that a person can start has its keys; the list of shortcuts shows them all.  They
 * come before what has the focus: keys that mean something in a text are the window's own.
 */
static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.help", { "F1" } },
  { "app.quit", { "<Control>q" } },
  { "win.back", { "<Alt>Left" } },
  { "win.close", { "<Control>w" } },
  { "win.choose", { "<Control>n" } },
  { "win.compare", { "<Control>Return" } },
  { "win.edit", { "F2" } },
  { "win.measure", { "<Control>m" } },
  { "win.menu", { "F10" } },
  { "win.new-decision", { "<Control>d" } },
  { "win.open", { "<Control>o" } },
  { "win.page::criteria", { "<Alt>1" } },
  { "win.page::decisions", { "<Alt>3" } },
  { "win.page::measurements", { "<Alt>2" } },
  { "win.search", { "<Control>f" } },
  { "win.select", { "<Control>t" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.show-measuring", { "<Control>l" } },
  { "win.stop", { "<Control>period" } },
};

/* The one of that type; there may be dialogs besides. */
static GtkWindow *
find_window (gpointer self,
             GType    type)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *link = windows; link != NULL; link = link->next)
    if (g_type_is_a (G_OBJECT_TYPE (link->data), type))
      return link->data;

  return NULL;
}

static SyWindow *
ensure_window (SyApplication *self)
{
  GtkWindow *window = find_window (self, SY_TYPE_WINDOW);

  if (window == NULL)
    window = GTK_WINDOW (sy_window_new (GTK_APPLICATION (self)));

  return SY_WINDOW (window);
}

/* What the desktop offers to start before a window is there.  Each is an action of the application,
 * an option of the same name, and an action of the desktop file.
 */
static const struct
{
  const char *name;
  const char *window_action;
  const char *summary;
} starts[] = {
  { "measure-now", "measure", N_("Start the default comparison") },
  { "new-decision", "new-decision", N_("Start a decision") },
};

static void
sy_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (SY_APPLICATION (application))));
}

/* There is one window, and it shows one run at a time: the last file named. */
static void
sy_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  SyWindow *window = ensure_window (SY_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < n_files; i++)
    sy_window_open (window, files[i]);
}

static void
start_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  SyWindow *window = ensure_window (data);
  const char *name = g_action_get_name (G_ACTION (action));

  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_equal (starts[i].name, name))
      g_action_group_activate_action (G_ACTION_GROUP (window), starts[i].window_action, NULL);
}

static void
show_about_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  const char *const developers[] = { _("The Steelyard authors"), NULL };
  GtkWindow *window = gtk_application_get_active_window (data);

  adw_show_about_window (window,
                         "application-name", _("Steelyard"),
                         "application-icon", SY_APPLICATION_ID,
                         "developer-name", _("The Steelyard authors"),
                         "developers", developers,
                         "version", SY_VERSION,
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Weighs “event loop or threads?” with evidence from your "
                                       "own machine. What you measure is yours.\n\n"
                                       "Not affiliated with Node.js or Python."),
                         NULL);
}

/* There is one window of help, which lasts no longer than the one that it is about. */
static void
show_help (SyApplication *self,
           const char    *page)
{
  GtkWindow *help = find_window (self, SY_TYPE_HELP_WINDOW);

  if (help == NULL)
    {
      help = GTK_WINDOW (sy_help_window_new ());
      gtk_window_set_application (help, GTK_APPLICATION (self));
      g_signal_connect_object (ensure_window (self), "destroy", G_CALLBACK (gtk_window_destroy),
                               help, G_CONNECT_SWAPPED);
    }
  if (page != NULL)
    sy_help_window_open (SY_HELP_WINDOW (help), page);

  gtk_window_present (help);
}

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  show_help (data, NULL);
}

static void
help_on_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  show_help (data, g_variant_get_string (parameter, NULL));
}

/* By way of closing, so that a run under way is asked about and kept. */
static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  GtkWindow *window = find_window (data, SY_TYPE_WINDOW);

  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (data);
}

static void
add_starts (SyApplication *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      const GActionEntry entry = { .name = starts[i].name, .activate = start_cb };

      g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
    }
}

static void
sy_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = show_about_cb },
    { .name = "help", .activate = help_cb },
    { .name = "help-on", .activate = help_on_cb, .parameter_type = "s" },
    { .name = "quit", .activate = quit_cb },
  };

  G_APPLICATION_CLASS (sy_application_parent_class)->startup (application);

  g_set_application_name (_("Steelyard"));
  gtk_window_set_default_icon_name (SY_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  add_starts (SY_APPLICATION (application));
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application),
                                           accelerators[i].action, accelerators[i].keys);
}

/* An action goes to the window there is, in whichever process.  Where that is another one, nothing
 * is left to do here.
 */
static int
sy_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("steelyard " SY_VERSION "\n");
      return EXIT_SUCCESS;
    }

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (!g_variant_dict_contains (options, starts[i].name))
        continue;
      if (!g_application_register (application, NULL, NULL))
        return EXIT_FAILURE;
      g_action_group_activate_action (G_ACTION_GROUP (application), starts[i].name, NULL);
      if (g_application_get_is_remote (application))
        return EXIT_SUCCESS;
    }

  return -1;
}

static void
sy_application_class_init (SyApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = sy_application_activate;
  application_class->handle_local_options = sy_application_handle_local_options;
  application_class->open = sy_application_open;
  application_class->startup = sy_application_startup;
}

static void
sy_application_init (SyApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_application_set_option_context_parameter_string (application, _("[FILE]"));
  g_application_add_main_option (application, "version", 0, 0, G_OPTION_ARG_NONE,
                                 _("Show the version"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    g_application_add_main_option (application, starts[i].name, 0, 0, G_OPTION_ARG_NONE,
                                   _(starts[i].summary), NULL);
}

SyApplication *
sy_application_new (void)
{
  return g_object_new (SY_TYPE_APPLICATION,
                       "application-id", SY_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/steelyard_app/Steelyard",
                       NULL);
}
