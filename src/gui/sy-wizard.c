/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-wizard.h"

#include <glib/gi18n-lib.h>

#include "core/sy-clock.h"
#include "gui/sy-context-step.h"
#include "gui/sy-priorities-step.h"
#include "gui/sy-profile-plan.h"
#include "gui/sy-request-step.h"
#include "gui/sy-rules.h"
#include "gui/sy-team-step.h"
#include "gui/sy-traffic-step.h"
#include "gui/sy-wizard-step.h"
#include "gui/sy-wrap-box.h"

enum { N_STEPS = 5 };

struct _SyWizard
{
  AdwBin         parent_instance;

  SyProfile     *profile;
  guint          step;
  gboolean       can_measure;
  SyWizardStep  *steps[N_STEPS];
  GtkWidget     *scrollers[N_STEPS];
  GtkWidget     *dots[N_STEPS];

  GtkWidget     *back_button;
  GtkWidget     *decide_button;
  GtkWidget     *dots_box;
  GtkWidget     *measure_button;
  GtkWidget     *next_button;
  GtkWidget     *progress_label;
  GtkWidget     *skip_button;
  GtkWidget     *stack;
  GtkWidget     *title_label;
};

enum
{
  SIGNAL_DECIDED,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SyWizard, sy_wizard, ADW_TYPE_BIN)

static const struct
{
  const char *title;
  GType     (*get_type) (void);
} steps[N_STEPS] = {
  { N_("What you are building"), sy_context_step_get_type },
  { N_("A typical request"), sy_request_step_get_type },
  { N_("Traffic"), sy_traffic_step_get_type },
  { N_("Team and constraints"), sy_team_step_get_type },
  { N_("Order your top five"), sy_priorities_step_get_type },
};

char *
sy_wizard_dup_progress (SyWizard *self)
{
  g_return_val_if_fail (SY_IS_WIZARD (self), NULL);

  /* Translators: where in the wizard one is. */
  return g_strdup_printf (_("Step %u of %u"), self->step + 1, (guint) N_STEPS);
}

static gboolean
is_last_step (SyWizard *self)
{
  return self->step == N_STEPS - 1;
}

static void
show_measure_button (SyWizard *self)
{
  g_autoptr(SyPlan) plan = sy_profile_plan_new (self->profile, 0);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->measure_button, is_last_step (self) && plan != NULL);
  gtk_widget_set_sensitive (self->measure_button, self->can_measure);
  if (plan == NULL)
    return;

  /* Translators: how many seconds it takes. */
  text = g_strdup_printf (_("Measure This · %.0f s"),
                          (double) sy_plan_get_duration_ns (plan) / SY_NS_PER_S);
  gtk_button_set_label (GTK_BUTTON (self->measure_button), text);
}

static void
show_progress (SyWizard *self)
{
  g_autofree char *progress = sy_wizard_dup_progress (self);
  gboolean is_last = is_last_step (self);

  gtk_label_set_label (GTK_LABEL (self->progress_label), progress);
  gtk_label_set_label (GTK_LABEL (self->title_label), _(steps[self->step].title));
  for (guint i = 0; i < N_STEPS; i++)
    if (i <= self->step)
      gtk_widget_add_css_class (self->dots[i], "sy-done");
    else
      gtk_widget_remove_css_class (self->dots[i], "sy-done");
  gtk_widget_set_visible (self->next_button, !is_last);
  gtk_widget_set_visible (self->skip_button, !is_last);
  gtk_widget_set_visible (self->decide_button, is_last);
  show_measure_button (self);
}

static void
show_step (SyWizard *self,
           guint     step)
{
  self->step = step;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->scrollers[step]);
  show_progress (self);
  gtk_adjustment_set_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrollers[step])), 0);
  gtk_widget_child_focus (GTK_WIDGET (self->steps[step]), GTK_DIR_TAB_FORWARD);
}

static gboolean
take_answers (SyWizard *self)
{
  return sy_wizard_step_answer (self->steps[self->step], self->profile);
}

/* A screen reader can activate a hidden button, so that each looks whether it is its turn. */
static void
next_cb (SyWizard *self)
{
  if (!is_last_step (self) && take_answers (self))
    show_step (self, self->step + 1);
}

/* Unsure of all that the step asks for, whatever was answered before. */
static void
skip_cb (SyWizard *self)
{
  g_autoptr(SyProfile) unsure = sy_profile_new ();

  if (is_last_step (self))
    return;

  sy_wizard_step_show (self->steps[self->step], unsure);
  next_cb (self);
}

