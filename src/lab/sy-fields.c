/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-fields.h"

#include "stats/sy-histogram.h"

/* Where a value is: a field of a record. */
#define AT(type, record, offset) ((type *) (void *) ((char *) (record) + (offset)))
#define CONST_AT(type, record, offset) \
  ((const type *) (const void *) ((const char *) (record) + (offset)))

typedef void (*WriteFunc) (const SyField *field,
                           gconstpointer  record,
                           SyJsonWriter  *writer);
typedef void (*ReadFunc) (const SyField *field,
                          gpointer       record,
                          const SyJson  *json);

static void
write_boolean (const SyField *field,
               gconstpointer  record,
               SyJsonWriter  *writer)
{
  sy_json_writer_add_boolean (writer, field->name, *CONST_AT (gboolean, record, field->offset));
}

static void
read_boolean (const SyField *field,
              gpointer       record,
              const SyJson  *json)
{
  *AT (gboolean, record, field->offset) = sy_json_boolean (json, field->name);
}

static void
write_uint (const SyField *field,
            gconstpointer  record,
            SyJsonWriter  *writer)
{
  sy_json_writer_add_int (writer, field->name, *CONST_AT (guint, record, field->offset));
}

static void
read_uint (const SyField *field,
           gpointer       record,
           const SyJson  *json)
{
  *AT (guint, record, field->offset) =
    (guint) sy_json_int (json, field->name, field->min, field->max);
}

static void
write_int64 (const SyField *field,
             gconstpointer  record,
             SyJsonWriter  *writer)
{
  sy_json_writer_add_int (writer, field->name, *CONST_AT (gint64, record, field->offset));
}

static void
read_int64 (const SyField *field,
            gpointer       record,
            const SyJson  *json)
{
  *AT (gint64, record, field->offset) = sy_json_int (json, field->name, field->min, field->max);
}

static void
write_positive (const SyField *field,
                gconstpointer  record,
                SyJsonWriter  *writer)
{
  double value = *CONST_AT (double, record, field->offset);

  if (value > 0)
    sy_json_writer_add_double (writer, field->name, value);
}

static void
read_positive (const SyField *field,
               gpointer       record,
               const SyJson  *json)
{
  if (sy_json_has (json, field->name))
    *AT (double, record, field->offset) =
      sy_json_double (json, field->name, (double) field->min, (double) field->max);
}

static void
write_choice (const SyField *field,
              gconstpointer  record,
              SyJsonWriter  *writer)
{
  guint choice = *CONST_AT (guint, record, field->offset);

  sy_json_writer_add_string (writer, field->name, field->words[choice]);
}

static void
read_choice (const SyField *field,
             gpointer       record,
             const SyJson  *json)
{
  *AT (guint, record, field->offset) = sy_json_choice (json, field->name, field->words);
}

static void
write_text (const SyField *field,
            gconstpointer  record,
            SyJsonWriter  *writer)
{
  sy_json_writer_add_string (writer, field->name, *CONST_AT (char *, record, field->offset));
}

static void
read_text (const SyField *field,
           gpointer       record,
           const SyJson  *json)
{
  *AT (char *, record, field->offset) = g_strdup (sy_json_string (json, field->name));
}

static void
write_optional_text (const SyField *field,
                     gconstpointer  record,
                     SyJsonWriter  *writer)
{
  if (*CONST_AT (char *, record, field->offset) != NULL)
    write_text (field, record, writer);
}

static void
read_optional_text (const SyField *field,
                    gpointer       record,
                    const SyJson  *json)
{
  if (sy_json_has (json, field->name))
    read_text (field, record, json);
}

static void
write_histogram (const SyField *field,
                 gconstpointer  record,
                 SyJsonWriter  *writer)
{
  g_autofree char *text = sy_histogram_encode (*CONST_AT (SyHistogram *, record, field->offset));

  sy_json_writer_add_string (writer, field->name, text);
}

static void
read_histogram (const SyField *field,
                gpointer       record,
                const SyJson  *json)
{
  SyJson member = sy_json_member (json, field->name);
  const char *text = sy_json_as_string (&member);
  g_autoptr(GError) problem = NULL;
  SyHistogram *histogram;

  if (!sy_json_is_sound (json))
    return;

  histogram = sy_histogram_decode (text, &problem);
  if (histogram == NULL)
    sy_json_fail (&member, SY_JSON_ERROR_VALUE, "%s", problem->message);

  *AT (SyHistogram *, record, field->offset) = histogram;
}

static void
write_group (const SyField *field,
             gconstpointer  record,
             SyJsonWriter  *writer)
{
  sy_json_writer_begin_object (writer, field->name);
  sy_fields_write (field->fields, record, writer);
  sy_json_writer_end_object (writer);
}

static void
read_group (const SyField *field,
            gpointer       record,
            const SyJson  *json)
{
  SyJson member = sy_json_member (json, field->name);

  sy_fields_read (field->fields, record, &member);
}

static const struct
{
  WriteFunc write;
  ReadFunc  read;
} kinds[SY_N_FIELD_KINDS] = {
  [SY_FIELD_BOOLEAN] = { write_boolean, read_boolean },
  [SY_FIELD_UINT] = { write_uint, read_uint },
  [SY_FIELD_INT64] = { write_int64, read_int64 },
  [SY_FIELD_POSITIVE] = { write_positive, read_positive },
  [SY_FIELD_CHOICE] = { write_choice, read_choice },
  [SY_FIELD_TEXT] = { write_text, read_text },
  [SY_FIELD_OPTIONAL_TEXT] = { write_optional_text, read_optional_text },
  [SY_FIELD_HISTOGRAM] = { write_histogram, read_histogram },
  [SY_FIELD_GROUP] = { write_group, read_group },
};

void
sy_fields_write (const SyField *fields,
                 gconstpointer  record,
                 SyJsonWriter  *writer)
{
  for (const SyField *field = fields; field->name != NULL; field++)
    if (field->flag == 0 || *CONST_AT (gboolean, record, field->flag))
      kinds[field->kind].write (field, record, writer);
}

void
sy_fields_read (const SyField *fields,
                gpointer       record,
                const SyJson  *json)
{
  for (const SyField *field = fields; field->name != NULL; field++)
    {
      gboolean is_there = field->flag == 0 || sy_json_has (json, field->name);

      if (field->flag != 0)
        *AT (gboolean, record, field->flag) = is_there;
      if (is_there)
        kinds[field->kind].read (field, record, json);
    }
}
