/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "knowledge/sy-knowledge-private.h"

enum { MAX_LINE = 1000000 };

const char *const sy_side_names[] = { "node", "python", "both", "neither", NULL };
const char *const sy_claim_direction_names[] = { "for", "against", "neutral", NULL };
const char *const sy_judgement_names[] = { "node", "python", "tie", "conditional", "none", NULL };
const char *const sy_doubt_kind_names[] = { "within", "between", "documentation", NULL };
const char *const sy_fact_kind_names[] = {
  "system", "company", "use-case", "rule", "figure", NULL
};

/* Of claims, who are never about neither, and of what is about one alone. */
static const char *const claim_sides[] = { "node", "python", "both", NULL };
static const char *const single_sides[] = { "node", "python", NULL };

static guint
read_line (const SyJson *json)
{
  return (guint) sy_json_int (json, "line", 1, MAX_LINE);
}

static void
check_only_text (const SyKnowledge *self,
                 const SyClaim     *claim,
                 const SyJson      *json)
{
  const GPtrArray *claims = self->items[SY_NOUN_CLAIM];

  for (guint i = 0; i < claims->len; i++)
    {
      const SyClaim *other = claims->pdata[i];

      if (other->source == claim->source && g_str_equal (other->text, claim->text))
        sy_json_fail (json, SY_JSON_ERROR_VALUE, _("says the same as “%s”"), other->id);
    }
}

/* How it can be tried, or why not. */
static void
read_trial (SyKnowledge  *self,
            const SyJson *json,
            SyClaim      *claim)
{
  gboolean has_recipe = sy_json_has (json, "recipe");

  if (has_recipe == sy_json_has (json, "obstacle"))
    sy_json_fail (json, SY_JSON_ERROR_VALUE, _("needs either a recipe or an obstacle"));
  else if (has_recipe)
    claim->recipe = sy_knowledge_refer (self, SY_NOUN_RECIPE, json, "recipe");
  else
    claim->obstacle = sy_knowledge_refer (self, SY_NOUN_OBSTACLE, json, "obstacle");

  if (!sy_json_has (json, "opposite"))
    return;

  claim->is_opposite = sy_json_boolean (json, "opposite");
  if (!has_recipe)
    sy_json_fail (json, SY_JSON_ERROR_VALUE, _("is the opposite of no recipe"));
}

void
sy_noun_read_claim (SyKnowledge  *self,
                    const SyJson *json,
                    gpointer      item)
{
  SyClaim *claim = item;

  claim->doubts = g_ptr_array_new ();
  claim->source = sy_knowledge_refer (self, SY_NOUN_SOURCE, json, "source");
  claim->line = read_line (json);
  claim->criterion = sy_knowledge_refer (self, SY_NOUN_CRITERION, json, "criterion");
  claim->side = sy_json_choice (json, "side", claim_sides);
  claim->direction = sy_json_choice (json, "direction", sy_claim_direction_names);
  claim->text = sy_json_text (json, "text");
  claim->figure = sy_json_option (json, "figure");
  read_trial (self, json, claim);
  check_only_text (self, claim, json);
}

void
sy_noun_clear_claim (gpointer item)
{
  g_clear_pointer (&((SyClaim *) item)->doubts, g_ptr_array_unref);
}

static void
read_branches (SyKnowledge     *self,
               const SyJson    *json,
               SySourceVerdict *verdict)
{
  gboolean is_conditional = verdict->judgement == SY_JUDGEMENT_CONDITIONAL;
  SyJson list;
  guint length;

  if (sy_json_has (json, "branches") != is_conditional)
    sy_json_fail (json, SY_JSON_ERROR_VALUE,
                  _("needs branches if it is conditional, and only then"));
  if (!is_conditional)
    return;

  list = sy_json_member (json, "branches");
  length = sy_json_length (&list);
  for (guint i = 0; i < length && sy_json_is_sound (json); i++)
    {
      SyJson element = sy_json_element (&list, i);
      SyBranch branch = {
        .condition = sy_knowledge_refer (self, SY_NOUN_CONDITION, &element, "condition"),
        .side = sy_json_choice (&element, "side", single_sides),
      };

      sy_json_check_names (&element, SY_JSON_NAMES ("condition", "side"));
      g_array_append_val (verdict->branches, branch);
    }
  if (length == 0)
    sy_json_fail (&list, SY_JSON_ERROR_VALUE, _("is empty"));
}

