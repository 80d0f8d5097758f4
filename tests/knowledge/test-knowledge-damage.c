/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "knowledge-fixture.h"

#define IN(item) ", in “" item "”"

/* What is replaced in the sample, by what, and the whole message. */
static const struct
{
  const char *name;
  const char *old;
  const char *new;
  const char *message;
} damages[] = {
  { "no-file", "=facts.json", "=fact.json", "facts.json: it is not there" },
  { "wrong-type", "\"line\": 1,", "\"line\": \"1\",",
    "claims.json: claims[0].line: expected a whole number, found a text" IN ("a-1") },
  { "no-line", "\"line\": 1,", "\"line\": 0,",
    "claims.json: claims[0].line: 0 is not between 1 and 1000000" IN ("a-1") },
  { "missing-member", "\"why\": \"People leave\",", "",
    "criteria.json: criteria[0].why: is missing" IN ("speed") },
  { "misspelt-member", "\"figure\"", "\"figrue\"",
    "claims.json: claims[0].figrue: is not expected here" IN ("a-1") },
  { "misspelt-list", "\"clusters\":", "\"cluster\":",
    "sources.json: cluster: is not expected here" },
  { "misspelt-inside", "\"share_of_capacity\"", "\"share\"",
    "recipes.json: recipes[1].load.share: is not expected here" IN ("arrivals") },
  { "empty-text", "\"Node.js is fast\"", "\"\"",
    "claims.json: claims[0].text: is empty" IN ("a-1") },
  { "text-of-spaces", "\"Node.js is fast\"", "\"  \"",
    "claims.json: claims[0].text: begins or ends with a space" IN ("a-1") },
  { "text-with-line-break", "\"Node.js is fast\"", "\"Node.js\\nis fast\"",
    "claims.json: claims[0].text: has a line break or another control character" IN ("a-1") },
  { "empty-option", "\"publisher\": \"A Inc.\"", "\"publisher\": \"\"",
    "sources.json: sources[0].publisher: is empty" IN ("a") },
  { "empty-list", "{ \"id\": \"web\", \"text\": \"For the web\" }", "",
    "conditions.json: conditions: is empty" },
  { "empty-word", "[\"waiting\"]", "[\"\"]",
    "criteria.json: criteria[0].workloads[0]: is empty" IN ("speed") },
  { "bad-id", "\"id\": \"web\"", "\"id\": \"We b\"",
    "conditions.json: conditions[0].id: “We b” has more than small letters, digits, dashes and "
    "full stops" IN ("We b") },
  { "duplicate-id", "\"id\": \"a-2\"", "\"id\": \"a-1\"",
    "claims.json: claims[1].id: “a-1” is there twice" IN ("a-1") },
  { "duplicate-text", "\"Python is fast\"", "\"Node.js is fast\"",
    "claims.json: claims[1]: says the same as “a-1”" IN ("a-2") },
  { "duplicate-reference", "\"claims\": [\"a-1\", \"a-2\"]", "\"claims\": [\"a-1\", \"a-1\"]",
    "doubts.json: doubts[0].claims[1]: “a-1” is there twice" IN ("itself") },
  { "unknown-objective", "\"objective\": \"load\", \"group\": \"people\"",
    "\"objective\": \"lode\", \"group\": \"people\"",
    "criteria.json: criteria[1].objective: “lode” is not in criteria.json" IN ("outlook") },
  { "unknown-criterion", "\"criterion\": \"outlook\", \"side\"",
    "\"criterion\": \"look\", \"side\"",
    "claims.json: claims[3].criterion: “look” is not in criteria.json" IN ("b-2") },
  { "unknown-cluster", "\"stake\": \"Unknown\", \"cluster\": \"one\"",
    "\"stake\": \"Unknown\", \"cluster\": \"two\"",
    "sources.json: sources[1].cluster: “two” is not in sources.json" IN ("b") },
  { "unknown-source", "\"source\": \"b\", \"line\": 2, \"criterion\"",
    "\"source\": \"c\", \"line\": 2, \"criterion\"",
    "claims.json: claims[3].source: “c” is not in sources.json" IN ("b-2") },
  { "unknown-recipe", "\"recipe\": \"waiting\"", "\"recipe\": \"wait\"",
    "claims.json: claims[0].recipe: “wait” is not in recipes.json" IN ("a-1") },
  { "unknown-obstacle", "\"Both go on\", \"obstacle\": \"opinion\"",
    "\"Both go on\", \"obstacle\": \"view\"",
    "claims.json: claims[3].obstacle: “view” is not in obstacles.json" IN ("b-2") },
  { "recipe-and-obstacle", "\"recipe\": \"waiting\"",
    "\"recipe\": \"waiting\", \"obstacle\": \"opinion\"",
    "claims.json: claims[0]: needs either a recipe or an obstacle" IN ("a-1") },
  { "neither-of-both", ", \"recipe\": \"waiting\"", "",
    "claims.json: claims[0]: needs either a recipe or an obstacle" IN ("a-1") },
  { "opposite-of-nothing", "\"recipe\": \"waiting\", \"opposite\"",
    "\"obstacle\": \"opinion\", \"opposite\"",
    "claims.json: claims[1]: is the opposite of no recipe" IN ("a-2") },
  { "claim-about-neither", "\"side\": \"both\"", "\"side\": \"neither\"",
    "claims.json: claims[3].side: “neither” is none of: node, python, both" IN ("b-2") },
  { "unknown-claim", "\"claims\": [\"b-1\"]", "\"claims\": [\"b-9\"]",
    "doubts.json: doubts[2].claims[0]: “b-9” is not in claims.json" IN ("manual") },
  { "unknown-reference", "\"references\": [\"manual\"]", "\"references\": [\"book\"]",
    "doubts.json: doubts[2].references[0]: “book” is not in references.json" IN ("manual") },
  { "missing-reference", "\"claims\": [\"b-1\"], \"references\": [\"manual\"],",
    "\"claims\": [\"b-1\"],",
    "doubts.json: doubts[2]: a doubt names references if it is about the documentation, and only "
    "then" IN ("manual") },
  { "within-one-source", "\"claims\": [\"a-1\", \"a-2\"]", "\"claims\": [\"a-1\", \"b-1\"]",
    "doubts.json: doubts[0]: a doubt within a source needs two claims of one source"
    IN ("itself") },
  { "between-sources", "\"claims\": [\"a-2\", \"b-1\"]", "\"claims\": [\"b-1\"]",
    "doubts.json: doubts[1]: a doubt between sources needs claims of two sources"
    IN ("others") },
  { "verdict-of-nobody", "\"source\": \"b\", \"criterion\": \"speed\", \"verdict\"",
    "\"source\": \"c\", \"criterion\": \"speed\", \"verdict\"",
    "verdicts.json: verdicts[1].source: “c” is not in sources.json" },
  { "empty-verdict", "\"text\": \"Both\"", "\"text\": \"\"",
    "verdicts.json: verdicts[2].text: is empty" IN ("b/outlook") },
  { "unknown-condition", "\"condition\": \"web\"", "\"condition\": \"net\"",
    "verdicts.json: verdicts[1].branches[0].condition: “net” is not in conditions.json"
    IN ("b/speed") },
  { "branches-missing", ", \"branches\": [{ \"condition\": \"web\", \"side\": \"node\" }]", "",
    "verdicts.json: verdicts[1]: needs branches if it is conditional, and only then"
    IN ("b/speed") },
  { "contradiction-agrees", "{ \"side\": \"node\", \"text\": \"The text says otherwise\" }",
    "{ \"side\": \"python\", \"text\": \"The text says otherwise\" }",
    "verdicts.json: verdicts[0].contradiction: agrees with the verdict" IN ("a/speed") },
  { "second-verdict", "\"source\": \"b\", \"criterion\": \"speed\", \"verdict\"",
    "\"source\": \"a\", \"criterion\": \"speed\", \"verdict\"",
    "verdicts.json: verdicts[1]: a second verdict of “a” on “speed”" IN ("a/speed") },
  { "verdict-without-claim", "\"source\": \"b\", \"criterion\": \"outlook\", \"verdict\"",
    "\"source\": \"a\", \"criterion\": \"outlook\", \"verdict\"",
    "verdicts.json: verdicts[2]: “a” makes no claim on “outlook”" IN ("a/outlook") },
  { "claim-without-verdict",
    ",\n    { \"source\": \"b\", \"criterion\": \"outlook\", \"verdict\": \"tie\", \"basis\": "
    "\"read\", \"line\": 2,\n      \"text\": \"Both\" }", "",
    "verdicts.json: verdicts: that of “b” on “outlook” is missing, which “b-2” is about" },
  { "one-server", "[\"event-loop\", \"lock-threaded\"], \"program\": \"w5\",\n      \"load\": { "
    "\"kind\": \"open\"",
    "[\"event-loop\"], \"program\": \"w5\",\n      \"load\": { \"kind\": \"open\"",
    "recipes.json: recipes[1].arms: does not have two servers" IN ("arrivals") },
  { "same-server", "\"lock-threaded\"], \"program\": \"w5\",\n      \"load\": { \"kind\": \"open\"",
    "\"event-loop\"], \"program\": \"w5\",\n      \"load\": { \"kind\": \"open\"",
    "recipes.json: recipes[1].arms: does not have two servers" IN ("arrivals") },
  { "unknown-metric", "\"metric\": \"capacity\"", "\"metric\": \"speed\"",
    "recipes.json: recipes[0].metric: “speed” is none of: capacity, response-time, "
    "response-time-p99, cpu-per-request" IN ("waiting") },
  { "no-clients", "\"connections\": 64", "\"connections\": 0",
    "recipes.json: recipes[0].load.connections: 0 is not between 1 and 100000" IN ("waiting") },
  { "no-date", "\"2023-11\"", "\"November\"",
    "sources.json: sources[0].updated: “November” is not a date such as 2026-11-21" IN ("a") },
  { "impossible-date", "\"2022-07-12\"", "\"2022-02-30\"",
    "sources.json: sources[0].published: “2022-02-30” is not a date such as 2026-11-21"
    IN ("a") },
  { "no-address", "\"https://example.org/manual\"", "\"the manual\"",
    "references.json: references[0].address: “the manual” is not an address" IN ("manual") },
  { "no-place", "[{ \"source\": \"a\", \"line\": 1 }] }", "[] }",
    "facts.json: facts[1].places: is empty" IN ("figure-ten") },
  { "not-an-object", "=obstacles.json\n{", "=obstacles.json\n[{",
    "obstacles.json: not a JSON document: " },
};

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  const char *at = strstr (text, old);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, new, at + strlen (old));
}

