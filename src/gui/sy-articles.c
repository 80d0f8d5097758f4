/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-articles.h"

typedef struct
{
  SyKnowledge *knowledge;
  GError      *error;
} Articles;

static gpointer
load (gpointer data)
{
  Articles *self = g_new0 (Articles, 1);

  self->knowledge = sy_knowledge_load (NULL, &self->error);

  return self;
}

const SyKnowledge *
sy_articles_get (const char **problem)
{
  static GOnce once = G_ONCE_INIT;
  const Articles *articles = g_once (&once, load, NULL);

  if (problem != NULL)
    *problem = articles->error != NULL ? articles->error->message : NULL;

  return articles->knowledge;
}
