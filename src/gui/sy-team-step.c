/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-team-step.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-answer-row.h"
#include "gui/sy-check-row.h"
#include "gui/sy-rules.h"
#include "gui/sy-wizard-step.h"

static const struct
{
  const char *id;
  const char *question;
} languages[] = {
  { "javascript", N_("Does the team know JavaScript?") },
  { "python", N_("Does the team know Python?") },
};

struct _SyTeamStep
{
  AdwBin     parent_instance;

  GtkWidget *beginners_row;
  GtkWidget *language_rows[G_N_ELEMENTS (languages)];
  GPtrArray *must_haves;
  GPtrArray *vetoed;

  GtkWidget *known_row;
  GtkWidget *known_switch;
  GtkWidget *must_haves_row;
  GtkWidget *team_group;
  GtkWidget *vetoed_row;
};

static void sy_team_step_step_init (SyWizardStepInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SyTeamStep, sy_team_step, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SY_TYPE_WIZARD_STEP,
                                                      sy_team_step_step_init))

static void
sy_team_step_dispose (GObject *object)
{
  SyTeamStep *self = SY_TEAM_STEP (object);

  g_clear_pointer (&self->must_haves, g_ptr_array_unref);
  g_clear_pointer (&self->vetoed, g_ptr_array_unref);

  G_OBJECT_CLASS (sy_team_step_parent_class)->dispose (object);
}

static void
sy_team_step_class_init (SyTeamStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_team_step_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-team-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SyTeamStep, known_row);
  gtk_widget_class_bind_template_child (widget_class, SyTeamStep, known_switch);
  gtk_widget_class_bind_template_child (widget_class, SyTeamStep, must_haves_row);
  gtk_widget_class_bind_template_child (widget_class, SyTeamStep, team_group);
  gtk_widget_class_bind_template_child (widget_class, SyTeamStep, vetoed_row);
}

static void
add_check (GtkWidget  *expander,
           GPtrArray  *rows,
           const char *id,
           const char *title,
           const char *subtitle)
{
  GtkWidget *row = sy_check_row_new (id, title, subtitle);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  g_ptr_array_add (rows, row);
}

static void
add_questions (SyTeamStep *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self->team_group);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      self->language_rows[i] = sy_answer_row_new (_(languages[i].question));
      adw_preferences_group_add (group, self->language_rows[i]);
    }
  self->beginners_row = sy_answer_row_new (_(sy_question_texts[SY_QUESTION_BEGINNERS]));
  adw_preferences_group_add (group, self->beginners_row);
}

static void
sy_team_step_init (SyTeamStep *self)
{
  const SyRulebook *rulebook = sy_rules_get (NULL);

  self->must_haves = g_ptr_array_new ();
  self->vetoed = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  add_questions (self);
  for (guint i = 0; i < rulebook->must_haves->len; i++)
    {
      const SyMustHave *must_have = rulebook->must_haves->pdata[i];

      add_check (self->must_haves_row, self->must_haves, must_have->id, must_have->text, NULL);
    }
  for (guint i = 0; i < rulebook->options->len; i++)
    {
      const SyOption *option = rulebook->options->pdata[i];

      add_check (self->vetoed_row, self->vetoed, option->id, option->name, option->text);
    }
}

static void
sy_team_step_show (SyWizardStep    *step,
                   const SyProfile *profile)
{
  SyTeamStep *self = SY_TEAM_STEP (step);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    sy_answer_row_set_answer (SY_ANSWER_ROW (self->language_rows[i]),
                              sy_profile_tell_language (profile, languages[i].id));
  sy_answer_row_set_answer (SY_ANSWER_ROW (self->beginners_row),
                            profile->answers[SY_QUESTION_BEGINNERS]);
  gtk_switch_set_active (GTK_SWITCH (self->known_switch), profile->known_languages_only);
  sy_check_rows_show (self->must_haves, profile->must_haves);
  sy_check_rows_show (self->vetoed, profile->vetoed);
}

/* One answer is enough to know something. */
static void
read_languages (SyTeamStep *self,
                SyProfile  *profile)
{
  profile->has_languages = FALSE;
  g_ptr_array_set_size (profile->languages, 0);
  g_ptr_array_set_size (profile->languages_unsure, 0);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      SyAnswer answer = sy_answer_row_get_answer (SY_ANSWER_ROW (self->language_rows[i]));

      profile->has_languages |= answer != SY_ANSWER_UNSURE;
      if (answer == SY_ANSWER_YES)
        g_ptr_array_add (profile->languages, g_strdup (languages[i].id));
      if (answer == SY_ANSWER_UNSURE)
        g_ptr_array_add (profile->languages_unsure, g_strdup (languages[i].id));
    }
  if (!profile->has_languages)
    g_ptr_array_set_size (profile->languages_unsure, 0);
}

static gboolean
sy_team_step_answer (SyWizardStep *step,
                     SyProfile    *profile)
{
  SyTeamStep *self = SY_TEAM_STEP (step);

  read_languages (self, profile);
  profile->answers[SY_QUESTION_BEGINNERS] =
    sy_answer_row_get_answer (SY_ANSWER_ROW (self->beginners_row));
  profile->known_languages_only = gtk_switch_get_active (GTK_SWITCH (self->known_switch));
  sy_check_rows_answer (self->must_haves, profile->must_haves);
  sy_check_rows_answer (self->vetoed, profile->vetoed);

  return TRUE;
}

static void
sy_team_step_step_init (SyWizardStepInterface *iface)
{
  iface->show = sy_team_step_show;
  iface->answer = sy_team_step_answer;
}
