/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "knowledge/sy-knowledge-private.h"

static gpointer
refer_to (const SyKnowledge *self,
          SyNoun             noun,
          const SyJson      *json)
{
  const char *id = sy_json_as_string (json);
  gpointer item = g_hash_table_lookup (self->by_id[noun], id);

  if (item == NULL)
    sy_json_fail (json, SY_JSON_ERROR_VALUE, _("“%s” is not in %s"), id, sy_nouns[noun].file);

  return item;
}

gpointer
sy_knowledge_refer (const SyKnowledge *self,
                    SyNoun             noun,
                    const SyJson      *json,
                    const char        *name)
{
  SyJson member = sy_json_member (json, name);

  return refer_to (self, noun, &member);
}

GPtrArray *
sy_knowledge_refer_all (const SyKnowledge *self,
                        SyNoun             noun,
                        const SyJson      *json,
                        const char        *name)
{
  SyJson list = sy_json_member (json, name);
  guint length = sy_json_length (&list);
  GPtrArray *items = g_ptr_array_sized_new (length);

  for (guint i = 0; i < length && sy_json_is_sound (json); i++)
    {
      SyJson element = sy_json_element (&list, i);
      gpointer item = refer_to (self, noun, &element);

      if (g_ptr_array_find (items, item, NULL))
        sy_json_fail (&element, SY_JSON_ERROR_VALUE, _("“%s” is there twice"),
                      sy_json_as_string (&element));
      g_ptr_array_add (items, item);
    }
  if (length == 0)
    sy_json_fail (&list, SY_JSON_ERROR_VALUE, _("is empty"));

  return items;
}

static guint
count_sources (const GPtrArray *claims)
{
  guint n_sources = 0;

  for (guint i = 0; i < claims->len; i++)
    {
      guint earlier = 0;

      while (((const SyClaim *) claims->pdata[earlier])->source
             != ((const SyClaim *) claims->pdata[i])->source)
        earlier++;
      n_sources += earlier == i;
    }

  return n_sources;
}

void
sy_knowledge_check_doubt (const SyDoubt *doubt,
                          const SyJson  *json)
{
  guint n_sources;

  if (!sy_json_is_sound (json))
    return;

  n_sources = count_sources (doubt->claims);
  if (doubt->kind == SY_DOUBT_WITHIN && (n_sources != 1 || doubt->claims->len < 2))
    sy_json_fail (json, SY_JSON_ERROR_VALUE,
                  _("a doubt within a source needs two claims of one source"));
  else if (doubt->kind == SY_DOUBT_BETWEEN && n_sources < 2)
    sy_json_fail (json, SY_JSON_ERROR_VALUE,
                  _("a doubt between sources needs claims of two sources"));
  else if ((doubt->kind == SY_DOUBT_DOCUMENTATION) != (doubt->references->len > 0))
    sy_json_fail (json, SY_JSON_ERROR_VALUE,
                  _("a doubt names references if it is about the documentation, and only then"));
}

void
sy_knowledge_tie_verdict (const SyKnowledge     *self,
                          const SySourceVerdict *verdict,
                          const SyJson          *json)
{
  const GPtrArray *claims = self->items[SY_NOUN_CLAIM];
  gboolean is_tied = FALSE;

  if (!sy_json_is_sound (json))
    return;

  if (sy_knowledge_find_verdict (self, verdict->source, verdict->criterion) != NULL)
    sy_json_fail (json, SY_JSON_ERROR_VALUE, _("a second verdict of “%s” on “%s”"),
                  verdict->source->id, verdict->criterion->id);

  for (guint i = 0; i < claims->len; i++)
    {
      SyClaim *claim = claims->pdata[i];

      if (claim->source != verdict->source || claim->criterion != verdict->criterion)
        continue;
      claim->verdict = verdict;
      is_tied = TRUE;
    }
  if (!is_tied)
    sy_json_fail (json, SY_JSON_ERROR_VALUE, _("“%s” makes no claim on “%s”"),
                  verdict->source->id, verdict->criterion->id);
}

void
sy_knowledge_check_claims (const SyKnowledge *self,
                           const SyJson      *json)
{
  const GPtrArray *claims = self->items[SY_NOUN_CLAIM];
  SyJson list = sy_json_member (json, sy_nouns[SY_NOUN_VERDICT].member);

  for (guint i = 0; i < claims->len; i++)
    {
      const SyClaim *claim = claims->pdata[i];

      if (claim->verdict == NULL)
        sy_json_fail (&list, SY_JSON_ERROR_MISSING,
                      _("that of “%s” on “%s” is missing, which “%s” is about"),
                      claim->source->id, claim->criterion->id, claim->id);
    }
}
