/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-json-writer.h"

#include <float.h>
#include <locale.h>
#include <math.h>

#include "core/sy-json.h"

static void
test_layout (void)
{
  g_autoptr(SyJsonWriter) writer = sy_json_writer_new ();
  g_autofree char *text = NULL;
  gsize length;

  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "name", "a");
  sy_json_writer_begin_array (writer, "series");
  sy_json_writer_add_int (writer, NULL, 1);
  sy_json_writer_add_null (writer, NULL);
  sy_json_writer_add_double (writer, NULL, 0.5);
  sy_json_writer_end_array (writer);
  sy_json_writer_begin_array (writer, "parts");
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_boolean (writer, "is_first", TRUE);
  sy_json_writer_end_object (writer);
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_end_object (writer);
  sy_json_writer_end_array (writer);
  sy_json_writer_begin_array (writer, "none");
  sy_json_writer_end_array (writer);
  sy_json_writer_end_object (writer);
  text = sy_json_writer_finish (writer, &length);

  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"name\": \"a\",\n"
                   "  \"series\": [1, null, 0.5],\n"
                   "  \"parts\": [\n"
                   "    {\n"
                   "      \"is_first\": true\n"
                   "    },\n"
                   "    {}\n"
                   "  ],\n"
                   "  \"none\": []\n"
                   "}\n");
  g_assert_cmpuint (length, ==, strlen (text));
}

/* Writes a list of @value and gives what json-glib reads at its place. */
static JsonNode *
read_back (const char *string,
           double      number)
{
  g_autoptr(SyJsonWriter) writer = sy_json_writer_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  JsonNode *root;
  gsize length;

  sy_json_writer_begin_array (writer, NULL);
  sy_json_writer_add_string (writer, NULL, string);
  sy_json_writer_add_double (writer, NULL, number);
  sy_json_writer_end_array (writer);
  text = sy_json_writer_finish (writer, &length);

  root = sy_json_parse (text, (gssize) length, "written", &error);
  g_assert_no_error (error);

  return root;
}

static void
assert_exact (double number)
{
  g_autoptr(JsonNode) root = read_back ("", number);
  double read = json_array_get_double_element (json_node_get_array (root), 1);

  g_assert_cmpmem (&read, sizeof read, &number, sizeof number);
}

static void
test_doubles_are_exact (void)
{
  static const double numbers[] = { 0,       -0.0,    1,     0.1,     1.0 / 3, 2.0 / 3, 1e23,
                                    DBL_MIN, DBL_MAX, 1e300, 5e-324,  -1e-7,   1e15,    1e17,
                                    0.30000000000000004,      123456789.12345678 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    assert_exact (numbers[i]);

  for (guint i = 0; i < 20000; i++)
    assert_exact (ldexp (g_test_rand_double () - 0.5, g_test_rand_int_range (-900, 900)));
}

static void
test_few_digits (void)
{
  g_autoptr(SyJsonWriter) writer = sy_json_writer_new ();
  g_autofree char *text = NULL;
  gsize length;

  sy_json_writer_begin_array (writer, NULL);
  sy_json_writer_add_double (writer, NULL, 0.1);
  sy_json_writer_add_double (writer, NULL, 2000);
  sy_json_writer_add_double (writer, NULL, 1e300);
  sy_json_writer_end_array (writer);
  text = sy_json_writer_finish (writer, &length);

  g_assert_cmpstr (text, ==, "[0.1, 2000.0, 1e+300]\n");
}

static void
test_strings_come_back (void)
{
  static const char *const strings[] = {
    "", "plain", "\"quoted\" and \\ back", "tab\tline\nreturn\rfeed\fback\b", "\x01\x1f\x7f",
    "äöü µs “so” 🙂", "</script>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autoptr(JsonNode) root = read_back (strings[i], 0);

      g_assert_cmpstr (json_array_get_string_element (json_node_get_array (root), 0), ==,
                       strings[i]);
    }
}

static void
test_broken_utf8_is_replaced (void)
{
  g_autoptr(JsonNode) root = read_back ("a\xff" "b", 0);

  g_assert_cmpstr (json_array_get_string_element (json_node_get_array (root), 0), ==,
                   "a\xef\xbf\xbd" "b");
}

/* The one place where the locale would show: the decimal point. */
static void
test_locale (void)
{
  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no locale with a decimal comma here");
      return;
    }

  assert_exact (0.5);
  setlocale (LC_NUMERIC, "C");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-writer/layout/series-on-one-line", test_layout);
  g_test_add_func ("/json-writer/double/reads-back-exactly", test_doubles_are_exact);
  g_test_add_func ("/json-writer/double/fewest-digits", test_few_digits);
  g_test_add_func ("/json-writer/double/independent-of-locale", test_locale);
  g_test_add_func ("/json-writer/string/comes-back", test_strings_come_back);
  g_test_add_func ("/json-writer/string/broken-utf8-is-replaced", test_broken_utf8_is_replaced);

  return g_test_run ();
}
