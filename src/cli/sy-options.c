/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/sy-columns.h"
#include "cli/sy-words.h"

G_DEFINE_QUARK (sy-usage-error-quark, sy_usage_error)

typedef struct
{
  SyOptionSet  set;
  gsize        offset;
  GOptionArg   type;
  char         letter;
  const char  *name;
  const char  *value;
  const char  *summary;
} Option;

#define FIELD(name) G_STRUCT_OFFSET (SyOptions, name)

/* The one table of options: the same words wherever they recur, in the order help shows them. */
static const Option options[] = {
  { SY_OPTIONS_SERVERS, FIELD (arms), G_OPTION_ARG_STRING_ARRAY, 'a', "arm", N_("NAME"),
    N_("A server, see “arms”; may be repeated") },
  { SY_OPTIONS_PLAN, FIELD (scenes), G_OPTION_ARG_STRING_ARRAY, 0, "scene", N_("NAME"),
    N_("Only this scene of the three; may be repeated") },
  { SY_OPTIONS_PLAN, FIELD (workload), G_OPTION_ARG_STRING, 'w', "workload", N_("NAME"),
    N_("What one request does, see “workloads”") },
  { SY_OPTIONS_PLAN, FIELD (steps), G_OPTION_ARG_STRING, 's', "steps", N_("PROGRAM"),
    N_("Or written out: c2,w5,b2048; a mix: c1:63+c2000:1") },
  { SY_OPTIONS_CONNECTIONS, FIELD (connections), G_OPTION_ARG_STRING, 'c', "connections", N_("N"),
    N_("A fixed number of clients; for “sweep” 1,8,64") },
  { SY_OPTIONS_PLAN, FIELD (rate), G_OPTION_ARG_STRING, 'r', "rate", N_("R"),
    N_("Arrivals at a rate, per second; for “sweep” 1k,2k") },
  { SY_OPTIONS_PLAN, FIELD (arrivals), G_OPTION_ARG_STRING, 0, "arrivals", N_("KIND"),
    N_("poisson (as people come) or constant") },
  { SY_OPTIONS_PLAN, FIELD (think_time), G_OPTION_ARG_STRING, 0, "think-time", N_("S"),
    N_("Mean pause of a client between two requests") },
  { SY_OPTIONS_PLAN, FIELD (duration), G_OPTION_ARG_STRING, 'd', "duration", N_("S"),
    N_("Measured time of one turn: 0.8, 800ms") },
  { SY_OPTIONS_PLAN, FIELD (settle), G_OPTION_ARG_STRING, 0, "settle", N_("S"),
    N_("Load before it that is not measured") },
  { SY_OPTIONS_PLAN, FIELD (pairs), G_OPTION_ARG_STRING, 'p', "pairs", N_("N"),
    N_("Turns of each server; no verdict from fewer than 8") },
  { SY_OPTIONS_PLAN, FIELD (looks), G_OPTION_ARG_NONE, 0, "looks", NULL,
    N_("At most 18, fewer where 8 or 12 make it clear") },
  { SY_OPTIONS_PLAN | SY_OPTIONS_SEED, FIELD (seed), G_OPTION_ARG_STRING, 0, "seed", N_("N"),
    N_("Makes order, arrivals and mixes the same again") },
  { SY_OPTIONS_PLAN, FIELD (placement), G_OPTION_ARG_STRING, 0, "placement", N_("KIND"),
    N_("free, or split: the load has a processor of its own") },
  { SY_OPTIONS_PLAN, FIELD (time_out), G_OPTION_ARG_STRING, 0, "time-out", N_("S"),
    N_("After which a request has failed") },
  { SY_OPTIONS_PLAN, FIELD (reconnect_every), G_OPTION_ARG_STRING, 0, "reconnect-every", N_("N"),
    N_("Requests after which a client connects anew") },
  { SY_OPTIONS_SERVERS, FIELD (switch_interval), G_OPTION_ARG_STRING, 0, "switch-interval",
    N_("S"), N_("After which a thread asks for the lock (5ms)") },
  { SY_OPTIONS_SERVERS, FIELD (interpreter_cost), G_OPTION_ARG_STRING, 0, "interpreter-cost",
    N_("S"), N_("Computing added to each request") },
  { SY_OPTIONS_SERVERS, FIELD (loops), G_OPTION_ARG_STRING, 0, "loops", N_("N"),
    N_("Event loops of the multi-loop server") },
  { SY_OPTIONS_PORT, FIELD (port), G_OPTION_ARG_STRING, 0, "port", N_("N"),
    N_("On 127.0.0.1; any free one if not given") },
  { SY_OPTIONS_CHART, FIELD (kind), G_OPTION_ARG_STRING, 'k', "kind", N_("KIND"),
    N_("What is shown, such as capacity; see above") },
  { SY_OPTIONS_CHART, FIELD (phase), G_OPTION_ARG_STRING, 0, "phase", N_("N"),
    N_("Of which part of the run, as in “show --json”") },
  { SY_OPTIONS_CHART, FIELD (scenes), G_OPTION_ARG_STRING_ARRAY, 0, "scene", N_("NAME"),
    N_("Or of which scene; the first if not given") },
  { SY_OPTIONS_CHART, FIELD (theme), G_OPTION_ARG_STRING, 0, "theme", N_("NAME"),
    N_("light, dark, high-contrast(-dark) or print") },
  { SY_OPTIONS_CHART, FIELD (size), G_OPTION_ARG_STRING, 0, "size", N_("WxH"),
    N_("In units of 1/96 inch: 800x450 if not given") },
  { SY_OPTIONS_CHART, FIELD (scale), G_OPTION_ARG_STRING, 0, "scale", N_("N"),
    N_("Pixels a unit, of a PNG: 1, 2 (as a rule) or 3") },
  { SY_OPTIONS_CHART, FIELD (output), G_OPTION_ARG_FILENAME, 'o', "output", N_("FILE"),
    N_("Where to; its end says svg, png or pdf") },
  { SY_OPTIONS_FORMAT, FIELD (format), G_OPTION_ARG_STRING, 0, "format", N_("NAME"),
    N_("csv, csv-slices, json, hlog or trace; else as FILE ends") },
  { SY_OPTIONS_DECIDE, FIELD (interactive), G_OPTION_ARG_NONE, 'i', "interactive", NULL,
    N_("Ask what is to be decided, from --profile on if given") },
  { SY_OPTIONS_DECIDE, FIELD (profile), G_OPTION_ARG_FILENAME, 0, "profile", N_("FILE"),
    N_("What is to be decided; see “profile”") },
  { SY_OPTIONS_DECIDE, FIELD (evidence), G_OPTION_ARG_STRING_ARRAY, 0, "evidence", N_("RUN"),
    N_("A saved run that counts; may be repeated") },
  { SY_OPTIONS_DECIDE, FIELD (runtimes), G_OPTION_ARG_STRING_ARRAY, 0, "runtime", N_("A=B"),
    N_("Server A of the runs is option B; may be repeated") },
  { SY_OPTIONS_DECIDE, FIELD (format), G_OPTION_ARG_STRING, 0, "format", N_("NAME"),
    N_("text, json, pdf, html or madr; else as FILE ends") },
  { SY_OPTIONS_REPORT, FIELD (title), G_OPTION_ARG_STRING, 0, "title", N_("TEXT"),
    N_("Of the report; the profile’s name if not given") },
  { SY_OPTIONS_REPORT, FIELD (client), G_OPTION_ARG_STRING, 0, "client", N_("TEXT"),
    N_("For whom the report is") },
  { SY_OPTIONS_REPORT, FIELD (author), G_OPTION_ARG_STRING, 0, "author", N_("TEXT"),
    N_("By whom it is") },
  { SY_OPTIONS_REPORT, FIELD (scope), G_OPTION_ARG_STRING, 0, "scope", N_("TEXT"),
    N_("What it is about, and what it is not") },
  { SY_OPTIONS_REPORT, FIELD (paper), G_OPTION_ARG_STRING, 0, "paper", N_("SIZE"),
    N_("a4 (as a rule) or letter") },
  { SY_OPTIONS_EXAMPLE, FIELD (example), G_OPTION_ARG_STRING, 0, "example", N_("NAME"),
    N_("Which example; see above") },
  { SY_OPTIONS_FILE, FIELD (output), G_OPTION_ARG_FILENAME, 'o', "output", N_("FILE"),
    N_("Write here, not to standard output") },
  { SY_OPTIONS_SAVE, FIELD (output), G_OPTION_ARG_FILENAME, 'o', "output", N_("FILE"),
    N_("Save the run here instead of among the saved runs") },
  { SY_OPTIONS_SAVE | SY_OPTIONS_FILE | SY_OPTIONS_CHART, FIELD (force), G_OPTION_ARG_NONE, 'f',
    "force", NULL, N_("Replace that file") },
  { SY_OPTIONS_FAIL_IF, FIELD (fail_if), G_OPTION_ARG_STRING_ARRAY, 0, "fail-if", N_("CONDITION"),
    N_("Exit with 3 if it holds; see the example") },
  { SY_OPTIONS_CLAIMS, FIELD (criterion), G_OPTION_ARG_STRING, 0, "criterion", N_("NAME"),
    N_("Only claims on this criterion, see “criteria”") },
  { SY_OPTIONS_CLAIMS, FIELD (source), G_OPTION_ARG_STRING, 0, "source", N_("NAME"),
    N_("Only claims of this source, see “sources”") },
  { SY_OPTIONS_CLAIMS, FIELD (side), G_OPTION_ARG_STRING, 0, "side", N_("SIDE"),
    N_("Only claims about this side: node, python, both") },
  { SY_OPTIONS_CLAIMS, FIELD (disputed), G_OPTION_ARG_NONE, 0, "disputed", NULL,
    N_("Only claims that something speaks against") },
  { SY_OPTIONS_CLAIMS, FIELD (testable), G_OPTION_ARG_NONE, 0, "testable", NULL,
    N_("Only claims that can be tried") },
  { SY_OPTIONS_CLAIMS, FIELD (tried), G_OPTION_ARG_NONE, 0, "tried", NULL,
    N_("Only claims that a saved run tried, with outcomes") },
  { SY_OPTIONS_JSON, FIELD (json), G_OPTION_ARG_NONE, 'j', "json", NULL,
    N_("Print JSON, and nothing else") },
  { SY_OPTIONS_QUIET, FIELD (quiet), G_OPTION_ARG_NONE, 'q', "quiet", NULL,
    N_("No progress and no tables, only what was found") },
  { SY_OPTIONS_HELP, FIELD (help), G_OPTION_ARG_NONE, 'h', "help", NULL,
    N_("Show this help") },
  { SY_OPTIONS_VERSION, FIELD (version), G_OPTION_ARG_NONE, 0, "version", NULL,
    N_("Show the version") },
  { SY_OPTIONS_HELP, FIELD (words), G_OPTION_ARG_FILENAME_ARRAY, 0, G_OPTION_REMAINING, NULL,
    NULL },
};

