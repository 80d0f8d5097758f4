/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-help-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/sy-help-pages.h"
#include "gui/sy-narrow-bin.h"

#define LINK_PREFIX "help:"

/* Where there is little room, either the contents or a page is seen. */
struct _SyHelpWindow
{
  AdwWindow         parent_instance;

  const SyHelpPage *page;
  GPtrArray        *history;
  gboolean          in_contents;

  GtkWidget        *contents;
  GtkWidget        *list;
  SyNarrowBin      *narrow_bin;
  GtkWidget        *page_box;
  GtkWidget        *page_scroller;
  GtkWidget        *page_title;
  GtkWidget        *search_entry;
  GtkWidget        *separator;
};

G_DEFINE_FINAL_TYPE (SyHelpWindow, sy_help_window, ADW_TYPE_WINDOW)

static void
arrange (SyHelpWindow *self)
{
  gboolean is_narrow = sy_narrow_bin_get_narrow (self->narrow_bin);
  gboolean has_contents = !is_narrow || self->in_contents;

  gtk_widget_set_visible (self->contents, has_contents);
  gtk_widget_set_hexpand (self->contents, is_narrow);
  gtk_widget_set_visible (self->separator, !is_narrow);
  gtk_widget_set_visible (self->page_scroller, !is_narrow || !self->in_contents);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back",
                                 self->history->len > 0 || (is_narrow && !self->in_contents));
}

static gboolean
activate_link_cb (GtkLabel     *label,
                  const char   *uri,
                  SyHelpWindow *self)
{
  if (!g_str_has_prefix (uri, LINK_PREFIX))
    return GDK_EVENT_PROPAGATE;

  sy_help_window_open (self, uri + strlen (LINK_PREFIX));
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_label (SyHelpWindow      *self,
            const SyHelpBlock *block)
{
  gboolean is_heading = block->kind == SY_HELP_HEADING;
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", is_heading ? GTK_ACCESSIBLE_ROLE_HEADING
                                                                 : GTK_ACCESSIBLE_ROLE_LABEL,
                                   "label", _(block->text),
                                   "use-markup", TRUE,
                                   "wrap", TRUE,
                                   "xalign", 0.0,
                                   "hexpand", TRUE,
                                   NULL);

  if (is_heading)
    gtk_widget_add_css_class (label, "title-4");
  g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), self, 0);

  return label;
}

static GtkWidget *
make_item (GtkWidget *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *dot = g_object_new (GTK_TYPE_LABEL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                 "label", "•",
                                 "valign", GTK_ALIGN_START,
                                 NULL);

  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_start (box, 6);

  return box;
}

static void
fill_page (SyHelpWindow *self)
{
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->page_scroller));
  GtkWidget *child;

  while ((child = gtk_widget_get_last_child (self->page_box)) != self->page_title)
    gtk_box_remove (GTK_BOX (self->page_box), child);

  gtk_label_set_label (GTK_LABEL (self->page_title), _(self->page->title));
  for (const SyHelpBlock *block = self->page->blocks; block->text != NULL; block++)
    {
      GtkWidget *label = make_label (self, block);

      if (block->kind == SY_HELP_HEADING)
        gtk_widget_set_margin_top (label, 12);
      gtk_box_append (GTK_BOX (self->page_box),
                      block->kind == SY_HELP_ITEM ? make_item (label) : label);
    }
  gtk_adjustment_set_value (adjustment, 0);
}

static const SyHelpPage *
get_row_page (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "page");
}

static void
select_row (SyHelpWindow *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)); i++)
    if (get_row_page (row) == self->page)
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
}

static void
show_page (SyHelpWindow     *self,
           const SyHelpPage *page)
{
  self->in_contents = FALSE;
  if (self->page != page)
    {
      self->page = page;
      fill_page (self);
    }
  select_row (self);
  arrange (self);
}

static void
row_activated_cb (SyHelpWindow  *self,
                  GtkListBoxRow *row)
{
  sy_help_window_open (self, get_row_page (row)->id);
}

/* To the page before; from the first one to the contents, if these are not seen anyway. */
static void
back (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  SyHelpWindow *self = SY_HELP_WINDOW (widget);

  if (self->history->len > 0)
    {
      show_page (self, g_ptr_array_steal_index (self->history, self->history->len - 1));
      return;
    }

  self->in_contents = TRUE;
  arrange (self);
}

/* Searching is done in the contents, so these come into sight. */
static void
search (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  SyHelpWindow *self = SY_HELP_WINDOW (widget);

  self->in_contents = TRUE;
  arrange (self);
  gtk_widget_grab_focus (self->search_entry);
}

static void
search_changed_cb (SyHelpWindow *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)); i++)
    {
      g_autofree char *found = sy_help_page_search (get_row_page (row), query);
      GtkWidget *snippet = g_object_get_data (G_OBJECT (row), "snippet");

      gtk_widget_set_visible (GTK_WIDGET (row), found != NULL);
      gtk_label_set_label (GTK_LABEL (snippet), found != NULL ? found : "");
      gtk_widget_set_visible (snippet, *query != '\0');
    }
}

static void
add_row (SyHelpWindow     *self,
         const SyHelpPage *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _(page->title), "wrap", TRUE,
                                   "xalign", 0.0, NULL);
  GtkWidget *snippet = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "xalign", 0.0, "wrap", TRUE,
                                     "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (snippet, "caption");
  gtk_widget_add_css_class (snippet, "dim-label");
  gtk_widget_add_css_class (box, "sy-help-row");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), snippet);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "page", (gpointer) page);
  g_object_set_data (G_OBJECT (row), "snippet", snippet);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(page->title), -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
sy_help_window_finalize (GObject *object)
{
  g_ptr_array_unref (SY_HELP_WINDOW (object)->history);

  G_OBJECT_CLASS (sy_help_window_parent_class)->finalize (object);
}

static void
sy_help_window_class_init (SyHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sy_help_window_finalize;

  g_type_ensure (SY_TYPE_NARROW_BIN);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "help.search", NULL, search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "help.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SyHelpWindow, contents);
  gtk_widget_class_bind_template_child (widget_class, SyHelpWindow, list);
  gtk_widget_class_bind_template_child (widget_class, SyHelpWindow, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, SyHelpWindow, page_box);
  gtk_widget_class_bind_template_child (widget_class, SyHelpWindow, page_scroller);
  gtk_widget_class_bind_template_child (widget_class, SyHelpWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, SyHelpWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SyHelpWindow, separator);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
sy_help_window_init (SyHelpWindow *self)
{
  const SyHelpPage *pages;
  guint n_pages;

  self->history = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  pages = sy_help_pages_get (&n_pages);
  for (guint i = 0; i < n_pages; i++)
    add_row (self, &pages[i]);
  g_signal_connect_object (self->narrow_bin, "notify::narrow", G_CALLBACK (arrange), self,
                           G_CONNECT_SWAPPED);
  show_page (self, &pages[0]);
}

SyHelpWindow *
sy_help_window_new (void)
{
  return g_object_new (SY_TYPE_HELP_WINDOW, NULL);
}

void
sy_help_window_open (SyHelpWindow *self,
                     const char   *id)
{
  const SyHelpPage *page = sy_help_pages_find (id);
  guint n_pages;

  g_return_if_fail (SY_IS_HELP_WINDOW (self));

  if (page == NULL)
    page = sy_help_pages_get (&n_pages);
  if (page != self->page)
    g_ptr_array_add (self->history, (gpointer) self->page);
  show_page (self, page);
}
