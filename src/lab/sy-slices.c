/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-slices.h"

#include <glib/gi18n-lib.h>

#include "lab/sy-run-fields.h"
#include "load/sy-client.h"

typedef enum
{
  COLUMN_COUNT,
  COLUMN_TIME,
  COLUMN_QUANTILE,  /* a time; null where nothing was completed */
} ColumnKind;

typedef struct
{
  const char *name;
  ColumnKind  kind;
  gsize       offset;
} Column;

static const Column columns[] = {
  { "start_ns", COLUMN_TIME, offsetof (SySlice, start_ns) },
  { "duration_ns", COLUMN_TIME, offsetof (SySlice, duration_ns) },
  { "n_completed", COLUMN_COUNT, offsetof (SySlice, n_completed) },
  { "n_failed", COLUMN_COUNT, offsetof (SySlice, n_failed) },
  { "response_p50_ns", COLUMN_QUANTILE, offsetof (SySlice, response_p50_ns) },
  { "response_p90_ns", COLUMN_QUANTILE, offsetof (SySlice, response_p90_ns) },
  { "response_p99_ns", COLUMN_QUANTILE, offsetof (SySlice, response_p99_ns) },
  { "service_p50_ns", COLUMN_QUANTILE, offsetof (SySlice, service_p50_ns) },
  { "service_p90_ns", COLUMN_QUANTILE, offsetof (SySlice, service_p90_ns) },
  { "service_p99_ns", COLUMN_QUANTILE, offsetof (SySlice, service_p99_ns) },
};

static guint *
get_count (SySlice      *slice,
           const Column *column)
{
  return (guint *) (void *) ((char *) slice + column->offset);
}

static gint64 *
get_time (SySlice      *slice,
          const Column *column)
{
  return (gint64 *) (void *) ((char *) slice + column->offset);
}

static void
write_cell (SySlice      *slice,
            const Column *column,
            SyJsonWriter *writer)
{
  if (column->kind == COLUMN_COUNT)
    sy_json_writer_add_int (writer, NULL, *get_count (slice, column));
  else if (column->kind == COLUMN_TIME || slice->has_quantiles)
    sy_json_writer_add_int (writer, NULL, *get_time (slice, column));
  else
    sy_json_writer_add_null (writer, NULL);
}

void
sy_slices_write (GArray       *slices,
                 const char   *name,
                 SyJsonWriter *writer)
{
  sy_json_writer_begin_object (writer, name);
  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    {
      sy_json_writer_begin_array (writer, columns[c].name);
      for (guint i = 0; i < slices->len; i++)
        write_cell (&g_array_index (slices, SySlice, i), &columns[c], writer);
      sy_json_writer_end_array (writer);
    }
  sy_json_writer_end_object (writer);
}

/* A slice has quantiles if something was completed in it, and has all of them or none. */
static void
read_quantile (SySlice      *slice,
               const Column *column,
               const SyJson *json)
{
  gboolean is_there = json->node != NULL && !JSON_NODE_HOLDS_NULL (json->node);

  slice->has_quantiles = slice->n_completed > 0;
  if (is_there && slice->has_quantiles)
    *get_time (slice, column) = sy_json_as_int (json, 0, SY_RUN_MAX_NS);
  else if (is_there != slice->has_quantiles)
    sy_json_fail (json, SY_JSON_ERROR_VALUE,
                  is_there ? _("there is a quantile, but nothing was completed")
                           : _("there is no quantile, but something was completed"));
}

static void
read_cell (SySlice      *slice,
           const Column *column,
           const SyJson *json)
{
  switch (column->kind)
    {
    case COLUMN_COUNT:
      *get_count (slice, column) = (guint) sy_json_as_int (json, 0, G_MAXINT);
      break;

    case COLUMN_TIME:
      *get_time (slice, column) = sy_json_as_int (json, 0, SY_RUN_MAX_NS);
      break;

    case COLUMN_QUANTILE:
      read_quantile (slice, column, json);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
read_column (GArray       *slices,
             const Column *column,
             const SyJson *json)
{
  SyJson list = sy_json_member (json, column->name);
  guint length = sy_json_length (&list);

  if (column == columns)
    g_array_set_size (slices, length);
  else if (length != slices->len)
    sy_json_fail (&list, SY_JSON_ERROR_VALUE, _("has %u values where “%s” has %u"),
                  length, columns[0].name, slices->len);

  for (guint i = 0; i < slices->len && sy_json_is_sound (json); i++)
    {
      SyJson cell = sy_json_element (&list, i);

      read_cell (&g_array_index (slices, SySlice, i), column, &cell);
    }
}

GArray *
sy_slices_read (const SyJson *json)
{
  GArray *slices = g_array_new (FALSE, TRUE, sizeof (SySlice));

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    read_column (slices, &columns[c], json);

  return slices;
}
