/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SY_DESCRIPTORS_ERROR (sy_descriptors_error_quark ())

typedef enum
{
  SY_DESCRIPTORS_ERROR_TOO_FEW,
} SyDescriptorsError;

GQuark   sy_descriptors_error_quark     (void);

/* Raises the soft limit on open files to the hard one; called once by each program. */
void     sy_descriptors_raise_limit     (void);

/* How many more files this process may open now. */
guint    sy_descriptors_count_available (void);

/**
 * sy_descriptors_require:
 * @n_needed: how many descriptors are about to be opened
 * @purpose: what for, as it stands in the message: "64 connections to lock-threaded"
 *
 * Checks the budget before anything is created, because GLib aborts the process where it finds no
 * descriptor for a main context.
 */
gboolean sy_descriptors_require         (guint       n_needed,
                                         const char *purpose,
                                         GError    **error);

G_END_DECLS