static GOptionEntry *
make_entries (SyOptions   *self,
              SyOptionSet  set)
{
  GOptionEntry *entries = g_new0 (GOptionEntry, G_N_ELEMENTS (options) + 1);
  GOptionEntry *entry = entries;

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].set & set)
      *entry++ = (GOptionEntry) {
        .long_name = options[i].name,
        .short_name = options[i].letter,
        .arg = options[i].type,
        .arg_data = G_STRUCT_MEMBER_P (self, options[i].offset),
      };

  return entries;
}

static gboolean
is_known (const char  *name,
          SyOptionSet  set)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if ((options[i].set & set) && g_str_equal (options[i].name, name))
      return TRUE;

  return FALSE;
}

static const char *
find_closest (const char  *name,
              SyOptionSet  set)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if ((options[i].set & set) && *options[i].name != '\0')
      g_ptr_array_add (names, (gpointer) options[i].name);
  g_ptr_array_add (names, NULL);

  return sy_words_find_closest (name, (const char *const *) names->pdata);
}

/* GOption names the unknown option, but not the one that was probably meant. */
static gboolean
check_names (char        **arguments,
             SyOptionSet   set,
             GError      **error)
{
  for (guint i = 0; arguments[i] != NULL && !g_str_equal (arguments[i], "--"); i++)
    {
      g_autofree char *name = NULL;

      if (!g_str_has_prefix (arguments[i], "--"))
        continue;
      name = g_strndup (arguments[i] + 2, strcspn (arguments[i] + 2, "="));
      if (is_known (name, set))
        continue;

      g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_OPTION,
                   _("There is no option --%s; the closest is --%s"),
                   name, find_closest (name, set));
      return FALSE;
    }

  return TRUE;
}

