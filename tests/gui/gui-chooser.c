/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui-chooser.h"

#include "gui-fixture.h"

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (toplevel), type) && gtk_widget_get_mapped (toplevel))
        return toplevel;
    }

  return NULL;
}

static gboolean
is_open (gpointer type)
{
  return find_toplevel (GPOINTER_TO_SIZE (type)) != NULL;
}

static gboolean
is_closed (gpointer type)
{
  return find_toplevel (GPOINTER_TO_SIZE (type)) == NULL;
}

static gboolean
has_label (GtkWidget  *root,
           const char *text)
{
  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;

  return FALSE;
}

/* The bar above the files names the folder they are in. */
static gboolean
shows_folder (gpointer chooser)
{
  GtkWidget *bar = fixture_find_type (chooser, g_type_from_name ("GtkPathBar"));
  g_autoptr(GFile) folder = gtk_file_chooser_get_current_folder (chooser);
  g_autofree char *name = folder != NULL ? g_file_get_basename (folder) : NULL;

  return name != NULL && has_label (bar, name);
}

/* A chooser of GTK 4.18 warns where one is quicker than that bar, which no person is. */
GtkWidget *
chooser_wait_for_toplevel (GType type)
{
  GtkWidget *toplevel;

  fixture_wait_for (is_open, GSIZE_TO_POINTER (type));
  toplevel = find_toplevel (type);
  gtk_test_widget_wait_for_draw (toplevel);
  if (GTK_IS_FILE_CHOOSER (toplevel))
    fixture_wait_for (shows_folder, toplevel);

  return toplevel;
}

void
chooser_wait_for_closed (GType type)
{
  fixture_wait_for (is_closed, GSIZE_TO_POINTER (type));
}

GtkWidget *
chooser_find_button (GtkWidget  *root,
                     const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = chooser_find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_name (gpointer data)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (data);

  return file != NULL;
}

static gboolean
has_path (gpointer data)
{
  const char *path = data;
  GtkWidget *chooser = find_toplevel (GTK_TYPE_FILE_CHOOSER_DIALOG);
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *chosen = file != NULL ? g_file_get_path (file) : NULL;

  return g_strcmp0 (chosen, path) == 0;
}

void
chooser_save_as (const char *folder,
                 const char *name)
{
  GtkWidget *chooser = chooser_wait_for_toplevel (GTK_TYPE_FILE_CHOOSER_DIALOG);
  g_autoptr(GFile) place = g_file_new_for_path (folder);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  fixture_wait_for (has_name, chooser);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), place, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  fixture_wait_for (has_path, path);
  fixture_wait_for (shows_folder, chooser);
  fixture_click (chooser_find_button (chooser, "_Save"));
}
