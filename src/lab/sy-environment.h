/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SyEnvironment:
 *
 * What the machine and the software under a run were: an ordered list of facts, each a key and a
 * text.  A fact that could not be read is absent.
 */
typedef struct _SyEnvironment SyEnvironment;

/* Asks the machine.  Nothing in it names the machine or a person. */
SyEnvironment *sy_environment_new_here  (void) G_GNUC_WARN_UNUSED_RESULT;

/* Likewise, but reads the kernel's and the system's files below @root, as a test does. */
SyEnvironment *sy_environment_new_below (const char           *root) G_GNUC_WARN_UNUSED_RESULT;
SyEnvironment *sy_environment_new_empty (void) G_GNUC_WARN_UNUSED_RESULT;
void           sy_environment_free      (SyEnvironment        *self);

void           sy_environment_add       (SyEnvironment        *self,
                                         const char           *key,
                                         const char           *value);

/* %NULL where absent. */
const char    *sy_environment_get       (const SyEnvironment  *self,
                                         const char           *key);

guint          sy_environment_count     (const SyEnvironment  *self);
void           sy_environment_get_nth   (const SyEnvironment  *self,
                                         guint                 n,
                                         const char          **key,
                                         const char          **value);

/* What a key means, for people; untranslated.  %NULL for one this version does not know. */
const char    *sy_environment_describe  (const char           *key);

/* A value as people read it, translated where it is a word of this program; %NULL for %NULL. */
const char    *sy_environment_say       (const char           *value);

/**
 * sy_environment_compare:
 *
 * The keys whose difference makes two runs incomparable (processor, usable processors, kernel,
 * libraries, program version) and which differ or are absent on one side.
 *
 * Returns: (transfer full): %NULL-terminated, empty where there are none
 */
char         **sy_environment_compare   (const SyEnvironment  *self,
                                         const SyEnvironment  *other) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyEnvironment, sy_environment_free)

G_END_DECLS
