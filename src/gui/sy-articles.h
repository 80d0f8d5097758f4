/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "knowledge/sy-knowledge.h"

G_BEGIN_DECLS

/* The knowledge base within the program, loaded by whoever asks first, on whichever thread, and
 * kept.  %NULL with a message in @problem (nullable) where it cannot be read.
 */
const SyKnowledge *sy_articles_get (const char **problem);

G_END_DECLS
