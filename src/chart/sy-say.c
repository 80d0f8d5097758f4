/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-say.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
sy_extent_include (SyExtent *self,
                   double    value)
{
  if (!isfinite (value) || value <= 0)
    return;

  self->low = self->n == 0 ? value : fmin (self->low, value);
  self->high = self->n == 0 ? value : fmax (self->high, value);
  self->sum_of_logs += log (value);
  self->n++;
}

void
sy_extent_say (const SyExtent *self,
               const char     *name,
               SyFormat        format,
               GPtrArray      *parts)
{
  SyInterval interval = { .low = self->low, .high = self->high };

  if (self->n == 0)
    {
      sy_say_missing (name, parts);
      return;
    }

  interval.value = exp (self->sum_of_logs / self->n);
  sy_say_interval (&interval, name, format, parts);
}

void
sy_say_interval (const SyInterval *interval,
                 const char       *name,
                 SyFormat          format,
                 GPtrArray        *parts)
{
  g_autofree char *value = sy_format_value (format, interval->value);
  g_autofree char *low = sy_format_value (format, interval->low);
  g_autofree char *high = sy_format_value (format, interval->high);

  /* Translators: a server or a metric, its value and between what: “Event loop 10.4 k/s (10.2 k/s
   * to 10.7 k/s)”
   */
  g_ptr_array_add (parts, g_strdup_printf (_("%s %s (%s to %s)"), name, value, low, high));
}

void
sy_say_missing (const char *name,
                GPtrArray  *parts)
{
  /* Translators: a server or a metric that has no value */
  g_ptr_array_add (parts, g_strdup_printf (_("%s not measured"), name));
}

char *
sy_say_sentence (const char *what,
                 GPtrArray  *parts)
{
  g_autofree char *joined = NULL;

  g_ptr_array_add (parts, NULL);
  /* Translators: stands between what is said of two servers, and ends with a space */
  joined = g_strjoinv (_("; "), (char **) parts->pdata);

  /* Translators: a whole sentence: what was measured, and the list of servers with their values */
  return g_strdup_printf (_("%s: %s."), what, joined);
}
