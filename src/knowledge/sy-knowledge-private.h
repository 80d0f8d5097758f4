/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sy-json-strict.h"
#include "knowledge/sy-knowledge.h"

G_BEGIN_DECLS

/* In the order they are read: a noun refers to earlier ones alone. */
typedef enum
{
  SY_NOUN_OBJECTIVE,
  SY_NOUN_CRITERION,
  SY_NOUN_CLUSTER,
  SY_NOUN_SOURCE,
  SY_NOUN_REFERENCE,
  SY_NOUN_CONDITION,
  SY_NOUN_OBSTACLE,
  SY_NOUN_RECIPE,
  SY_NOUN_CLAIM,
  SY_NOUN_VERDICT,
  SY_NOUN_DOUBT,
  SY_NOUN_FACT,
  SY_N_NOUNS,
} SyNoun;

/**
 * SyKnowledge:
 * @documents: the parsed files, which own every text
 * @items: by noun, in the order of the file
 * @by_id: by noun
 */
struct _SyKnowledge
{
  GPtrArray  *documents;
  GPtrArray  *items[SY_N_NOUNS];
  GHashTable *by_id[SY_N_NOUNS];
};

/**
 * SyNounInfo:
 * @file: where it is read from
 * @member: the list in that file
 * @size: of one item, which begins with its id if it @has_id
 * @names: (array zero-terminated=1): the members an item may have
 * @read: fills an item, which is all zero, from its place
 * @clear: frees what an item owns beside itself, however much of it was read
 * @name: (nullable): what to call an item without id in messages, or %NULL if that was not read
 */
typedef struct
{
  const char         *file;
  const char         *member;
  gsize               size;
  gboolean            has_id;
  const char *const  *names;
  void              (*read)  (SyKnowledge  *self,
                              const SyJson *json,
                              gpointer      item);
  void              (*clear) (gpointer      item);
  char             *(*name)  (gconstpointer item);
} SyNounInfo;

extern const SyNounInfo sy_nouns[SY_N_NOUNS];

/* The readers and clearers of that table. */
void sy_noun_read_objective (SyKnowledge  *self,
                             const SyJson *json,
                             gpointer      item);
void sy_noun_read_criterion (SyKnowledge  *self,
                             const SyJson *json,
                             gpointer      item);
void sy_noun_read_cluster   (SyKnowledge  *self,
                             const SyJson *json,
                             gpointer      item);
void sy_noun_read_source    (SyKnowledge  *self,
                             const SyJson *json,
                             gpointer      item);
void sy_noun_read_reference (SyKnowledge  *self,
                             const SyJson *json,
                             gpointer      item);
void sy_noun_read_condition (SyKnowledge  *self,
                             const SyJson *json,
                             gpointer      item);
void sy_noun_read_obstacle  (SyKnowledge  *self,
                             const SyJson *json,
                             gpointer      item);
void sy_noun_read_recipe    (SyKnowledge  *self,
                             const SyJson *json,
                             gpointer      item);
void sy_noun_read_claim     (SyKnowledge  *self,
                             const SyJson *json,
                             gpointer      item);
void sy_noun_read_verdict   (SyKnowledge  *self,
                             const SyJson *json,
                             gpointer      item);
void sy_noun_read_doubt     (SyKnowledge  *self,
                             const SyJson *json,
                             gpointer      item);
void sy_noun_read_fact      (SyKnowledge  *self,
                             const SyJson *json,
                             gpointer      item);

char *sy_noun_name_verdict   (gconstpointer item) G_GNUC_WARN_UNUSED_RESULT;

void sy_noun_clear_criterion (gpointer item);
void sy_noun_clear_claim     (gpointer item);
void sy_noun_clear_verdict   (gpointer item);
void sy_noun_clear_doubt     (gpointer item);
void sy_noun_clear_fact      (gpointer item);

/* Without anything in it. */
SyKnowledge *sy_knowledge_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* What is called as the member says; %NULL, reported, where nothing is. */
gpointer    sy_knowledge_refer       (const SyKnowledge *self,
                                      SyNoun             noun,
                                      const SyJson      *json,
                                      const char        *name);

/* The same for a list of ids, none of them twice. */
GPtrArray  *sy_knowledge_refer_all   (const SyKnowledge *self,
                                      SyNoun             noun,
                                      const SyJson      *json,
                                      const char        *name);

/* Whether a doubt has what its kind calls for. */
void        sy_knowledge_check_doubt (const SyDoubt     *doubt,
                                      const SyJson      *json);

/* Ties the claims a verdict is about to it; there must be some, and no other verdict on them. */
void        sy_knowledge_tie_verdict (const SyKnowledge     *self,
                                      const SySourceVerdict *verdict,
                                      const SyJson          *json);

/* Whether every claim is tied to a verdict, once all of these were read from @json. */
void        sy_knowledge_check_claims (const SyKnowledge *self,
                                       const SyJson      *json);

G_END_DECLS
