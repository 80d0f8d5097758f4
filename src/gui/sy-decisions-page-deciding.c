/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "gui/sy-decisions-page-private.h"
#include "gui/sy-profile-plan.h"
#include "gui/sy-rules.h"

/* A decision under way is saved as soon as it can be: with the run, or without. */
static void
decide (SyDecisionsPage *self,
        SyDossier       *dossier)
{
  sy_decisions_page_keep (self, dossier);
  sy_decisions_page_open (self, dossier);
  sy_dossier_free (dossier);
}

static void
decided_cb (SyWizard        *wizard,
            gboolean         measures,
            SyDecisionsPage *self)
{
  self->has_draft = FALSE;
  g_clear_pointer (&self->pending, sy_dossier_free);
  if (!measures)
    {
      decide (self, sy_dossier_new (sy_wizard_get_profile (wizard)));
      return;
    }

  self->pending = sy_dossier_new (sy_wizard_get_profile (wizard));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.measure-decision", NULL);
}

static void
ensure_wizard (SyDecisionsPage *self)
{
  if (self->wizard != NULL)
    return;

  self->wizard = g_object_new (SY_TYPE_WIZARD, NULL);
  g_signal_connect_object (self->wizard, "decided", G_CALLBACK (decided_cb), self, 0);
  g_signal_connect_object (self->wizard, "left", G_CALLBACK (sy_decisions_page_show_list), self,
                           G_CONNECT_SWAPPED);
  sy_wizard_set_can_measure (self->wizard, self->measurement == NULL);
  adw_bin_set_child (ADW_BIN (self->wizard_bin), GTK_WIDGET (self->wizard));
}

void
sy_decisions_page_start (SyDecisionsPage *self)
{
  g_autoptr(SyProfile) unsure = sy_profile_new ();
  const char *problem;

  g_return_if_fail (SY_IS_DECISIONS_PAGE (self));

  if (sy_rules_get (&problem) == NULL)
    {
      sy_decisions_page_show_problem (self, _("Nothing Can Be Decided"), problem);
      return;
    }

  sy_decisions_page_set_selecting (self, FALSE);
  ensure_wizard (self);
  sy_decisions_page_show (self, "wizard");
  if (self->has_draft)
    return;

  sy_wizard_set_profile (self->wizard, unsure);
  self->has_draft = TRUE;
}

SyPlan *
sy_decisions_page_make_plan (SyDecisionsPage *self,
                             guint64          seed)
{
  SyPlan *plan;

  g_return_val_if_fail (SY_IS_DECISIONS_PAGE (self), NULL);

  if (self->pending == NULL)
    return NULL;

  plan = sy_profile_plan_new (self->pending->profile, seed);
  self->awaits_measurement = plan != NULL;

  return plan;
}

/* A run that fell short still is a run; one that is nothing leaves the decision to the articles. */
static void
measured_cb (SyMeasurement   *measurement,
             SyDecisionsPage *self)
{
  SyReport *report = sy_measurement_get_report (measurement);

  if (self->pending == NULL)
    return;

  if (report != NULL)
    g_ptr_array_add (self->pending->runs, g_strdup (sy_report_get_run (report)->id));
  decide (self, g_steal_pointer (&self->pending));
}

void
sy_decisions_page_set_measurement (SyDecisionsPage *self,
                                   SyMeasurement   *measurement)
{
  g_set_object (&self->measurement, measurement);
  if (self->wizard != NULL)
    sy_wizard_set_can_measure (self->wizard, measurement == NULL);
  sy_advice_view_set_can_measure (self->advice_view, measurement == NULL);
  if (measurement == NULL)
    sy_running_view_set_measurement (self->running_view, NULL);
  if (measurement == NULL || !self->awaits_measurement)
    return;

  self->awaits_measurement = FALSE;
  g_signal_group_set_target (self->signals, measurement);
  sy_running_view_set_measurement (self->running_view, measurement);
  sy_decisions_page_show (self, "running");
}

/* What is shown was weighed otherwise by a person. */
static void
adjusted_cb (SyAdviceView    *view,
             SyDecisionsPage *self)
{
  sy_decisions_page_keep (self, sy_advice_view_get_dossier (view));
}

/* The same decision with one more run. */
static void
measure_cb (SyAdviceView    *view,
            SyDecisionsPage *self)
{
  g_clear_pointer (&self->pending, sy_dossier_free);
  self->pending = sy_dossier_copy (sy_advice_view_get_dossier (view), sy_rules_get (NULL));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.measure-decision", NULL);
}

void
sy_decisions_page_init_deciding (SyDecisionsPage *self)
{
  self->signals = g_signal_group_new (SY_TYPE_MEASUREMENT);
  g_signal_group_connect (self->signals, "finished", G_CALLBACK (measured_cb), self);
  g_signal_connect_object (self->advice_view, "adjusted", G_CALLBACK (adjusted_cb), self, 0);
  g_signal_connect_object (self->advice_view, "measure", G_CALLBACK (measure_cb), self, 0);
}