static void
test_damage (gconstpointer index)
{
  guint i = GPOINTER_TO_UINT (index);
  g_autofree char *whole = sample_read ();
  g_autofree char *damaged = replace (whole, damages[i].old, damages[i].new);
  g_autoptr(GError) error = NULL;
  g_autoptr(SyKnowledge) knowledge = sample_load (damaged, -1, &error);

  g_assert_null (knowledge);
  if (g_str_has_suffix (damages[i].message, ": "))
    g_assert_true (g_str_has_prefix (error->message, damages[i].message));
  else
    g_assert_cmpstr (error->message, ==, damages[i].message);
}

/* A file and what is wrong with it, whatever it is. */
static void
assert_sound_or_named (const char *bundle,
                       gssize      length)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyKnowledge) knowledge = sample_load (bundle, length, &error);

  g_assert_true ((knowledge == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_nonnull (strstr (error->message, ".json: "));
}

static void
test_truncated (void)
{
  g_autofree char *whole = sample_read ();

  for (gsize length = strlen (whole) - 3; length > 0; length--)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(SyKnowledge) knowledge = sample_load (whole, (gssize) length, &error);

      g_assert_null (knowledge);
      g_assert_nonnull (strstr (error->message, ".json: "));
    }
}

static void
test_mutated (void)
{
  static const char replacements[] = "\"{}[],:-019ax \n\\";
  g_autofree char *whole = sample_read ();
  gsize length = strlen (whole);

  for (gsize i = 0; i < length; i++)
    {
      char original = whole[i];

      whole[i] = replacements[i % (sizeof replacements - 1)];
      assert_sound_or_named (whole, (gssize) length);
      whole[i] = original;
    }
}

/* Every value in turn becomes one of another type. */
static void
test_other_types (void)
{
  static const char *const others[] = { "null", "true", "-1e300", "[]", "{}", "\"\"", "[[[1]]]" };
  g_autofree char *whole = sample_read ();
  g_autoptr(GRegex) value = g_regex_new ("(?<=: )(\"[^\"]*\"|[0-9.]+|true|false)", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  g_regex_match (value, whole, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        {
          g_autofree char *damaged = g_strdup_printf ("%.*s%s%s", start, whole, others[i],
                                                      whole + end);

          assert_sound_or_named (damaged, -1);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strconcat ("/knowledge/damage/", damages[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_damage);
    }
  g_test_add_func ("/knowledge/damage/truncated-anywhere", test_truncated);
  g_test_add_func ("/knowledge/damage/mutated-anywhere", test_mutated);
  g_test_add_func ("/knowledge/damage/other-types", test_other_types);

  return g_test_run ();
}
