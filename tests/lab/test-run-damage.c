/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#include "lab/sy-run-store.h"
#include "sample-run.h"

#define LABEL "damaged.json"

/* Every place of a document but the elements of series: the root, members, and lists' objects. */
typedef void (*VisitFunc) (JsonNode   *root,
                           JsonObject *parent,
                           const char *name,
                           const char *path);

static JsonNode *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);

  return root;
}

/* Reads it; what goes wrong must name the document. */
static char *
read_problem (const char *text,
              gssize      length)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyRun) run = sy_run_from_json (text, length, LABEL, &error);

  g_assert_true ((run == NULL) == (error != NULL));
  if (run != NULL)
    return NULL;

  g_assert_true (g_str_has_prefix (error->message, LABEL ": "));
  return g_strdup (error->message);
}

static char *
read_node_problem (JsonNode *root)
{
  g_autofree char *text = json_to_string (root, FALSE);

  return read_problem (text, -1);
}

static void
assert_names (const char *problem,
              const char *path,
              const char *reason)
{
  g_autofree char *start = g_strconcat (LABEL ": ", path, ": ", NULL);

  if (problem == NULL || !g_str_has_prefix (problem, start) || strstr (problem, reason) == NULL)
    g_error ("expected “%s…%s”, got “%s”", start, reason, problem);
}

/* Follows a path such as "phases[0].turns[1].trial.n_sent" to the object that holds its end. */
static JsonObject *
find_parent (JsonNode   *root,
             const char *path,
             char      **name)
{
  g_auto(GStrv) parts = g_strsplit (path, ".", -1);
  JsonObject *object = json_node_get_object (root);
  guint n_parts = g_strv_length (parts);

  for (guint i = 0; i + 1 < n_parts; i++)
    {
      g_auto(GStrv) steps = g_strsplit_set (parts[i], "[]", -1);
      JsonNode *node = json_object_get_member (object, steps[0]);

      for (guint s = 1; steps[s] != NULL && steps[s + 1] != NULL; s += 2)
        node = json_array_get_element (json_node_get_array (node), (guint) atoi (steps[s]));
      object = json_node_get_object (node);
    }

  *name = g_strdup (parts[n_parts - 1]);
  return object;
}

#define TRIAL "phases[0].turns[0].trial"
#define TRACE "phases[0].turns[0].trace"

