/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lab/sy-plan.h"

G_BEGIN_DECLS

/**
 * SyServersGroup:
 *
 * Chooses servers: those that come with the program, and addresses on this machine.  Emits
 * "changed", and says itself what is wrong with an address.
 */
#define SY_TYPE_SERVERS_GROUP (sy_servers_group_get_type ())

G_DECLARE_FINAL_TYPE (SyServersGroup, sy_servers_group, SY, SERVERS_GROUP, AdwPreferencesGroup)

/* @addresses: separated by commas or spaces */
void        sy_servers_group_choose        (SyServersGroup      *self,
                                            const char *const   *ids,
                                            const char          *addresses);
/* Those of the program. */
char      **sy_servers_group_list          (SyServersGroup      *self) G_GNUC_WARN_UNUSED_RESULT;
const char *sy_servers_group_get_addresses (SyServersGroup      *self);

/* Adds all that are chosen; an error where there are none, or one is not what it should be. */
gboolean    sy_servers_group_add_to        (SyServersGroup      *self,
                                            SyPlan              *plan,
                                            GError             **error);

/* Where the keyboard begins. */
GtkWidget  *sy_servers_group_get_first_row (SyServersGroup      *self);

/* Shows what is wrong, %NULL for nothing. */
void        sy_servers_group_tell          (SyServersGroup      *self,
                                            const char          *message);

G_END_DECLS
