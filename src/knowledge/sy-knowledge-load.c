/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "core/sy-file.h"
#include "knowledge/sy-knowledge-data.h"
#include "knowledge/sy-knowledge-private.h"

#define RESOURCE_FOLDER "/io/github/steelyard_app/Steelyard/knowledge/"

/* Every noun with an id has it first, as the table of nouns says. */
static void
read_id (SyKnowledge  *self,
         SyNoun        noun,
         const SyJson *json,
         gpointer      item)
{
  const char *id = sy_json_id (json, "id");
  SyJson member = sy_json_member (json, "id");

  if (g_hash_table_contains (self->by_id[noun], id))
    sy_json_fail (&member, SY_JSON_ERROR_VALUE, _("“%s” is there twice"), id);

  *(const char **) item = id;
}

/* The path tells a program where to look, the id a person. */
static void
add_id (GError     **error,
        const char  *id)
{
  GError *named = g_error_new ((*error)->domain, (*error)->code, _("%s, in “%s”"),
                               (*error)->message, id);

  g_error_free (*error);
  *error = named;
}

static char *
name_item (const SyNounInfo *info,
           gconstpointer     item)
{
  const char *id;

  if (!info->has_id)
    return info->name (item);

  id = *(const char *const *) item;
  return *id != '\0' ? g_strdup (id) : NULL;
}

/* An item is freed with the others even where it is not whole. */
static void
read_item (SyKnowledge  *self,
           SyNoun        noun,
           const SyJson *json)
{
  const SyNounInfo *info = &sy_nouns[noun];
  gpointer item = g_malloc0 (info->size);
  g_autofree char *name = NULL;

  if (info->has_id)
    read_id (self, noun, json, item);
  info->read (self, json, item);
  sy_json_check_names (json, info->names);
  g_ptr_array_add (self->items[noun], item);
  if (info->has_id)
    g_hash_table_insert (self->by_id[noun], *(gpointer *) item, item);

  name = name_item (info, item);
  if (!sy_json_is_sound (json) && name != NULL)
    add_id (json->error, name);
}

static void
read_items (SyKnowledge  *self,
            SyNoun        noun,
            const SyJson *json)
{
  SyJson list = sy_json_member (json, sy_nouns[noun].member);
  guint length = sy_json_length (&list);

  for (guint i = 0; i < length && sy_json_is_sound (json); i++)
    {
      SyJson element = sy_json_element (&list, i);

      read_item (self, noun, &element);
    }
  if (length == 0)
    sy_json_fail (&list, SY_JSON_ERROR_VALUE, _("is empty"));
}

static void
check_lists (const SyJson *json,
             const char   *file)
{
  const char *names[SY_N_NOUNS + 1] = { NULL };
  guint n_names = 0;

  for (guint noun = 0; noun < SY_N_NOUNS; noun++)
    if (g_str_equal (sy_nouns[noun].file, file))
      names[n_names++] = sy_nouns[noun].member;

  sy_json_check_names (json, names);
}

static void
read_document (SyKnowledge *self,
               const char  *file,
               const char  *label,
               JsonNode    *document,
               GError     **error)
{
  SyJson json = sy_json_root (document, label, error);

  check_lists (&json, file);
  for (guint noun = 0; noun < SY_N_NOUNS; noun++)
    if (g_str_equal (sy_nouns[noun].file, file))
      read_items (self, noun, &json);
  if (g_str_equal (sy_nouns[SY_NOUN_VERDICT].file, file))
    sy_knowledge_check_claims (self, &json);
}

static gboolean
read_file (SyKnowledge       *self,
           const char        *file,
           const char        *folder,
           SyKnowledgeFetch   fetch,
           gpointer           user_data,
           GError           **error)
{
  g_autofree char *label = folder != NULL ? g_build_filename (folder, file, NULL)
                                          : g_strdup (file);
  g_autoptr(GBytes) bytes = fetch (file, user_data, error);
  g_autoptr(GError) problem = NULL;
  JsonNode *document;
  gconstpointer text;
  gsize length;

  if (bytes == NULL)
    {
      g_prefix_error (error, "%s: ", label);
      return FALSE;
    }

  text = g_bytes_get_data (bytes, &length);
  document = sy_json_parse (text != NULL ? text : "", (gssize) length, label, error);
  if (document == NULL)
    return FALSE;

  g_ptr_array_add (self->documents, document);
  read_document (self, file, label, document, &problem);
  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

SyKnowledge *
sy_knowledge_fetch (const char        *folder,
                    SyKnowledgeFetch   fetch,
                    gpointer           user_data,
                    GError           **error)
{
  g_autoptr(SyKnowledge) self = sy_knowledge_new ();
  const char *file = NULL;

  for (guint noun = 0; noun < SY_N_NOUNS; noun++)
    {
      if (g_strcmp0 (sy_nouns[noun].file, file) == 0)
        continue;
      file = sy_nouns[noun].file;
      if (!read_file (self, file, folder, fetch, user_data, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

static gpointer
register_data (gpointer unused)
{
  sy_knowledge_data_register_resource ();
  return NULL;
}

/* By way of what is registered, so that G_RESOURCE_OVERLAYS can put another file in its place. */
static GBytes *
fetch_built_in (const char  *name,
                gpointer     user_data,
                GError     **error)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);

  g_once (&once, register_data, NULL);
  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static GBytes *
fetch_from_folder (const char  *name,
                   gpointer     user_data,
                   GError     **error)
{
  g_autofree char *path = g_build_filename (user_data, name, NULL);
  gsize length;
  char *text = sy_file_load (path, &length, error);

  return text != NULL ? g_bytes_new_take (text, length) : NULL;
}

SyKnowledge *
sy_knowledge_load (const char  *folder,
                   GError     **error)
{
  if (folder == NULL)
    return sy_knowledge_fetch (NULL, fetch_built_in, NULL, error);

  return sy_knowledge_fetch (folder, fetch_from_folder, (gpointer) folder, error);
}
