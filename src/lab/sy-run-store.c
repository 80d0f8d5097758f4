/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-run-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EXTENSION ".json"

/* Of the runs that a word may mean, so many are named. */
enum { MAX_NAMED = 8 };

G_DEFINE_QUARK (sy-run-error-quark, sy_run_error)

gboolean
sy_run_save (const SyRun *self,
             const char  *path,
             SyFileMode   mode,
             GError     **error)
{
  gsize length;
  g_autofree char *text = sy_run_to_json (self, &length);

  return sy_file_save (path, text, length, mode, error);
}

SyRun *
sy_run_load (const char *path,
             GError    **error)
{
  gsize length;
  g_autofree char *text = sy_file_load (path, &length, error);

  return text != NULL ? sy_run_from_json (text, (gssize) length, path, error) : NULL;
}

char *
sy_run_store_get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "steelyard", "runs", NULL);
}

static char *
get_path_of (const char *id)
{
  g_autofree char *folder = sy_run_store_get_folder ();
  g_autofree char *name = g_strconcat (id, EXTENSION, NULL);

  return g_build_filename (folder, name, NULL);
}

char *
sy_run_store_get_path (const SyRun *run)
{
  return get_path_of (run->id);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return -strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The ids by which files of the folder are known; an id begins with its time, so names sort by it.
 * A folder that cannot be read is one without runs.
 */
static GPtrArray *
list_ids (void)
{
  g_autofree char *folder = sy_run_store_get_folder ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_suffix (name, EXTENSION) && *name != '.')
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (EXTENSION)));
  g_ptr_array_sort (ids, compare_newest_first);

  return ids;
}

static char *
resolve_latest (const GPtrArray *ids,
                GError         **error)
{
  g_autofree char *folder = NULL;

  /* A file that a person put there under another name has no time in it. */
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (g_ascii_isdigit (*id) && sy_run_is_id (id))
        return get_path_of (id);
    }

  folder = sy_run_store_get_folder ();
  g_set_error (error, SY_RUN_ERROR, SY_RUN_ERROR_NOT_FOUND,
               _("There is no saved run in “%s” yet: measure first"), folder);
  return NULL;
}

static GPtrArray *
find_beginning (const GPtrArray *ids,
                const char      *word)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (ids, i), word))
      g_ptr_array_add (found, g_ptr_array_index (ids, i));

  return found;
}

static char *
resolve_beginning (const GPtrArray *ids,
                   const char      *word,
                   GError         **error)
{
  g_autoptr(GPtrArray) found = find_beginning (ids, word);
  g_autofree char *list = NULL;

  if (found->len == 1)
    return get_path_of (g_ptr_array_index (found, 0));

  if (found->len == 0)
    {
      g_set_error (error, SY_RUN_ERROR, SY_RUN_ERROR_NOT_FOUND,
                   _("“%s” is neither a file nor a saved run: “steelyard-cli list” shows those"),
                   word);
      return NULL;
    }

  if (found->len > MAX_NAMED)
    {
      g_ptr_array_set_size (found, MAX_NAMED);
      g_ptr_array_add (found, (gpointer) "…");
    }
  g_ptr_array_add (found, NULL);
  list = g_strjoinv (", ", (char **) found->pdata);
  g_set_error (error, SY_RUN_ERROR, SY_RUN_ERROR_AMBIGUOUS,
               _("“%s” may be any of %s: give more of it"), word, list);
  return NULL;
}

char *
sy_run_store_resolve (const char *word,
                      GError    **error)
{
  g_autoptr(GPtrArray) ids = list_ids ();

  if (g_str_equal (word, "latest"))
    return resolve_latest (ids, error);
  if (g_ptr_array_find_with_equal_func (ids, word, g_str_equal, NULL))
    return get_path_of (word);
  if (g_file_test (word, G_FILE_TEST_EXISTS))
    return g_strdup (word);

  return resolve_beginning (ids, word, error);
}

void
sy_run_entry_free (SyRunEntry *self)
{
  g_free (self->path);
  g_clear_pointer (&self->run, sy_run_free);
  g_free (self->problem);
  g_free (self);
}

static void
free_entry (gpointer entry)
{
  sy_run_entry_free (entry);
}

static SyRunEntry *
load_entry (const char *id)
{
  SyRunEntry *entry = g_new0 (SyRunEntry, 1);
  g_autoptr(GError) error = NULL;

  entry->path = get_path_of (id);
  entry->run = sy_run_load (entry->path, &error);
  entry->problem = error != NULL ? g_strdup (error->message) : NULL;

  return entry;
}

char **
sy_run_store_list_paths (void)
{
  g_autoptr(GPtrArray) ids = list_ids ();
  char **paths = g_new0 (char *, ids->len + 1);

  for (guint i = 0; i < ids->len; i++)
    paths[i] = get_path_of (g_ptr_array_index (ids, i));

  return paths;
}

GPtrArray *
sy_run_store_list (void)
{
  g_autoptr(GPtrArray) ids = list_ids ();
  GPtrArray *entries = g_ptr_array_new_with_free_func (free_entry);

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (entries, load_entry (g_ptr_array_index (ids, i)));

  return entries;
}