/* What to put at a place, which place is named, and what is said of it. */
static const struct
{
  const char *path;
  const char *value;
  const char *named;
  const char *reason;
} damages[] = {
  { "format", "\"other\"", NULL, "none of: steelyard-run" },
  { "schema_version", "0", NULL, "not between 1" },
  { "schema_version", "1.5", NULL, "expected a whole number" },
  { "id", "\"../../etc/passwd\"", NULL, "letters, digits and dashes" },
  { "id", "\"\"", NULL, "letters, digits and dashes" },
  { "started", "\"yesterday\"", NULL, "is not a time" },
  { "started", "\"0577-11-21T10:15:02Z\"", NULL, "is not a time" },
  { "started", "\"2026-11-21T12:15:02+02:00\"", NULL, "is not a time" },
  { "environment", "[]", NULL, "expected an object, found a list" },
  { "environment.cpu", "3", NULL, "expected a text, found a number" },
  { "plan.seed", "12", NULL, "expected a text" },
  { "plan.seed", "\"-1\"", NULL, "" },
  { "plan.seed", "\"18446744073709551616\"", NULL, "" },
  { "plan.arms", "[\"event-loop\", \"no-such-server\"]", "plan.arms[1]", "no-such-server" },
  { "plan.arms", "[\"event-loop\", \"event-loop\"]", "plan.arms[1]", "twice" },
  { "plan.pilot_ns", "-1", NULL, "not between 0" },
  { "plan.phases[0].workload", "\"w5,q9\"", NULL, "" },
  { "plan.phases[0].load", "\"ajar\"", NULL, "none of: closed, open-constant, open-poisson" },
  { "plan.phases[0].placement", "\"\"", NULL, "none of: free, split" },
  { "plan.phases[0].n_connections", "0", NULL, "not between 1" },
  { "plan.phases[0].n_rounds", "4294967297", NULL, "not between 1" },
  { "phases[1].plan.rate_per_s", "1e300", NULL, "not between 0" },
  { "plan.phases", "[]", "phases", "2 phases where the plan has 0" },
  { "phases[0].turns[0].arm", "\"free-threaded\"", NULL, "none of the plan's servers" },
  { "phases[0].turns[0].round", "2", "phases[0].turns[0]", "round 2 of 2" },
  { "phases[0].turns[3].round", "0", "phases[0].turns[3]", "second turn of this server" },
  { "phases[0].turns[0].trial", "null", NULL, "found null" },
  { TRIAL ".n_sent", "47", NULL, "47 were sent, but completed, failed and unfinished ones are 46" },
  { TRIAL ".n_failed.send", "1", TRIAL ".n_sent", "are 47" },
  { TRIAL ".n_sent", "1000000000000001", NULL, "not between 0" },
  { TRIAL ".window_ns", "9223372036854775807", NULL, "not between 0" },
  { TRIAL ".window_ns", "true", NULL, "expected a whole number, found true or false" },
  { TRIAL ".response", "\"\"", NULL, "" },
  { TRIAL ".response", "\"not base64!\"", NULL, "" },
  { TRIAL ".response", "\"SGVsbG8gd29ybGQ=\"", NULL, "" },
  { TRIAL ".is_overloaded", "0", NULL, "expected true or false" },
  { TRIAL ".per_connection", "[1, -1]", TRIAL ".per_connection[1]", "not between 0" },
  { TRIAL ".per_connection", "{}", NULL, "expected a list, found an object" },
  { TRIAL ".slices.start_ns", "[0]", TRIAL ".slices.duration_ns",
    "has 2 values where “start_ns” has 1" },
  { TRIAL ".slices.n_failed", "[1, 2, 3]", NULL, "has 3 values where “start_ns” has 2" },
  { TRIAL ".slices.n_failed", "[1, \"a\"]", TRIAL ".slices.n_failed[1]", "found a text" },
  { TRIAL ".slices.response_p90_ns", "[null, null]", TRIAL ".slices.response_p90_ns[0]",
    "there is no quantile, but something was completed" },
  { TRIAL ".slices.response_p90_ns", "[1, 1]", TRIAL ".slices.response_p90_ns[1]",
    "there is a quantile, but nothing was completed" },
  { TRACE ".lane", "[0]", NULL, "has 1 values where “spans” has 2" },
  { TRACE ".lane", "[0, 256]", TRACE ".lane[1]", "not between 0" },
  { TRACE ".sent_ns", "[0, 230000]", TRACE, "request 1 is answered before it is sent" },
  { TRACE ".sent_ns", "[0, 0]", TRACE, "a lane runs two requests at the same time" },
  { TRACE ".spans", "[]", NULL, "0 requests; a trace has 1 to 256" },
  { TRACE ".spans", "[\"qrcwls\", \"qx\"]", TRACE ".spans[1]", "“x” is no kind of span" },
  { TRACE ".spans", "[\"qrcwls\", \"sq\"]", TRACE ".spans[1]", "is queued first" },
  { TRACE ".spans", "[\"qrcwls\", \"qss\"]", TRACE ".spans[1]", "only 8 durations" },
  { TRACE ".spans", "[\"qrcwl\", \"qs\"]", TRACE ".duration_ns", "has 8 values where there are 7" },
  { TRACE ".duration_ns", "[1, 1, 1, 1, 1, 1, 1, -1]", TRACE ".duration_ns[7]", "not between 0" },
};

static void
test_named_damage (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = sample_run_to_text ();
  g_autoptr(JsonNode) root = parse (text);
  g_autofree char *name = NULL;
  JsonObject *parent = find_parent (root, damages[i].path, &name);
  g_autofree char *problem = NULL;

  g_assert_true (json_object_has_member (parent, name));
  json_object_set_member (parent, name, parse (damages[i].value));
  problem = read_node_problem (root);

  assert_names (problem, damages[i].named != NULL ? damages[i].named : damages[i].path,
                damages[i].reason);
}

/* The histograms of two turns are whole, but of other numbers of requests. */
static void
test_swapped_histograms (void)
{
  g_autofree char *text = sample_run_to_text ();
  g_autoptr(JsonNode) root = parse (text);
  g_autofree char *name = NULL;
  JsonObject *one = find_parent (root, TRIAL ".response", &name);
  g_autofree char *other_name = NULL;
  JsonObject *other = find_parent (root, "phases[0].turns[2].trial.response", &other_name);
  g_autofree char *problem = NULL;

  json_object_set_member (one, name, json_object_dup_member (other, name));
  problem = read_node_problem (root);

  assert_names (problem, TRIAL ".response",
                "holds 50 times where 40 requests were completed");
}

static void visit_node (JsonNode   *root,
                        JsonNode   *node,
                        const char *path,
                        VisitFunc   visit);

static void
visit_object (JsonNode   *root,
              JsonObject *object,
              const char *path,
              VisitFunc   visit)
{
  g_autoptr(GList) names = json_object_get_members (object);

  for (GList *item = names; item != NULL; item = item->next)
    {
      /* The list borrows its names, and a visit may remove the member. */
      g_autofree char *name = g_strdup (item->data);
      g_autofree char *member = g_strconcat (path, *path != '\0' ? "." : "", name, NULL);

      visit_node (root, json_object_get_member (object, name), member, visit);
      visit (root, object, name, member);
    }
}

