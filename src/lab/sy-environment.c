/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-environment.h"

#include <glib/gi18n-lib.h>

#include "lab/sy-facts.h"

typedef struct
{
  char *key;
  char *value;
} Entry;

struct _SyEnvironment
{
  GArray *entries;
};

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
  g_free (entry->value);
}

SyEnvironment *
sy_environment_new_empty (void)
{
  SyEnvironment *self = g_new0 (SyEnvironment, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);

  return self;
}

SyEnvironment *
sy_environment_new_below (const char *root)
{
  SyEnvironment *self = sy_environment_new_empty ();
  guint n_facts;
  const SyFact *facts = sy_facts_get (&n_facts);

  for (guint i = 0; i < n_facts; i++)
    {
      g_autofree char *value = facts[i].read (root);

      if (value != NULL && *value != '\0')
        sy_environment_add (self, facts[i].key, value);
    }

  return self;
}

SyEnvironment *
sy_environment_new_here (void)
{
  return sy_environment_new_below ("/");
}

void
sy_environment_free (SyEnvironment *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

void
sy_environment_add (SyEnvironment *self,
                    const char    *key,
                    const char    *value)
{
  Entry entry = { .key = g_strdup (key), .value = g_utf8_make_valid (value, -1) };

  g_array_append_val (self->entries, entry);
}

const char *
sy_environment_get (const SyEnvironment *self,
                    const char          *key)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (g_str_equal (g_array_index (self->entries, Entry, i).key, key))
      return g_array_index (self->entries, Entry, i).value;

  return NULL;
}

guint
sy_environment_count (const SyEnvironment *self)
{
  return self->entries->len;
}

void
sy_environment_get_nth (const SyEnvironment  *self,
                        guint                 n,
                        const char          **key,
                        const char          **value)
{
  const Entry *entry = &g_array_index (self->entries, Entry, n);

  g_assert (n < self->entries->len);

  *key = entry->key;
  *value = entry->value;
}

const char *
sy_environment_describe (const char *key)
{
  const SyFact *fact = sy_facts_find (key);

  return fact != NULL ? fact->description : NULL;
}

const char *
sy_environment_say (const char *value)
{
  static const char *const words[] = { N_("yes"), N_("no") };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (value, words[i]) == 0)
      return _(words[i]);

  return value;
}

char **
sy_environment_compare (const SyEnvironment *self,
                        const SyEnvironment *other)
{
  g_autoptr(GStrvBuilder) keys = g_strv_builder_new ();
  guint n_facts;
  const SyFact *facts = sy_facts_get (&n_facts);

  for (guint i = 0; i < n_facts; i++)
    {
      const char *key = facts[i].key;

      if (facts[i].must_agree &&
          g_strcmp0 (sy_environment_get (self, key), sy_environment_get (other, key)) != 0)
        g_strv_builder_add (keys, key);
    }

  return g_strv_builder_end (keys);
}
