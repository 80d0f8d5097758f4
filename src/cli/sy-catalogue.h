/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SyCatalogue:
 *
 * A list of things that have a name and a summary, printed for people or as one JSON object with
 * one member, the array @name.
 */
typedef struct _SyCatalogue SyCatalogue;

SyCatalogue *sy_catalogue_new   (const char  *name,
                                 gboolean     is_json) G_GNUC_WARN_UNUSED_RESULT;
void         sy_catalogue_free  (SyCatalogue *self);

/* @name and @summary are untranslated; @key and @value are one more fact, or %NULL. */
void         sy_catalogue_add   (SyCatalogue *self,
                                 const char  *id,
                                 const char  *name,
                                 const char  *summary,
                                 const char  *key,
                                 const char  *value);

void         sy_catalogue_print (SyCatalogue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyCatalogue, sy_catalogue_free)

G_END_DECLS