static void
read_contradiction (const SyJson    *json,
                    SySourceVerdict *verdict)
{
  SyJson contradiction;

  verdict->contradicting = SY_SIDE_NEITHER;
  if (!sy_json_has (json, "contradiction"))
    return;

  contradiction = sy_json_member (json, "contradiction");
  sy_json_check_names (&contradiction, SY_JSON_NAMES ("side", "text"));
  verdict->contradicting = sy_json_choice (&contradiction, "side", single_sides);
  verdict->contradiction = sy_json_text (&contradiction, "text");
  if ((guint) verdict->contradicting == (guint) verdict->judgement)
    sy_json_fail (&contradiction, SY_JSON_ERROR_VALUE, _("agrees with the verdict"));
}

void
sy_noun_read_verdict (SyKnowledge  *self,
                      const SyJson *json,
                      gpointer      item)
{
  static const char *const bases[] = { "read", "stated", NULL };
  SySourceVerdict *verdict = item;

  verdict->branches = g_array_new (FALSE, FALSE, sizeof (SyBranch));
  verdict->source = sy_knowledge_refer (self, SY_NOUN_SOURCE, json, "source");
  verdict->criterion = sy_knowledge_refer (self, SY_NOUN_CRITERION, json, "criterion");
  verdict->judgement = sy_json_choice (json, "verdict", sy_judgement_names);
  verdict->is_stated = sy_json_choice (json, "basis", bases) == 1;
  verdict->line = read_line (json);
  verdict->text = sy_json_text (json, "text");
  read_branches (self, json, verdict);
  read_contradiction (json, verdict);
  sy_knowledge_tie_verdict (self, verdict, json);
}

char *
sy_noun_name_verdict (gconstpointer item)
{
  const SySourceVerdict *verdict = item;

  if (verdict->source == NULL || verdict->criterion == NULL)
    return NULL;

  return g_strdup_printf ("%s/%s", verdict->source->id, verdict->criterion->id);
}

void
sy_noun_clear_verdict (gpointer item)
{
  g_clear_pointer (&((SySourceVerdict *) item)->branches, g_array_unref);
}

void
sy_noun_read_doubt (SyKnowledge  *self,
                    const SyJson *json,
                    gpointer      item)
{
  SyDoubt *doubt = item;

  doubt->kind = sy_json_choice (json, "kind", sy_doubt_kind_names);
  doubt->claims = sy_knowledge_refer_all (self, SY_NOUN_CLAIM, json, "claims");
  doubt->references = sy_json_has (json, "references")
    ? sy_knowledge_refer_all (self, SY_NOUN_REFERENCE, json, "references")
    : g_ptr_array_new ();
  doubt->text = sy_json_text (json, "text");
  sy_knowledge_check_doubt (doubt, json);

  for (guint i = 0; i < doubt->claims->len && sy_json_is_sound (json); i++)
    g_ptr_array_add (((SyClaim *) doubt->claims->pdata[i])->doubts, doubt);
}

void
sy_noun_clear_doubt (gpointer item)
{
  SyDoubt *doubt = item;

  g_clear_pointer (&doubt->claims, g_ptr_array_unref);
  g_clear_pointer (&doubt->references, g_ptr_array_unref);
}

static void
read_places (SyKnowledge  *self,
             const SyJson *json,
             SySourceFact       *fact)
{
  SyJson list = sy_json_member (json, "places");
  guint length = sy_json_length (&list);

  for (guint i = 0; i < length && sy_json_is_sound (json); i++)
    {
      SyJson element = sy_json_element (&list, i);
      SyPlace place = {
        .source = sy_knowledge_refer (self, SY_NOUN_SOURCE, &element, "source"),
        .line = read_line (&element),
      };

      sy_json_check_names (&element, SY_JSON_NAMES ("source", "line"));
      g_array_append_val (fact->places, place);
    }
  if (length == 0)
    sy_json_fail (&list, SY_JSON_ERROR_VALUE, _("is empty"));
}

void
sy_noun_read_fact (SyKnowledge  *self,
                   const SyJson *json,
                   gpointer      item)
{
  SySourceFact *fact = item;

  fact->places = g_array_new (FALSE, FALSE, sizeof (SyPlace));
  fact->kind = sy_json_choice (json, "kind", sy_fact_kind_names);
  fact->side = sy_json_choice (json, "side", sy_side_names);
  fact->name = sy_json_text (json, "name");
  fact->text = sy_json_option (json, "text");
  fact->criteria = sy_knowledge_refer_all (self, SY_NOUN_CRITERION, json, "criteria");
  read_places (self, json, fact);
}

void
sy_noun_clear_fact (gpointer item)
{
  SySourceFact *fact = item;

  g_clear_pointer (&fact->criteria, g_ptr_array_unref);
  g_clear_pointer (&fact->places, g_array_unref);
}
