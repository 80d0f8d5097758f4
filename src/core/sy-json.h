/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define SY_JSON_ERROR (sy_json_error_quark ())

typedef enum
{
  SY_JSON_ERROR_SYNTAX,
  SY_JSON_ERROR_MISSING,
  SY_JSON_ERROR_TYPE,
  SY_JSON_ERROR_VALUE,
} SyJsonError;

GQuark sy_json_error_quark (void);

/**
 * SyJson:
 *
 * A place in a JSON document, by value.  It knows the way it came, so that an error can name it:
 * “run.json: phases[2].trials[0].seed: expected a number, found a string”.
 *
 * The first problem met is kept in the error slot given to sy_json_root(); from then on every
 * reader gives an empty value and stays silent.  So a document is read straight through and its
 * error looked at once, at the end.  Children point at their parents, which must outlive them.
 */
typedef struct _SyJson SyJson;

struct _SyJson
{
  JsonNode     *node;
  const SyJson *parent;
  const char   *name;
  guint         index;
  GError      **error;
};

/* Parses @text; @label (the file's name) leads the errors of both. */
JsonNode   *sy_json_parse     (const char   *text,
                               gssize        length,
                               const char   *label,
                               GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* @error must not be %NULL. */
SyJson      sy_json_root      (JsonNode     *node,
                               const char   *label,
                               GError      **error);

/* A member that must be there. */
SyJson      sy_json_member    (const SyJson *self,
                               const char   *name);

/* Whether a member is there and not null; so absent can stay absent. */
gboolean    sy_json_has       (const SyJson *self,
                               const char   *name);

/* Returns: (transfer container) (element-type utf8): the names of an object's members, in order */
GList      *sy_json_list_members (const SyJson *self);

/* How many elements an array has; not an array is an error. */
guint       sy_json_length    (const SyJson *self);

SyJson      sy_json_element   (const SyJson *self,
                               guint         index);

/* The values of this place itself.  Numbers must lie in [@min, @max]. */
const char *sy_json_as_string (const SyJson *self);
double      sy_json_as_double (const SyJson *self,
                               double        min,
                               double        max);
gint64      sy_json_as_int    (const SyJson *self,
                               gint64        min,
                               gint64        max);

/* The values of a member that must be there. */
const char *sy_json_string    (const SyJson *self,
                               const char   *name);
double      sy_json_double    (const SyJson *self,
                               const char   *name,
                               double        min,
                               double        max);
gint64      sy_json_int       (const SyJson *self,
                               const char   *name,
                               gint64        min,
                               gint64        max);
gboolean    sy_json_boolean   (const SyJson *self,
                               const char   *name);

/* The index in a %NULL-terminated list of the words a string member may be. */
guint       sy_json_choice    (const SyJson       *self,
                               const char         *name,
                               const char *const  *choices);

/* Reports a problem at this place, unless one was reported before. */
void        sy_json_fail      (const SyJson *self,
                               SyJsonError   code,
                               const char   *format,
                               ...) G_GNUC_PRINTF (3, 4);

/* Whether nothing has gone wrong so far. */
gboolean    sy_json_is_sound  (const SyJson *self);

G_END_DECLS
