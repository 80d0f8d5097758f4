/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SyFact:
 * @key: its name in saved runs
 * @description: what it is, for people, untranslated
 * @must_agree: whether two runs that differ in it cannot be compared
 * @read: gives its text, or %NULL where it cannot be told; reads files below the root given
 *
 * One thing worth knowing about the machine and the software under a run.
 */
typedef struct
{
  const char *key;
  const char *description;
  gboolean    must_agree;
  char     *(*read) (const char *root);
} SyFact;

/* The table of facts; @n_facts (out). */
const SyFact *sy_facts_get  (guint      *n_facts);

/* %NULL where there is none of that key. */
const SyFact *sy_facts_find (const char *key);

G_END_DECLS
