/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-file.h"
#include "decision/sy-decision-data.h"
#include "decision/sy-rulebook-private.h"

#define RESOURCE_FOLDER "/io/github/steelyard_app/Steelyard/decision/"

static gpointer
register_data (gpointer unused)
{
  sy_decision_data_register_resource ();
  return NULL;
}

GBytes *
sy_rulebook_fetch (const char  *name,
                   GError     **error)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);

  g_once (&once, register_data, NULL);
  return g_resource_lookup_data (sy_decision_data_get_resource (), path,
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static void
free_option (gpointer data)
{
  SyOption *option = data;

  g_free (option->arms);
  g_free (option);
}

static void
free_rule (gpointer data)
{
  SyRule *rule = data;

  g_free (rule->first);
  g_free (rule);
}

static SyRulebook *
new_rulebook (const SyKnowledge *knowledge)
{
  SyRulebook *self = g_new0 (SyRulebook, 1);

  self->knowledge = knowledge;
  self->options = g_ptr_array_new_with_free_func (free_option);
  self->rules = g_ptr_array_new_with_free_func (free_rule);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->must_haves = g_ptr_array_new_with_free_func (g_free);
  self->measurables = g_ptr_array_new_with_free_func (g_free);
  self->needs = g_ptr_array_new_with_free_func (g_free);
  self->asynchronous = g_ptr_array_new_with_free_func (g_free);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  return self;
}

static GBytes *
fetch_file (const char  *folder,
            const char  *file,
            GError     **error)
{
  g_autofree char *path = NULL;
  gsize length;
  char *text;

  if (folder == NULL)
    return sy_rulebook_fetch (file, error);

  path = g_build_filename (folder, file, NULL);
  text = sy_file_load (path, &length, error);
  return text != NULL ? g_bytes_new_take (text, length) : NULL;
}

static gboolean
read_file (SyRulebook  *self,
           const char  *folder,
           const char  *file,
           GError     **error)
{
  g_autoptr(GBytes) bytes = fetch_file (folder, file, error);
  g_autoptr(GError) problem = NULL;
  gconstpointer text;
  JsonNode *document;
  SyJson json;
  gsize length;

  if (bytes == NULL)
    {
      g_prefix_error (error, "%s: ", file);
      return FALSE;
    }

  text = g_bytes_get_data (bytes, &length);
  document = sy_json_parse (text != NULL ? text : "", (gssize) length, file, error);
  if (document == NULL)
    return FALSE;

  g_ptr_array_add (self->documents, document);
  json = sy_json_root (document, file, &problem);
  sy_rulebook_read (self, file, &json);
  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

SyRulebook *
sy_rulebook_load (const SyKnowledge  *knowledge,
                  const char         *folder,
                  GError            **error)
{
  g_autoptr(SyRulebook) self = new_rulebook (knowledge);

  if (!read_file (self, folder, "options.json", error)
      || !read_file (self, folder, "rules.json", error))
    return NULL;

  return g_steal_pointer (&self);
}
