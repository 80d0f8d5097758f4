/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/sy-command.h"
#include "cli/sy-evidence-report.h"
#include "cli/sy-knowledge-report.h"
#include "cli/sy-terminal.h"
#include "cli/sy-values.h"
#include "cli/sy-words.h"

/* Which claims are wanted; %NULL and %SY_SIDE_NEITHER stand for all.  Where there is evidence, only
 * those it is on.
 */
typedef struct
{
  const SyCriterion *criterion;
  const SySource    *source;
  SySide             side;
  gboolean           is_disputed;
  gboolean           is_testable;
  GPtrArray         *evidence;
} Filter;

static void
filter_clear (Filter *self)
{
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filter, filter_clear)

static gboolean
set_unknown (const char  *option,
             const char  *name,
             GPtrArray   *known,
             GError     **error)
{
  g_ptr_array_add (known, NULL);
  g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
               _("--%s: There is no “%s”; the closest is “%s”"), option, name,
               sy_words_find_closest (name, (const char *const *) known->pdata));
  return FALSE;
}

static gboolean
read_criterion (Filter             *filter,
                const SyKnowledge  *knowledge,
                const char         *name,
                GError            **error)
{
  g_autoptr(GPtrArray) known = g_ptr_array_new ();
  guint n_criteria;
  const SyCriterion *const *criteria = sy_knowledge_get_criteria (knowledge, &n_criteria);

  if (name == NULL)
    return TRUE;

  filter->criterion = sy_knowledge_find_criterion (knowledge, name);
  if (filter->criterion != NULL)
    return TRUE;

  for (guint i = 0; i < n_criteria; i++)
    g_ptr_array_add (known, (gpointer) criteria[i]->id);
  return set_unknown ("criterion", name, known, error);
}

static gboolean
read_source (Filter             *filter,
             const SyKnowledge  *knowledge,
             const char         *name,
             GError            **error)
{
  g_autoptr(GPtrArray) known = g_ptr_array_new ();
  guint n_sources;
  const SySource *const *sources = sy_knowledge_get_sources (knowledge, &n_sources);

  if (name == NULL)
    return TRUE;

  filter->source = sy_knowledge_find_source (knowledge, name);
  if (filter->source != NULL)
    return TRUE;

  for (guint i = 0; i < n_sources; i++)
    g_ptr_array_add (known, (gpointer) sources[i]->id);
  return set_unknown ("source", name, known, error);
}

static gboolean
read_filter (Filter             *filter,
             const SyKnowledge  *knowledge,
             const SyOptions    *options,
             GError            **error)
{
  static const char *const sides[] = { "node", "python", "both", NULL };
  guint side = SY_SIDE_NEITHER;

  *filter = (Filter) { .is_disputed = options->disputed, .is_testable = options->testable };
  if (!sy_value_read_choice ("side", options->side, sides, &side, error))
    return FALSE;
  filter->side = (SySide) side;
  if (options->tried)
    filter->evidence = sy_evidence_report_collect (knowledge);

  return read_criterion (filter, knowledge, options->criterion, error)
         && read_source (filter, knowledge, options->source, error);
}

static const SyEvidence *
find_evidence (const Filter  *filter,
               const SyClaim *claim)
{
  return filter->evidence != NULL && claim->recipe != NULL
           ? sy_evidence_find (filter->evidence, claim->recipe) : NULL;
}

static gboolean
passes (const Filter  *filter,
        const SyClaim *claim)
{
  return (filter->criterion == NULL || claim->criterion == filter->criterion)
         && (filter->source == NULL || claim->source == filter->source)
         && (filter->side == SY_SIDE_NEITHER || claim->side == filter->side)
         && (!filter->is_disputed || sy_claim_is_disputed (claim))
         && (!filter->is_testable || claim->recipe != NULL)
         && (filter->evidence == NULL || find_evidence (filter, claim) != NULL);
}

static void
append_labelled (GString    *text,
                 const char *label,
                 const char *sentence)
{
  /* Translators: what is said, and of what: “Doubt: the section says otherwise”. */
  g_autofree char *whole = g_strdup_printf (_("%s: %s"), label, sentence);

  sy_knowledge_report_append (text, whole);
}

static void
append_doubts (GString       *text,
               const SyClaim *claim)
{
  if (sy_source_verdict_is_contradicted (claim->verdict))
    {
      g_autofree char *contradiction = sy_knowledge_report_say_contradiction (claim->verdict);

      sy_knowledge_report_append (text, contradiction);
    }

  for (guint i = 0; i < claim->doubts->len; i++)
    {
      const SyDoubt *doubt = claim->doubts->pdata[i];

      append_labelled (text, _("Doubt"), doubt->text);
      for (guint j = 0; j < doubt->references->len; j++)
        {
          const SyReference *reference = doubt->references->pdata[j];

          append_labelled (text, reference->title, reference->address);
        }
    }
}

