/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-criterion-view.h"

#include <glib/gi18n-lib.h>

#include "export/sy-criteria-chart.h"
#include "gui/sy-chart-view.h"
#include "gui/sy-claim-row.h"
#include "gui/sy-importance-switch.h"
#include "gui/sy-try-box.h"
#include "gui/sy-why-door.h"

struct _SyCriterionView
{
  AdwBin               parent_instance;

  SyCriterionItem     *item;
  GPtrArray           *claim_rows;

  SyChartView         *chart_view;
  AdwPreferencesGroup *facts_group;
  SyImportanceSwitch  *importance_switch;
  GtkWidget           *measured_group;
  GtkWidget           *name_label;
  GtkWidget           *question_label;
  GtkWidget           *sides_box;
  SyWhyDoor           *why_door;
  GtkWidget           *why_label;
};

G_DEFINE_FINAL_TYPE (SyCriterionView, sy_criterion_view, ADW_TYPE_BIN)

static void
show_chart (SyCriterionView *self)
{
  SyChart *chart = sy_criterion_chart_new (sy_criterion_item_get_knowledge (self->item),
                                           sy_criterion_item_get_criterion (self->item),
                                           sy_criterion_item_get_evidence (self->item));

  sy_chart_view_set_chart (self->chart_view, chart);
}

static void
add_recipe (SyCriterionView *self,
            const SyRecipe  *recipe)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (recipe->text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), recipe->name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (box, "sy-recipe");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), sy_try_box_new (self->item, recipe));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->measured_group), row);
}

static void
add_recipes (SyCriterionView *self)
{
  GPtrArray *recipes = sy_criterion_item_get_recipes (self->item);

  gtk_widget_set_visible (self->measured_group, recipes->len > 0);
  for (guint i = 0; i < recipes->len; i++)
    if (sy_recipe_can_be_tried (recipes->pdata[i]))
      add_recipe (self, recipes->pdata[i]);
  for (guint i = 0; i < recipes->len; i++)
    if (!sy_recipe_can_be_tried (recipes->pdata[i]))
      add_recipe (self, recipes->pdata[i]);
}

/* To what the architectures do, from what explains them and is not weighed. */
static void
show_door (SyCriterionView *self,
           SyCriteriaModel *model)
{
  const SyCriterion *criterion = sy_criterion_item_get_criterion (self->item);
  gboolean has_door = criterion->is_architecture && !criterion->weighs;

  gtk_widget_set_visible (GTK_WIDGET (self->why_door), has_door);
  if (has_door)
    sy_why_door_set_model (self->why_door, model);
}

static GtkWidget *
create_claims (SyCriterionView *self,
               SySide           side)
{
  GtkWidget *group = NULL;
  guint n_claims;
  const SyClaim *const *claims =
    sy_knowledge_get_claims (sy_criterion_item_get_knowledge (self->item), &n_claims);

  for (guint i = 0; i < n_claims; i++)
    {
      GtkWidget *row;

      if (claims[i]->criterion != sy_criterion_item_get_criterion (self->item) ||
          sy_claim_get_favoured (claims[i]) != side)
        continue;

      if (group == NULL)
        group = adw_preferences_group_new ();
      row = sy_claim_row_new (claims[i]);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (self->claim_rows, row);
    }

  return group;
}

static void
add_claims (SyCriterionView *self)
{
  static const struct
  {
    SySide      side;
    const char *title;
  } sides[] = {
    { SY_SIDE_NODE, N_("Claims for Node.js") },
    { SY_SIDE_PYTHON, N_("Claims for Python") },
    { SY_SIDE_NEITHER, N_("Claims for neither side") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      GtkWidget *group = create_claims (self, sides[i].side);

      if (group == NULL)
        continue;
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(sides[i].title));
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                             sy_knowledge_say_language ());
      gtk_box_append (GTK_BOX (self->sides_box), group);
    }
}

/* What is being read goes on being read while its mark changes. */
static void
mark_claims (SyCriterionView *self)
{
  GPtrArray *evidence = sy_criterion_item_get_evidence (self->item);

  for (guint i = 0; i < self->claim_rows->len; i++)
    sy_claim_row_set_evidence (self->claim_rows->pdata[i], evidence);
}

