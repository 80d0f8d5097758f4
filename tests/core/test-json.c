/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-json.h"

#include <glib.h>
#include <string.h>

#include "core/sy-json-text.h"

static const char document[] =
  "{ \"schema\": 1, \"name\": \"a \\\"b\\\" \\u00e9\", \"fair\": true, \"note\": null,\n"
  "  \"ratio\": -1.25e+1, \"whole\": 3, \"kind\": \"open\",\n"
  "  \"phases\": [ { \"trials\": [ { \"seed\": 9223372036854775807 }, { \"seed\": 0 } ] },\n"
  "                { \"trials\": [ ] } ] }\n";

static const char *const kinds[] = { "closed", "open", NULL };

static gint64
read_phase (const SyJson *phase)
{
  SyJson trials = sy_json_member (phase, "trials");
  guint n_trials = sy_json_length (&trials);
  gint64 last_seed = 0;

  for (guint i = 0; i < n_trials; i++)
    {
      SyJson trial = sy_json_element (&trials, i);

      last_seed = sy_json_int (&trial, "seed", 0, G_MAXINT64);
    }

  return last_seed;
}

/* Reads every kind of value there is, as a loader would. */
static void
read_document (const SyJson *root)
{
  SyJson phases = sy_json_member (root, "phases");
  guint n_phases = sy_json_length (&phases);

  sy_json_int (root, "schema", 1, 1);
  sy_json_string (root, "name");
  sy_json_boolean (root, "fair");
  sy_json_double (root, "ratio", -100, 100);
  sy_json_double (root, "whole", 0, 10);
  sy_json_choice (root, "kind", kinds);
  if (sy_json_has (root, "note"))
    sy_json_string (root, "note");

  for (guint i = 0; i < n_phases; i++)
    {
      SyJson phase = sy_json_element (&phases, i);

      read_phase (&phase);
    }
}

/* A copy of its own, so that a sanitizer sees every read beyond the end. */
static gboolean
load (const char *text,
      gsize       length,
      GError    **error)
{
  g_autofree char *copy = g_memdup2 (text, length);
  g_autoptr(JsonNode) node = sy_json_parse (length > 0 ? copy : "", (gssize) length, "run.json",
                                            error);
  SyJson root;

  if (node == NULL)
    return FALSE;

  root = sy_json_root (node, "run.json", error);
  read_document (&root);
  return sy_json_is_sound (&root);
}

static void
test_reads_values (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = sy_json_parse (document, -1, "run.json", &error);
  SyJson root = sy_json_root (node, "run.json", &error);

  g_assert_cmpint (sy_json_int (&root, "schema", 1, 1), ==, 1);
  g_assert_cmpstr (sy_json_string (&root, "name"), ==, "a \"b\" é");
  g_assert_true (sy_json_boolean (&root, "fair"));
  g_assert_cmpfloat (sy_json_double (&root, "ratio", -100, 0), ==, -12.5);
  g_assert_cmpfloat (sy_json_double (&root, "whole", 0, 10), ==, 3);
  g_assert_cmpuint (sy_json_choice (&root, "kind", kinds), ==, 1);
  g_assert_false (sy_json_has (&root, "note"));
  g_assert_false (sy_json_has (&root, "nothing"));
  g_assert_true (sy_json_has (&root, "fair"));
  read_document (&root);
  g_assert_no_error (error);
}

typedef struct
{
  const char  *name;
  SyJsonError  code;
  const char  *text;
  const char  *message;
} Mistake;

