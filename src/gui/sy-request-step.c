/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-request-step.h"

#include "gui/sy-request-preview.h"
#include "gui/sy-rules.h"
#include "gui/sy-steps-editor.h"
#include "gui/sy-template-row.h"
#include "gui/sy-wizard-step.h"

/* Profiles count milliseconds of computing; composed as so many units of a microsecond. */
#define UNIT_NS 1000.0
#define UNITS_PER_MS 1000.0

struct _SyRequestStep
{
  AdwBin            parent_instance;

  gboolean          is_showing;

  SyRequestPreview *preview;
  GtkWidget        *runtime_row;
  SyStepsEditor    *steps_editor;
  GtkWidget        *unsure_label;
};

static void sy_request_step_step_init (SyWizardStepInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SyRequestStep, sy_request_step, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SY_TYPE_WIZARD_STEP,
                                                      sy_request_step_step_init))

static const struct
{
  SySide      side;
  const char *name;
} runtimes[] = {
  { SY_SIDE_NODE, "Node.js" },
  { SY_SIDE_PYTHON, "Python" },
};

/* A profile knows all the kinds of steps but failing. */
static const SyStepKind kinds[] = {
  [SY_ACTION_COMPUTE] = SY_STEP_COMPUTE,
  [SY_ACTION_WAIT] = SY_STEP_WAIT,
  [SY_ACTION_ANSWER] = SY_STEP_ANSWER,
};

static guint
get_runtime (SyRequestStep *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->runtime_row));

  return MIN (selected, G_N_ELEMENTS (runtimes) - 1);
}

static void
show_preview (SyRequestStep *self)
{
  SyWorkload workload = { .n_parts = 1 };
  gboolean has_steps;

  workload.parts[0].weight = 1;
  workload.parts[0].program = sy_steps_editor_get_program (self->steps_editor);
  has_steps = workload.parts[0].program.n_steps > 0;
  gtk_widget_set_visible (GTK_WIDGET (self->preview), has_steps);
  gtk_widget_set_visible (self->unsure_label, !has_steps);
  sy_request_preview_set_runtime (self->preview, runtimes[get_runtime (self)].name);
  sy_request_preview_set_workload (self->preview, &workload, UNIT_NS);
}

static void
changed_cb (SyRequestStep *self)
{
  if (self->is_showing)
    return;

  show_preview (self);
  sy_wizard_step_changed (SY_WIZARD_STEP (self));
}

static void
runtime_changed_cb (SyRequestStep *self)
{
  sy_steps_editor_set_runtime (self->steps_editor, runtimes[get_runtime (self)].name);
}

/* Of an example the request alone. */
static void
chosen_cb (SyTemplateRow *row,
           const char    *name,
           SyRequestStep *self)
{
  g_autoptr(SyProfile) profile = sy_profile_load_example (name, sy_rules_get (NULL), NULL);

  if (profile == NULL)
    return;

  sy_wizard_step_show (SY_WIZARD_STEP (self), profile);
  sy_wizard_step_changed (SY_WIZARD_STEP (self));
}

static void
sy_request_step_class_init (SyRequestStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SY_TYPE_REQUEST_PREVIEW);
  g_type_ensure (SY_TYPE_STEPS_EDITOR);
  g_type_ensure (SY_TYPE_TEMPLATE_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-request-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SyRequestStep, preview);
  gtk_widget_class_bind_template_child (widget_class, SyRequestStep, runtime_row);
  gtk_widget_class_bind_template_child (widget_class, SyRequestStep, steps_editor);
  gtk_widget_class_bind_template_child (widget_class, SyRequestStep, unsure_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, runtime_changed_cb);
}

static void
sy_request_step_init (SyRequestStep *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (runtimes); i++)
    gtk_string_list_append (names, runtimes[i].name);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->runtime_row), G_LIST_MODEL (names));
  runtime_changed_cb (self);
}

static SyProgram
make_program (const SyProfile *profile)
{
  SyProgram program = { .n_steps = MIN (profile->actions->len, SY_PROGRAM_MAX_STEPS) };

  for (guint i = 0; i < program.n_steps; i++)
    {
      const SyAction *action = &g_array_index (profile->actions, SyAction, i);
      double scale = action->kind == SY_ACTION_COMPUTE ? UNITS_PER_MS : 1;

      program.steps[i] = (SyStep) { kinds[action->kind], (guint32) (action->amount * scale + 0.5) };
    }

  return program;
}

static void
sy_request_step_show (SyWizardStep    *step,
                      const SyProfile *profile)
{
  SyRequestStep *self = SY_REQUEST_STEP (step);
  SyProgram program = make_program (profile);

  self->is_showing = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->runtime_row),
                              profile->computes_on == SY_SIDE_PYTHON ? 1 : 0);
  sy_steps_editor_set_program (self->steps_editor, &program, UNIT_NS);
  self->is_showing = FALSE;
  show_preview (self);
}

static void
add_action (SyProfile    *profile,
            const SyStep *step)
{
  for (SyActionKind kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    if (kinds[kind] == step->kind && step->amount > 0)
      {
        double scale = kind == SY_ACTION_COMPUTE ? UNITS_PER_MS : 1;
        SyAction action = { kind, step->amount / scale };

        g_array_append_val (profile->actions, action);
      }
}

static gboolean
sy_request_step_answer (SyWizardStep *step,
                        SyProfile    *profile)
{
  SyRequestStep *self = SY_REQUEST_STEP (step);
  SyProgram program = sy_steps_editor_get_program (self->steps_editor);

  g_array_set_size (profile->actions, 0);
  for (guint i = 0; i < program.n_steps; i++)
    add_action (profile, &program.steps[i]);
  profile->computes_on = runtimes[get_runtime (self)].side;

  return TRUE;
}

static void
sy_request_step_step_init (SyWizardStepInterface *iface)
{
  iface->show = sy_request_step_show;
  iface->answer = sy_request_step_answer;
}
