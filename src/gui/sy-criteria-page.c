/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-criteria-page.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-criterion-card.h"
#include "gui/sy-page.h"

/* So many criteria come first: those that most sources judge. */
enum { N_MAIN = 8 };

struct _SyCriteriaPage
{
  AdwBin       parent_instance;

  SyKnowledge *knowledge;
  gboolean     is_loading;
  gboolean     is_narrow;

  GtkWidget   *criteria_stack;
  GtkWidget   *groups;
  GtkWidget   *main_cards;
  GtkWidget   *problem_page;
  GtkWidget   *spinner;
};

enum
{
  PROP_0,
  PROP_CAN_GO_BACK,
  PROP_CAN_SEARCH,
  PROP_NARROW,
  PROP_SEARCHING,
  PROP_TITLE,
};

static void sy_criteria_page_page_init (SyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SyCriteriaPage, sy_criteria_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SY_TYPE_PAGE, sy_criteria_page_page_init))

static const char *const group_names[] = {
  N_("Runtime"), N_("Language"), N_("Ecosystem"), N_("People and cost"), N_("Fit"),
};

static int
compare_by_judged (gconstpointer a,
                   gconstpointer b)
{
  guint n_a = sy_criterion_item_get_n_judged (*(SyCriterionItem *const *) a);
  guint n_b = sy_criterion_item_get_n_judged (*(SyCriterionItem *const *) b);

  return (n_a < n_b) - (n_a > n_b);
}

static GPtrArray *
list_items (const SyKnowledge *knowledge)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_criteria;
  const SyCriterion *const *criteria = sy_knowledge_get_criteria (knowledge, &n_criteria);

  for (guint i = 0; i < n_criteria; i++)
    g_ptr_array_add (items, sy_criterion_item_new (knowledge, criteria[i]));
  g_ptr_array_sort (items, compare_by_judged);

  return items;
}

static GtkWidget *
create_flow_box (void)
{
  GtkWidget *flow_box = gtk_flow_box_new ();

  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow_box), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow_box), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow_box), 12);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow_box), 3);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow_box), GTK_SELECTION_NONE);

  return flow_box;
}

static void
add_group (SyCriteriaPage *self,
           GPtrArray      *items,
           guint           group)
{
  GtkWidget *expander = gtk_expander_new (_(group_names[group]));
  GtkWidget *cards = create_flow_box ();

  gtk_widget_add_css_class (expander, "sy-group");
  gtk_widget_set_margin_top (cards, 12);
  gtk_expander_set_child (GTK_EXPANDER (expander), cards);
  for (guint i = N_MAIN; i < items->len; i++)
    if (sy_criterion_item_get_criterion (items->pdata[i])->group == group)
      gtk_flow_box_append (GTK_FLOW_BOX (cards), sy_criterion_card_new (items->pdata[i]));
  gtk_box_append (GTK_BOX (self->groups), expander);
}

static void
show_knowledge (SyCriteriaPage *self)
{
  g_autoptr(GPtrArray) items = list_items (self->knowledge);

  for (guint i = 0; i < MIN (N_MAIN, items->len); i++)
    gtk_flow_box_append (GTK_FLOW_BOX (self->main_cards), sy_criterion_card_new (items->pdata[i]));
  for (guint i = 0; i < G_N_ELEMENTS (group_names); i++)
    add_group (self, items, i);
  gtk_stack_set_visible_child_name (GTK_STACK (self->criteria_stack), "criteria");
  gtk_spinner_stop (GTK_SPINNER (self->spinner));
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  SyKnowledge *knowledge = sy_knowledge_load (NULL, &error);

  if (knowledge != NULL)
    g_task_return_pointer (task, knowledge, (GDestroyNotify) sy_knowledge_free);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  SyCriteriaPage *self = SY_CRITERIA_PAGE (object);
  g_autoptr(GError) error = NULL;

  self->knowledge = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->knowledge != NULL)
    {
      show_knowledge (self);
      return;
    }

  adw_status_page_set_description (ADW_STATUS_PAGE (self->problem_page), error->message);
  gtk_stack_set_visible_child_name (GTK_STACK (self->criteria_stack), "problem");
}

/* Not before it is looked at, and never in the way of the window's first picture. */
static void
sy_criteria_page_map (GtkWidget *widget)
{
  SyCriteriaPage *self = SY_CRITERIA_PAGE (widget);
  g_autoptr(GTask) task = NULL;

  GTK_WIDGET_CLASS (sy_criteria_page_parent_class)->map (widget);
  if (self->is_loading)
    return;

  self->is_loading = TRUE;
  task = g_task_new (self, NULL, loaded_cb, NULL);
  g_task_set_source_tag (task, sy_criteria_page_map);
  g_task_run_in_thread (task, load_in_thread);
}

static void
sy_criteria_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SyCriteriaPage *self = SY_CRITERIA_PAGE (object);

  if (prop_id == PROP_TITLE)
    g_value_set_string (value, _("Criteria"));
  else
    g_value_set_boolean (value, prop_id == PROP_NARROW && self->is_narrow);
}

static void
sy_criteria_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SyCriteriaPage *self = SY_CRITERIA_PAGE (object);
  gboolean is_narrow = g_value_get_boolean (value);

  if (prop_id != PROP_NARROW || self->is_narrow == is_narrow)
    return;

  self->is_narrow = is_narrow;
  g_object_notify (object, "narrow");
}

static void
sy_criteria_page_finalize (GObject *object)
{
  SyCriteriaPage *self = SY_CRITERIA_PAGE (object);

  g_clear_pointer (&self->knowledge, sy_knowledge_free);

  G_OBJECT_CLASS (sy_criteria_page_parent_class)->finalize (object);
}

static void
sy_criteria_page_class_init (SyCriteriaPageClass *klass)
{
  static const char *const overridden[] = { "can-go-back", "can-search", "narrow", "searching",
                                            "title" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = sy_criteria_page_finalize;
  object_class->get_property = sy_criteria_page_get_property;
  object_class->set_property = sy_criteria_page_set_property;
  widget_class->map = sy_criteria_page_map;
  for (guint i = 0; i < G_N_ELEMENTS (overridden); i++)
    g_object_class_override_property (object_class, PROP_CAN_GO_BACK + i, overridden[i]);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-criteria-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaPage, criteria_stack);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaPage, groups);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaPage, main_cards);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaPage, problem_page);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaPage, spinner);
}

static void
sy_criteria_page_init (SyCriteriaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
sy_criteria_page_page_init (SyPageInterface *iface)
{
}