/* Each is @document with one thing wrong. */
static const Mistake mistakes[] = {
  { "missing", SY_JSON_ERROR_MISSING,
    "{\"phases\":[{}]}", "run.json: schema: is missing" },
  { "missing-inside", SY_JSON_ERROR_MISSING,
    "{\"phases\":[{\"trials\":[{}]}],\"schema\":1,\"name\":\"\",\"fair\":true,\"ratio\":1,"
    "\"whole\":1,\"kind\":\"open\"}",
    "run.json: phases[0].trials[0].seed: is missing" },
  { "type-inside", SY_JSON_ERROR_TYPE,
    "{\"phases\":[{\"trials\":[]},{\"trials\":[{\"seed\":1},{\"seed\":\"7\"}]}],\"schema\":1,"
    "\"name\":\"\",\"fair\":true,\"ratio\":1,\"whole\":1,\"kind\":\"open\"}",
    "run.json: phases[1].trials[1].seed: expected a whole number, found a text" },
  { "list", SY_JSON_ERROR_TYPE,
    "{\"phases\":{}}", "run.json: phases: expected a list, found an object" },
  { "object", SY_JSON_ERROR_TYPE,
    "[1]", "run.json: expected an object, found a list" },
  { "text", SY_JSON_ERROR_TYPE,
    "{\"phases\":[],\"schema\":1,\"name\":null}",
    "run.json: name: expected a text, found null" },
  { "boolean", SY_JSON_ERROR_TYPE,
    "{\"phases\":[],\"schema\":1,\"name\":\"\",\"fair\":0}",
    "run.json: fair: expected true or false, found a number" },
  { "number", SY_JSON_ERROR_TYPE,
    "{\"phases\":[],\"schema\":1,\"name\":\"\",\"fair\":true,\"ratio\":true}",
    "run.json: ratio: expected a number, found true or false" },
  { "range", SY_JSON_ERROR_VALUE,
    "{\"phases\":[],\"schema\":2}", "run.json: schema: 2 is not between 1 and 1" },
  { "range-double", SY_JSON_ERROR_VALUE,
    "{\"phases\":[],\"schema\":1,\"name\":\"\",\"fair\":true,\"ratio\":1e999}",
    "run.json: ratio: inf is not between -100 and 100" },
  { "choice", SY_JSON_ERROR_VALUE,
    "{\"phases\":[],\"schema\":1,\"name\":\"\",\"fair\":true,\"ratio\":1,\"whole\":1,"
    "\"kind\":\"half\"}",
    "run.json: kind: “half” is none of: closed, open" },
};

static void
test_mistake (gconstpointer data)
{
  const Mistake *mistake = data;
  g_autoptr(GError) error = NULL;

  g_assert_false (load (mistake->text, strlen (mistake->text), &error));
  g_assert_error (error, SY_JSON_ERROR, (int) mistake->code);
  g_assert_cmpstr (error->message, ==, mistake->message);
}

static void
test_first_problem_stays (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = sy_json_parse ("{}", -1, "a", &error);
  SyJson root = sy_json_root (node, "a", &error);

  sy_json_int (&root, "one", 0, 1);
  sy_json_fail (&root, SY_JSON_ERROR_VALUE, "second");
  g_assert_cmpstr (error->message, ==, "a: one: is missing");
  g_assert_cmpstr (sy_json_string (&root, "two"), ==, "");
  g_assert_false (sy_json_is_sound (&root));
}

static void
assert_no_document (const char *text,
                    gssize      length,
                    const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = sy_json_parse (text, length, "run.json", &error);

  g_assert_null (node);
  g_assert_error (error, SY_JSON_ERROR, SY_JSON_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "run.json: not a JSON document: "));
  if (g_strstr_len (error->message, -1, expected) == NULL)
    g_error ("“%s” does not say “%s”", error->message, expected);
}

/* All of them but the empty one pass json-glib 1.6 or crash it. */
static void
test_refuses_what_is_no_json (void)
{
  assert_no_document ("", -1, "it is empty");
  assert_no_document (" \n ", -1, "it is empty");
  assert_no_document ("{} {}", -1, "line 1: more text after the document");
  assert_no_document ("{}\n]", -1, "line 2: more text after the document");
  assert_no_document ("[\n\n99999999999999999999]", -1, "line 3: a whole number too large");
  assert_no_document ("-9223372036854775809", -1, "too large");
  assert_no_document ("[010]", -1, "not a number");
  assert_no_document ("[0x10]", -1, "not a number");
  assert_no_document ("[1.]", -1, "not a number");
  assert_no_document ("[1e]", -1, "not a number");
  assert_no_document ("[-]", -1, "not a number");
  assert_no_document ("[nullify]", -1, "not a value");
  assert_no_document ("/* hm */ {}", -1, "not a value");
  assert_no_document ("var x = 3", -1, "not a value");
  assert_no_document ("[\"a", -1, "closing quote");
  assert_no_document ("[\"a\\", -1, "closing quote");
  assert_no_document ("{\"a\": 1,\n \"b\"", -1, "line 2: something is missing, or too much");
  assert_no_document ("[1\n\n,]", -1, "line 3: something is missing, or too much");
  assert_no_document ("[1\0]", 4, "not UTF-8");
  assert_no_document ("[\"\xff\"]", -1, "not UTF-8");
}

