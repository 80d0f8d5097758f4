/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK (sy-units-error-quark, sy_units_error)

typedef struct
{
  const char *name;
  double      scale;
} Unit;

/* From small to large; "us" is how "µs" is typed.  It is never chosen for output, because the row
 * before it has the same scale.
 */
static const Unit duration_units[] = {
  { "ns", 1 }, { "µs", 1e3 }, { "us", 1e3 }, { "ms", 1e6 }, { "s", 1e9 }, { "min", 60e9 }, { NULL },
};

static const Unit rate_units[] = {
  { "/s", 1 }, { "k/s", 1e3 }, { "M/s", 1e6 }, { "", 1 }, { "k", 1e3 }, { "M", 1e6 }, { NULL },
};

static const Unit count_units[] = { { "", 1 }, { "k", 1e3 }, { "M", 1e6 }, { "G", 1e9 }, { NULL } };

/* Bytes are the one unit that has a letter of its own in some languages. */
static const Unit size_units[] = {
  { NC_("unit", "B"), 1 }, { NC_("unit", "kB"), 1e3 }, { NC_("unit", "MB"), 1e6 },
  { NC_("unit", "GB"), 1e9 }, { NULL },
};

static const Unit *const unit_tables[] = {
  [SY_QUANTITY_DURATION] = duration_units,
  [SY_QUANTITY_RATE] = rate_units,
  [SY_QUANTITY_COUNT] = count_units,
  [SY_QUANTITY_SIZE] = size_units,
};

/* The largest unit that leaves at least one before the point once rounded to three digits. */
static const Unit *
choose_unit (const Unit *units,
             double      value)
{
  const Unit *best = units;

  for (const Unit *unit = units; unit->name != NULL; unit++)
    if (unit->scale > best->scale && fabs (value) >= unit->scale * 0.9995)
      best = unit;

  return best;
}

/* Three significant digits, down to a millionth of the smallest unit. */
static int
count_decimals (double size)
{
  int n_decimals = 0;

  for (double limit = 99.95; size < limit && n_decimals < 8; limit /= 10)
    n_decimals++;

  return n_decimals;
}

/* The text of no text is the catalogue's own heading. */
static const char *
say_unit (const Unit *unit)
{
  return *unit->name != '\0' ? g_dpgettext2 (GETTEXT_PACKAGE, "unit", unit->name) : "";
}

static int
choose_decimals (const Unit *unit,
                 double      scaled)
{
  return unit->scale <= 1 && scaled == floor (scaled) ? 0 : count_decimals (fabs (scaled));
}

static const char *
choose_space (const char *name)
{
  return *name == '\0' || *name == '/' ? "" : " ";
}

/* So that no zero is negative. */
static double
scale (const Unit *unit,
       double      value)
{
  return value / unit->scale + 0.0;
}

char *
sy_units_format (SyQuantity quantity,
                 double     value)
{
  const Unit *unit = choose_unit (unit_tables[quantity], value);
  const char *name = say_unit (unit);
  double scaled = scale (unit, value);

  return g_strdup_printf ("%.*f%s%s", choose_decimals (unit, scaled), scaled, choose_space (name),
                          name);
}

char *
sy_units_format_plain (SyQuantity quantity,
                       double     value)
{
  const Unit *unit = choose_unit (unit_tables[quantity], value);
  double scaled = scale (unit, value);
  char format[] = "%.0f", number[G_ASCII_DTOSTR_BUF_SIZE];

  /* There are never more than eight. */
  format[2] = (char) ('0' + choose_decimals (unit, scaled));
  g_ascii_formatd (number, sizeof number, format, scaled);
  return g_strconcat (number, choose_space (unit->name), unit->name, NULL);
}

/* The space between a figure and its unit, in any language; by bytes, whatever the text is. */
#define GAP "(?<=[0-9]) (?=(?:%|(?:n|µ|m)?s|min|[kMG]?[Bo]|[kMG](?:/s)?)(?![[:alnum:]]))"
#define NO_BREAK_SPACE "\u00a0"

char *
sy_units_hold_together (const char *text)
{
  static gsize compiled;

  if (g_once_init_enter (&compiled))
    g_once_init_leave (&compiled, (gsize) g_regex_new (GAP, G_REGEX_RAW | G_REGEX_OPTIMIZE, 0,
                                                         NULL));

  return g_regex_replace_literal ((GRegex *) compiled, text, -1, 0, NO_BREAK_SPACE, 0, NULL);
}

const char *
sy_units_choose (SyQuantity quantity,
                 double     value,
                 double    *scale)
{
  const Unit *unit = choose_unit (unit_tables[quantity], value);

  *scale = unit->scale;
  return say_unit (unit);
}

static const Unit *
find_unit (const Unit *units,
           const char *name)
{
  for (const Unit *unit = units; unit->name != NULL; unit++)
    if (g_str_equal (unit->name, name) || g_str_equal (say_unit (unit), name))
      return unit;

  return NULL;
}

static char *
list_units (const Unit *units)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (const Unit *unit = units; unit->name != NULL; unit++)
    if (*unit->name != '\0')
      g_ptr_array_add (names, (gpointer) say_unit (unit));
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static gboolean
check_range (SyQuantity   quantity,
             const char  *text,
             double       value,
             double       min,
             double       max,
             GError     **error)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (isfinite (value) && value >= min && value <= max)
    return TRUE;

  low = sy_units_format (quantity, min);
  high = sy_units_format (quantity, max);
  g_set_error (error, SY_UNITS_ERROR, SY_UNITS_ERROR_RANGE,
               _("“%s” is not between %s and %s"), text, low, high);
  return FALSE;
}

gboolean
sy_units_parse (SyQuantity   quantity,
                const char  *text,
                const char  *bare_unit,
                double       min,
                double       max,
                double      *value,
                GError     **error)
{
  const Unit *units = unit_tables[quantity];
  const Unit *unit;
  g_autofree char *name = NULL;
  char *end = NULL;
  /* What the locale shows can be typed again, and so can what every locale knows. */
  double number = g_strtod (text, &end);

  name = g_strstrip (g_strdup (end));
  unit = find_unit (units, *name == '\0' ? bare_unit : name);
  if (end == text || unit == NULL)
    {
      g_autofree char *known = list_units (units);

      g_set_error (error, SY_UNITS_ERROR, SY_UNITS_ERROR_SYNTAX,
                   _("“%s” is not a number with one of the units %s"), text, known);
      return FALSE;
    }

  if (!check_range (quantity, text, number * unit->scale, min, max, error))
    return FALSE;

  *value = number * unit->scale;
  return TRUE;
}
