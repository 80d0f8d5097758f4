/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sy-json-writer.h"
#include "core/sy-json.h"

G_BEGIN_DECLS

/* The C type of a struct's member. */
typedef enum
{
  SY_FIELD_BOOLEAN,        /* gboolean */
  SY_FIELD_UINT,           /* guint */
  SY_FIELD_INT64,          /* gint64, or a guint64 below 2⁶³ */
  SY_FIELD_POSITIVE,       /* double; absent where 0 */
  SY_FIELD_CHOICE,         /* an enumeration */
  SY_FIELD_TEXT,           /* char *, owned */
  SY_FIELD_OPTIONAL_TEXT,  /* likewise; absent where %NULL */
  SY_FIELD_HISTOGRAM,      /* SyHistogram *, owned */
  SY_FIELD_GROUP,          /* no member: an object around several members of the same struct */
  SY_N_FIELD_KINDS,
} SyFieldKind;

/**
 * SyField:
 * @name: of the JSON member; %NULL ends a table
 * @offset: of the struct's member
 * @flag: offset of the gboolean that says whether it is there, or 0 (no such flag is the first
 *   member of its struct) where it always is; an absent one has no JSON member
 * @min: the least number that is accepted
 * @max: the largest
 * @words: of a choice, %NULL-terminated, by the enumeration's value
 * @fields: of a group
 *
 * How a struct's member stands in JSON.  One table serves reading and writing, so the two cannot
 * part company.
 */
typedef struct _SyField SyField;

struct _SyField
{
  const char        *name;
  SyFieldKind        kind;
  gsize              offset;
  gsize              flag;
  gint64             min;
  gint64             max;
  const char *const *words;
  const SyField     *fields;
};

void sy_fields_write (const SyField *fields,
                      gconstpointer  record,
                      SyJsonWriter  *writer);

/* Of a record read in part, every owned member is %NULL or whole, so it can be freed. */
void sy_fields_read  (const SyField *fields,
                      gpointer       record,
                      const SyJson  *json);

G_END_DECLS
