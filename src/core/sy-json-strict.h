/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sy-json.h"

G_BEGIN_DECLS

/* The members a place may have. */
#define SY_JSON_NAMES(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* A text that must be there, not empty, without spaces around it. */
const char *sy_json_text        (const SyJson      *json,
                                 const char        *name);

/* The same, or %NULL where there is none. */
const char *sy_json_option      (const SyJson      *json,
                                 const char        *name);

/* Such a text in the person's language, for the members that po/knowledge-texts.py lists. */
const char *sy_json_translated  (const SyJson      *json,
                                 const char        *name);

/* Small letters, digits, dashes and full stops. */
const char *sy_json_id          (const SyJson      *json,
                                 const char        *name);

/* Members that are none of @names, probably misspelt, are reported. */
void        sy_json_check_names (const SyJson      *json,
                                 const char *const *names);

G_END_DECLS
