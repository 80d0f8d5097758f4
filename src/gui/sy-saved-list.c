/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-saved-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SySavedList
{
  GObject            parent_instance;

  const SySavedKind *kind;
  GListStore        *items;
};

G_DEFINE_FINAL_TYPE (SySavedList, sy_saved_list, G_TYPE_OBJECT)

static void
sy_saved_list_finalize (GObject *object)
{
  SySavedList *self = SY_SAVED_LIST (object);

  g_clear_object (&self->items);

  G_OBJECT_CLASS (sy_saved_list_parent_class)->finalize (object);
}

static void
sy_saved_list_class_init (SySavedListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sy_saved_list_finalize;
}

static void
sy_saved_list_init (SySavedList *self)
{
}

SySavedList *
sy_saved_list_new (const SySavedKind *kind)
{
  SySavedList *self = g_object_new (SY_TYPE_SAVED_LIST, NULL);

  self->kind = kind;
  self->items = g_list_store_new (kind->get_item_type ());

  return self;
}

GListModel *
sy_saved_list_get_items (SySavedList *self)
{
  g_return_val_if_fail (SY_IS_SAVED_LIST (self), NULL);

  return G_LIST_MODEL (self->items);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  const SySavedKind *kind = SY_SAVED_LIST (source)->kind;
  g_auto(GStrv) paths = kind->list_paths ();

  for (guint i = 0; paths[i] != NULL && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (items, kind->read (paths[i]));

  g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
}

void
sy_saved_list_load_async (SySavedList         *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (SY_IS_SAVED_LIST (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, sy_saved_list_load_async);
  g_task_run_in_thread (task, load_in_thread);
}

/* What was put in while the folder was being read is newer than what was read. */
gboolean
sy_saved_list_load_finish (SySavedList   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_autoptr(GPtrArray) items = g_task_propagate_pointer (G_TASK (result), error);
  guint n_items;

  if (items == NULL)
    return FALSE;

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(GObject) known = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      for (guint j = items->len; j-- > 0;)
        if (g_str_equal (sy_saved_item_get_path (items->pdata[j]), sy_saved_item_get_path (known)))
          g_ptr_array_remove_index (items, j);
    }
  g_list_store_splice (self->items, n_items, 0, items->pdata, items->len);

  return TRUE;
}

static gboolean
find_position (SySavedList *self,
               const char  *path,
               guint       *position)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (*position = 0; *position < n_items; (*position)++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->items), *position);

      if (g_str_equal (sy_saved_item_get_path (item), path))
        return TRUE;
    }

  return FALSE;
}

gpointer
sy_saved_list_find (SySavedList *self,
                    const char  *path)
{
  g_autoptr(GObject) item = NULL;
  guint position;

  g_return_val_if_fail (SY_IS_SAVED_LIST (self), NULL);

  if (!find_position (self, path, &position))
    return NULL;

  /* The list keeps it alive. */
  item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  return item;
}

/* Files are named by the time of their run, so the newest comes last by name. */
static int
compare_newest_first (gconstpointer a,
                      gconstpointer b,
                      gpointer      data)
{
  return -strcmp (sy_saved_item_get_path ((gpointer) a), sy_saved_item_get_path ((gpointer) b));
}

void
sy_saved_list_put (SySavedList *self,
                   gpointer     item)
{
  guint position;

  g_return_if_fail (SY_IS_SAVED_LIST (self));
  g_return_if_fail (SY_IS_SAVED_ITEM (item));

  if (find_position (self, sy_saved_item_get_path (item), &position))
    g_list_store_splice (self->items, position, 1, (gpointer *) &item, 1);
  else
    g_list_store_insert_sorted (self->items, item, compare_newest_first, NULL);
}

void
sy_saved_list_take_out (SySavedList *self,
                        gpointer     item)
{
  guint position;

  g_return_if_fail (SY_IS_SAVED_LIST (self));
  g_return_if_fail (SY_IS_SAVED_ITEM (item));

  if (find_position (self, sy_saved_item_get_path (item), &position))
    g_list_store_remove (self->items, position);
}

gboolean
sy_saved_list_forget (SySavedList  *self,
                      gpointer      item,
                      GError      **error)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GError) problem = NULL;

  g_return_val_if_fail (SY_IS_SAVED_LIST (self), FALSE);
  g_return_val_if_fail (SY_IS_SAVED_ITEM (item), FALSE);

  file = g_file_new_for_path (sy_saved_item_get_path (item));
  if (g_file_delete (file, NULL, &problem))
    return TRUE;

  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_prefixed_error (error, g_steal_pointer (&problem),
                              _("“%s” could not be deleted: "), sy_saved_item_get_path (item));
  return FALSE;
}
