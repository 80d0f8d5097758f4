/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-traffic-step.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-amount-row.h"
#include "gui/sy-answer-row.h"
#include "gui/sy-wizard-step.h"

#define MAX_PER_S 1e9
#define MAX_RESPONSE_NS 60e9
#define NS_PER_MS 1e6

struct _SyTrafficStep
{
  AdwBin       parent_instance;

  SyAmountRow *clients_row;
  GtkWidget   *group;
  SyAmountRow *peak_row;
  GtkWidget   *problem_label;
  GtkWidget   *real_time_row;
  SyAmountRow *response_row;
};

static void sy_traffic_step_step_init (SyWizardStepInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SyTrafficStep, sy_traffic_step, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SY_TYPE_WIZARD_STEP,
                                                      sy_traffic_step_step_init))

/* Of several problems the first is said, below the rows. */
static void
read_amount (SyTrafficStep  *self,
             SyAmountRow    *row,
             double          unit,
             double         *amount,
             SyAmountRow   **wrong)
{
  g_autoptr(GError) error = NULL;
  double value;

  if (sy_amount_row_get (row, &value, &error))
    {
      *amount = value / unit;
      return;
    }

  if (*wrong != NULL)
    return;
  *wrong = row;
  gtk_label_set_label (GTK_LABEL (self->problem_label), error->message);
}

/* Returns the first row that cannot be used. */
static SyAmountRow *
read_amounts (SyTrafficStep *self,
              SyProfile     *profile)
{
  SyAmountRow *wrong = NULL;

  read_amount (self, self->peak_row, 1, &profile->peak_per_s, &wrong);
  read_amount (self, self->clients_row, 1, &profile->n_clients, &wrong);
  read_amount (self, self->response_row, NS_PER_MS, &profile->response_ms, &wrong);
  gtk_widget_set_visible (self->problem_label, wrong != NULL);

  return wrong;
}

static void
changed_cb (SyTrafficStep *self)
{
  g_autoptr(SyProfile) tried = sy_profile_new ();

  read_amounts (self, tried);
  sy_wizard_step_changed (SY_WIZARD_STEP (self));
}

static void
sy_traffic_step_class_init (SyTrafficStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SY_TYPE_AMOUNT_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-traffic-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SyTrafficStep, clients_row);
  gtk_widget_class_bind_template_child (widget_class, SyTrafficStep, group);
  gtk_widget_class_bind_template_child (widget_class, SyTrafficStep, peak_row);
  gtk_widget_class_bind_template_child (widget_class, SyTrafficStep, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SyTrafficStep, response_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
sy_traffic_step_init (SyTrafficStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  sy_amount_row_set_up (self->peak_row, SY_QUANTITY_RATE, "/s", 1e-3, MAX_PER_S);
  sy_amount_row_set_up (self->clients_row, SY_QUANTITY_COUNT, "", 1, MAX_PER_S);
  sy_amount_row_set_up (self->response_row, SY_QUANTITY_DURATION, "ms", NS_PER_MS / 1000,
                        MAX_RESPONSE_NS);
  self->real_time_row = sy_answer_row_new (_(sy_question_texts[SY_QUESTION_REAL_TIME]));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->real_time_row);
}

static void
sy_traffic_step_show (SyWizardStep    *step,
                      const SyProfile *profile)
{
  SyTrafficStep *self = SY_TRAFFIC_STEP (step);

  sy_amount_row_set (self->peak_row, profile->peak_per_s);
  sy_amount_row_set (self->clients_row, profile->n_clients);
  sy_amount_row_set (self->response_row, profile->response_ms * NS_PER_MS);
  sy_answer_row_set_answer (SY_ANSWER_ROW (self->real_time_row),
                            profile->answers[SY_QUESTION_REAL_TIME]);
}

static gboolean
sy_traffic_step_answer (SyWizardStep *step,
                        SyProfile    *profile)
{
  SyTrafficStep *self = SY_TRAFFIC_STEP (step);
  SyAmountRow *wrong = read_amounts (self, profile);

  profile->answers[SY_QUESTION_REAL_TIME] =
    sy_answer_row_get_answer (SY_ANSWER_ROW (self->real_time_row));
  if (wrong != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (wrong));

  return wrong == NULL;
}

static void
sy_traffic_step_step_init (SyWizardStepInterface *iface)
{
  iface->show = sy_traffic_step_show;
  iface->answer = sy_traffic_step_answer;
}
