/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Far more than any document of ours; the parser recurses once a level. */
#define SY_JSON_TEXT_MAX_DEPTH 64

/**
 * sy_json_text_check:
 * @text: UTF-8, of @length bytes
 * @problem_at: (out) (nullable): the byte where the problem is
 *
 * Looks through a JSON text for what json-glib lets pass or dies of: nesting deeper than
 * %SY_JSON_TEXT_MAX_DEPTH (a stack overflow), integers outside 64 bits (wrapped silently), octal
 * and hexadecimal numbers, comments, words, a second document.  Structure is left to json-glib.
 *
 * Returns: %NULL, or the problem in words
 */
const char *sy_json_text_check (const char *text,
                                gsize       length,
                                gsize      *problem_at);

G_END_DECLS