static void
visit_node (JsonNode   *root,
            JsonNode   *node,
            const char *path,
            VisitFunc   visit)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    visit_object (root, json_node_get_object (node), path, visit);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      {
        g_autofree char *element = g_strdup_printf ("%s[%u]", path, i);

        visit_node (root, json_array_get_element (json_node_get_array (node), i), element, visit);
      }
}

static gboolean
may_be_absent (const char *path,
               const char *name)
{
  static const char *const optional[] = {
    "name", "note", "problem", "rate_per_s", "has_looks", "voided", "server_cpu_ns",
    "run_queue_ns", "loop", "lock", "machine", "trace", NULL,
  };

  return g_strv_contains (optional, name) || g_str_has_prefix (path, "environment.");
}

static void
remove_member (JsonNode   *root,
               JsonObject *parent,
               const char *name,
               const char *path)
{
  g_autoptr(JsonNode) member = json_object_dup_member (parent, name);
  g_autofree char *problem = NULL;

  json_object_remove_member (parent, name);
  problem = read_node_problem (root);
  if (!may_be_absent (path, name))
    assert_names (problem, path, "is missing");
  /* Without its mark a voided turn is one too many. */
  else if (!g_str_equal (name, "voided"))
    g_assert_cmpstr (problem, ==, NULL);

  json_object_set_member (parent, name, g_steal_pointer (&member));
}

static void
test_each_member_removed (void)
{
  g_autofree char *text = sample_run_to_text ();
  g_autoptr(JsonNode) root = parse (text);

  visit_node (root, root, "", remove_member);
}

static void
replace_member (JsonNode   *root,
                JsonObject *parent,
                const char *name,
                const char *path)
{
  static const char *const values[] = {
    "null", "true", "-1", "0", "1e308", "9223372036854775807", "\"\"", "\"\\u0000x\"", "[]",
    "[[[]]]", "{}", "{\"a\": {}}",
  };
  g_autoptr(JsonNode) member = json_object_dup_member (parent, name);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *problem = NULL;

      json_object_set_member (parent, name, parse (values[i]));
      problem = read_node_problem (root);
    }

  json_object_set_member (parent, name, g_steal_pointer (&member));
}

/* Some values are sound at some places; none may crash, and read_problem() checks the rest. */
static void
test_each_member_replaced (void)
{
  g_autofree char *text = sample_run_to_text ();
  g_autoptr(JsonNode) root = parse (text);

  visit_node (root, root, "", replace_member);
}

/* The last two bytes are the closing brace and the line's end. */
static void
test_each_cut (void)
{
  g_autofree char *text = sample_run_to_text ();
  gsize length = strlen (text);

  for (gsize cut = 0; cut < length - 2; cut += 37)
    {
      g_autofree char *copy = g_memdup2 (text, cut + 1);
      g_autofree char *problem = read_problem (copy, (gssize) cut);

      g_assert_nonnull (problem);
    }
}

static void
test_not_json (void)
{
  static const char *const texts[] = { "", " \n", "run", "<html>", "{", "{}{}", "[1, 2",
                                       "\xff\xfe{}", "{\"a\": 0x10}", "/* { */ {}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *problem = read_problem (texts[i], -1);

      g_assert_nonnull (problem);
      g_assert_nonnull (strstr (problem, "not a JSON document"));
    }
}

static void
test_other_json (void)
{
  g_autofree char *list = read_problem ("[]", -1);
  g_autofree char *object = read_problem ("{}", -1);

  g_assert_cmpstr (list, ==, LABEL ": expected an object, found a list");
  g_assert_cmpstr (object, ==, LABEL ": format: is missing");
}

/* json-glib would run out of stack. */
static void
test_deep_nesting (void)
{
  static const char *const openings[] = { "[", "{\"a\":" };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *problem = NULL;

      for (guint n = 0; n < 1000000; n++)
        g_string_append (text, openings[i]);
      problem = read_problem (text->str, (gssize) text->len);

      g_assert_nonnull (strstr (problem, "nested too deeply"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/run-json/damage/%02u-%s", i, damages[i].path);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_named_damage);
    }
  g_test_add_func ("/run-json/damage/swapped-histograms", test_swapped_histograms);
  g_test_add_func ("/run-json/damage/each-member-removed", test_each_member_removed);
  g_test_add_func ("/run-json/damage/each-member-replaced", test_each_member_replaced);
  g_test_add_func ("/run-json/damage/each-cut", test_each_cut);
  g_test_add_func ("/run-json/damage/not-json", test_not_json);
  g_test_add_func ("/run-json/damage/other-json", test_other_json);
  g_test_add_func ("/run-json/damage/deep-nesting", test_deep_nesting);

  return g_test_run ();
}
