/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Usage: with-display.sh gui-picture FILE WIDTH HEIGHT [WHAT]...
 * Makes a picture of the window: of RUN, of the newest saved run, of "measuring", of another page
 * ("page:criteria"), of what a card opens ("criterion:performance"), of what a button does
 * ("click:sources_button"), of what "search:words" or "side:2" finds, of a template of the wizard
 * ("template:chat"), of an expander ("expand:method") or all "claims", of the same predicted for
 * every server ("predict:2"), or after actions such as "win.choose", scrolled to the "bottom" or by
 * "scroll:400", or after a "wait:2000" of so many ms.  SETTLE_MS lets it go on for so long before,
 * RTL=1 turns it round, and LANGUAGE=en@long STEELYARD_LOCALE_DIR=build/tests/po fills it as a long
 * translation would.
 */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/sy-clock.h"
#include "core/sy-locale.h"
#include "gui-fixture.h"
#include "gui/sy-chart-view.h"
#include "gui/sy-claim-row.h"
#include "gui/sy-help-window.h"
#include "gui/sy-why-view.h"

static gboolean
set_true_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
let_pass (guint ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (ms, set_true_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* After that time, and one frame: a busy machine may not have drawn what was done before. */
static void
let_draw (GtkWidget *widget,
          guint      ms)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean is_drawn = FALSE;
  gulong handler;

  let_pass (ms);
  gtk_widget_queue_draw (widget);
  handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (set_true_cb), &is_drawn);
  while (!is_drawn)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static void
save (GtkWidget  *widget,
      const char *path)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;
  g_autoptr(GError) error = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);
  gsk_renderer_realize (renderer, NULL, &error);
  g_assert_no_error (error);
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  gsk_renderer_unrealize (renderer);
  gdk_texture_save_to_png (texture, path);
}

/* A dialog, where there is one. */
static GtkWidget *
find_topmost (GtkWidget *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (GTK_WINDOW (toplevel)) != NULL)
        return toplevel;
    }

  return window;
}

