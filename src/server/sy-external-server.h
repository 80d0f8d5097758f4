/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "server/sy-server.h"

G_BEGIN_DECLS

/**
 * sy_external_arm_find:
 * @address: "127.0.0.1:8080", "localhost:8080" or "http://127.0.0.1:8080/"
 *
 * The arm that stands for a server somebody else started on this machine and that executes the
 * steps of `/work?k=…&steps=…`.  Other machines are refused.  Nothing of its inside is known, so
 * it has no processor time and no counts.
 *
 * Returns: (nullable): the same arm for the same port, for as long as the process lives
 */
const SyArm *sy_external_arm_find (const char  *address,
                                   GError     **error);

/* Whether @id has the form of an address rather than a name. */
gboolean     sy_external_arm_is   (const char  *id);

G_END_DECLS
