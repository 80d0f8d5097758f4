/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What all servers answer alike. */

#define SY_ANSWER_PATH "/work"
#define SY_ANSWER_CHECK_HEADER "Steelyard-Check"
#define SY_ANSWER_JSON "application/json"
#define SY_ANSWER_TEXT "text/plain; charset=utf-8"
#define SY_ANSWER_NOT_FOUND "Nothing here: ask for /work?k=7&steps=c2,w5,b512\n"
#define SY_ANSWER_FAILED "Step f: the handler failed, as it was told to\n"

/* Writes a JSON text of exactly @size bytes, unterminated. */
void sy_answer_write_body (char  *body,
                           gsize  size);

G_END_DECLS
