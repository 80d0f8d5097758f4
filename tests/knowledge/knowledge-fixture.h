/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "knowledge/sy-knowledge.h"

G_BEGIN_DECLS

/* A small knowledge base, one text with a line "=name" before each of its files. */
char        *sample_read      (void) G_GNUC_WARN_UNUSED_RESULT;

/* Loads from such a text. */
SyKnowledge *sample_load      (const char  *bundle,
                               gssize       length,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
