/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/sy-options.h"

G_BEGIN_DECLS

/* Whether --output may be written: what is there is only replaced with --force.  Asked before a
 * long work begins; sy_output_write() sees to it again.
 */
gboolean  sy_output_check (const SyOptions  *options,
                           GError          **error);

/* Writes to --output, a whole file or none, or without it to standard output; what is no text is
 * not written to a terminal.
 */
gboolean  sy_output_write (const SyOptions  *options,
                           const char       *data,
                           gsize             length,
                           GError          **error);

G_END_DECLS
