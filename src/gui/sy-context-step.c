/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-context-step.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-answer-row.h"
#include "gui/sy-check-row.h"
#include "gui/sy-rules.h"
#include "gui/sy-template-row.h"
#include "gui/sy-wizard-step.h"

struct _SyContextStep
{
  AdwBin     parent_instance;

  GPtrArray *use_cases;
  GtkWidget *answers[SY_N_QUESTIONS];

  GtkWidget *name_row;
  GtkWidget *questions_group;
  GtkWidget *structure_row;
  GtkWidget *template_row;
  GtkWidget *use_cases_row;
};

static void sy_context_step_step_init (SyWizardStepInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SyContextStep, sy_context_step, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SY_TYPE_WIZARD_STEP,
                                                      sy_context_step_step_init))

enum
{
  SIGNAL_TEMPLATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The others are about traffic and the team. */
static const SyQuestion questions[] = {
  SY_QUESTION_WEB, SY_QUESTION_DATA_AI, SY_QUESTION_LARGE_PROJECT, SY_QUESTION_LITTLE_CODE,
  SY_QUESTION_EXISTING_SYSTEMS,
};

static void
chosen_cb (SyTemplateRow *row,
           const char    *name,
           SyContextStep *self)
{
  g_signal_emit (self, signals[SIGNAL_TEMPLATE], 0, name);
}

static void
sy_context_step_dispose (GObject *object)
{
  SyContextStep *self = SY_CONTEXT_STEP (object);

  g_clear_pointer (&self->use_cases, g_ptr_array_unref);

  G_OBJECT_CLASS (sy_context_step_parent_class)->dispose (object);
}

static void
sy_context_step_class_init (SyContextStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_context_step_dispose;
  signals[SIGNAL_TEMPLATE] =
    g_signal_new ("template", SY_TYPE_CONTEXT_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SY_TYPE_TEMPLATE_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-context-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SyContextStep, name_row);
  gtk_widget_class_bind_template_child (widget_class, SyContextStep, questions_group);
  gtk_widget_class_bind_template_child (widget_class, SyContextStep, structure_row);
  gtk_widget_class_bind_template_child (widget_class, SyContextStep, template_row);
  gtk_widget_class_bind_template_child (widget_class, SyContextStep, use_cases_row);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
add_use_cases (SyContextStep     *self,
               const SyKnowledge *knowledge)
{
  guint n_facts;
  const SySourceFact *const *facts = sy_knowledge_get_facts (knowledge, &n_facts);

  for (guint i = 0; i < n_facts; i++)
    {
      GtkWidget *row;

      if (facts[i]->kind != SY_FACT_USE_CASE)
        continue;
      row = sy_check_row_new (facts[i]->id, facts[i]->name, NULL);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self->use_cases_row), row);
      g_ptr_array_add (self->use_cases, row);
    }
}

static void
sy_context_step_init (SyContextStep *self)
{
  self->use_cases = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      GtkWidget *row = sy_answer_row_new (_(sy_question_texts[questions[i]]));

      self->answers[questions[i]] = row;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->questions_group), row);
    }
  add_use_cases (self, sy_rules_get (NULL)->knowledge);
}

static void
sy_context_step_show (SyWizardStep    *step,
                      const SyProfile *profile)
{
  SyContextStep *self = SY_CONTEXT_STEP (step);

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), profile->name != NULL ? profile->name : "");
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->structure_row), profile->structure);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    sy_answer_row_set_answer (SY_ANSWER_ROW (self->answers[questions[i]]),
                              profile->answers[questions[i]]);
  sy_check_rows_show (self->use_cases, profile->use_cases);
}

static gboolean
sy_context_step_answer (SyWizardStep *step,
                        SyProfile    *profile)
{
  SyContextStep *self = SY_CONTEXT_STEP (step);
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name_row));

  g_free (profile->name);
  profile->name = *name != '\0' ? g_strdup (name) : NULL;
  profile->structure = (SyStructure) adw_combo_row_get_selected (
    ADW_COMBO_ROW (self->structure_row));
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    profile->answers[questions[i]] =
      sy_answer_row_get_answer (SY_ANSWER_ROW (self->answers[questions[i]]));
  sy_check_rows_answer (self->use_cases, profile->use_cases);

  return TRUE;
}

static void
sy_context_step_step_init (SyWizardStepInterface *iface)
{
  iface->show = sy_context_step_show;
  iface->answer = sy_context_step_answer;
}
