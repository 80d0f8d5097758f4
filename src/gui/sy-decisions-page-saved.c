/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "gui/sy-advice-comparison.h"
#include "gui/sy-decisions-page-private.h"
#include "gui/sy-edit-dialog.h"
#include "gui/sy-problem.h"
#include "gui/sy-rules.h"
#include "gui/sy-toast.h"

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(SyDecisionsPage) self = data;

  if (!sy_saved_list_load_finish (SY_SAVED_LIST (source), result, NULL) || self->dossiers == NULL)
    return;

  /* A person may have begun one meanwhile. */
  if (sy_decisions_page_shows (self, "loading"))
    sy_decisions_page_show_list (self);
}

void
sy_decisions_page_load (SyDecisionsPage *self)
{
  self->has_loaded = TRUE;
  sy_saved_list_load_async (self->dossiers, NULL, loaded_cb, g_object_ref (self));
}

static GCancellable *
begin_loading (SyDecisionsPage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();

  return self->loading;
}

static void
weighed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(SyDecisionsPage) self = data;
  g_autoptr(GError) error = NULL;
  SyAdvice *advice = sy_advice_load_finish (result, &error);

  if (advice != NULL && self->dossiers != NULL)
    {
      sy_decisions_page_keep (self, advice->dossier);
      sy_advice_view_take_advice (self->advice_view, advice);
      sy_decisions_page_show (self, "advice");
      return;
    }

  g_clear_pointer (&advice, sy_advice_free);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sy_decisions_page_show_problem (self, _("This Decision Cannot Be Shown"), error->message);
}

void
sy_decisions_page_open (SyDecisionsPage *self,
                        const SyDossier *dossier)
{
  g_autofree char *path = sy_dossier_get_path (dossier);

  g_set_object (&self->opened, sy_saved_list_find (self->dossiers, path));
  sy_decisions_page_show (self, "loading");
  sy_advice_load_async (dossier, begin_loading (self), weighed_cb, g_object_ref (self));
}

void
sy_decisions_page_open_item (SyDecisionsPage *self,
                             SyDossierItem   *item)
{
  const char *problem = sy_saved_item_get_problem (item);

  if (problem == NULL)
    {
      sy_decisions_page_open (self, sy_dossier_item_get_dossier (item));
      return;
    }

  g_set_object (&self->opened, item);
  sy_decisions_page_show_problem (self, _("This File Cannot Be Read"), problem);
}

/* In the list and in its file, or else says why not. */
static void
store (SyDecisionsPage *self,
       SyDossierItem   *item)
{
  g_autoptr(GError) error = NULL;

  if (!sy_dossier_save (sy_dossier_item_get_dossier (item), sy_rules_get (NULL), &error))
    {
      g_autofree char *text = g_strdup_printf (_("Not saved: %s"), error->message);

      sy_toast_show (GTK_WIDGET (self), text);
    }
  sy_saved_list_put (self->dossiers, item);
}

void
sy_decisions_page_keep (SyDecisionsPage *self,
                        const SyDossier *dossier)
{
  g_autoptr(SyDossierItem) item
    = sy_dossier_item_new (sy_dossier_copy (dossier, sy_rules_get (NULL)));

  store (self, item);
  g_set_object (&self->opened, item);
  sy_decisions_page_arrange (self);
}

/* Whether both are the same decision, which may have been weighed again. */
static gboolean
is_same (SyDossierItem *item,
         SyDossierItem *other)
{
  const SyDossier *dossier = other != NULL ? sy_dossier_item_get_dossier (other) : NULL;

  return dossier != NULL && g_str_equal (sy_dossier_item_get_dossier (item)->id, dossier->id);
}

/* Another decision, or none, may be shown by now. */
static void
edit_response_cb (SyEditDialog    *dialog,
                  const char      *response,
                  SyDecisionsPage *self)
{
  SyDossierItem *item = g_object_get_data (G_OBJECT (dialog), "item");
  g_autoptr(SyDossier) dossier = NULL;

  if (!g_str_equal (response, "save"))
    return;

  if (is_same (item, self->opened))
    item = self->opened;
  dossier = sy_dossier_copy (sy_dossier_item_get_dossier (item), sy_rules_get (NULL));
  g_free (dossier->profile->name);
  dossier->profile->name = g_strdup (sy_edit_dialog_get_name (dialog));
  g_free (dossier->profile->note);
  dossier->profile->note = g_strdup (sy_edit_dialog_get_note (dialog));
  if (item != self->opened)
    {
      g_autoptr(SyDossierItem) changed = sy_dossier_item_new (g_steal_pointer (&dossier));

      store (self, changed);
      sy_decisions_page_arrange (self);
      return;
    }

  sy_decisions_page_keep (self, dossier);
  sy_decisions_page_open (self, dossier);
}