/* The first that is in sight and can be scrolled. */
static GtkAdjustment *
find_scroller (GtkWidget *root)
{
  if (GTK_IS_SCROLLED_WINDOW (root) && gtk_widget_get_mapped (root))
    {
      GtkAdjustment *found = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (root));

      if (gtk_adjustment_get_upper (found) > gtk_adjustment_get_page_size (found))
        return found;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAdjustment *found = find_scroller (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
scroll (SyWindow *window,
        double    by)
{
  GtkAdjustment *adjustment = find_scroller (GTK_WIDGET (window));

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
}

static void
search (SyWindow   *window,
        const char *words)
{
  GtkWidget *entry = fixture_find (window, "criteria_search_entry");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

/* A group of criteria has its number for a name, anything else its id. */
static void
expand (SyWindow   *window,
        const char *name)
{
  GtkWidget *expander = g_ascii_isdigit (*name)
                          ? gtk_widget_get_first_child (fixture_find (window, "groups_box"))
                          : fixture_find (window, name);

  for (int i = atoi (name); i > 0; i--)
    expander = gtk_widget_get_next_sibling (expander);
  if (GTK_IS_EXPANDER (expander))
    gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  else
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
}

/* Every claim on a criterion. */
static void
open_claims (GtkWidget *root)
{
  if (SY_IS_CLAIM_ROW (root))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (root), TRUE);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    open_claims (child);
}

/* The same of every server. */
static void
predict (GtkWidget *root,
         guint      choice)
{
  if (ADW_IS_COMBO_ROW (root))
    adw_combo_row_set_selected (ADW_COMBO_ROW (root), choice);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    predict (child, choice);
}

static void
click (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    gtk_widget_activate (widget);
}

/* What is within a page; %FALSE where that is something else. */
static gboolean
show_part (SyWindow   *window,
           const char *what)
{
  if (g_str_has_prefix (what, "click:"))
    click (fixture_find (window, what + strlen ("click:")));
  else if (g_str_has_prefix (what, "side:"))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (fixture_find (window, "side_drop_down")),
                                (guint) atoi (what + strlen ("side:")));
  else if (g_str_has_prefix (what, "tab:"))
    gtk_stack_set_visible_child_name (GTK_STACK (fixture_find (window, "tabs")),
                                      what + strlen ("tab:"));
  else if (g_str_has_prefix (what, "template:"))
    gtk_widget_activate_action (fixture_find (window, "template_row"), "template.choose", "s",
                                what + strlen ("template:"));
  else if (g_str_has_prefix (what, "expand:"))
    expand (window, what + strlen ("expand:"));
  else if (g_str_has_prefix (what, "predict:"))
    predict (fixture_find (window, "question_group"), (guint) atoi (what + strlen ("predict:")));
  else if (g_str_equal (what, "claims"))
    open_claims (fixture_find (window, "sides_box"));
  else if (g_str_has_prefix (what, "search:"))
    search (window, what + strlen ("search:"));
  else if (g_str_has_prefix (what, "wait:"))
    let_pass ((guint) atoi (what + strlen ("wait:")));
  else if (g_str_has_prefix (what, "scroll:"))
    scroll (window, atoi (what + strlen ("scroll:")));
  else if (g_str_equal (what, "bottom"))
    scroll (window, G_MAXINT);
  else
    return FALSE;

  return TRUE;
}

static void
show (SyWindow   *window,
      const char *what)
{
  SyMeasurementsPage *page = SY_MEASUREMENTS_PAGE (fixture_find (window, "measurements_page"));

  if (show_part (window, what))
    return;

  if (g_str_equal (what, "measuring"))
    {
      g_autoptr(SyPlan) plan = sy_plan_new_default (1);

      sy_measurements_page_measure (page, plan);
    }
  else if (g_str_equal (what, "composed"))
    {
      GtkWidget *dialog = find_topmost (GTK_WIDGET (window));
      AdwComboRow *row = ADW_COMBO_ROW (fixture_find (dialog, "workload_row"));

      adw_combo_row_set_selected (row,
                                  g_list_model_get_n_items (adw_combo_row_get_model (row)) - 1);
    }
  else if (g_str_has_prefix (what, "page:"))
    fixture_show_page (window, what + strlen ("page:"));
  else if (g_str_has_prefix (what, "help:"))
    {
      SyHelpWindow *help = sy_help_window_new ();

      gtk_window_set_transient_for (GTK_WINDOW (help), GTK_WINDOW (window));
      gtk_window_set_default_size (GTK_WINDOW (help), gtk_widget_get_width (GTK_WIDGET (window)),
                                   gtk_widget_get_height (GTK_WIDGET (window)));
      sy_help_window_open (help, what + strlen ("help:"));
      gtk_window_present (GTK_WINDOW (help));
    }
  else if (g_str_has_prefix (what, "row:"))
    {
      GtkWidget *decisions = fixture_find (window, "decisions_page");
      gboolean are_decisions = gtk_widget_get_mapped (decisions);
      GtkListBox *list = GTK_LIST_BOX (fixture_find (are_decisions ? decisions
                                                                   : GTK_WIDGET (window), "list"));

      g_signal_emit_by_name (list, "row-activated",
                             gtk_list_box_get_row_at_index (list, atoi (what + strlen ("row:"))));
    }
  else if (g_str_has_prefix (what, "criterion:"))
    g_signal_emit_by_name (fixture_find_card (window, what + strlen ("criterion:")), "activate");
  else if (g_str_has_prefix (what, "chart."))
    gtk_widget_activate_action (fixture_find_type (fixture_find (window, "result_view"),
                                                   SY_TYPE_CHART_VIEW), what, NULL);
  else if (g_str_has_prefix (what, "result."))
    gtk_widget_activate_action (fixture_find (window, "result_view"), what, NULL);
  else if (g_str_has_prefix (what, "why."))
    gtk_widget_activate_action (fixture_find_type (window, SY_TYPE_WHY_VIEW), what, NULL);
  else if (g_str_has_prefix (what, "win."))
    gtk_widget_activate_action (GTK_WIDGET (window), what, NULL);
  else
    sy_measurements_page_open (page, what);
}

int
main (int    argc,
      char **argv)
{
  const char *settle_ms = g_getenv ("SETTLE_MS");
  GtkWidget *window;

  g_assert_cmpint (argc, >=, 4);
  sy_locale_set_up ();
  gtk_init ();
  fixture_init ();
  if (g_getenv ("RTL") != NULL)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);

  window = sy_window_new (NULL);
  fixture_show_page (window, "measurements");
  gtk_window_set_default_size (GTK_WINDOW (window), atoi (argv[2]), atoi (argv[3]));
  gtk_window_present (GTK_WINDOW (window));
  let_draw (window, 1000);
  for (int i = 4; i < argc; i++)
    {
      show (SY_WINDOW (window), argv[i]);
      let_draw (window, 500);
    }
  if (gtk_window_get_modal (GTK_WINDOW (find_topmost (window))))
    gtk_window_set_default_size (GTK_WINDOW (find_topmost (window)), -1, atoi (argv[3]));
  let_draw (find_topmost (window), settle_ms != NULL ? (guint) atoi (settle_ms) : 1500);
  save (find_topmost (window), argv[1]);

  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
