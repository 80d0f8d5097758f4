/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "core/sy-clock.h"
#include "gui/sy-criterion-card.h"
#include "lab/sample-run.h"
#include "lab/sy-run-store.h"

static gboolean
has_message_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GObject) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel))
        return TRUE;
    }

  return FALSE;
}

/* With GTK 4.18, every message dialog of libadwaita 1.7 warns of its own heading. */
static gboolean
is_known (const char *message)
{
  return gtk_get_minor_version () > 8 && has_message_dialog () &&
         g_str_has_prefix (message, "Trying to measure GtkLabel");
}

static GLogWriterOutput
write_cb (GLogLevelFlags   level,
          const GLogField *fields,
          gsize            n_fields,
          gpointer         data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && is_known (fields[i].value))
      return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, data);
}

void
fixture_init (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  g_log_set_writer_func (write_cb, NULL, NULL);
  adw_init ();
  gtk_css_provider_load_from_resource (provider, "/io/github/steelyard_app/Steelyard/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
fixture_test_init (int    *argc,
                   char ***argv)
{
  g_test_init (argc, argv, NULL);
  gtk_disable_setlocale ();
  setlocale (LC_ALL, "C.UTF-8");
  gtk_init ();
  fixture_init ();
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("Waited in vain");

  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
fixture_wait_for (gboolean (*condition) (gpointer data),
                  gpointer   data)
{
  guint limit = g_timeout_add_seconds (60, give_up_cb, NULL);
  guint tick = g_timeout_add (10, tick_cb, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
  g_source_remove (tick);
}

void
fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

char *
fixture_get_run_path (guint n)
{
  g_autofree char *folder = sy_run_store_get_folder ();
  g_autofree char *name = g_strdup_printf ("2026-11-%02uT10-15-02Z-3f2a.json", 28 - n);

  return g_build_filename (folder, name, NULL);
}

static void
save_run (guint n)
{
  static const char *const names[] = { "Laptop", "Workstation", "Rented machine" };
  g_autoptr(SyRun) run = sample_run_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_get_run_path (n);
  g_autofree char *name = g_path_get_basename (path);

  g_free (run->id);
  run->id = g_strndup (name, strlen (name) - strlen (".json"));
  g_free (run->name);
  run->name = g_strdup (names[n]);
  sy_run_save (run, path, SY_FILE_REPLACE, &error);
  g_assert_no_error (error);
}

/* The data folder is the test's own, see with-display.sh; never the person's. */
static void
empty_store (void)
{
  g_auto(GStrv) paths = sy_run_store_list_paths ();

  g_assert_true (g_str_has_prefix (g_get_user_data_dir (), g_get_tmp_dir ()));
  for (guint i = 0; paths[i] != NULL; i++)
    g_assert_cmpint (g_unlink (paths[i]), ==, 0);
}

void
fixture_fill_store (guint n_runs)
{
  g_autofree char *folder = sy_run_store_get_folder ();

  empty_store ();
  if (g_file_test (folder, G_FILE_TEST_IS_REGULAR))
    g_assert_cmpint (g_unlink (folder), ==, 0);
  for (guint i = 0; i < n_runs; i++)
    save_run (i);
}

void
fixture_spoil_store (void)
{
  g_autofree char *folder = sy_run_store_get_folder ();

  empty_store ();
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
}

void
fixture_add_damaged (void)
{
  g_autofree char *folder = sy_run_store_get_folder ();
  g_autofree char *path = g_build_filename (folder, "2026-11-29T10-15-02Z-3f2a.json", NULL);
  g_autoptr(GError) error = NULL;

  sy_file_save (path, "{ \"format\": ", 12, SY_FILE_REPLACE, &error);
  g_assert_no_error (error);
}

SyPlan *
fixture_make_plan (guint  n_rounds,
                   gint64 window_ns)
{
  SyPlan *plan = sy_plan_new ();
  SyPhasePlan phase = sy_phase_plan_default ();
  g_autoptr(GError) error = NULL;

  sy_plan_add_arm (plan, "event-loop", &error);
  g_assert_no_error (error);
  sy_plan_add_arm (plan, "lock-threaded", &error);
  g_assert_no_error (error);
  plan->pilot_ns = 0;
  sy_workload_parse ("b16", &phase.workload, &error);
  g_assert_no_error (error);
  phase.n_connections = 4;
  phase.n_rounds = n_rounds;
  phase.settle_ns = 10 * SY_NS_PER_MS;
  phase.window_ns = window_ns;
  sy_plan_add_phase (plan, &phase);
  sy_phase_plan_clear (&phase);

  return plan;
}

GtkWidget *
fixture_find (gpointer    root,
              const char *id)
{
  GtkWidget *child;

  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0)
    return root;

  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fixture_find (child, id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
fixture_find_type (gpointer root,
                   GType    type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fixture_find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
fixture_find_card (gpointer    root,
                   const char *criterion)
{
  if (SY_IS_CRITERION_CARD (root))
    {
      SyCriterionItem *item = sy_criterion_card_get_item (root);

      return g_str_equal (sy_criterion_item_get_criterion (item)->id, criterion) ? root : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fixture_find_card (child, criterion);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
fixture_click (GtkWidget *widget)
{
  g_assert_true (GTK_IS_BUTTON (widget));
  g_assert_true (gtk_widget_get_mapped (widget));
  g_assert_true (gtk_widget_is_sensitive (widget));
  g_signal_emit_by_name (widget, "clicked");
}

gboolean
fixture_shows (SyWindow   *window,
               const char *content)
{
  GtkWidget *stack = fixture_find (window, "content");

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), content) == 0 &&
         !gtk_stack_get_transition_running (GTK_STACK (stack));
}

typedef struct
{
  SyWindow   *window;
  const char *content;
} Shown;

static gboolean
is_shown (gpointer data)
{
  Shown *shown = data;

  return fixture_shows (shown->window, shown->content);
}

void
fixture_wait_for_shown (SyWindow   *window,
                        const char *content)
{
  Shown shown = { window, content };

  fixture_wait_for (is_shown, &shown);
}

void
fixture_show_page (gpointer    window,
                   const char *page)
{
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (fixture_find (window, "view_stack")),
                                         page);
}

static gboolean
is_ready (gpointer window)
{
  return gtk_widget_get_mapped (window) && gtk_widget_get_width (window) > 0 &&
         !fixture_shows (window, "loading");
}

SyWindow *
fixture_open_window (int width)
{
  return fixture_open_window_at (width, "measurements");
}

SyWindow *
fixture_open_window_at (int         width,
                        const char *page)
{
  GtkWidget *window = sy_window_new (NULL);

  fixture_show_page (window, page);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  gtk_window_present (GTK_WINDOW (window));
  fixture_wait_for (is_ready, window);
  fixture_settle ();

  return SY_WINDOW (window);
}

static void
forget_cb (gpointer  alive,
           GObject  *widget)
{
  g_hash_table_remove (alive, widget);
}

/* What is alive below @widget, and what it is called.  The tooltip moves from window to window. */
static void
watch (GtkWidget  *widget,
       GHashTable *alive)
{
  const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));

  if (g_str_equal (gtk_widget_get_css_name (widget), "tooltip"))
    return;

  g_hash_table_insert (alive, widget, g_strdup_printf ("%s %s", G_OBJECT_TYPE_NAME (widget), id));
  g_object_weak_ref (G_OBJECT (widget), forget_cb, alive);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    watch (child, alive);
}

static gboolean
give_up_closing_cb (gpointer alive)
{
  GHashTableIter iter;
  gpointer widget, name;

  g_hash_table_iter_init (&iter, alive);
  while (g_hash_table_iter_next (&iter, &widget, &name))
    if (gtk_widget_get_parent (widget) == NULL)
      g_test_message ("Still alive: %s, held %u times", (char *) name,
                      G_OBJECT (widget)->ref_count);
  g_error ("A window was closed and something of it is still there");

  return G_SOURCE_REMOVE;
}

void
fixture_close_window (SyWindow *window)
{
  g_autoptr(GHashTable) alive = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  guint limit = g_timeout_add_seconds (60, give_up_closing_cb, alive);

  watch (GTK_WIDGET (window), alive);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_hash_table_size (alive) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

SyMeasurementsPage *
fixture_get_page (SyWindow *window)
{
  return SY_MEASUREMENTS_PAGE (fixture_find (window, "measurements_page"));
}

guint
fixture_count_saved (void)
{
  g_auto(GStrv) paths = sy_run_store_list_paths ();

  return g_strv_length (paths);
}

guint
fixture_count_rows (SyWindow *window)
{
  GtkListBox *list = GTK_LIST_BOX (fixture_find (window, "list"));
  guint n_rows = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n_rows) != NULL)
    n_rows++;

  return n_rows;
}

AdwMessageDialog *
fixture_find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel))
        return ADW_MESSAGE_DIALOG (toplevel);
    }

  return NULL;
}
