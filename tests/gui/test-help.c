/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "gui-fixture.h"
#include "gui-room.h"
#include "gui/sy-help-pages.h"
#include "gui/sy-help-window.h"

static void
for_each_block (void (*check) (const SyHelpPage  *page,
                               const SyHelpBlock *block))
{
  guint n_pages;
  const SyHelpPage *pages = sy_help_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    for (const SyHelpBlock *block = pages[i].blocks; block->text != NULL; block++)
      check (&pages[i], block);
}

static void
check_link (const SyHelpPage  *page,
            const SyHelpBlock *block)
{
  g_autoptr(GRegex) link = g_regex_new ("<a href=\"help:([^\"]*)\">([^<]*)</a>", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  for (g_regex_match (link, block->text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *id = g_match_info_fetch (match, 1);
      g_autofree char *words = g_match_info_fetch (match, 2);
      const SyHelpPage *target = sy_help_pages_find (id);

      g_assert_nonnull (target);
      g_assert_cmpstr (words, ==, target->title);
    }
}

static void
test_links (void)
{
  for_each_block (check_link);
}

static void
check_markup (const SyHelpPage  *page,
              const SyHelpBlock *block)
{
  g_autofree char *text = sy_help_block_strip (block);

  g_assert_null (strpbrk (text, "<>"));
  g_assert_cmpuint (strlen (text), >, 0);
}

static void
test_markup (void)
{
  for_each_block (check_markup);
}

static void
test_search (void)
{
  const SyHelpPage *page = sy_help_pages_find ("not-valid");
  g_autofree char *body = sy_help_page_search (page, "RENTED machine");
  g_autofree char *title = sy_help_page_search (page, "valid");
  g_autofree char *mixed = sy_help_page_search (page, "valid rented");
  g_autofree char *first = sy_help_block_strip (&page->blocks[0]);

  g_assert_nonnull (strstr (body, "rented machine"));
  g_assert_cmpstr (title, ==, first);
  g_assert_cmpstr (mixed, ==, body);
  g_assert_null (sy_help_page_search (page, "rented quicksilver"));
}

static SyHelpWindow *
open_window (int width)
{
  SyHelpWindow *window = sy_help_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, 600);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  fixture_settle ();

  return window;
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
close_window (SyHelpWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_wait_for (is_gone, &weak);
}

static const char *
get_title (SyHelpWindow *window)
{
  return gtk_label_get_label (GTK_LABEL (fixture_find (window, "page_title")));
}

static void
go_back (SyHelpWindow *window)
{
  fixture_click (fixture_find (window, "back_button"));
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
test_follow (void)
{
  SyHelpWindow *window = open_window (900);
  GtkWidget *box = fixture_find (window, "page_box");
  gboolean is_done = FALSE;

  g_assert_cmpstr (get_title (window), ==, "What Steelyard Does");
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL && !is_done;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BOX (child))
      {
        g_signal_emit_by_name (gtk_widget_get_last_child (child), "activate-link",
                               "help:measuring", &is_done);
        break;
      }
  g_assert_true (is_done);
  g_assert_cmpstr (get_title (window), ==, "Measuring");
  go_back (window);
  g_assert_cmpstr (get_title (window), ==, "What Steelyard Does");
  g_assert_false (gtk_widget_is_sensitive (fixture_find (window, "back_button")));

  close_window (window);
}

/* A word that is in one page only leaves that one. */
static void
test_find (void)
{
  SyHelpWindow *window = open_window (900);
  GtkListBox *list = GTK_LIST_BOX (fixture_find (window, "list"));
  GtkListBoxRow *row;
  guint n_shown = 0;

  gtk_editable_set_text (GTK_EDITABLE (fixture_find (window, "search_entry")), "logarithms");
  g_signal_emit_by_name (fixture_find (window, "search_entry"), "search-changed");
  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (gtk_widget_get_visible (GTK_WIDGET (row)))
      {
        n_shown++;
        g_signal_emit_by_name (list, "row-activated", row);
      }
  g_assert_cmpuint (n_shown, ==, 1);
  g_assert_cmpstr (get_title (window), ==, "What the Method Is");

  close_window (window);
}

/* On a telephone there is either the contents or a page, and Back leads from one to the other. */
static void
test_narrow (void)
{
  SyHelpWindow *window = open_window (360);
  GtkWidget *contents = fixture_find (window, "contents");
  GtkWidget *page = fixture_find (window, "page_scroller");

  room_assert_fits (GTK_WIDGET (window), 360);
  g_assert_true (gtk_widget_get_mapped (page));
  g_assert_false (gtk_widget_get_mapped (contents));
  go_back (window);
  fixture_wait_for (is_mapped, contents);
  g_assert_false (gtk_widget_get_visible (page));
  sy_help_window_open (window, "charts");
  fixture_wait_for (is_mapped, page);
  g_assert_cmpstr (get_title (window), ==, "Reading the Charts");

  close_window (window);
}

int
main (int    argc,
      char **argv)
{
  fixture_test_init (&argc, &argv);

  g_test_add_func ("/help/links/lead-to-pages-by-their-titles", test_links);
  g_test_add_func ("/help/markup/is-sound", test_markup);
  g_test_add_func ("/help/search/finds-all-words", test_search);
  g_test_add_func ("/help/window/follows-links-and-returns", test_follow);
  g_test_add_func ("/help/window/finds-pages", test_find);
  g_test_add_func ("/help/window/shows-one-thing-where-narrow", test_narrow);

  return g_test_run ();
}
