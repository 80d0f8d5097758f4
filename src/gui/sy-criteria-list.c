/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-criteria-list.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-criteria-filter.h"
#include "gui/sy-criterion-card.h"
#include "gui/sy-lead-card.h"
#include "gui/sy-wrap-box.h"

/* So many criteria come first. */
enum { N_MAIN = 8, N_GROUPS = SY_GROUP_FIT + 1 };

struct _SyCriteriaList
{
  AdwBin            parent_instance;

  SyCriteriaModel  *model;
  GPtrArray        *cards;
  gboolean          is_searching;

  GtkWidget        *disputed_button;
  GtkWidget        *expanders[N_GROUPS];
  GtkWidget        *filter_button;
  GtkWidget        *flows[N_GROUPS];
  GtkWidget        *groups_box;
  SyLeadCard       *lead_card;
  GtkWidget        *main_cards;
  GtkWidget        *measurable_button;
  GtkWidget        *nothing_page;
  GtkWidget        *order_drop_down;
  GtkWidget        *criteria_search_bar;
  GtkWidget        *criteria_search_entry;
  GtkWidget        *side_drop_down;
  GtkWidget        *source_drop_down;
};

enum
{
  PROP_0,
  PROP_SEARCHING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SyCriteriaList, sy_criteria_list, ADW_TYPE_BIN)

static SyCriteriaFilter
make_filter (SyCriteriaList *self)
{
  static const SySide sides[] = { SY_SIDE_NEITHER, SY_SIDE_NODE, SY_SIDE_PYTHON };
  guint side = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->side_drop_down));
  guint source = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->source_drop_down));
  guint n_sources;
  const SySource *const *sources =
    sy_knowledge_get_sources (sy_criteria_model_get_knowledge (self->model), &n_sources);

  return (SyCriteriaFilter) {
    .words = self->is_searching
               ? gtk_editable_get_text (GTK_EDITABLE (self->criteria_search_entry)) : NULL,
    .source = source > 0 && source <= n_sources ? sources[source - 1] : NULL,
    .side = sides[side < G_N_ELEMENTS (sides) ? side : 0],
    .is_disputed = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->disputed_button)),
    .is_measurable = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->measurable_button)),
    .order = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->order_drop_down)),
  };
}

/* Made when it is first shown, and kept. */
static GtkWidget *
get_card (SyCriteriaList  *self,
          SyCriterionItem *item)
{
  GtkWidget *card;

  for (guint i = 0; i < self->cards->len; i++)
    if (sy_criterion_card_get_item (self->cards->pdata[i]) == item)
      return self->cards->pdata[i];

  card = sy_criterion_card_new (item);
  g_ptr_array_add (self->cards, g_object_ref_sink (card));

  return card;
}

static void
append_card (SyCriteriaList  *self,
             GtkWidget       *flow,
             SyCriterionItem *item)
{
  GtkWidget *card = get_card (self, item);
  GtkWidget *parent = gtk_widget_get_parent (card);

  if (parent != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (parent), card);
  gtk_flow_box_append (GTK_FLOW_BOX (flow), card);
}

static void
clear_flow (GtkWidget *flow)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (flow)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (flow), card);
}

static void
fill_group (SyCriteriaList *self,
            guint           group)
{
  GPtrArray *items = sy_criteria_model_get_items (self->model);

  clear_flow (self->flows[group]);
  if (!gtk_expander_get_expanded (GTK_EXPANDER (self->expanders[group])))
    return;

  for (guint i = N_MAIN; i < items->len; i++)
    if (sy_criterion_item_get_criterion (items->pdata[i])->group == group)
      append_card (self, self->flows[group], items->pdata[i]);
}

static gboolean
has_words (const SyCriteriaFilter *filter)
{
  return filter->words != NULL && *filter->words != '\0';
}

/* What is chosen behind a button is seen and heard of it: or the list would be short for no
 * reason.
 */
static void
show_choice (SyCriteriaList         *self,
             const SyCriteriaFilter *filter)
{
  gboolean is_chosen = filter->source != NULL || filter->side != SY_SIDE_NEITHER ||
                       filter->order != SY_CRITERIA_BY_JUDGED;
  const char *name = is_chosen ? _("Filter and Sort: Something Is Chosen") : _("Filter and Sort");

  if (is_chosen)
    gtk_widget_add_css_class (self->filter_button, "sy-chosen");
  else
    gtk_widget_remove_css_class (self->filter_button, "sy-chosen");
  gtk_widget_set_tooltip_text (self->filter_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
arrange (SyCriteriaList *self)
{
  SyCriteriaFilter filter;
  gboolean is_grouped;
  g_autoptr(GPtrArray) found = NULL;

  if (self->model == NULL)
    return;

  filter = make_filter (self);
  show_choice (self, &filter);
  is_grouped = sy_criteria_filter_is_empty (&filter);
  found = sy_criteria_filter_apply (&filter, sy_criteria_model_get_items (self->model));
  gtk_widget_set_visible (self->groups_box, is_grouped);
  /* Filters stay under the pointer that presses them; words are typed above all of it. */
  gtk_widget_set_visible (GTK_WIDGET (self->lead_card), !has_words (&filter));
  gtk_widget_set_visible (self->nothing_page, found->len == 0);
  clear_flow (self->main_cards);
  for (guint i = 0; i < (is_grouped ? MIN (N_MAIN, found->len) : found->len); i++)
    append_card (self, self->main_cards, found->pdata[i]);
  for (guint i = 0; i < N_GROUPS && is_grouped; i++)
    fill_group (self, i);
}

static void
set_searching (SyCriteriaList *self,
               gboolean        is_searching)
{
  if (self->is_searching == is_searching)
    return;

  self->is_searching = is_searching;
  arrange (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

/* Back to how it is at first, with the focus on what took the place of the button. */
static void
show_all (SyCriteriaList *self)
{
  GtkWidget *const drop_downs[] = { self->order_drop_down, self->side_drop_down,
                                    self->source_drop_down };

  gtk_editable_set_text (GTK_EDITABLE (self->criteria_search_entry), "");
  set_searching (self, FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->disputed_button), FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->measurable_button), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (drop_downs); i++)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_downs[i]), 0);
  gtk_widget_child_focus (self->main_cards, GTK_DIR_TAB_FORWARD);
}

