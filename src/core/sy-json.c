/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-json.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "core/sy-json-text.h"

G_DEFINE_QUARK (sy-json-error-quark, sy_json_error)

static void
append_path (const SyJson *self,
             GString      *path)
{
  if (self->parent == NULL)
    return;

  append_path (self->parent, path);
  if (self->name == NULL)
    g_string_append_printf (path, "[%u]", self->index);
  else
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", self->name);
}

static const char *
get_label (const SyJson *self)
{
  while (self->parent != NULL)
    self = self->parent;

  return self->name;
}

void
sy_json_fail (const SyJson *self,
              SyJsonError   code,
              const char   *format,
              ...)
{
  g_autoptr(GString) path = g_string_new (NULL);
  g_autofree char *message = NULL;
  va_list arguments;

  if (*self->error != NULL)
    return;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  append_path (self, path);
  g_set_error (self->error, SY_JSON_ERROR, code, "%s: %s%s%s",
               get_label (self), path->str, path->len > 0 ? ": " : "", message);
}

gboolean
sy_json_is_sound (const SyJson *self)
{
  return *self->error == NULL;
}

/* In words, because a person reads it. */
static const char *
describe_node (JsonNode *node)
{
  GType type;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return _("an object");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return _("a list");
  if (JSON_NODE_HOLDS_NULL (node))
    return _("null");

  type = json_node_get_value_type (node);
  if (type == G_TYPE_STRING)
    return _("a text");
  if (type == G_TYPE_BOOLEAN)
    return _("true or false");

  return _("a number");
}

/* @expected is untranslated: nearly always it is not needed. */
static gboolean
expect (const SyJson *self,
        gboolean      is_expected,
        const char   *expected)
{
  if (self->node == NULL || !sy_json_is_sound (self))
    return FALSE;

  if (!is_expected)
    sy_json_fail (self, SY_JSON_ERROR_TYPE, _("expected %s, found %s"),
                  _(expected), describe_node (self->node));

  return is_expected;
}

static gboolean
holds_type (const SyJson *self,
            GType         type)
{
  return self->node != NULL && JSON_NODE_HOLDS_VALUE (self->node) &&
         json_node_get_value_type (self->node) == type;
}

static guint
count_lines (const char *text,
             gsize       length)
{
  guint n_lines = 1;

  for (gsize i = 0; i < length; i++)
    n_lines += text[i] == '\n';

  return n_lines;
}

static gboolean
check_text (const char *text,
            gsize       length,
            GError    **error)
{
  const char *problem;
  gsize at;

  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_set_error_literal (error, SY_JSON_ERROR, SY_JSON_ERROR_SYNTAX, _("not UTF-8 text"));
      return FALSE;
    }

  problem = sy_json_text_check (text, length, &at);
  if (problem == NULL)
    return TRUE;

  g_set_error (error, SY_JSON_ERROR, SY_JSON_ERROR_SYNTAX, _("line %u: %s"),
               count_lines (text, at), problem);
  return FALSE;
}

static void
note_line_cb (JsonParser *parser,
              GError     *error,
              guint      *line)
{
  *line = json_parser_get_current_line (parser);
}

