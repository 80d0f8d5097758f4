/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-answer-row.h"

struct _SyAnswerRow
{
  AdwActionRow  parent_instance;

  GtkWidget    *buttons;
  GtkWidget    *no_button;
  GtkWidget    *unsure_button;
  GtkWidget    *yes_button;
};

G_DEFINE_FINAL_TYPE (SyAnswerRow, sy_answer_row, ADW_TYPE_ACTION_ROW)

static void
sy_answer_row_class_init (SyAnswerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-answer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SyAnswerRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, SyAnswerRow, no_button);
  gtk_widget_class_bind_template_child (widget_class, SyAnswerRow, unsure_button);
  gtk_widget_class_bind_template_child (widget_class, SyAnswerRow, yes_button);
}

static void
sy_answer_row_init (SyAnswerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sy_answer_row_new (const char *question)
{
  SyAnswerRow *self = g_object_new (SY_TYPE_ANSWER_ROW, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, question,
                                  -1);

  return GTK_WIDGET (self);
}

static GtkWidget *
get_button (SyAnswerRow *self,
            SyAnswer     answer)
{
  return answer == SY_ANSWER_YES ? self->yes_button
                                 : answer == SY_ANSWER_NO ? self->no_button : self->unsure_button;
}

SyAnswer
sy_answer_row_get_answer (SyAnswerRow *self)
{
  g_return_val_if_fail (SY_IS_ANSWER_ROW (self), SY_ANSWER_UNSURE);

  for (SyAnswer answer = SY_ANSWER_NO; answer <= SY_ANSWER_YES; answer++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_button (self, answer))))
      return answer;

  return SY_ANSWER_UNSURE;
}

void
sy_answer_row_set_answer (SyAnswerRow *self,
                          SyAnswer     answer)
{
  g_return_if_fail (SY_IS_ANSWER_ROW (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_button (self, answer)), TRUE);
}
