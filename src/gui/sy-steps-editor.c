/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-steps-editor.h"

#include <string.h>

#include "gui/sy-step-row.h"

struct _SyStepsEditor
{
  AdwBin      parent_instance;

  double      unit_ns;
  char       *runtime;

  GtkWidget  *add_button;
  GtkWidget  *list;
  GMenuModel *profile_menu;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SyStepsEditor, sy_steps_editor, ADW_TYPE_BIN)

/* What a new step begins as, under the name the menu has for it. */
static const struct
{
  const char *name;
  SyStepKind  kind;
  double      amount;
} new_steps[] = {
  { "compute", SY_STEP_COMPUTE, 200e3 /* ns */ },
  { "wait", SY_STEP_WAIT, 5 },
  { "answer", SY_STEP_ANSWER, 2048 },
  { "fail", SY_STEP_FAIL, 0 },
};

static GtkListBoxRow *
get_row (SyStepsEditor *self,
         guint          n)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) n);
}

static guint
count_rows (SyStepsEditor *self)
{
  guint n = 0;

  while (get_row (self, n) != NULL)
    n++;

  return n;
}

static void
changed (SyStepsEditor *self)
{
  guint n_rows = count_rows (self);

  gtk_widget_set_visible (self->list, n_rows > 0);
  gtk_widget_set_sensitive (self->add_button, n_rows < SY_PROGRAM_MAX_STEPS);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The keyboard goes on with the step that takes the removed one's place. */
static void
removed_cb (SyStepRow     *row,
            SyStepsEditor *self)
{
  guint n = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  changed (self);
  next = get_row (self, n > 0 ? n - 1 : n);
  if (next == NULL || !gtk_widget_child_focus (GTK_WIDGET (next), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (self->add_button, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
append (SyStepsEditor *self,
        const SyStep  *step)
{
  GtkWidget *row = sy_step_row_new (step, self->unit_ns, self->runtime);

  g_signal_connect_object (row, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, 0);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);

  return row;
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  SyStepsEditor *self = SY_STEPS_EDITOR (widget);
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (new_steps); i++)
    if (g_str_equal (name, new_steps[i].name) && count_rows (self) < SY_PROGRAM_MAX_STEPS)
      {
        double scale = new_steps[i].kind == SY_STEP_COMPUTE ? self->unit_ns : 1;
        SyStep step = { new_steps[i].kind, (guint32) (new_steps[i].amount / scale) };

        gtk_widget_child_focus (append (self, &step), GTK_DIR_TAB_FORWARD);
        changed (self);
      }
}

static void
sy_steps_editor_finalize (GObject *object)
{
  g_free (SY_STEPS_EDITOR (object)->runtime);

  G_OBJECT_CLASS (sy_steps_editor_parent_class)->finalize (object);
}

static void
sy_steps_editor_class_init (SyStepsEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sy_steps_editor_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", SY_TYPE_STEPS_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "steps.add", "s", add_cb);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-steps-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SyStepsEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, SyStepsEditor, list);
  gtk_widget_class_bind_template_child (widget_class, SyStepsEditor, profile_menu);
}

static void
sy_steps_editor_init (SyStepsEditor *self)
{
  self->unit_ns = 1000;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sy_steps_editor_set_runtime (SyStepsEditor *self,
                             const char    *runtime)
{
  SyProgram program = sy_steps_editor_get_program (self);

  g_return_if_fail (runtime != NULL);

  g_free (self->runtime);
  self->runtime = g_strdup (runtime);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add_button), self->profile_menu);
  sy_steps_editor_set_program (self, &program, self->unit_ns);
}

void
sy_steps_editor_set_program (SyStepsEditor   *self,
                             const SyProgram *program,
                             double           unit_ns)
{
  GtkListBoxRow *row;

  g_return_if_fail (SY_IS_STEPS_EDITOR (self));
  g_return_if_fail (unit_ns > 0);

  self->unit_ns = unit_ns;
  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < program->n_steps; i++)
    append (self, &program->steps[i]);
  changed (self);
}

SyProgram
sy_steps_editor_get_program (SyStepsEditor *self)
{
  SyProgram program;

  memset (&program, 0, sizeof program);
  program.n_steps = count_rows (self);
  for (guint i = 0; i < program.n_steps; i++)
    program.steps[i] = sy_step_row_get_step (SY_STEP_ROW (get_row (self, i)));

  return program;
}