/* The parser says where, but what it says is for programmers. */
static JsonNode *
parse_text (const char *text,
            gsize       length,
            GError    **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  guint line = 1;

  g_signal_connect (parser, "error", G_CALLBACK (note_line_cb), &line);
  if (json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return json_parser_steal_root (parser);

  g_set_error (error, SY_JSON_ERROR, SY_JSON_ERROR_SYNTAX, _("line %u: %s"), line,
               _("something is missing, or too much, or the file was cut short"));
  return NULL;
}

/* Some editors put a mark before UTF-8 text, which is not part of it (RFC 8259, section 8.1). */
static const char *
skip_mark (const char *text,
           gsize      *length)
{
  static const char mark[] = "\xef\xbb\xbf";
  gsize n_mark = strlen (mark);

  if (*length < n_mark || memcmp (text, mark, n_mark) != 0)
    return text;

  *length -= n_mark;
  return text + n_mark;
}

JsonNode *
sy_json_parse (const char *text,
               gssize      length,
               const char *label,
               GError    **error)
{
  g_autoptr(GError) problem = NULL;
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  JsonNode *root = NULL;

  text = skip_mark (text, &n_bytes);
  if (check_text (text, n_bytes, &problem))
    root = parse_text (text, n_bytes, &problem);

  if (root == NULL)
    g_set_error (error, SY_JSON_ERROR, SY_JSON_ERROR_SYNTAX, _("%s: not a JSON document: %s"),
                 label, problem != NULL ? problem->message : _("it is empty"));

  return root;
}

SyJson
sy_json_root (JsonNode   *node,
              const char *label,
              GError    **error)
{
  g_assert (error != NULL);

  return (SyJson) { .node = node, .name = label, .error = error };
}

static SyJson
find_member (const SyJson *self,
             const char   *name)
{
  SyJson member = { .parent = self, .name = name, .error = self->error };

  if (expect (self, self->node != NULL && JSON_NODE_HOLDS_OBJECT (self->node), N_("an object")))
    member.node = json_object_get_member (json_node_get_object (self->node), name);

  return member;
}

SyJson
sy_json_member (const SyJson *self,
                const char   *name)
{
  SyJson member = find_member (self, name);

  if (member.node == NULL)
    sy_json_fail (&member, SY_JSON_ERROR_MISSING, _("is missing"));

  return member;
}

gboolean
sy_json_has (const SyJson *self,
             const char   *name)
{
  SyJson member = find_member (self, name);

  return member.node != NULL && !JSON_NODE_HOLDS_NULL (member.node);
}

GList *
sy_json_list_members (const SyJson *self)
{
  if (!expect (self, self->node != NULL && JSON_NODE_HOLDS_OBJECT (self->node), N_("an object")))
    return NULL;

  return json_object_get_members (json_node_get_object (self->node));
}

guint
sy_json_length (const SyJson *self)
{
  if (!expect (self, self->node != NULL && JSON_NODE_HOLDS_ARRAY (self->node), N_("a list")))
    return 0;

  return json_array_get_length (json_node_get_array (self->node));
}

SyJson
sy_json_element (const SyJson *self,
                 guint         index)
{
  SyJson element = { .parent = self, .index = index, .error = self->error };

  if (index < sy_json_length (self))
    element.node = json_array_get_element (json_node_get_array (self->node), index);
  else
    sy_json_fail (&element, SY_JSON_ERROR_MISSING, _("is missing"));

  return element;
}

const char *
sy_json_as_string (const SyJson *self)
{
  if (!expect (self, holds_type (self, G_TYPE_STRING), N_("a text")))
    return "";

  return json_node_get_string (self->node);
}

double
sy_json_as_double (const SyJson *self,
                   double        min,
                   double        max)
{
  double value;

  if (!expect (self,
               holds_type (self, G_TYPE_DOUBLE) || holds_type (self, G_TYPE_INT64),
               N_("a number")))
    return min;

  value = json_node_get_double (self->node);
  if (isfinite (value) && value >= min && value <= max)
    return value;

  sy_json_fail (self, SY_JSON_ERROR_VALUE, _("%g is not between %g and %g"), value, min, max);
  return min;
}

gint64
sy_json_as_int (const SyJson *self,
                gint64        min,
                gint64        max)
{
  gint64 value;

  if (!expect (self, holds_type (self, G_TYPE_INT64), N_("a whole number")))
    return min;

  value = json_node_get_int (self->node);
  if (value >= min && value <= max)
    return value;

  sy_json_fail (self, SY_JSON_ERROR_VALUE,
                _("%" PRId64 " is not between %" PRId64 " and %" PRId64),
                value, min, max);
  return min;
}

const char *
sy_json_string (const SyJson *self,
                const char   *name)
{
  SyJson member = sy_json_member (self, name);

  return sy_json_as_string (&member);
}

double
sy_json_double (const SyJson *self,
                const char   *name,
                double        min,
                double        max)
{
  SyJson member = sy_json_member (self, name);

  return sy_json_as_double (&member, min, max);
}

gint64
sy_json_int (const SyJson *self,
             const char   *name,
             gint64        min,
             gint64        max)
{
  SyJson member = sy_json_member (self, name);

  return sy_json_as_int (&member, min, max);
}

gboolean
sy_json_boolean (const SyJson *self,
                 const char   *name)
{
  SyJson member = sy_json_member (self, name);

  if (!expect (&member, holds_type (&member, G_TYPE_BOOLEAN), N_("true or false")))
    return FALSE;

  return json_node_get_boolean (member.node);
}

guint
sy_json_choice (const SyJson      *self,
                const char        *name,
                const char *const *choices)
{
  SyJson member = sy_json_member (self, name);
  const char *word = sy_json_as_string (&member);
  g_autofree char *list = NULL;

  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (word, choices[i]))
      return i;

  list = g_strjoinv (", ", (char **) choices);
  sy_json_fail (&member, SY_JSON_ERROR_VALUE, _("“%s” is none of: %s"), word, list);
  return 0;
}
