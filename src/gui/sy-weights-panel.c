/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-weights-panel.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-rules.h"

struct _SyWeightsPanel
{
  AdwBin      parent_instance;

  SyDecision *decision;
  gboolean    is_showing;
  GPtrArray  *scales;
  GPtrArray  *switches;

  GtkWidget  *reset_button;
  GtkWidget  *sources_group;
  GtkWidget  *weights_box;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SyWeightsPanel, sy_weights_panel, ADW_TYPE_BIN)

static const SyObjective *const *
get_objectives (guint *n_objectives)
{
  return sy_knowledge_get_objectives (sy_rules_get (NULL)->knowledge, n_objectives);
}

static const SySource *const *
get_sources (guint *n_sources)
{
  return sy_knowledge_get_sources (sy_rules_get (NULL)->knowledge, n_sources);
}

/* As one weight moves the others make room, so all are shown anew. */
static void
show_weights (SyWeightsPanel *self)
{
  guint n_objectives;
  const SyObjective *const *objectives = get_objectives (&n_objectives);

  self->is_showing = TRUE;
  for (guint i = 0; i < n_objectives; i++)
    gtk_range_set_value (self->scales->pdata[i],
                         100 * sy_decision_get_weight (self->decision, objectives[i]));
  gtk_widget_set_sensitive (self->reset_button,
                            sy_decision_get_own_weights (self->decision) != NULL);
  self->is_showing = FALSE;
}

static void
show_sources (SyWeightsPanel *self)
{
  GPtrArray *sources_off = sy_decision_get_profile (self->decision)->sources_off;
  guint n_sources;
  const SySource *const *sources = get_sources (&n_sources);

  self->is_showing = TRUE;
  for (guint i = 0; i < n_sources; i++)
    gtk_switch_set_active (self->switches->pdata[i],
                           !g_ptr_array_find_with_equal_func (sources_off, sources[i]->id,
                                                              g_str_equal, NULL));
  self->is_showing = FALSE;
}

static void
weight_changed_cb (GtkRange       *scale,
                   SyWeightsPanel *self)
{
  guint n_objectives, index;
  const SyObjective *const *objectives = get_objectives (&n_objectives);

  if (self->is_showing || self->decision == NULL
      || !g_ptr_array_find (self->scales, scale, &index))
    return;

  sy_decision_set_weight (self->decision, objectives[index], gtk_range_get_value (scale) / 100);
  show_weights (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
source_changed_cb (GtkSwitch      *source_switch,
                   GParamSpec     *pspec,
                   SyWeightsPanel *self)
{
  guint n_sources, index;
  const SySource *const *sources = get_sources (&n_sources);

  if (self->is_showing || self->decision == NULL
      || !g_ptr_array_find (self->switches, source_switch, &index))
    return;

  sy_decision_set_source (self->decision, sources[index], gtk_switch_get_active (source_switch));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
reset_clicked_cb (SyWeightsPanel *self)
{
  sy_decision_reset_weights (self->decision);
  show_weights (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
sy_weights_panel_dispose (GObject *object)
{
  SyWeightsPanel *self = SY_WEIGHTS_PANEL (object);

  self->decision = NULL;
  g_clear_pointer (&self->scales, g_ptr_array_unref);
  g_clear_pointer (&self->switches, g_ptr_array_unref);

  G_OBJECT_CLASS (sy_weights_panel_parent_class)->dispose (object);
}

static void
sy_weights_panel_class_init (SyWeightsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_weights_panel_dispose;
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", SY_TYPE_WEIGHTS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-weights-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SyWeightsPanel, reset_button);
  gtk_widget_class_bind_template_child (widget_class, SyWeightsPanel, sources_group);
  gtk_widget_class_bind_template_child (widget_class, SyWeightsPanel, weights_box);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
}

static char *
format_weight_cb (GtkScale *scale,
                  double    value,
                  gpointer  data)
{
  /* Translators: a weight in per cent. */
  return g_strdup_printf (_("%.0f %%"), value);
}

static void
add_weight (SyWeightsPanel    *self,
            const SyObjective *objective)
{
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 100, 1);
  GtkWidget *name = gtk_label_new (objective->name);

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_scale_set_draw_value (GTK_SCALE (scale), TRUE);
  gtk_scale_set_value_pos (GTK_SCALE (scale), GTK_POS_RIGHT);
  gtk_scale_set_format_value_func (GTK_SCALE (scale), format_weight_cb, NULL, NULL);
  gtk_widget_set_tooltip_text (scale, objective->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  objective->name, -1);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (weight_changed_cb), self, 0);
  g_ptr_array_add (self->scales, scale);
  gtk_box_append (GTK_BOX (self->weights_box), name);
  gtk_box_append (GTK_BOX (self->weights_box), scale);
}

static void
add_source (SyWeightsPanel *self,
            const SySource *source)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *source_switch = gtk_switch_new ();

  gtk_widget_set_valign (source_switch, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), source->name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), source_switch);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), source_switch);
  g_signal_connect_object (source_switch, "notify::active", G_CALLBACK (source_changed_cb), self,
                           0);
  g_ptr_array_add (self->switches, source_switch);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->sources_group), row);
}

static void
sy_weights_panel_init (SyWeightsPanel *self)
{
  self->scales = g_ptr_array_new ();
  self->switches = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Not before there is something to decide, for the rules are loaded by then. */
static void
ensure_rows (SyWeightsPanel *self)
{
  guint n_objectives, n_sources;
  const SyObjective *const *objectives = get_objectives (&n_objectives);
  const SySource *const *sources = get_sources (&n_sources);

  if (self->scales->len > 0)
    return;

  for (guint i = 0; i < n_objectives; i++)
    add_weight (self, objectives[i]);
  for (guint i = 0; i < n_sources; i++)
    add_source (self, sources[i]);
}

void
sy_weights_panel_set_decision (SyWeightsPanel *self,
                               SyDecision     *decision)
{
  g_return_if_fail (SY_IS_WEIGHTS_PANEL (self));

  self->decision = decision;
  ensure_rows (self);
  show_weights (self);
  show_sources (self);
}
