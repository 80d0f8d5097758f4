/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-step-row.h"

#include <glib/gi18n-lib.h>

struct _SyStepRow
{
  AdwActionRow  parent_instance;

  SyStepKind    kind;
  double        scale;

  GtkWidget    *amount_spin;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SyStepRow, sy_step_row, ADW_TYPE_ACTION_ROW)

/* How a kind of step is shown: @max and @increment as people see them. */
static const struct
{
  const char *title;
  const char *subtitle;
  double      max;
  double      increment;
  guint       n_digits;
} kinds[] = {
  [SY_STEP_COMPUTE] = { N_("Compute"), N_("Milliseconds on this machine"), 10000, 0.1, 3 },
  [SY_STEP_WAIT] = { N_("Wait"), N_("Milliseconds, for another service"), 60000, 1, 0 },
  [SY_STEP_ANSWER] = { N_("Answer"), N_("Bytes"), 16 * 1024 * 1024, 1024, 0 },
  [SY_STEP_FAIL] = { N_("Fail"), N_("With an error on the server"), 0, 0, 0 },
};

static void
amount_changed_cb (SyStepRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
remove_clicked_cb (SyStepRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
sy_step_row_class_init (SyStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", SY_TYPE_STEP_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVED] =
    g_signal_new ("removed", SY_TYPE_STEP_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SyStepRow, amount_spin);
  gtk_widget_class_bind_template_callback (widget_class, amount_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
sy_step_row_init (SyStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
say_unit (SyStepKind  kind,
          const char *runtime)
{
  if (kind == SY_STEP_COMPUTE && runtime != NULL)
    /* Translators: of computing; the name of a runtime. */
    return g_strdup_printf (_("Milliseconds on %s"), runtime);

  return g_strdup (_(kinds[kind].subtitle));
}

GtkWidget *
sy_step_row_new (const SyStep *step,
                 double        unit_ns,
                 const char   *runtime)
{
  SyStepRow *self = g_object_new (SY_TYPE_STEP_ROW, NULL);
  const char *title = _(kinds[step->kind].title);
  g_autofree char *subtitle = say_unit (step->kind, runtime);

  self->kind = step->kind;
  self->scale = step->kind == SY_STEP_COMPUTE ? unit_ns / 1e6 : 1;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->amount_spin),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle,
                                  -1);
  gtk_widget_set_visible (self->amount_spin, kinds[step->kind].max > 0);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (self->amount_spin), kinds[step->kind].n_digits);
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (self->amount_spin), 0, kinds[step->kind].max);
  gtk_spin_button_set_increments (GTK_SPIN_BUTTON (self->amount_spin),
                                  kinds[step->kind].increment, kinds[step->kind].increment * 10);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->amount_spin), step->amount * self->scale);

  return GTK_WIDGET (self);
}

SyStep
sy_step_row_get_step (SyStepRow *self)
{
  double amount = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->amount_spin)) / self->scale;
  /* As the language of steps allows. */
  double max = self->kind == SY_STEP_COMPUTE ? 10000000 : kinds[self->kind].max;

  return (SyStep) { self->kind, (guint32) (MIN (amount, max) + 0.5) };
}
