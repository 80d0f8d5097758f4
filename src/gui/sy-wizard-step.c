/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-wizard-step.h"

G_DEFINE_INTERFACE (SyWizardStep, sy_wizard_step, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
sy_wizard_step_default_init (SyWizardStepInterface *iface)
{
  changed_signal = g_signal_new ("changed", SY_TYPE_WIZARD_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

void
sy_wizard_step_show (SyWizardStep    *self,
                     const SyProfile *profile)
{
  g_return_if_fail (SY_IS_WIZARD_STEP (self));

  SY_WIZARD_STEP_GET_IFACE (self)->show (self, profile);
}

gboolean
sy_wizard_step_answer (SyWizardStep *self,
                       SyProfile    *profile)
{
  g_return_val_if_fail (SY_IS_WIZARD_STEP (self), FALSE);

  return SY_WIZARD_STEP_GET_IFACE (self)->answer (self, profile);
}

void
sy_wizard_step_changed (SyWizardStep *self)
{
  g_return_if_fail (SY_IS_WIZARD_STEP (self));

  g_signal_emit (self, changed_signal, 0);
}
