/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "altered-knowledge.h"

#include <glib/gstdio.h>

#define SOURCE "creole-studios"

static GPtrArray *loaded;

static JsonNode *
read_document (const char *folder,
               const char *file)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, file, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static char *
write_altered (const char *folder,
               const char *file,
               Alter       alter)
{
  g_autoptr(JsonNode) document = read_document (folder, file);

  alter (file, json_node_get_object (document));
  return json_to_string (document, FALSE);
}

static GBytes *
fetch (const char  *name,
       gpointer     user_data,
       GError     **error)
{
  char *text = write_altered ("knowledge", name, *(Alter *) user_data);

  return g_bytes_new_take (text, strlen (text));
}

static SyRulebook *
load_rulebook (const SyKnowledge *knowledge,
               Alter              alter)
{
  static const char *const files[] = { "options.json", "rules.json" };
  g_autofree char *folder = g_dir_make_tmp ("steelyard-XXXXXX", NULL);
  g_autoptr(GError) error = NULL;
  SyRulebook *rulebook;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);
      g_autofree char *text = write_altered ("decision", files[i], alter);

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
    }
  rulebook = sy_rulebook_load (knowledge, folder, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return rulebook;
}

static void
free_rulebook (gpointer data)
{
  SyRulebook *rulebook = data;
  SyKnowledge *knowledge = (SyKnowledge *) rulebook->knowledge;

  sy_rulebook_free (rulebook);
  sy_knowledge_free (knowledge);
}

SyRulebook *
load_altered (Alter alter)
{
  g_autoptr(GError) error = NULL;
  SyKnowledge *knowledge = sy_knowledge_fetch (NULL, fetch, &alter, &error);
  SyRulebook *rulebook;

  g_assert_no_error (error);
  rulebook = load_rulebook (knowledge, alter);
  if (loaded == NULL)
    loaded = g_ptr_array_new_with_free_func (free_rulebook);
  g_ptr_array_add (loaded, rulebook);
  return rulebook;
}

void
free_altered (void)
{
  g_clear_pointer (&loaded, g_ptr_array_unref);
}

static void
swap_word (JsonObject *object,
           const char *member)
{
  const char *word = json_object_get_string_member_with_default (object, member, NULL);

  if (g_strcmp0 (word, "node") == 0)
    json_object_set_string_member (object, member, "python");
  else if (g_strcmp0 (word, "python") == 0)
    json_object_set_string_member (object, member, "node");
}

static void
swap_sides (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        swap_sides (json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr(GList) members = json_object_get_members (object);

      for (GList *member = members; member != NULL; member = member->next)
        {
          JsonNode *value = json_object_get_member (object, member->data);

          if (!JSON_NODE_HOLDS_VALUE (value))
            swap_sides (value);
          else if (g_str_equal (member->data, "side") || g_str_equal (member->data, "verdict"))
            swap_word (object, member->data);
        }
    }
}

static void
swap_list (JsonObject *document,
           const char *list)
{
  swap_sides (json_object_get_member (document, list));
}