static void
add_fact (SyCriterionView    *self,
          const SySourceFact *fact)
{
  static const char *const kinds[] = {
    [SY_FACT_SYSTEM] = N_("System"),
    [SY_FACT_COMPANY] = N_("Company"),
    [SY_FACT_USE_CASE] = N_("Use case"),
    [SY_FACT_RULE] = N_("Rule of thumb"),
    [SY_FACT_FIGURE] = N_("Figure"),
  };
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *kind = gtk_label_new (_(kinds[fact->kind]));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fact->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), fact->text != NULL ? fact->text : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (kind, "caption");
  gtk_widget_add_css_class (kind, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), kind);
  adw_preferences_group_add (self->facts_group, row);
}

static void
add_facts (SyCriterionView *self)
{
  const SyCriterion *criterion = sy_criterion_item_get_criterion (self->item);
  guint n_facts;
  const SySourceFact *const *facts =
    sy_knowledge_get_facts (sy_criterion_item_get_knowledge (self->item), &n_facts);
  guint n_shown = 0;

  for (guint i = 0; i < n_facts; i++)
    if (g_ptr_array_find (facts[i]->criteria, criterion, NULL))
      {
        add_fact (self, facts[i]);
        n_shown++;
      }
  gtk_widget_set_visible (GTK_WIDGET (self->facts_group), n_shown > 0);
}

/* Only what was measured changes claims, not that something is being measured. */
static void
changed_cb (SyCriterionView *self)
{
  if (sy_criterion_item_get_trying (self->item)->is_busy)
    return;

  show_chart (self);
  mark_claims (self);
}

static void
sy_criterion_view_dispose (GObject *object)
{
  SyCriterionView *self = SY_CRITERION_VIEW (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->claim_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (sy_criterion_view_parent_class)->dispose (object);
}

static void
sy_criterion_view_class_init (SyCriterionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_criterion_view_dispose;

  g_type_ensure (SY_TYPE_CHART_VIEW);
  g_type_ensure (SY_TYPE_IMPORTANCE_SWITCH);
  g_type_ensure (SY_TYPE_WHY_DOOR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-criterion-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SyCriterionView, chart_view);
  gtk_widget_class_bind_template_child (widget_class, SyCriterionView, facts_group);
  gtk_widget_class_bind_template_child (widget_class, SyCriterionView, importance_switch);
  gtk_widget_class_bind_template_child (widget_class, SyCriterionView, measured_group);
  gtk_widget_class_bind_template_child (widget_class, SyCriterionView, name_label);
  gtk_widget_class_bind_template_child (widget_class, SyCriterionView, question_label);
  gtk_widget_class_bind_template_child (widget_class, SyCriterionView, sides_box);
  gtk_widget_class_bind_template_child (widget_class, SyCriterionView, why_door);
  gtk_widget_class_bind_template_child (widget_class, SyCriterionView, why_label);
}

static void
sy_criterion_view_init (SyCriterionView *self)
{
  self->claim_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  sy_chart_view_set_all_rows (self->chart_view, TRUE);
}

GtkWidget *
sy_criterion_view_new (SyCriteriaModel *model,
                       SyCriterionItem *item)
{
  SyCriterionView *self = g_object_new (SY_TYPE_CRITERION_VIEW, NULL);
  const SyCriterion *criterion = sy_criterion_item_get_criterion (item);

  self->item = g_object_ref (item);
  gtk_label_set_label (GTK_LABEL (self->name_label), criterion->name);
  gtk_label_set_label (GTK_LABEL (self->question_label), criterion->question);
  gtk_label_set_label (GTK_LABEL (self->why_label), criterion->why);
  sy_importance_switch_set_item (self->importance_switch, item);
  add_recipes (self);
  show_door (self, model);
  add_facts (self);
  add_claims (self);
  show_chart (self);
  mark_claims (self);
  g_signal_connect_object (item, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

SyCriterionItem *
sy_criterion_view_get_item (SyCriterionView *self)
{
  g_return_val_if_fail (SY_IS_CRITERION_VIEW (self), NULL);

  return self->item;
}
