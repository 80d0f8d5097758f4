/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SyJsonWriter:
 *
 * Writes a JSON document from beginning to end.  Each member has a line of its own, and a list of
 * plain values is one line: people can read it, and long series stay small.  The bytes depend on
 * the values alone, never on the locale.
 *
 * @name is that of a member, and %NULL for the elements of a list.
 */
typedef struct _SyJsonWriter SyJsonWriter;

SyJsonWriter *sy_json_writer_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void          sy_json_writer_free         (SyJsonWriter *self);

void          sy_json_writer_begin_object (SyJsonWriter *self,
                                           const char   *name);
void          sy_json_writer_end_object   (SyJsonWriter *self);
void          sy_json_writer_begin_array  (SyJsonWriter *self,
                                           const char   *name);
void          sy_json_writer_end_array    (SyJsonWriter *self);

/* What is not UTF-8 is replaced by U+FFFD. */
void          sy_json_writer_add_string   (SyJsonWriter *self,
                                           const char   *name,
                                           const char   *value);
void          sy_json_writer_add_int      (SyJsonWriter *self,
                                           const char   *name,
                                           gint64        value);
/* The fewest digits that read back as exactly @value, which must be finite. */
void          sy_json_writer_add_double   (SyJsonWriter *self,
                                           const char   *name,
                                           double        value);
void          sy_json_writer_add_boolean  (SyJsonWriter *self,
                                           const char   *name,
                                           gboolean      value);
void          sy_json_writer_add_null     (SyJsonWriter *self,
                                           const char   *name);

/* The whole document; everything begun must have ended. */
char         *sy_json_writer_finish       (SyJsonWriter *self,
                                           gsize        *length) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyJsonWriter, sy_json_writer_free)

G_END_DECLS
