/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SY_UNITS_ERROR (sy_units_error_quark ())

typedef enum
{
  SY_UNITS_ERROR_SYNTAX,
  SY_UNITS_ERROR_RANGE,
} SyUnitsError;

GQuark sy_units_error_quark (void);

/**
 * SyQuantity:
 * @SY_QUANTITY_DURATION: nanoseconds; shown as "5.00 ms"
 * @SY_QUANTITY_RATE: events per second; shown as "11.0 k/s"
 * @SY_QUANTITY_COUNT: a plain number; shown as "1.24 k"
 * @SY_QUANTITY_SIZE: bytes; shown as "2.05 kB"
 *
 * What a number counts, and so which row of the one table of units formats and parses it.
 */
typedef enum
{
  SY_QUANTITY_DURATION,
  SY_QUANTITY_RATE,
  SY_QUANTITY_COUNT,
  SY_QUANTITY_SIZE,
} SyQuantity;

/* Three significant digits and a unit.  Numbers below 1,000 of the smallest unit that are whole
 * stay whole.
 */
char     *sy_units_format (SyQuantity   quantity,
                           double       value) G_GNUC_WARN_UNUSED_RESULT;

/* Likewise, but the same in every language, for what is saved and compared. */
char     *sy_units_format_plain (SyQuantity quantity,
                                 double     value) G_GNUC_WARN_UNUSED_RESULT;

/* @text, in which no line breaks between a figure and its unit. */
char     *sy_units_hold_together (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * sy_units_choose:
 * @value: in the quantity's base unit
 * @scale: (out): how many base units one of the unit returned is
 *
 * The unit @value would be formatted in, for a whole axis or column of one unit: "ms", "k/s", "".
 */
const char *sy_units_choose (SyQuantity quantity,
                             double     value,
                             double    *scale);

/**
 * sy_units_parse:
 * @text: a number and a unit of @quantity, with or without a space: "5ms", "0.8 s", "2k"
 * @bare_unit: the unit meant when @text names none, such as "s" or ""
 * @min: the least value that will do, in the quantity's base unit
 * @max: the largest
 * @value: (out): in the base unit
 */
gboolean  sy_units_parse  (SyQuantity   quantity,
                           const char  *text,
                           const char  *bare_unit,
                           double       min,
                           double       max,
                           double      *value,
                           GError     **error);

G_END_DECLS
