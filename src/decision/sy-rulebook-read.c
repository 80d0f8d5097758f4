/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "core/sy-json-strict.h"
#include "decision/sy-rulebook-private.h"

/* The bits of must-haves. */
enum { MAX_OPTIONS = 64 };

static void
fail_unknown (const SyJson *json,
              const char   *id)
{
  sy_json_fail (json, SY_JSON_ERROR_VALUE, _("There is no “%s”"), id);
}

/* The texts of a list that may be missing. */
static const char **
read_words (const SyJson *json,
            const char   *name)
{
  SyJson list = { .node = NULL };
  guint length = 0;
  const char **words;

  if (sy_json_has (json, name))
    {
      list = sy_json_member (json, name);
      length = sy_json_length (&list);
    }
  words = g_new0 (const char *, length + 1);
  for (guint i = 0; i < length; i++)
    {
      SyJson element = sy_json_element (&list, i);

      words[i] = sy_json_as_string (&element);
    }

  return words;
}

static const SyOption *
refer_to_option (const SyRulebook *self,
                 const SyJson     *json)
{
  const char *id = sy_json_as_string (json);
  const SyOption *option = sy_rulebook_find_option (self, id);

  if (option == NULL)
    fail_unknown (json, id);

  return option;
}

static const SyCriterion *
refer_to_criterion (const SyRulebook *self,
                    const SyJson     *json)
{
  const char *id = sy_json_string (json, "criterion");
  const SyCriterion *criterion = sy_knowledge_find_criterion (self->knowledge, id);
  SyJson member = sy_json_member (json, "criterion");

  if (criterion == NULL)
    fail_unknown (&member, id);

  return criterion;
}

/* Its neighbours stand before it, so that none can lie between itself and another. */
static void
read_between (SyRulebook   *self,
              SyOption     *option,
              const SyJson *json)
{
  SyJson between;

  if (!sy_json_has (json, "between"))
    return;

  between = sy_json_member (json, "between");
  if (sy_json_length (&between) != G_N_ELEMENTS (option->between))
    sy_json_fail (&between, SY_JSON_ERROR_VALUE, _("does not name two options"));
  for (guint i = 0; i < G_N_ELEMENTS (option->between); i++)
    {
      SyJson element = sy_json_element (&between, i);

      option->between[i] = refer_to_option (self, &element);
    }
}

static void
read_option (SyRulebook   *self,
             const SyJson *json)
{
  static const char *const sides[] = { "node", "python", NULL };
  SyOption *option = g_new0 (SyOption, 1);
  SyJson id = sy_json_member (json, "id");

  sy_json_check_names (json, SY_JSON_NAMES ("id", "name", "text", "language", "side", "between",
                                            "arms"));
  option->id = sy_json_id (json, "id");
  option->name = sy_json_translated (json, "name");
  option->text = sy_json_translated (json, "text");
  option->language = sy_json_id (json, "language");
  option->side = sy_json_choice (json, "side", sides) == 0 ? SY_SIDE_NODE : SY_SIDE_PYTHON;
  option->arms = read_words (json, "arms");
  read_between (self, option, json);
  if (sy_rulebook_find_option (self, option->id) != NULL)
    sy_json_fail (&id, SY_JSON_ERROR_VALUE, _("“%s” is there twice"), option->id);
  g_ptr_array_add (self->options, option);
  if (self->options->len > MAX_OPTIONS)
    sy_json_fail (json, SY_JSON_ERROR_VALUE, _("is one too many"));
}

static void
read_must_have (SyRulebook   *self,
                const SyJson *json)
{
  SyMustHave *must_have = g_new0 (SyMustHave, 1);
  SyJson list = sy_json_member (json, "options");
  guint index;

  sy_json_check_names (json, SY_JSON_NAMES ("id", "text", "options"));
  must_have->id = sy_json_id (json, "id");
  must_have->text = sy_json_translated (json, "text");
  for (guint i = 0; i < sy_json_length (&list); i++)
    {
      SyJson element = sy_json_element (&list, i);
      const SyOption *option = refer_to_option (self, &element);

      if (g_ptr_array_find (self->options, option, &index))
        must_have->options |= G_GUINT64_CONSTANT (1) << index;
    }
  g_ptr_array_add (self->must_haves, must_have);
}

/* The index of a text in a list of words. */
static guint
read_word (const SyJson      *json,
           const char *const *words)
{
  const char *word = sy_json_as_string (json);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;

  fail_unknown (json, word);
  return 0;
}

static guint
read_bits (const SyJson      *json,
           const char        *name,
           const char *const *words)
{
  SyJson list;
  guint bits = 0;

  if (!sy_json_has (json, name))
    return 0;

  list = sy_json_member (json, name);
  for (guint i = 0; i < sy_json_length (&list); i++)
    {
      SyJson element = sy_json_element (&list, i);

      bits |= 1u << read_word (&element, words);
    }

  return bits;
}

