/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-priorities-step.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-priority-row.h"
#include "gui/sy-rules.h"
#include "gui/sy-wizard-step.h"

/**
 * Choice:
 * @button: (unowned): adds it
 *
 * What could be put in order: an objective or one of its criteria.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *text;
  GtkWidget  *button;
} Choice;

struct _SyPrioritiesStep
{
  AdwBin     parent_instance;

  GArray    *choices;
  GPtrArray *order;

  GtkWidget *choices_group;
  GtkWidget *list;
  GtkWidget *unsure_label;
};

static void sy_priorities_step_step_init (SyWizardStepInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SyPrioritiesStep, sy_priorities_step, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SY_TYPE_WIZARD_STEP,
                                                      sy_priorities_step_step_init))

static void show_order (SyPrioritiesStep *self);

static const Choice *
find_choice (SyPrioritiesStep *self,
             const char       *id)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (g_str_equal (g_array_index (self->choices, Choice, i).id, id))
      return &g_array_index (self->choices, Choice, i);

  return NULL;
}

static guint
find_place (SyPrioritiesStep *self,
            const char       *id)
{
  guint place;

  return g_ptr_array_find_with_equal_func (self->order, id, g_str_equal, &place) ? place
                                                                                 : G_MAXUINT;
}

/* The keyboard stays with what it was used on, or on what took its place. */
static void
focus_place (SyPrioritiesStep *self,
             guint             place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) place);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (self->choices_group, GTK_DIR_TAB_FORWARD);
}

static void
changed (SyPrioritiesStep *self)
{
  show_order (self);
  sy_wizard_step_changed (SY_WIZARD_STEP (self));
}

static void
moved_cb (SyPriorityRow    *row,
          int               places,
          SyPrioritiesStep *self)
{
  guint from = find_place (self, sy_priority_row_get_id (row));
  guint to = (guint) CLAMP ((int) from + places, 0, (int) self->order->len - 1);

  g_ptr_array_insert (self->order, (int) to, g_ptr_array_steal_index (self->order, from));
  changed (self);
  focus_place (self, to);
}

static void
removed_cb (SyPriorityRow    *row,
            SyPrioritiesStep *self)
{
  guint place = find_place (self, sy_priority_row_get_id (row));

  g_ptr_array_remove_index (self->order, place);
  changed (self);
  focus_place (self, place > 0 ? place - 1 : 0);
}

static void
add_clicked_cb (GtkWidget        *button,
                SyPrioritiesStep *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      if (choice->button == button && self->order->len < SY_PROFILE_MAX_PRIORITIES)
        g_ptr_array_add (self->order, g_strdup (choice->id));
    }
  changed (self);
  if (!gtk_widget_is_sensitive (button))
    focus_place (self, self->order->len - 1);
}

static void
add_place (SyPrioritiesStep *self,
           guint             place)
{
  const Choice *choice = find_choice (self, self->order->pdata[place]);
  GtkWidget *row;

  g_assert (choice != NULL);
  row = sy_priority_row_new (choice->id, choice->name, choice->text, place, self->order->len);
  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, 0);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
show_order (SyPrioritiesStep *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < self->order->len; i++)
    add_place (self, i);
  gtk_widget_set_visible (self->list, self->order->len > 0);
  gtk_widget_set_visible (self->unsure_label, self->order->len == 0);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      gtk_widget_set_sensitive (choice->button, self->order->len < SY_PROFILE_MAX_PRIORITIES
                                                  && find_place (self, choice->id) == G_MAXUINT);
    }
}

static void
sy_priorities_step_dispose (GObject *object)
{
  SyPrioritiesStep *self = SY_PRIORITIES_STEP (object);

  g_clear_pointer (&self->choices, g_array_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);

  G_OBJECT_CLASS (sy_priorities_step_parent_class)->dispose (object);
}

static void
sy_priorities_step_class_init (SyPrioritiesStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_priorities_step_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-priorities-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SyPrioritiesStep, choices_group);
  gtk_widget_class_bind_template_child (widget_class, SyPrioritiesStep, list);
  gtk_widget_class_bind_template_child (widget_class, SyPrioritiesStep, unsure_label);
}

static GtkWidget *
add_choice (SyPrioritiesStep *self,
            const char       *id,
            const char       *name,
            const char       *text)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  /* Translators: puts something in the order of what matters. */
  g_autofree char *label = g_strdup_printf (_("Add “%s”"), name);
  Choice choice = { id, name, text, button };

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), self, 0);
  g_array_append_val (self->choices, choice);

  return button;
}

static void
add_criterion (SyPrioritiesStep  *self,
               GtkWidget         *expander,
               const SyCriterion *criterion)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = add_choice (self, criterion->id, criterion->name, criterion->question);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), criterion->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), criterion->question);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

static void
add_objective (SyPrioritiesStep  *self,
               const SyKnowledge *knowledge,
               const SyObjective *objective)
{
  GtkWidget *expander = adw_expander_row_new ();
  guint n_criteria;
  const SyCriterion *const *criteria = sy_knowledge_get_criteria (knowledge, &n_criteria);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), objective->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), objective->text);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (expander),
                               add_choice (self, objective->id, objective->name,
                                           objective->text));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->choices_group), expander);
  for (guint i = 0; i < n_criteria; i++)
    if (criteria[i]->objective == objective && criteria[i]->weighs)
      add_criterion (self, expander, criteria[i]);
}

static void
sy_priorities_step_init (SyPrioritiesStep *self)
{
  const SyKnowledge *knowledge = sy_rules_get (NULL)->knowledge;
  guint n_objectives;
  const SyObjective *const *objectives = sy_knowledge_get_objectives (knowledge, &n_objectives);

  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  self->order = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < n_objectives; i++)
    add_objective (self, knowledge, objectives[i]);
  show_order (self);
}

static void
take_ids (GPtrArray *to,
          GPtrArray *from)
{
  g_ptr_array_set_size (to, 0);
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_strdup (from->pdata[i]));
}

static void
sy_priorities_step_show (SyWizardStep    *step,
                         const SyProfile *profile)
{
  SyPrioritiesStep *self = SY_PRIORITIES_STEP (step);

  take_ids (self->order, profile->priorities);
  show_order (self);
}

static gboolean
sy_priorities_step_answer (SyWizardStep *step,
                           SyProfile    *profile)
{
  take_ids (profile->priorities, SY_PRIORITIES_STEP (step)->order);

  return TRUE;
}

static void
sy_priorities_step_step_init (SyWizardStepInterface *iface)
{
  iface->show = sy_priorities_step_show;
  iface->answer = sy_priorities_step_answer;
}
