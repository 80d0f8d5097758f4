/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decision/sy-profile.h"

#include <glib/gi18n-lib.h>

#include "decision/sy-rulebook-private.h"

G_DEFINE_QUARK (sy-profile-error-quark, sy_profile_error)

const char *const sy_profile_examples[] = {
  "chat", "streaming", "public-api", "dashboard", "machine-learning", "shop", "iot-gateway", "crud",
  NULL
};

static GPtrArray *
new_ids (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

SyProfile *
sy_profile_new (void)
{
  SyProfile *self = g_new0 (SyProfile, 1);

  self->use_cases = new_ids ();
  self->actions = g_array_new (FALSE, FALSE, sizeof (SyAction));
  self->computes_on = SY_SIDE_NODE;
  self->languages = new_ids ();
  self->languages_unsure = new_ids ();
  self->must_haves = new_ids ();
  self->vetoed = new_ids ();
  self->priorities = new_ids ();
  self->sources_off = new_ids ();
  self->seed = 1;
  return self;
}

static gpointer
copy_id (gconstpointer id,
         gpointer      unused)
{
  return g_strdup (id);
}

static void
copy_ids (GPtrArray **ids)
{
  GPtrArray *copies = g_ptr_array_copy (*ids, copy_id, NULL);

  g_ptr_array_set_free_func (copies, g_free);
  *ids = copies;
}

SyProfile *
sy_profile_copy (const SyProfile *self)
{
  SyProfile *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->note = g_strdup (self->note);
  copy->actions = g_array_copy (self->actions);
  copy_ids (&copy->use_cases);
  copy_ids (&copy->languages);
  copy_ids (&copy->languages_unsure);
  copy_ids (&copy->must_haves);
  copy_ids (&copy->vetoed);
  copy_ids (&copy->priorities);
  copy_ids (&copy->sources_off);
  return copy;
}

void
sy_profile_free (SyProfile *self)
{
  g_free (self->name);
  g_free (self->note);
  g_ptr_array_unref (self->use_cases);
  g_array_unref (self->actions);
  g_ptr_array_unref (self->languages);
  g_ptr_array_unref (self->languages_unsure);
  g_ptr_array_unref (self->must_haves);
  g_ptr_array_unref (self->vetoed);
  g_ptr_array_unref (self->priorities);
  g_ptr_array_unref (self->sources_off);
  g_free (self);
}

gboolean
sy_profile_save (const SyProfile  *self,
                 const char       *path,
                 SyFileMode        mode,
                 GError          **error)
{
  gsize length;
  g_autofree char *text = sy_profile_to_json (self, &length);

  return sy_file_save (path, text, length, mode, error);
}

SyProfile *
sy_profile_load (const char        *path,
                 const SyRulebook  *rulebook,
                 GError           **error)
{
  gsize length;
  g_autofree char *text = sy_file_load (path, &length, error);

  return text != NULL ? sy_profile_from_json (text, (gssize) length, path, rulebook, error) : NULL;
}

/* From here on they are the words of the person who takes it. */
static void
translate_example (SyProfile *profile)
{
  g_autofree char *name = g_steal_pointer (&profile->name);
  g_autofree char *note = g_steal_pointer (&profile->note);

  profile->name = g_strdup (_(name));
  profile->note = g_strdup (_(note));
}

SyProfile *
sy_profile_load_example (const char        *name,
                         const SyRulebook  *rulebook,
                         GError           **error)
{
  g_autofree char *path = g_strdup_printf ("examples/%s.json", name);
  g_autoptr(GBytes) bytes = NULL;
  SyProfile *profile;
  gconstpointer text;
  gsize length;

  if (!g_strv_contains (sy_profile_examples, name))
    {
      g_set_error (error, SY_PROFILE_ERROR, SY_PROFILE_ERROR_NOT_FOUND,
                   _("There is no example “%s”"), name);
      return NULL;
    }

  bytes = sy_rulebook_fetch (path, error);
  if (bytes == NULL)
    return NULL;

  text = g_bytes_get_data (bytes, &length);
  profile = sy_profile_from_json (text, (gssize) length, path, rulebook, error);
  if (profile != NULL)
    translate_example (profile);

  return profile;
}