static const SySourceFact *
refer_to_rule (const SyRulebook *self,
               const SyJson     *json)
{
  const char *id = sy_json_as_string (json);
  guint n_facts;
  const SySourceFact *const *facts = sy_knowledge_get_facts (self->knowledge, &n_facts);

  for (guint i = 0; i < n_facts; i++)
    if (facts[i]->kind == SY_FACT_RULE && g_str_equal (facts[i]->id, id))
      return facts[i];

  fail_unknown (json, id);
  return NULL;
}

static void
read_rule (SyRulebook   *self,
           const SyJson *json)
{
  SyRule *rule = g_new0 (SyRule, 1);
  SyJson fact = sy_json_member (json, "fact");

  sy_json_check_names (json, SY_JSON_NAMES ("fact", "traits", "first"));
  rule->fact = refer_to_rule (self, &fact);
  rule->traits = read_bits (json, "traits", sy_trait_names);
  rule->first = read_words (json, "first");
  if (rule->traits == 0 && rule->first[0] == NULL)
    sy_json_fail (json, SY_JSON_ERROR_VALUE, _("does not say when the rule applies"));
  g_ptr_array_add (self->rules, rule);
}

static void
read_part (SyRulebook   *self,
           const SyJson *json)
{
  static const char *const sides[] = { "node", "python", NULL };
  SyPart *part = g_new0 (SyPart, 1);

  sy_json_check_names (json, SY_JSON_NAMES ("trait", "criterion", "side", "text"));
  part->trait = (SyTrait) sy_json_choice (json, "trait", sy_trait_names);
  part->criterion = refer_to_criterion (self, json);
  part->side = sy_json_choice (json, "side", sides) == 0 ? SY_SIDE_NODE : SY_SIDE_PYTHON;
  part->text = sy_json_translated (json, "text");
  g_ptr_array_add (self->parts, part);
}

static void
read_measurable (SyRulebook   *self,
                 const SyJson *json)
{
  static const char *const means[] = { "runtimes", "models", NULL };
  SyMeasurable *measurable = g_new0 (SyMeasurable, 1);

  sy_json_check_names (json, SY_JSON_NAMES ("criterion", "measures", "by"));
  measurable->criterion = refer_to_criterion (self, json);
  measurable->measures = read_bits (json, "measures", sy_measure_names);
  measurable->is_model = sy_json_choice (json, "by", means) == 1;
  g_ptr_array_add (self->measurables, measurable);
}

static void
read_need (SyRulebook   *self,
           const SyJson *json)
{
  SyNeed *need = g_new0 (SyNeed, 1);

  sy_json_check_names (json, SY_JSON_NAMES ("criterion", "trait"));
  need->criterion = refer_to_criterion (self, json);
  need->trait = (SyTrait) sy_json_choice (json, "trait", sy_trait_names);
  g_ptr_array_add (self->needs, need);
}

static void
read_asynchronous (SyRulebook   *self,
                   const SyJson *json)
{
  SyAsynchronous *asynchronous = g_new0 (SyAsynchronous, 1);

  sy_json_check_names (json, SY_JSON_NAMES ("criterion", "why"));
  asynchronous->criterion = refer_to_criterion (self, json);
  asynchronous->why = sy_json_translated (json, "why");
  g_ptr_array_add (self->asynchronous, asynchronous);
}

typedef void (*ReadItem) (SyRulebook   *self,
                          const SyJson *json);

/* What the files hold: names of lists and how their items are read, in this order. */
static const struct
{
  const char *file;
  const char *list;
  ReadItem    read;
} lists[] = {
  { "options.json", "options", read_option },
  { "options.json", "must_haves", read_must_have },
  { "rules.json", "rules", read_rule },
  { "rules.json", "parts", read_part },
  { "rules.json", "measurables", read_measurable },
  { "rules.json", "needs", read_need },
  { "rules.json", "asynchronous", read_asynchronous },
};

void
sy_rulebook_read (SyRulebook   *self,
                  const char   *file,
                  const SyJson *json)
{
  const char *names[G_N_ELEMENTS (lists) + 1] = { NULL };
  guint n_names = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].file, file))
      {
        SyJson list = sy_json_member (json, lists[i].list);
        guint length = sy_json_length (&list);

        names[n_names++] = lists[i].list;
        for (guint j = 0; j < length && sy_json_is_sound (json); j++)
          {
            SyJson element = sy_json_element (&list, j);

            lists[i].read (self, &element);
          }
      }
  sy_json_check_names (json, names);
}
