/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "core/sy-json.h"
#include "decision/sy-rulebook.h"

G_BEGIN_DECLS

/* A file of the program's own. */
GBytes *sy_rulebook_fetch (const char  *name,
                           GError     **error);

/* Reads the lists of a file; options.json comes first. */
void    sy_rulebook_read  (SyRulebook    *self,
                           const char    *file,
                           const SyJson  *json);

G_END_DECLS
