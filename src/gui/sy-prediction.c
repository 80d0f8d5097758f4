/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-prediction.h"

#include <glib/gi18n-lib.h>

#include "chart/sy-charts.h"
#include "chart/sy-format.h"

/* Two shares that differ by less look the same in the picture. */
static const double SAME = 0.01;

/* In the rows' lists nothing is chosen first. */
enum { FIRST_KIND = 1 };

enum
{
  PROP_0,
  PROP_ASKING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* A server, by its own row in each group. */
typedef struct
{
  double     shares[SY_N_SPAN_KINDS];
  GtkWidget *question;
  GtkWidget *outcome;
} Side;

struct _SyPrediction
{
  AdwBin     parent_instance;

  GArray    *sides;
  gboolean   is_asking;

  GtkWidget *invitation_group;
  GtkWidget *invitation_row;
  GtkWidget *outcome_group;
  GtkWidget *question_box;
  GtkWidget *question_group;
  GtkWidget *reveal_button;
};

G_DEFINE_FINAL_TYPE (SyPrediction, sy_prediction, ADW_TYPE_BIN)

static Side *
get_side (SyPrediction *self,
          guint         index)
{
  return &g_array_index (self->sides, Side, index);
}

static guint
get_choice (const Side *side)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (side->question));
}

static void
chosen_cb (SyPrediction *self)
{
  gboolean is_whole = TRUE;

  for (guint i = 0; i < self->sides->len; i++)
    is_whole &= get_choice (get_side (self, i)) >= FIRST_KIND;
  gtk_widget_set_sensitive (self->reveal_button, is_whole);
}

static void
set_asking (SyPrediction *self,
            gboolean      is_asking)
{
  self->is_asking = is_asking;
  gtk_widget_set_visible (self->question_box, is_asking);
  gtk_widget_set_visible (self->invitation_group, !is_asking && self->sides->len > 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASKING]);
}

/* The row that was activated goes away, and the keyboard goes on to the first question. */
static void
ask (SyPrediction *self)
{
  gtk_widget_set_visible (self->outcome_group, FALSE);
  for (guint i = 0; i < self->sides->len; i++)
    adw_combo_row_set_selected (ADW_COMBO_ROW (get_side (self, i)->question), 0);
  set_asking (self, TRUE);
  gtk_widget_child_focus (self->question_group, GTK_DIR_TAB_FORWARD);
}

static SySpanKind
find_largest (const double *shares)
{
  SySpanKind largest = 0;

  for (guint kind = 1; kind < SY_N_SPAN_KINDS; kind++)
    if (shares[kind] > shares[largest])
      largest = kind;

  return largest;
}

static char *
say_outcome (const double *shares,
             SySpanKind    said)
{
  SySpanKind largest = find_largest (shares);
  g_autofree char *said_share = sy_format_value (SY_FORMAT_PERCENT, shares[said]);
  g_autofree char *share = sy_format_value (SY_FORMAT_PERCENT, shares[largest]);

  if (shares[said] >= shares[largest] - SAME)
    /* Translators: what a request spends its time on, and the share of it. */
    return g_strdup_printf (_("As you said: “%s” takes the largest part, %s"),
                            sy_chart_name_span (said), said_share);

  /* Translators: what was predicted, its share, and what takes the largest part, with its share. */
  return g_strdup_printf (_("You said “%s”, which takes %s; “%s” takes the largest part, %s"),
                          sy_chart_name_span (said), said_share, sy_chart_name_span (largest),
                          share);
}

static void
end (SyPrediction *self,
     gboolean      has_outcome)
{
  gtk_widget_set_visible (self->outcome_group, has_outcome);
  set_asking (self, FALSE);
  gtk_widget_grab_focus (self->invitation_row);
}

static void
reveal (SyPrediction *self)
{
  for (guint i = 0; i < self->sides->len; i++)
    {
      const Side *side = get_side (self, i);
      g_autofree char *outcome = say_outcome (side->shares, get_choice (side) - FIRST_KIND);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (side->outcome), outcome);
    }
  end (self, TRUE);
}

static void
skip (SyPrediction *self)
{
  end (self, FALSE);
}

static void
sy_prediction_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (id == PROP_ASKING)
    g_value_set_boolean (value, SY_PREDICTION (object)->is_asking);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sy_prediction_finalize (GObject *object)
{
  g_array_unref (SY_PREDICTION (object)->sides);

  G_OBJECT_CLASS (sy_prediction_parent_class)->finalize (object);
}

static void
sy_prediction_class_init (SyPredictionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = sy_prediction_finalize;
  object_class->get_property = sy_prediction_get_property;
  properties[PROP_ASKING] = g_param_spec_boolean ("asking", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-prediction.ui");
  gtk_widget_class_bind_template_child (widget_class, SyPrediction, invitation_group);
  gtk_widget_class_bind_template_child (widget_class, SyPrediction, invitation_row);
  gtk_widget_class_bind_template_child (widget_class, SyPrediction, outcome_group);
  gtk_widget_class_bind_template_child (widget_class, SyPrediction, question_box);
  gtk_widget_class_bind_template_child (widget_class, SyPrediction, question_group);
  gtk_widget_class_bind_template_child (widget_class, SyPrediction, reveal_button);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, reveal);
  gtk_widget_class_bind_template_callback (widget_class, skip);
}

static void
sy_prediction_init (SyPrediction *self)
{
  self->sides = g_array_new (FALSE, TRUE, sizeof (Side));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create_question (SyPrediction *self,
                 const char   *server)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Not chosen yet"));
  for (guint kind = 0; kind < SY_N_SPAN_KINDS; kind++)
    gtk_string_list_append (names, sy_chart_name_span (kind));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), server);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
create_outcome (const char *server)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), server);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

static void
add_side (SyPrediction  *self,
          const SyArm   *arm,
          const SyTrace *trace)
{
  Side side = { .question = create_question (self, _(arm->name)),
                .outcome = create_outcome (_(arm->name)) };

  sy_trace_share_time (trace, side.shares);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->question_group), side.question);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->outcome_group), side.outcome);
  g_array_append_val (self->sides, side);
}

static void
clear_sides (SyPrediction *self)
{
  for (guint i = 0; i < self->sides->len; i++)
    {
      Side *side = get_side (self, i);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->question_group), side->question);
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->outcome_group), side->outcome);
    }
  g_array_set_size (self->sides, 0);
}

void
sy_prediction_set_phase (SyPrediction  *self,
                         const SyPlan  *plan,
                         const SyPhase *phase)
{
  g_return_if_fail (SY_IS_PREDICTION (self));

  clear_sides (self);
  for (guint i = 0; i < plan->arms->len && self->sides->len < SY_ARCHITECTURE_MAX_SIDES; i++)
    {
      const SyTrace *trace = sy_phase_find_trace (phase, i);

      if (trace != NULL)
        add_side (self, plan->arms->pdata[i], trace);
    }
  gtk_widget_set_visible (self->outcome_group, FALSE);
  set_asking (self, FALSE);
  chosen_cb (self);
}