static void
append_claim (GString          *text,
              const SyClaim    *claim,
              const SyEvidence *evidence)
{
  SySide favoured = sy_claim_get_favoured (claim);

  sy_terminal_append (text, SY_STYLE_STRONG, claim->id);
  /* Translators: a criterion, a source, a line in it. */
  g_string_append_printf (text, _("  %s, %s, line %u"), claim->criterion->name,
                          claim->source->name, claim->line);
  if (favoured != SY_SIDE_NEITHER)
    /* Translators: "Node.js" or "Python". */
    g_string_append_printf (text, _(", for %s"), sy_knowledge_report_say_side (favoured));
  g_string_append_c (text, '\n');

  sy_knowledge_report_append (text, claim->text);
  if (claim->figure != NULL)
    append_labelled (text, _("Figure"), claim->figure);
  if (claim->recipe != NULL)
    append_labelled (text, claim->is_opposite ? _("Can be tried, expecting the opposite")
                                              : _("Can be tried"),
                     claim->recipe->text);
  else
    append_labelled (text, _("Cannot be tried here"), claim->obstacle->text);
  if (evidence != NULL)
    sy_evidence_report_append (text, claim, evidence);
  append_doubts (text, claim);
}

static void
write_doubt (SyJsonWriter  *writer,
             const SyDoubt *doubt)
{
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "id", doubt->id);
  sy_json_writer_add_string (writer, "kind", sy_doubt_kind_names[doubt->kind]);
  sy_json_writer_add_string (writer, "text", doubt->text);
  sy_json_writer_begin_array (writer, "references");
  for (guint i = 0; i < doubt->references->len; i++)
    {
      const SyReference *reference = doubt->references->pdata[i];

      sy_json_writer_begin_object (writer, NULL);
      sy_json_writer_add_string (writer, "publisher", reference->publisher);
      sy_json_writer_add_string (writer, "title", reference->title);
      if (reference->date != NULL)
        sy_json_writer_add_string (writer, "date", reference->date);
      sy_json_writer_add_string (writer, "address", reference->address);
      sy_json_writer_end_object (writer);
    }
  sy_json_writer_end_array (writer);
  sy_json_writer_end_object (writer);
}

static void
write_recipe (SyJsonWriter  *writer,
              const SyClaim *claim)
{
  sy_json_writer_add_string (writer, "recipe", claim->recipe->id);
  sy_json_writer_add_boolean (writer, "opposite", claim->is_opposite);
}

static void
write_claim (SyJsonWriter     *writer,
             const SyClaim    *claim,
             const SyEvidence *evidence)
{
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "id", claim->id);
  sy_json_writer_add_string (writer, "source", claim->source->id);
  sy_json_writer_add_int (writer, "line", claim->line);
  sy_json_writer_add_string (writer, "criterion", claim->criterion->id);
  sy_json_writer_add_string (writer, "side", sy_side_names[claim->side]);
  sy_json_writer_add_string (writer, "direction", sy_claim_direction_names[claim->direction]);
  sy_json_writer_add_string (writer, "favours", sy_side_names[sy_claim_get_favoured (claim)]);
  sy_json_writer_add_string (writer, "text", claim->text);
  if (claim->figure != NULL)
    sy_json_writer_add_string (writer, "figure", claim->figure);
  if (claim->recipe != NULL)
    write_recipe (writer, claim);
  else
    sy_json_writer_add_string (writer, "obstacle", claim->obstacle->text);
  if (evidence != NULL)
    sy_evidence_report_write (writer, claim, evidence);

  sy_json_writer_begin_object (writer, "verdict");
  sy_knowledge_report_write_verdict (writer, claim->verdict);
  sy_json_writer_end_object (writer);
  sy_json_writer_add_boolean (writer, "disputed", sy_claim_is_disputed (claim));
  sy_json_writer_begin_array (writer, "doubts");
  for (guint i = 0; i < claim->doubts->len; i++)
    write_doubt (writer, claim->doubts->pdata[i]);
  sy_json_writer_end_array (writer);
  sy_json_writer_end_object (writer);
}

static SyExit
run_claims (const SyOptions  *options,
            GError          **error)
{
  g_autoptr(SyKnowledge) knowledge = sy_knowledge_load (NULL, error);
  g_autoptr(SyJsonWriter) writer = sy_json_writer_new ();
  g_autoptr(GString) text = g_string_new (NULL);
  const SyClaim *const *claims;
  g_auto(Filter) filter = { 0 };
  SyClaimCounts counts = { 0 };
  guint n_claims;

  if (knowledge == NULL || !read_filter (&filter, knowledge, options, error))
    return SY_EXIT_FAILED;

  claims = sy_knowledge_get_claims (knowledge, &n_claims);
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_begin_array (writer, "claims");
  for (guint i = 0; i < n_claims; i++)
    if (passes (&filter, claims[i]))
      {
        const SyEvidence *evidence = find_evidence (&filter, claims[i]);

        sy_knowledge_report_count_claim (&counts, claims[i]);
        append_claim (text, claims[i], evidence);
        write_claim (writer, claims[i], evidence);
      }
  if (text->len == 0)
    g_string_append (text, _("There is no such claim\n"));

  sy_knowledge_report_print (text, counts, writer, options->json);
  return SY_EXIT_DONE;
}

const SyCommand sy_command_claims = {
  .name = "claims",
  .arguments = "",
  .summary = N_("List what the articles claim, and what speaks against it"),
  .description = N_("Lists the claims of the articles in other words, each with where it stands, "
                    "whom it speaks for, how it could be tried or why not, and what speaks "
                    "against it: the article itself, another one, or the documentation. A claim "
                    "is disputed if anything does. “--tried” tells how claims came out "
                    "in the saved runs."),
  .example = "steelyard-cli claims --criterion performance --disputed",
  .options = SY_OPTIONS_CLAIMS | SY_OPTIONS_JSON,
  .run = run_claims,
};
