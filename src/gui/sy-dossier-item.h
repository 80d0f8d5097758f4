/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision/sy-dossier.h"
#include "gui/sy-saved-list.h"

G_BEGIN_DECLS

/**
 * SyDossierItem:
 *
 * One saved decision in the list, a #SySavedItem.
 */
#define SY_TYPE_DOSSIER_ITEM (sy_dossier_item_get_type ())

G_DECLARE_FINAL_TYPE (SyDossierItem, sy_dossier_item, SY, DOSSIER_ITEM, GObject)

/* Takes @dossier. */
SyDossierItem   *sy_dossier_item_new         (SyDossier     *dossier) G_GNUC_WARN_UNUSED_RESULT;
SyDossierItem   *sy_dossier_item_new_damaged (const char    *path,
                                              const char    *problem) G_GNUC_WARN_UNUSED_RESULT;

/* %NULL where the file is damaged. */
const SyDossier *sy_dossier_item_get_dossier (SyDossierItem *self);

/* What came out when it was last weighed, in a sentence. */
char            *sy_dossier_say_answer       (const SyDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;
/* Its name, or else when it was made. */
char            *sy_dossier_make_title       (const SyDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;

/* All that are saved. */
extern const SySavedKind sy_saved_dossiers;

G_END_DECLS
