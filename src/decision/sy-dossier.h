/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision/sy-profile.h"

G_BEGIN_DECLS

#define SY_DOSSIER_FORMAT "steelyard-saved-decision"

enum { SY_DOSSIER_VERSION = 1 };

#define SY_DOSSIER_ERROR (sy_dossier_error_quark ())

/**
 * SyDossierError:
 * @SY_DOSSIER_ERROR_INVALID: it is JSON, but not a decision
 * @SY_DOSSIER_ERROR_TOO_NEW: written by a later schema than this program knows
 */
typedef enum
{
  SY_DOSSIER_ERROR_INVALID,
  SY_DOSSIER_ERROR_TOO_NEW,
} SyDossierError;

GQuark sy_dossier_error_quark (void);

/**
 * SyDossier:
 * @id: (owned): begins with its time, and is the name of its file
 * @created: (owned)
 * @profile: (owned): with the name and the note of the decision
 * @runs: (owned) (element-type utf8): ids of the runs that are its evidence
 * @weights: (owned) (nullable): by the knowledge base's objectives, where a person changed those
 *   of the priorities
 * @answer: (nullable): what came out when it was last weighed; %NULL where no option was left
 * @share: of the draws that @answer won
 * @percent: the same, as it is shown
 *
 * A decision as it is kept: what was answered, and what it rests on.  Everything else follows.
 */
typedef struct
{
  char           *id;
  GDateTime      *created;
  SyProfile      *profile;
  GPtrArray      *runs;
  double         *weights;
  const SyOption *answer;
  double          share;
  guint           percent;
} SyDossier;

/* A new one; copies @profile. */
SyDossier *sy_dossier_new        (const SyProfile   *profile) G_GNUC_WARN_UNUSED_RESULT;
SyDossier *sy_dossier_copy       (const SyDossier   *self,
                                  const SyRulebook  *rulebook) G_GNUC_WARN_UNUSED_RESULT;
void       sy_dossier_free       (SyDossier         *self);

/* The document described by data/saved-decision.schema.json. */
char      *sy_dossier_to_json    (const SyDossier   *self,
                                  const SyRulebook  *rulebook,
                                  gsize             *length) G_GNUC_WARN_UNUSED_RESULT;

/* @label, usually the file's name, leads the error. */
SyDossier *sy_dossier_from_json  (const char        *text,
                                  gssize             length,
                                  const char        *label,
                                  const SyRulebook  *rulebook,
                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* Into the folder of decisions, in place of what it was before. */
gboolean   sy_dossier_save       (const SyDossier   *self,
                                  const SyRulebook  *rulebook,
                                  GError           **error);
SyDossier *sy_dossier_load       (const char        *path,
                                  const SyRulebook  *rulebook,
                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* Where decisions are kept: $XDG_DATA_HOME/steelyard/decisions. */
char      *sy_dossier_get_folder (void) G_GNUC_WARN_UNUSED_RESULT;
char      *sy_dossier_get_path   (const SyDossier   *self) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): the files of the folder, newest first, unread and %NULL-terminated. */
char     **sy_dossier_list_paths (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyDossier, sy_dossier_free)

G_END_DECLS