/* As Notepad writes it. */
static void
test_mark_is_skipped (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = sy_json_parse ("\xef\xbb\xbf{}", -1, "test", &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  assert_no_document ("\xef\xbb\xbf", -1, "it is empty");
  assert_no_document ("{}\xef\xbb\xbf", -1, "more text after the document");
}

static void
test_depth_is_bounded (void)
{
  g_autofree char *deep = g_strnfill (1000000, '[');
  GString *allowed = g_string_new (NULL);
  g_autoptr(JsonNode) node = NULL;
  gsize at;

  assert_no_document (deep, -1, "nested too deeply");
  g_assert_nonnull (sy_json_text_check (deep, 1000000, &at));
  g_assert_cmpuint (at, ==, SY_JSON_TEXT_MAX_DEPTH);

  for (guint i = 0; i < SY_JSON_TEXT_MAX_DEPTH; i++)
    g_string_append_c (allowed, '[');
  for (guint i = 0; i < SY_JSON_TEXT_MAX_DEPTH; i++)
    g_string_append_c (allowed, ']');
  node = sy_json_parse (allowed->str, -1, "deep", NULL);
  g_assert_nonnull (node);
  g_string_free (allowed, TRUE);
}

static void
test_limits_of_integers (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = sy_json_parse ("[-9223372036854775808, 9223372036854775807]", -1, "a",
                                            &error);
  SyJson root = sy_json_root (node, "a", &error);
  SyJson low = sy_json_element (&root, 0);
  SyJson high = sy_json_element (&root, 1);
  SyJson none;

  g_assert_cmpint (sy_json_as_int (&low, G_MININT64, 0), ==, G_MININT64);
  g_assert_cmpint (sy_json_as_int (&high, 0, G_MAXINT64), ==, G_MAXINT64);
  g_assert_no_error (error);

  none = sy_json_element (&root, 2);
  g_assert_null (none.node);
  g_assert_cmpstr (error->message, ==, "a: [2]: is missing");
}

/* Only the line feed at the end may be missing. */
static void
test_truncated_anywhere (void)
{
  g_autoptr(GError) none = NULL;

  for (gsize length = 0; length < strlen (document) - 1; length++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (load (document, length, &error));
      g_assert_error (error, SY_JSON_ERROR, SY_JSON_ERROR_SYNTAX);
    }

  g_assert_true (load (document, strlen (document) - 1, &none));
  g_assert_no_error (none);
}

static void
load_mutant (const char *text,
             gsize       length)
{
  g_autoptr(GError) error = NULL;

  if (load (text, length, &error))
    g_assert_no_error (error);
  else
    g_assert_true (g_str_has_prefix (error->message, "run.json: "));
}

static void
test_mutated_anywhere (void)
{
  gsize length = strlen (document);

  for (gsize i = 0; i < length; i++)
    for (guint byte = 0; byte < 256; byte++)
      {
        char mutant[sizeof document];

        memcpy (mutant, document, sizeof document);
        mutant[i] = (char) byte;
        load_mutant (mutant, length);
      }
}

static void
test_shortened_anywhere (void)
{
  gsize length = strlen (document);

  for (gsize i = 0; i < length; i++)
    for (gsize n_lost = 1; n_lost <= MIN (16, length - i); n_lost++)
      {
        char mutant[sizeof document];

        memcpy (mutant, document, i);
        memcpy (mutant + i, document + i + n_lost, length - i - n_lost);
        load_mutant (mutant, length - n_lost);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/reads-values", test_reads_values);
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *path = g_strconcat ("/json/mistake/", mistakes[i].name, NULL);

      g_test_add_data_func (path, &mistakes[i], test_mistake);
    }
  g_test_add_func ("/json/first-problem-stays", test_first_problem_stays);
  g_test_add_func ("/json/refuses-what-is-no-json", test_refuses_what_is_no_json);
  g_test_add_func ("/json/mark-is-skipped", test_mark_is_skipped);
  g_test_add_func ("/json/depth-is-bounded", test_depth_is_bounded);
  g_test_add_func ("/json/limits-of-integers", test_limits_of_integers);
  g_test_add_func ("/json/damaged/truncated-anywhere", test_truncated_anywhere);
  g_test_add_func ("/json/damaged/mutated-anywhere", test_mutated_anywhere);
  g_test_add_func ("/json/damaged/shortened-anywhere", test_shortened_anywhere);

  return g_test_run ();
}