static void
expanded_cb (GtkExpander    *expander,
             GParamSpec     *pspec,
             SyCriteriaList *self)
{
  for (guint i = 0; i < N_GROUPS; i++)
    if (self->expanders[i] == GTK_WIDGET (expander))
      fill_group (self, i);
}

static void
activated_cb (GtkFlowBox     *flow,
              GtkWidget      *card,
              SyCriteriaList *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0,
                 sy_criterion_card_get_item (SY_CRITERION_CARD (card)));
}

static void
add_group (SyCriteriaList *self,
           guint           group,
           const char     *name)
{
  GtkWidget *expander = gtk_expander_new (name);
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_widget_set_margin_top (flow, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (flow, "child-activated", G_CALLBACK (activated_cb), self);
  gtk_widget_add_css_class (expander, "sy-group");
  gtk_expander_set_child (GTK_EXPANDER (expander), flow);
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (expanded_cb), self);
  gtk_box_append (GTK_BOX (self->groups_box), expander);
  self->expanders[group] = expander;
  self->flows[group] = flow;
}

static void
sy_criteria_list_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_SEARCHING)
    g_value_set_boolean (value, SY_CRITERIA_LIST (object)->is_searching);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sy_criteria_list_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (prop_id == PROP_SEARCHING)
    set_searching (SY_CRITERIA_LIST (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sy_criteria_list_dispose (GObject *object)
{
  SyCriteriaList *self = SY_CRITERIA_LIST (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->cards, g_ptr_array_unref);

  G_OBJECT_CLASS (sy_criteria_list_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SY_TYPE_LEAD_CARD);
  g_type_ensure (SY_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-criteria-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaList, disputed_button);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaList, filter_button);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaList, groups_box);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaList, lead_card);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaList, main_cards);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaList, measurable_button);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaList, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaList, order_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaList, criteria_search_bar);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaList, criteria_search_entry);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaList, side_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaList, source_drop_down);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, arrange);
  gtk_widget_class_bind_template_callback (widget_class, show_all);
}

static void
sy_criteria_list_class_init (SyCriteriaListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sy_criteria_list_dispose;
  object_class->get_property = sy_criteria_list_get_property;
  object_class->set_property = sy_criteria_list_set_property;

  properties[PROP_SEARCHING] =
    g_param_spec_boolean ("searching", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_OPENED] =
    g_signal_new ("opened", SY_TYPE_CRITERIA_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, SY_TYPE_CRITERION_ITEM);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sy_criteria_list_init (SyCriteriaList *self)
{
  static const char *const names[N_GROUPS] = {
    [SY_GROUP_RUNTIME] = N_("Runtime"),
    [SY_GROUP_LANGUAGE] = N_("Language"),
    [SY_GROUP_ECOSYSTEM] = N_("Ecosystem"),
    [SY_GROUP_PEOPLE] = N_("People and cost"),
    [SY_GROUP_FIT] = N_("Fit"),
  };

  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->criteria_search_bar),
                                GTK_EDITABLE (self->criteria_search_entry));
  for (guint i = 0; i < N_GROUPS; i++)
    add_group (self, i, _(names[i]));
}

void
sy_criteria_list_set_model (SyCriteriaList  *self,
                            SyCriteriaModel *model)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint n_sources;
  const SySource *const *sources;

  g_return_if_fail (SY_IS_CRITERIA_LIST (self));
  g_return_if_fail (self->model == NULL);

  sources = sy_knowledge_get_sources (sy_criteria_model_get_knowledge (model), &n_sources);
  gtk_string_list_append (names, _("Any article"));
  for (guint i = 0; i < n_sources; i++)
    gtk_string_list_append (names, sources[i]->name);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->source_drop_down), G_LIST_MODEL (names));
  self->model = g_object_ref (model);
  arrange (self);
}

void
sy_criteria_list_set_runs (SyCriteriaList *self,
                           SySavedList    *runs)
{
  g_return_if_fail (SY_IS_CRITERIA_LIST (self));

  sy_lead_card_set_runs (self->lead_card, runs);
}

void
sy_criteria_list_focus_item (SyCriteriaList  *self,
                             SyCriterionItem *item)
{
  g_return_if_fail (SY_IS_CRITERIA_LIST (self));

  gtk_widget_grab_focus (get_card (self, item));
}

void
sy_criteria_list_focus_search (SyCriteriaList *self)
{
  g_return_if_fail (SY_IS_CRITERIA_LIST (self));

  gtk_widget_grab_focus (self->criteria_search_entry);
}
