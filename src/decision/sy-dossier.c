/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decision/sy-dossier.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "decision/sy-weights.h"

#define EXTENSION ".steelyard-decision"

/* As long as an id can be that is a file's name everywhere. */
#define MAX_ID 64

G_DEFINE_QUARK (sy-dossier-error-quark, sy_dossier_error)

static SyDossier *
new_bare (void)
{
  SyDossier *self = g_new0 (SyDossier, 1);

  self->runs = g_ptr_array_new_with_free_func (g_free);

  return self;
}

SyDossier *
sy_dossier_new (const SyProfile *profile)
{
  SyDossier *self = new_bare ();
  g_autofree char *time = NULL;

  self->created = g_date_time_new_now_utc ();
  time = g_date_time_format (self->created, "%Y-%m-%dT%H-%M-%SZ");
  self->id = g_strdup_printf ("%s-%04x", time, g_random_int () & 0xffff);
  self->profile = sy_profile_copy (profile);

  return self;
}

SyDossier *
sy_dossier_copy (const SyDossier  *self,
                 const SyRulebook *rulebook)
{
  SyDossier *copy = new_bare ();

  copy->id = g_strdup (self->id);
  copy->created = g_date_time_ref (self->created);
  copy->profile = sy_profile_copy (self->profile);
  for (guint i = 0; i < self->runs->len; i++)
    g_ptr_array_add (copy->runs, g_strdup (self->runs->pdata[i]));
  copy->weights = sy_weights_copy (self->weights, rulebook->knowledge);
  copy->answer = self->answer;
  copy->share = self->share;
  copy->percent = self->percent;

  return copy;
}

void
sy_dossier_free (SyDossier *self)
{
  g_free (self->id);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->profile, sy_profile_free);
  g_ptr_array_unref (self->runs);
  g_free (self->weights);
  g_free (self);
}

static void
write_answer (const SyDossier *self,
              SyJsonWriter    *writer)
{
  sy_json_writer_begin_object (writer, "answer");
  sy_json_writer_add_string (writer, "option", self->answer->id);
  sy_json_writer_add_double (writer, "share", self->share);
  sy_json_writer_add_int (writer, "percent", self->percent);
  sy_json_writer_end_object (writer);
}

char *
sy_dossier_to_json (const SyDossier  *self,
                    const SyRulebook *rulebook,
                    gsize            *length)
{
  g_autoptr(SyJsonWriter) writer = sy_json_writer_new ();
  g_autofree char *created = g_date_time_format_iso8601 (self->created);

  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "format", SY_DOSSIER_FORMAT);
  sy_json_writer_add_int (writer, "schema_version", SY_DOSSIER_VERSION);
  sy_json_writer_add_string (writer, "id", self->id);
  sy_json_writer_add_string (writer, "created", created);
  sy_profile_write (self->profile, writer, "profile");
  sy_json_writer_begin_array (writer, "runs");
  for (guint i = 0; i < self->runs->len; i++)
    sy_json_writer_add_string (writer, NULL, self->runs->pdata[i]);
  sy_json_writer_end_array (writer);
  if (self->weights != NULL)
    sy_weights_write (self->weights, rulebook->knowledge, "weights", writer);
  if (self->answer != NULL)
    write_answer (self, writer);
  sy_json_writer_end_object (writer);

  return sy_json_writer_finish (writer, length);
}

/* Nothing that could lead out of the folder. */
static gboolean
is_id (const char *text)
{
  gsize length = strlen (text);

  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '-')
      return FALSE;

  return length > 0 && length <= MAX_ID;
}

static char *
read_id (const SyJson *json)
{
  const char *id = sy_json_as_string (json);

  if (sy_json_is_sound (json) && !is_id (id))
    sy_json_fail (json, SY_JSON_ERROR_VALUE, _("“%s” is not an id"), id);

  return g_strdup (id);
}

static void
read_created (SyDossier    *self,
              const SyJson *json)
{
  SyJson member = sy_json_member (json, "created");
  const char *text = sy_json_as_string (&member);

  self->created = g_date_time_new_from_iso8601 (text, NULL);
  if (sy_json_is_sound (json) && self->created == NULL)
    sy_json_fail (&member, SY_JSON_ERROR_VALUE, _("“%s” is not a time"), text);
}

static void
read_runs (SyDossier    *self,
           const SyJson *json)
{
  SyJson runs = sy_json_member (json, "runs");
  guint n_runs = sy_json_length (&runs);

  for (guint i = 0; i < n_runs; i++)
    {
      SyJson run = sy_json_element (&runs, i);

      g_ptr_array_add (self->runs, read_id (&run));
    }
}