void
sy_decisions_page_edit (SyDecisionsPage *self)
{
  const SyDossier *dossier = self->opened != NULL ? sy_dossier_item_get_dossier (self->opened)
                                                  : NULL;
  SyEditDialog *dialog;

  if (dossier == NULL)
    return;

  dialog = sy_edit_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                               dossier->profile->name, dossier->profile->note);
  g_object_set_data_full (G_OBJECT (dialog), "item", g_object_ref (self->opened),
                          g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (edit_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
forget (SyDecisionsPage *self,
        SyDossierItem   *item)
{
  g_autoptr(GError) error = NULL;

  if (sy_saved_list_forget (self->dossiers, item, &error))
    return;

  sy_saved_list_put (self->dossiers, item);
  sy_problem_tell_unchanged (GTK_WIDGET (self), _("Nothing Was Deleted"), error);
}

/* The toast is gone, and with it the chance to undo; unless it goes with the window. */
static void
toast_dismissed_cb (AdwToast        *toast,
                    SyDecisionsPage *self)
{
  g_autoptr(GPtrArray) items = g_object_steal_data (G_OBJECT (toast), "items");

  for (guint i = 0; items != NULL && self->removed != NULL && i < items->len; i++)
    if (g_ptr_array_remove (self->removed, items->pdata[i]))
      forget (self, items->pdata[i]);
}

static void
undo_cb (AdwToast        *toast,
         SyDecisionsPage *self)
{
  g_autoptr(GPtrArray) items = g_object_steal_data (G_OBJECT (toast), "items");

  for (guint i = 0; items != NULL && i < items->len; i++)
    if (g_ptr_array_remove (self->removed, items->pdata[i]))
      sy_saved_list_put (self->dossiers, items->pdata[i]);
  if (sy_decisions_page_shows (self, "welcome"))
    sy_decisions_page_show_list (self);
  sy_decisions_page_arrange (self);
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static char *
say_deleted (GPtrArray *items)
{
  g_autofree char *title = NULL;

  if (items->len > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u decision deleted",
                                         "%u decisions deleted", items->len), items->len);

  title = g_markup_escape_text (sy_saved_item_get_title (items->pdata[0]), -1);
  /* Translators: the name or the time of a decision. */
  return g_strdup_printf (_("“%s” deleted"), title);
}

static void
offer_undo (SyDecisionsPage *self,
            GPtrArray       *items)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *text = say_deleted (items);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "items", g_ptr_array_ref (items),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/* Out of the list now, off the disk when it can no more be undone. */
void
sy_decisions_page_delete (SyDecisionsPage *self)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->is_selecting && i < self->chosen->len; i++)
    g_ptr_array_add (items, g_object_ref (self->chosen->pdata[i]));
  if (!self->is_selecting && self->opened != NULL)
    g_ptr_array_add (items, g_object_ref (self->opened));
  if (items->len == 0)
    return;

  sy_decisions_page_set_selecting (self, FALSE);
  for (guint i = 0; i < items->len; i++)
    {
      sy_saved_list_take_out (self->dossiers, items->pdata[i]);
      g_ptr_array_add (self->removed, g_object_ref (items->pdata[i]));
    }
  offer_undo (self, items);
  sy_decisions_page_show_list (self);
}

void
sy_decisions_page_forget_removed (SyDecisionsPage *self)
{
  for (guint i = 0; self->removed != NULL && i < self->removed->len; i++)
    sy_saved_list_forget (self->dossiers, self->removed->pdata[i], NULL);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
}

static void
show_checks (SyDecisionsPage *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    sy_saved_row_set_check (SY_SAVED_ROW (row), self->is_selecting,
                            g_ptr_array_find (self->chosen,
                                              sy_saved_row_get_item (SY_SAVED_ROW (row)), NULL));
}

void
sy_decisions_page_set_selecting (SyDecisionsPage *self,
                                 gboolean         is_selecting)
{
  if (self->is_selecting == is_selecting)
    return;

  self->is_selecting = is_selecting;
  g_ptr_array_set_size (self->chosen, 0);
  show_checks (self);
  sy_decisions_page_arrange (self);
}

void
sy_decisions_page_toggle (SyDecisionsPage *self,
                          SySavedRow      *row)
{
  gpointer item = sy_saved_row_get_item (row);

  if (!g_ptr_array_remove (self->chosen, item))
    g_ptr_array_add (self->chosen, g_object_ref (item));
  show_checks (self);
  sy_decisions_page_arrange (self);
}

/* What two loads become: the older first. */
typedef struct
{
  SyDecisionsPage *page;
  SyDossier       *second;
  SyAdvice        *first;
} Comparing;

static void
comparing_free (Comparing *self)
{
  g_object_unref (self->page);
  g_clear_pointer (&self->second, sy_dossier_free);
  g_clear_pointer (&self->first, sy_advice_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Comparing, comparing_free)

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(Comparing) comparing = data;
  g_autoptr(GError) error = NULL;
  SyDecisionsPage *self = comparing->page;
  const SyDossier *second;
  g_autoptr(SyAdvice) advice = sy_advice_load_finish (result, &error);

  if (advice == NULL || self->dossiers == NULL)
    return;

  if (comparing->first == NULL)
    {
      comparing->first = g_steal_pointer (&advice);
      second = comparing->second;
      sy_advice_load_async (second, self->loading, compared_cb, g_steal_pointer (&comparing));
      return;
    }

  adw_bin_set_child (ADW_BIN (self->comparison),
                     sy_advice_comparison_new (comparing->first, advice));
  sy_decisions_page_show (self, "comparison");
}

void
sy_decisions_page_compare (SyDecisionsPage *self)
{
  Comparing *comparing;
  const SyDossier *dossiers[2];

  if (self->chosen->len != 2)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (dossiers); i++)
    {
      dossiers[i] = sy_dossier_item_get_dossier (self->chosen->pdata[i]);
      if (dossiers[i] == NULL)
        return;
    }

  comparing = g_new0 (Comparing, 1);
  comparing->page = g_object_ref (self);
  comparing->second = sy_dossier_copy (dossiers[1], sy_rules_get (NULL));
  sy_decisions_page_show (self, "loading");
  sy_advice_load_async (dossiers[0], begin_loading (self), compared_cb, comparing);
  sy_decisions_page_set_selecting (self, FALSE);
}
