/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sy-json-writer.h"
#include "core/sy-json.h"

G_BEGIN_DECLS

/* Slices as columns, because their members' names would be most of the text. */

/* @slices: (element-type SySlice) */
void    sy_slices_write (GArray       *slices,
                         const char   *name,
                         SyJsonWriter *writer);

/* Returns: (transfer full) (element-type SySlice): as many as are sound */
GArray *sy_slices_read  (const SyJson *json) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
