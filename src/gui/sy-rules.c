/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-rules.h"

#include <gio/gio.h>

#include "gui/sy-articles.h"

typedef struct
{
  SyRulebook *rulebook;
  GError     *error;
} Rules;

static gpointer
load (gpointer data)
{
  static Rules rules;
  const char *problem;
  const SyKnowledge *knowledge = sy_articles_get (&problem);

  if (knowledge != NULL)
    rules.rulebook = sy_rulebook_load (knowledge, NULL, &rules.error);
  else
    g_set_error_literal (&rules.error, G_IO_ERROR, G_IO_ERROR_FAILED, problem);

  return &rules;
}

const SyRulebook *
sy_rules_get (const char **problem)
{
  static GOnce once = G_ONCE_INIT;
  const Rules *rules = g_once (&once, load, NULL);

  if (problem != NULL)
    *problem = rules->error != NULL ? rules->error->message : NULL;

  return rules->rulebook;
}