gboolean
sy_options_parse (SyOptions     *self,
                  SyOptionSet    set,
                  char        ***arguments,
                  GError       **error)
{
  g_autofree GOptionEntry *entries = make_entries (self, set);
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_auto(GStrv) before = g_strdupv (*arguments);
  g_autoptr(GError) problem = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse_strv (context, arguments, &problem))
    return TRUE;

  if (g_error_matches (problem, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION)
      && !check_names (before + 1, set, error))
    return FALSE;

  g_set_error_literal (error, SY_USAGE_ERROR, SY_USAGE_ERROR_OPTION, problem->message);
  return FALSE;
}

void
sy_options_clear (SyOptions *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      gpointer field = G_STRUCT_MEMBER_P (self, options[i].offset);

      if (options[i].type == G_OPTION_ARG_STRING_ARRAY
          || options[i].type == G_OPTION_ARG_FILENAME_ARRAY)
        g_clear_pointer ((char ***) field, g_strfreev);
      else if (options[i].type != G_OPTION_ARG_NONE)
        g_clear_pointer ((char **) field, g_free);
    }
}

char *
sy_options_describe (SyOptionSet set)
{
  g_autoptr(SyColumns) table = sy_columns_new ("ll");

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      const Option *option = &options[i];
      char letter[] = { '-', option->letter, ',', ' ', '\0' };

      if (!(option->set & set) || *option->name == '\0')
        continue;
      sy_columns_take (table, g_strdup_printf ("%s--%s%s%s",
                                               option->letter != 0 ? letter : "    ",
                                               option->name,
                                               option->value != NULL ? " " : "",
                                               option->value != NULL ? _(option->value) : ""));
      sy_columns_add (table, _(option->summary));
    }

  return sy_columns_format (table, "  ");
}
