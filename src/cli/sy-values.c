/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-values.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/sy-options.h"
#include "core/sy-units.h"

/* The largest whole number below which a double skips none. */
#define MAX_SEED ((G_GUINT64_CONSTANT (1) << 53) - 1)

static const double min_rate_per_s = 0.1;
static const double max_rate_per_s = 1e6;

gboolean
sy_value_blame (const char  *option,
                GError      *problem,
                GError     **error)
{
  g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE, "--%s: %s", option, problem->message);
  g_error_free (problem);
  return FALSE;
}

static gboolean
read_quantity (const char  *option,
               const char  *text,
               SyQuantity   quantity,
               const char  *bare_unit,
               double       min,
               double       max,
               double      *value,
               GError     **error)
{
  GError *problem = NULL;

  if (sy_units_parse (quantity, text, bare_unit, min, max, value, &problem))
    return TRUE;

  return sy_value_blame (option, problem, error);
}

gboolean
sy_value_read_duration (const char  *option,
                        const char  *text,
                        gint64       min_ns,
                        gint64       max_ns,
                        gint64      *value_ns,
                        GError     **error)
{
  double value;

  if (text == NULL)
    return TRUE;
  if (!read_quantity (option, text, SY_QUANTITY_DURATION, "s", (double) min_ns, (double) max_ns,
                      &value, error))
    return FALSE;

  *value_ns = llround (value);
  return TRUE;
}

gboolean
sy_value_read_count (const char  *option,
                     const char  *text,
                     guint        min,
                     guint        max,
                     guint       *value,
                     GError     **error)
{
  double number;

  if (text == NULL)
    return TRUE;
  if (!read_quantity (option, text, SY_QUANTITY_COUNT, "", min, max, &number, error))
    return FALSE;

  if (number != floor (number))
    {
      g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
                   _("--%s: “%s” is not a whole number"), option, text);
      return FALSE;
    }

  *value = (guint) number;
  return TRUE;
}

gboolean
sy_value_read_rate (const char  *option,
                    const char  *text,
                    double      *value_per_s,
                    GError     **error)
{
  if (text == NULL)
    return TRUE;

  return read_quantity (option, text, SY_QUANTITY_RATE, "/s", min_rate_per_s, max_rate_per_s,
                        value_per_s, error);
}

gboolean
sy_value_read_seed (const char  *option,
                    const char  *text,
                    guint64     *value,
                    GError     **error)
{
  GError *problem = NULL;

  if (text == NULL || g_ascii_string_to_unsigned (text, 10, 0, MAX_SEED, value, &problem))
    return TRUE;

  return sy_value_blame (option, problem, error);
}

gboolean
sy_value_read_choice (const char         *option,
                      const char         *text,
                      const char *const  *choices,
                      guint              *value,
                      GError            **error)
{
  g_autofree char *known = NULL;

  if (text == NULL)
    return TRUE;

  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (text, choices[i]))
      {
        *value = i;
        return TRUE;
      }

  known = g_strjoinv (", ", (char **) choices);
  g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
               _("--%s: “%s” is not one of %s"), option, text, known);
  return FALSE;
}
