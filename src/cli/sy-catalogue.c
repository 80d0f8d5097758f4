/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-catalogue.h"

#include <glib/gi18n-lib.h>

#include "cli/sy-terminal.h"
#include "cli/sy-words.h"
#include "core/sy-json-writer.h"

struct _SyCatalogue
{
  gboolean      is_json;
  SyJsonWriter *writer;
  GString      *text;
};

SyCatalogue *
sy_catalogue_new (const char *name,
                  gboolean    is_json)
{
  SyCatalogue *self = g_new0 (SyCatalogue, 1);

  self->is_json = is_json;
  self->text = g_string_new (NULL);
  self->writer = sy_json_writer_new ();
  sy_json_writer_begin_object (self->writer, NULL);
  sy_json_writer_begin_array (self->writer, name);
  return self;
}

void
sy_catalogue_free (SyCatalogue *self)
{
  sy_json_writer_free (self->writer);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
add_json (SyCatalogue *self,
          const char  *id,
          const char  *name,
          const char  *summary,
          const char  *key,
          const char  *value)
{
  sy_json_writer_begin_object (self->writer, NULL);
  sy_json_writer_add_string (self->writer, "id", id);
  sy_json_writer_add_string (self->writer, "name", name);
  sy_json_writer_add_string (self->writer, "summary", summary);
  if (key != NULL)
    sy_json_writer_add_string (self->writer, key, value);
  sy_json_writer_end_object (self->writer);
}

void
sy_catalogue_add (SyCatalogue *self,
                  const char  *id,
                  const char  *name,
                  const char  *summary,
                  const char  *key,
                  const char  *value)
{
  g_autofree char *lines = sy_words_wrap (_(summary), "    ", 80);
  g_autofree char *line = NULL;

  if (key != NULL)
    /* Translators: the name of a workload, and the steps it stands for. */
    line = g_strdup_printf (_("%s: %s"), _(name), value);
  add_json (self, id, name, summary, key, value);
  sy_terminal_append (self->text, SY_STYLE_STRONG, id);
  g_string_append_printf (self->text, "  %s\n%s", line != NULL ? line : _(name), lines);
}

void
sy_catalogue_print (SyCatalogue *self)
{
  gsize length;
  g_autofree char *json = NULL;

  sy_json_writer_end_array (self->writer);
  sy_json_writer_end_object (self->writer);
  json = sy_json_writer_finish (self->writer, &length);

  if (self->is_json)
    sy_terminal_write (json);
  else
    g_print ("%s", self->text->str);
}