void
swap_articles (const char *file,
               JsonObject *document)
{
  static const char *const lists[] = { "claims", "verdicts", "facts" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (json_object_has_member (document, lists[i]))
      swap_list (document, lists[i]);
}

void
swap_all (const char *file,
          JsonObject *document)
{
  swap_articles (file, document);
  if (g_str_equal (file, "options.json"))
    swap_list (document, "options");
}

void
keep_two (const char *file,
          JsonObject *document)
{
  if (!g_str_equal (file, "options.json"))
    return;

  json_array_remove_element (json_object_get_array_member (document, "options"), 2);
  json_object_set_array_member (document, "must_haves", json_array_new ());
}

void
swap_two (const char *file,
          JsonObject *document)
{
  swap_articles (file, document);
  keep_two (file, document);
}

static gboolean
is_dropped (const char *claim)
{
  return g_str_has_prefix (claim, "cs-");
}

static void
drop_elements (JsonArray   *array,
               gboolean   (*is_unwanted) (JsonNode *element))
{
  for (guint i = json_array_get_length (array); i-- > 0;)
    if (is_unwanted (json_array_get_element (array, i)))
      json_array_remove_element (array, i);
}

static gboolean
is_of_source (JsonNode *element)
{
  JsonObject *object = json_node_get_object (element);
  const char *id = json_object_get_string_member_with_default (object, "id", "");

  return g_str_equal (id, SOURCE)
         || g_str_equal (json_object_get_string_member_with_default (object, "source", ""), SOURCE);
}

static gboolean
is_claim_of_source (JsonNode *element)
{
  return is_dropped (json_node_get_string (element));
}

/* Doubts between two sources go with one of them. */
static gboolean
is_empty_doubt (JsonNode *element)
{
  JsonObject *doubt = json_node_get_object (element);
  JsonArray *claims = json_object_get_array_member (doubt, "claims");
  guint length = json_array_get_length (claims);

  drop_elements (claims, is_claim_of_source);
  return json_array_get_length (claims) == 0
         || (json_array_get_length (claims) < length
             && !g_str_equal (json_object_get_string_member (doubt, "kind"), "documentation"));
}

static gboolean
is_empty_fact (JsonNode *element)
{
  JsonArray *places = json_object_get_array_member (json_node_get_object (element), "places");

  drop_elements (places, is_of_source);
  return json_array_get_length (places) == 0;
}

/* A rule that only this source knows goes with it. */
static gboolean
is_rule_of_source (JsonNode *element)
{
  static const char *const rules[] = {
    "rule-concurrency", "rule-computing", "rule-distributed", "rule-structured",
    "rule-web-packages", NULL
  };

  return g_strv_contains (rules, json_object_get_string_member (json_node_get_object (element),
                                                                "fact"));
}

void
drop_source (const char *file,
             JsonObject *document)
{
  static const struct
  {
    const char *list;
    gboolean  (*is_unwanted) (JsonNode *element);
  } lists[] = {
    { "sources", is_of_source },
    { "claims", is_of_source },
    { "verdicts", is_of_source },
    { "doubts", is_empty_doubt },
    { "facts", is_empty_fact },
    { "rules", is_rule_of_source },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (json_object_has_member (document, lists[i].list))
      drop_elements (json_object_get_array_member (document, lists[i].list),
                     lists[i].is_unwanted);
}

static void
copy_elements (JsonArray  *array,
               const char *member,
               int         line_offset)
{
  guint length = json_array_get_length (array);

  for (guint i = 0; i < length; i++)
    {
      JsonNode *copy = json_node_copy (json_array_get_element (array, i));
      g_autofree char *text = json_to_string (copy, FALSE);
      g_autoptr(JsonNode) deep = json_from_string (text, NULL);
      JsonObject *object = json_node_get_object (deep);

      json_node_unref (copy);
      if (!g_str_equal (json_object_get_string_member_with_default (object, member, ""), "syntax"))
        continue;
      json_object_set_string_member (object, member, "syntax-again");
      if (!g_str_equal (member, "id") && json_object_has_member (object, "id"))
        {
          g_autofree char *id = g_strconcat (json_object_get_string_member (object, "id"),
                                             "-again", NULL);

          g_autofree char *claim = g_strconcat (json_object_get_string_member (object, "text"),
                                                " again", NULL);

          json_object_set_string_member (object, "id", id);
          json_object_set_string_member (object, "text", claim);
        }
      if (json_object_has_member (object, "line"))
        json_object_set_int_member (object, "line",
                                    json_object_get_int_member (object, "line") + line_offset);
      json_array_add_element (array, g_steal_pointer (&deep));
    }
}

static void
copy_syntax (const char *file,
             JsonObject *document,
             int         line_offset)
{
  if (g_str_equal (file, "criteria.json"))
    copy_elements (json_object_get_array_member (document, "criteria"), "id", 0);
  if (g_str_equal (file, "claims.json"))
    copy_elements (json_object_get_array_member (document, "claims"), "criterion", 0);
  if (g_str_equal (file, "verdicts.json"))
    copy_elements (json_object_get_array_member (document, "verdicts"), "criterion", line_offset);
}

void
repeat_syntax (const char *file,
               JsonObject *document)
{
  copy_syntax (file, document, 0);
}

void
add_criterion (const char *file,
               JsonObject *document)
{
  copy_syntax (file, document, 1);
}
