/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-csv-fields.h"

#include "lab/sy-analysis.h"

/* Where a value is: a field of a record. */
#define AT(type, record, offset) \
  (*(const type *) (const void *) ((const char *) (record) + (offset)))

static void
add_histogram_headings (SyCsv      *self,
                        const char *name)
{
  g_autofree char *count = g_strdup_printf ("%s_count", name);
  g_autofree char *max = g_strdup_printf ("%s_max_ns", name);

  sy_csv_add_text (self, count);
  for (guint i = 0; i < SY_N_QUANTILES; i++)
    {
      g_autofree char *quantile = g_strdup_printf ("%s_%s_ns", name, sy_quantile_names[i]);

      sy_csv_add_text (self, quantile);
    }
  sy_csv_add_text (self, max);
}

void
sy_csv_add_headings (SyCsv         *self,
                     const SyField *fields,
                     const char    *prefix)
{
  for (const SyField *field = fields; field->name != NULL; field++)
    {
      g_autofree char *name = g_strconcat (prefix, field->name, NULL);
      g_autofree char *group = g_strconcat (name, "_", NULL);

      if (field->kind == SY_FIELD_GROUP)
        sy_csv_add_headings (self, field->fields, group);
      else if (field->kind == SY_FIELD_HISTOGRAM)
        add_histogram_headings (self, name);
      else
        sy_csv_add_text (self, name);
    }
}

static void
add_quantile (SyCsv             *self,
              const SyHistogram *histogram,
              double             quantile)
{
  if (sy_histogram_can_tell (histogram, quantile))
    sy_csv_add_int (self, sy_histogram_get_quantile (histogram, quantile));
  else
    sy_csv_add_nothing (self);
}

static void
add_empty_histogram (SyCsv *self)
{
  for (guint i = 0; i < SY_N_QUANTILES + 2; i++)
    sy_csv_add_nothing (self);
}

static void
add_histogram (SyCsv             *self,
               const SyHistogram *histogram)
{
  gint64 count;

  if (histogram == NULL)
    {
      add_empty_histogram (self);
      return;
    }

  count = sy_histogram_get_count (histogram);
  sy_csv_add_int (self, count);
  for (guint i = 0; i < SY_N_QUANTILES; i++)
    add_quantile (self, histogram, sy_quantiles[i]);
  if (count > 0)
    sy_csv_add_int (self, sy_histogram_get_max (histogram));
  else
    sy_csv_add_nothing (self);
}

static void
add_optional_text (SyCsv      *self,
                   const char *text)
{
  if (text != NULL)
    sy_csv_add_text (self, text);
  else
    sy_csv_add_nothing (self);
}

static void
add_positive (SyCsv  *self,
              double  value)
{
  if (value > 0)
    sy_csv_add_double (self, value);
  else
    sy_csv_add_nothing (self);
}

static void
add_value (SyCsv         *self,
           const SyField *field,
           gconstpointer  record)
{
  switch (field->kind)
    {
    case SY_FIELD_BOOLEAN:
      sy_csv_add_boolean (self, AT (gboolean, record, field->offset));
      break;
    case SY_FIELD_UINT:
      sy_csv_add_int (self, AT (guint, record, field->offset));
      break;
    case SY_FIELD_INT64:
      sy_csv_add_int (self, AT (gint64, record, field->offset));
      break;
    case SY_FIELD_POSITIVE:
      add_positive (self, AT (double, record, field->offset));
      break;
    case SY_FIELD_CHOICE:
      sy_csv_add_text (self, field->words[AT (guint, record, field->offset)]);
      break;
    case SY_FIELD_TEXT:
    case SY_FIELD_OPTIONAL_TEXT:
      add_optional_text (self, AT (char *, record, field->offset));
      break;
    case SY_FIELD_HISTOGRAM:
      add_histogram (self, AT (SyHistogram *, record, field->offset));
      break;
    case SY_FIELD_GROUP:
      sy_csv_add_fields (self, field->fields, record);
      break;
    case SY_N_FIELD_KINDS:
    default:
      g_assert_not_reached ();
    }
}

static void
add_nothing (SyCsv         *self,
             const SyField *field)
{
  if (field->kind == SY_FIELD_GROUP)
    sy_csv_add_fields (self, field->fields, NULL);
  else if (field->kind == SY_FIELD_HISTOGRAM)
    add_empty_histogram (self);
  else
    sy_csv_add_nothing (self);
}

void
sy_csv_add_fields (SyCsv         *self,
                   const SyField *fields,
                   gconstpointer  record)
{
  for (const SyField *field = fields; field->name != NULL; field++)
    {
      gboolean is_there = record != NULL
                          && (field->flag == 0 || AT (gboolean, record, field->flag));

      if (is_there)
        add_value (self, field, record);
      else
        add_nothing (self, field);
    }
}