static void
back_cb (SyWizard *self)
{
  sy_wizard_back (self);
}

static void
decide (SyWizard *self,
        gboolean  measures)
{
  if (is_last_step (self) && take_answers (self))
    g_signal_emit (self, signals[SIGNAL_DECIDED], 0, measures);
}

static void
decide_cb (SyWizard *self)
{
  decide (self, FALSE);
}

static void
measure_cb (SyWizard *self)
{
  decide (self, TRUE);
}

static void
show_profile (SyWizard *self)
{
  for (guint i = 0; i < N_STEPS; i++)
    sy_wizard_step_show (self->steps[i], self->profile);
  show_measure_button (self);
}

static void
template_cb (SyWizard   *self,
             const char *name)
{
  SyProfile *profile = sy_profile_load_example (name, sy_rules_get (NULL), NULL);

  if (profile == NULL)
    return;

  sy_profile_free (self->profile);
  self->profile = profile;
  show_profile (self);
}

static void
sy_wizard_finalize (GObject *object)
{
  SyWizard *self = SY_WIZARD (object);

  g_clear_pointer (&self->profile, sy_profile_free);

  G_OBJECT_CLASS (sy_wizard_parent_class)->finalize (object);
}

static void
sy_wizard_class_init (SyWizardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sy_wizard_finalize;
  signals[SIGNAL_DECIDED] =
    g_signal_new ("decided", SY_TYPE_WIZARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_LEFT] =
    g_signal_new ("left", SY_TYPE_WIZARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SY_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-wizard.ui");
  gtk_widget_class_bind_template_child (widget_class, SyWizard, back_button);
  gtk_widget_class_bind_template_child (widget_class, SyWizard, decide_button);
  gtk_widget_class_bind_template_child (widget_class, SyWizard, dots_box);
  gtk_widget_class_bind_template_child (widget_class, SyWizard, measure_button);
  gtk_widget_class_bind_template_child (widget_class, SyWizard, next_button);
  gtk_widget_class_bind_template_child (widget_class, SyWizard, progress_label);
  gtk_widget_class_bind_template_child (widget_class, SyWizard, skip_button);
  gtk_widget_class_bind_template_child (widget_class, SyWizard, stack);
  gtk_widget_class_bind_template_child (widget_class, SyWizard, title_label);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, decide_cb);
  gtk_widget_class_bind_template_callback (widget_class, measure_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
}

static void
add_step (SyWizard *self,
          guint     step)
{
  GtkWidget *widget = g_object_new (steps[step].get_type (), NULL);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (widget, "sy-step");
  adw_clamp_set_child (ADW_CLAMP (clamp), widget);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_stack_add_child (GTK_STACK (self->stack), scroller);
  self->steps[step] = SY_WIZARD_STEP (widget);
  self->scrollers[step] = scroller;
}

static void
add_dot (SyWizard *self,
         guint     step)
{
  GtkWidget *dot = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                 "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (dot, "sy-dot");
  gtk_box_append (GTK_BOX (self->dots_box), dot);
  self->dots[step] = dot;
}

static void
sy_wizard_init (SyWizard *self)
{
  self->profile = sy_profile_new ();
  self->can_measure = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < N_STEPS; i++)
    {
      add_step (self, i);
      add_dot (self, i);
    }
  g_signal_connect_object (self->steps[0], "template", G_CALLBACK (template_cb), self,
                           G_CONNECT_SWAPPED);
  show_progress (self);
}

void
sy_wizard_set_profile (SyWizard        *self,
                       const SyProfile *profile)
{
  g_return_if_fail (SY_IS_WIZARD (self));

  sy_profile_free (self->profile);
  self->profile = sy_profile_copy (profile);
  show_profile (self);
  show_step (self, 0);
}

const SyProfile *
sy_wizard_get_profile (SyWizard *self)
{
  g_return_val_if_fail (SY_IS_WIZARD (self), NULL);

  return self->profile;
}

void
sy_wizard_back (SyWizard *self)
{
  g_return_if_fail (SY_IS_WIZARD (self));

  /* What cannot be used is asked for again on the way forward. */
  take_answers (self);
  if (self->step > 0)
    show_step (self, self->step - 1);
  else
    g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

void
sy_wizard_set_can_measure (SyWizard *self,
                           gboolean  can_measure)
{
  g_return_if_fail (SY_IS_WIZARD (self));

  self->can_measure = can_measure;
  show_measure_button (self);
}