static void
read_answer (SyDossier        *self,
             const SyRulebook *rulebook,
             const SyJson     *json)
{
  SyJson answer = sy_json_member (json, "answer");
  SyJson option = sy_json_member (&answer, "option");
  const char *id = sy_json_as_string (&option);

  self->share = sy_json_double (&answer, "share", 0, 1);
  self->percent = (guint) (sy_json_has (&answer, "percent")
                           ? sy_json_int (&answer, "percent", 0, 100) : round (self->share * 100));
  self->answer = sy_rulebook_find_option (rulebook, id);
  if (sy_json_is_sound (json) && self->answer == NULL)
    sy_json_fail (&option, SY_JSON_ERROR_VALUE, _("there is no option “%s”"), id);
}

/* A profile is a document of its own: read as one, and its errors led by the way to it. */
static gboolean
read_profile (SyDossier         *self,
              const SyRulebook  *rulebook,
              const SyJson      *json,
              GError           **error)
{
  SyJson profile = sy_json_member (json, "profile");
  g_autofree char *label = g_strdup_printf ("%s: profile", json->name);
  g_autofree char *text = NULL;

  if (!sy_json_is_sound (json))
    return TRUE;

  text = json_to_string (profile.node, FALSE);
  self->profile = sy_profile_from_json (text, -1, label, rulebook, error);

  return self->profile != NULL;
}

/* Told apart first: what a later program wrote is not damaged. */
static gboolean
check_format (const SyJson  *json,
              GError       **error)
{
  const char *format = sy_json_string (json, "format");
  gint64 version = sy_json_int (json, "schema_version", 1, G_MAXINT32);

  if (!sy_json_is_sound (json))
    return TRUE;
  if (!g_str_equal (format, SY_DOSSIER_FORMAT))
    {
      g_set_error (error, SY_DOSSIER_ERROR, SY_DOSSIER_ERROR_INVALID,
                   /* Translators: a file, what kind it says it is, what it should be. */
                   _("%s: format: “%s” is not “%s”"), json->name, format, SY_DOSSIER_FORMAT);
      return FALSE;
    }
  if (version > SY_DOSSIER_VERSION)
    {
      g_set_error (error, SY_DOSSIER_ERROR, SY_DOSSIER_ERROR_TOO_NEW,
                   _("%s: written by a later version of Steelyard (schema %" PRId64
                     "): update Steelyard to read it"),
                   json->name, version);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_dossier (SyDossier         *self,
              const SyRulebook  *rulebook,
              const SyJson      *json,
              GError           **error)
{
  SyJson id = sy_json_member (json, "id");

  self->id = read_id (&id);
  read_created (self, json);
  read_runs (self, json);
  if (sy_json_has (json, "weights"))
    self->weights = sy_weights_read (json, rulebook->knowledge, "weights");
  if (sy_json_has (json, "answer"))
    read_answer (self, rulebook, json);

  return read_profile (self, rulebook, json, error);
}

SyDossier *
sy_dossier_from_json (const char        *text,
                      gssize             length,
                      const char        *label,
                      const SyRulebook  *rulebook,
                      GError           **error)
{
  g_autoptr(JsonNode) document = sy_json_parse (text, length, label, error);
  g_autoptr(SyDossier) self = new_bare ();
  g_autoptr(GError) problem = NULL;
  SyJson json;

  if (document == NULL)
    return NULL;

  json = sy_json_root (document, label, &problem);
  if (!check_format (&json, error) || !read_dossier (self, rulebook, &json, error))
    return NULL;
  if (problem == NULL)
    return g_steal_pointer (&self);

  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

gboolean
sy_dossier_save (const SyDossier   *self,
                 const SyRulebook  *rulebook,
                 GError           **error)
{
  gsize length;
  g_autofree char *text = sy_dossier_to_json (self, rulebook, &length);
  g_autofree char *path = sy_dossier_get_path (self);

  return sy_file_save (path, text, length, SY_FILE_REPLACE, error);
}

SyDossier *
sy_dossier_load (const char        *path,
                 const SyRulebook  *rulebook,
                 GError           **error)
{
  gsize length;
  g_autofree char *text = sy_file_load (path, &length, error);

  return text != NULL ? sy_dossier_from_json (text, (gssize) length, path, rulebook, error) : NULL;
}

char *
sy_dossier_get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "steelyard", "decisions", NULL);
}

char *
sy_dossier_get_path (const SyDossier *self)
{
  g_autofree char *folder = sy_dossier_get_folder ();
  g_autofree char *name = g_strconcat (self->id, EXTENSION, NULL);

  return g_build_filename (folder, name, NULL);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return -strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
sy_dossier_list_paths (void)
{
  g_autofree char *folder = sy_dossier_get_folder ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new ();

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_suffix (name, EXTENSION) && *name != '.')
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_newest_first);
  g_ptr_array_add (paths, NULL);

  return (char **) g_ptr_array_free (paths, FALSE);
}
