/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-format.h"
#include "stats/sy-compare.h"

G_BEGIN_DECLS

/**
 * SyExtent:
 *
 * What can be said of many positive values in a few words: their geometric mean and their extremes.
 * Begins as all zeros.
 */
typedef struct
{
  guint  n;
  double low;
  double high;
  double sum_of_logs;
} SyExtent;

/* What is not positive and finite is left out. */
void  sy_extent_include (SyExtent         *self,
                         double            value);

/* Adds "Event loop 10.4 k/s (9.81 k/s to 11.2 k/s)" to @parts, or that it was not measured. */
void  sy_extent_say     (const SyExtent   *self,
                         const char       *name,
                         SyFormat          format,
                         GPtrArray        *parts);

void  sy_say_interval   (const SyInterval *interval,
                         const char       *name,
                         SyFormat          format,
                         GPtrArray        *parts);
void  sy_say_missing    (const char       *name,
                         GPtrArray        *parts);

/* "What: part; part; part." */
char *sy_say_sentence   (const char       *what,
                         GPtrArray        *parts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
