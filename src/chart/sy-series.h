/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SySeries:
 *
 * The data of one line, band or set of rows: points with a position x, never going back, and a
 * value y, which may have an interval, be missing, or stand for something that failed.  It has a
 * name and the number of its style, and knows nothing of scales or drawing.
 */
typedef struct _SySeries SySeries;

SySeries   *sy_series_new          (const char     *name,
                                    guint           style) G_GNUC_WARN_UNUSED_RESULT;
void        sy_series_free         (SySeries       *self);

const char *sy_series_get_name     (const SySeries *self);
guint       sy_series_get_style    (const SySeries *self);

/* Each adds one point.  A value or an end that is not finite is missing. */
void        sy_series_add          (SySeries       *self,
                                    double          x,
                                    double          y);
void        sy_series_add_interval (SySeries       *self,
                                    double          x,
                                    double          y,
                                    double          low,
                                    double          high);
void        sy_series_add_missing  (SySeries       *self,
                                    double          x);

/* Notes that something failed at the point added last. */
void        sy_series_mark_failed  (SySeries       *self,
                                    guint           n_failed);

guint       sy_series_get_length   (const SySeries *self);
double      sy_series_get_x        (const SySeries *self,
                                    guint           index);

/* Whether the point has a value; only then may it be asked for. */
gboolean    sy_series_has_y        (const SySeries *self,
                                    guint           index);
double      sy_series_get_y        (const SySeries *self,
                                    guint           index);

/* Likewise: its interval. */
gboolean    sy_series_get_interval (const SySeries *self,
                                    guint           index,
                                    double         *low,
                                    double         *high);

/* What is said of the point added last instead of its value. */
void        sy_series_set_label    (SySeries       *self,
                                    const char     *label);
/* (nullable) */
const char *sy_series_get_label    (const SySeries *self,
                                    guint           index);

guint       sy_series_get_n_failed (const SySeries *self,
                                    guint           index);
guint       sy_series_count_values (const SySeries *self);

/* The first point at @x or after it; the length if there is none. */
guint       sy_series_find         (const SySeries *self,
                                    double          x);

/* All positions and values in a row, for drawing many; a missing value is not finite. */
const double *sy_series_peek_x     (const SySeries *self);
const double *sy_series_peek_y     (const SySeries *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SySeries, sy_series_free)

G_END_DECLS
