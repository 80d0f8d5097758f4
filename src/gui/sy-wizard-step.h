/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "decision/sy-profile.h"

G_BEGIN_DECLS

/**
 * SyWizardStep:
 *
 * Asks for a part of a profile.  Emits "changed" when a person answered something.
 */
#define SY_TYPE_WIZARD_STEP (sy_wizard_step_get_type ())

G_DECLARE_INTERFACE (SyWizardStep, sy_wizard_step, SY, WIZARD_STEP, GtkWidget)

struct _SyWizardStepInterface
{
  GTypeInterface parent;

  void     (*show)   (SyWizardStep    *self,
                      const SyProfile *profile);
  gboolean (*answer) (SyWizardStep    *self,
                      SyProfile       *profile);
};

/* Shows the part of @profile that it asks for. */
void     sy_wizard_step_show    (SyWizardStep    *self,
                                 const SyProfile *profile);

/* Puts the answers into @profile.  Where one cannot be used it says so, takes the keyboard there,
 * leaves that one as it was in @profile, and returns %FALSE.
 */
gboolean sy_wizard_step_answer  (SyWizardStep    *self,
                                 SyProfile       *profile);

/* Emits "changed". */
void     sy_wizard_step_changed (SyWizardStep    *self);

G_END_DECLS
