/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-plan-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/sy-clock.h"
#include "core/sy-descriptors.h"
#include "gui/sy-field.h"
#include "gui/sy-plan-choices.h"
#include "gui/sy-request-preview.h"
#include "gui/sy-servers-group.h"
#include "gui/sy-steps-editor.h"
#include "lab/sy-stage.h"
#include "stats/sy-compare.h"

/* Beyond this a person should know that there is a shorter way. */
#define LONG_NS (600 * SY_NS_PER_S)

/* By the order of the kinds of load in the template. */
static const SyLoadKind loads[] = { SY_LOAD_CLOSED, SY_LOAD_OPEN_POISSON, SY_LOAD_OPEN_CONSTANT };

struct _SyPlanDialog
{
  AdwWindow         parent_instance;

  GSettings        *settings;
  double            unit_ns;
  gboolean          is_filling;

  GtkWidget        *advice_label;
  GtkWidget        *clients_row;
  GtkWidget        *clients_spin;
  GtkWidget        *load_group;
  GtkWidget        *load_message;
  GtkWidget        *load_row;
  GtkWidget        *measure_button;
  GtkWidget        *pairs_spin;
  SyRequestPreview *preview;
  GtkWidget        *rate_row;
  GtkWidget        *rate_spin;
  SyServersGroup   *servers_group;
  SyStepsEditor    *steps_editor;
  GtkWidget        *summary_label;
  GtkWidget        *think_row;
  GtkWidget        *think_spin;
  GtkWidget        *window_spin;
  GtkWidget        *workload_group;
  GtkWidget        *workload_message;
  GtkWidget        *workload_row;
};

enum
{
  SIGNAL_MEASURE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SyPlanDialog, sy_plan_dialog, ADW_TYPE_WINDOW)

/* %NULL for what the person composes, which stands below the named ones. */
static const SyNamedWorkload *
get_named_workload (SyPlanDialog *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->workload_row));
  guint n_workloads;
  const SyNamedWorkload *workloads = sy_workloads_get (&n_workloads);

  return selected < n_workloads ? &workloads[selected] : NULL;
}

static gboolean
get_workload (SyPlanDialog *self,
              SyWorkload   *workload,
              GError      **error)
{
  const SyNamedWorkload *named = get_named_workload (self);

  if (named != NULL)
    return sy_workload_parse (named->mix, workload, error);

  *workload = (SyWorkload) { .n_parts = 1 };
  workload->parts[0].program = sy_steps_editor_get_program (self->steps_editor);
  workload->parts[0].weight = 1;
  if (workload->parts[0].program.n_steps > 0)
    return TRUE;

  g_set_error (error, SY_PLAN_ERROR, SY_PLAN_ERROR_INVALID, _("Add what one request does"));
  return FALSE;
}

static SyLoadKind
get_load (SyPlanDialog *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->load_row));

  return selected < G_N_ELEMENTS (loads) ? loads[selected] : SY_LOAD_CLOSED;
}

static double
get_spin (GtkWidget *spin)
{
  return gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin));
}

static void
set_spin (GtkWidget *spin,
          double     value)
{
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
}

SyPlan *
sy_plan_dialog_make_plan (SyPlanDialog *self,
                          GError      **error)
{
  g_autoptr(SyPlan) plan = sy_plan_new ();
  g_auto(SyPhasePlan) phase = sy_phase_plan_default ();

  g_return_val_if_fail (SY_IS_PLAN_DIALOG (self), NULL);

  plan->seed = (guint64) g_random_int () << 32 | g_random_int ();
  phase.load = get_load (self);
  phase.n_connections = (guint) get_spin (self->clients_spin);
  phase.n_rounds = (guint) get_spin (self->pairs_spin);
  phase.window_ns = (gint64) (get_spin (self->window_spin) * SY_NS_PER_S);
  if (phase.load == SY_LOAD_CLOSED)
    phase.think_time_ns = (gint64) (get_spin (self->think_spin) * SY_NS_PER_MS);
  else
    phase.rate_per_s = get_spin (self->rate_spin);

  if (!sy_servers_group_add_to (self->servers_group, plan, error) ||
      !get_workload (self, &phase.workload, error))
    return NULL;

  sy_plan_add_phase (plan, &phase);

  return sy_plan_validate (plan, error) && sy_stage_has_room (plan, &phase, error)
           ? g_steal_pointer (&plan) : NULL;
}

static char *
say_duration (gint64 duration_ns)
{
  guint n_s = (guint) ((duration_ns + SY_NS_PER_S - 1) / SY_NS_PER_S);
  guint n_min = (n_s + 30) / 60;

  if (n_s < 100)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "This takes about %u second.",
                                         "This takes about %u seconds.", n_s), n_s);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "This takes about %u minute.",
                                       "This takes about %u minutes.", n_min), n_min);
}

/* What a person may want to change although it can be measured; %NULL where there is nothing. */
static const char *
advise (const SyPlan *plan)
{
  const SyPhasePlan *phase = &g_array_index (plan->phases, SyPhasePlan, 0);

  if (plan->arms->len < 2)
    return _("One server alone has figures, but no verdict.");
  if (phase->n_rounds < SY_MIN_PAIRS)
    return _("So few pairs give figures, but no verdict.");
  if (sy_plan_get_duration_ns (plan) > LONG_NS)
    return _("That is long: fewer pairs or shorter turns may do.");

  return NULL;
}

static void
show_summary (SyPlanDialog *self,
              const SyPlan *plan,
              const char   *obstacle)
{
  const char *advice = plan != NULL ? advise (plan) : NULL;
  g_autofree char *text = plan != NULL ? say_duration (sy_plan_get_duration_ns (plan))
                                       : g_strdup (obstacle);

  gtk_label_set_label (GTK_LABEL (self->summary_label), text);
  gtk_label_set_label (GTK_LABEL (self->advice_label), advice != NULL ? advice : "");
  gtk_widget_set_visible (self->advice_label, advice != NULL);
  gtk_widget_set_sensitive (self->measure_button, plan != NULL);
  gtk_widget_set_tooltip_text (self->measure_button, obstacle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->measure_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  obstacle != NULL ? obstacle : "", -1);
}

static const char *
get_message (const GError *error)
{
  return error != NULL ? error->message : NULL;
}

static void
tell_load (SyPlanDialog *self,
           const GError *error)
{
  gboolean is_of_clients = error != NULL && error->domain == SY_DESCRIPTORS_ERROR;

  sy_field_tell (is_of_clients ? self->rate_spin : self->clients_spin, self->load_message, NULL);
  sy_field_tell (is_of_clients ? self->clients_spin : self->rate_spin, self->load_message,
                 get_message (error));
}

/* Each problem stands beside what it is about, and the first of them by the button it disables. */
static void
show_problems (SyPlanDialog *self)
{
  g_autoptr(SyPlan) scratch = sy_plan_new ();
  g_autoptr(SyPlan) plan = NULL;
  g_autoptr(GError) servers_error = NULL;
  g_autoptr(GError) workload_error = NULL;
  g_autoptr(GError) error = NULL;
  gboolean is_sound;
  SyWorkload workload;

  is_sound = sy_servers_group_add_to (self->servers_group, scratch, &servers_error);
  is_sound &= get_workload (self, &workload, &workload_error);
  plan = sy_plan_dialog_make_plan (self, &error);
  sy_servers_group_tell (self->servers_group, get_message (servers_error));
  sy_field_tell (GTK_WIDGET (self->steps_editor), self->workload_message,
                 get_message (workload_error));
  tell_load (self, is_sound ? error : NULL);
  show_summary (self, plan, get_message (error));
}

static void
describe (GtkWidget  *group,
          const char *text)
{
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
}

static const char *
describe_load (SyLoadKind load)
{
  switch (load)
    {
    case SY_LOAD_OPEN_POISSON:
      return _("They come whether answers do or not, as from many people");
    case SY_LOAD_OPEN_CONSTANT:
      return _("They come whether answers do or not, as from a clock");
    case SY_LOAD_CLOSED:
    default:
      return _("Each client waits for its answer before it asks again");
    }
}

static void
show_load (SyPlanDialog *self)
{
  SyLoadKind load = get_load (self);
  gboolean is_closed = load == SY_LOAD_CLOSED;

  describe (self->load_group, describe_load (load));
  gtk_widget_set_visible (self->rate_row, !is_closed);
  gtk_widget_set_visible (self->think_row, is_closed);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->clients_row),
                               is_closed ? _("Each has a connection of its own")
                                         : _("Connections at most; what finds none waits"));
}

/* Everything shown follows from the choices, so that nothing can be forgotten. */
static void
changed_cb (SyPlanDialog *self)
{
  const SyNamedWorkload *named;
  SyWorkload workload;
  gboolean has_workload;

  if (self->is_filling)
    return;

  named = get_named_workload (self);
  has_workload = get_workload (self, &workload, NULL);
  describe (self->workload_group, named != NULL ? _(named->summary)
                                                : _("Step by step, as your own endpoint works"));
  gtk_widget_set_visible (GTK_WIDGET (self->steps_editor), named == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), has_workload);
  if (has_workload)
    sy_request_preview_set_workload (self->preview, &workload, self->unit_ns);
  show_load (self);
  show_problems (self);
}

static void
choose_workload (SyPlanDialog *self,
                 const char   *id)
{
  guint n_workloads, selected = 0;
  const SyNamedWorkload *workloads = sy_workloads_get (&n_workloads);

  while (selected < n_workloads && !g_str_equal (workloads[selected].id, id))
    selected++;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->workload_row), selected);
}

static void
choose_load (SyPlanDialog *self,
             const char   *name)
{
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    if (g_str_equal (sy_load_names[loads[i]], name))
      selected = i;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->load_row), selected);
}

/* What is remembered was sound once, but another version may have other names for things. */
static void
apply (SyPlanDialog        *self,
       const SyPlanChoices *choices)
{
  SyProgram program = { .n_steps = 0 };

  self->is_filling = TRUE;
  sy_servers_group_choose (self->servers_group, (const char *const *) choices->servers,
                           choices->addresses);
  choose_workload (self, choices->workload);
  if (!sy_program_parse (choices->steps, -1, &program, NULL))
    program.n_steps = 0;
  sy_steps_editor_set_program (self->steps_editor, &program, self->unit_ns);
  choose_load (self, choices->load);
  set_spin (self->clients_spin, choices->clients);
  set_spin (self->rate_spin, choices->rate);
  set_spin (self->think_spin, choices->think_ms);
  set_spin (self->pairs_spin, choices->pairs);
  set_spin (self->window_spin, choices->turn_s);
  self->is_filling = FALSE;
  changed_cb (self);
}

static SyPlanChoices *
collect (SyPlanDialog *self)
{
  const SyNamedWorkload *named = get_named_workload (self);
  SyProgram program = sy_steps_editor_get_program (self->steps_editor);
  SyPlanChoices *choices = g_new0 (SyPlanChoices, 1);

  choices->servers = sy_servers_group_list (self->servers_group);
  choices->addresses = g_strdup (sy_servers_group_get_addresses (self->servers_group));
  choices->workload = g_strdup (named != NULL ? named->id : "");
  choices->steps = sy_program_format (&program);
  choices->load = g_strdup (sy_load_names[get_load (self)]);
  choices->clients = get_spin (self->clients_spin);
  choices->rate = get_spin (self->rate_spin);
  choices->think_ms = get_spin (self->think_spin);
  choices->pairs = get_spin (self->pairs_spin);
  choices->turn_s = get_spin (self->window_spin);

  return choices;
}

static void
measure_clicked_cb (SyPlanDialog *self)
{
  g_autoptr(SyPlanChoices) choices = collect (self);

  sy_plan_choices_remember (choices, self->settings);
  g_signal_emit (self, signals[SIGNAL_MEASURE], 0);
  gtk_window_close (GTK_WINDOW (self));
}

/* Remembered only when it is measured, as all else. */
static void
reset_clicked_cb (SyPlanDialog *self)
{
  g_autoptr(SyPlanChoices) choices = sy_plan_choices_new_default ();

  apply (self, choices);
}

static void
sy_plan_dialog_dispose (GObject *object)
{
  SyPlanDialog *self = SY_PLAN_DIALOG (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sy_plan_dialog_parent_class)->dispose (object);
}

static void
sy_plan_dialog_class_init (SyPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_plan_dialog_dispose;

  signals[SIGNAL_MEASURE] =
    g_signal_new ("measure", SY_TYPE_PLAN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (SY_TYPE_REQUEST_PREVIEW);
  g_type_ensure (SY_TYPE_SERVERS_GROUP);
  g_type_ensure (SY_TYPE_STEPS_EDITOR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, advice_label);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, clients_row);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, clients_spin);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, load_group);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, load_message);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, load_row);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, measure_button);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, pairs_spin);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, rate_row);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, rate_spin);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, servers_group);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, steps_editor);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, think_row);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, think_spin);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, window_spin);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, workload_group);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, workload_message);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, workload_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, measure_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
}

static void
fill_workloads (SyPlanDialog *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint n_workloads;
  const SyNamedWorkload *workloads = sy_workloads_get (&n_workloads);

  for (guint i = 0; i < n_workloads; i++)
    gtk_string_list_append (names, _(workloads[i].name));
  gtk_string_list_append (names, _("Composed by you"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->workload_row), G_LIST_MODEL (names));
}

static void
sy_plan_dialog_init (SyPlanDialog *self)
{
  self->unit_ns = sy_request_preview_time_unit ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  fill_workloads (self);
  gtk_window_set_focus (GTK_WINDOW (self),
                        sy_servers_group_get_first_row (self->servers_group));
}

SyPlanDialog *
sy_plan_dialog_new (GtkWindow *parent,
                    GSettings *settings)
{
  SyPlanDialog *self = g_object_new (SY_TYPE_PLAN_DIALOG, "transient-for", parent, NULL);
  g_autoptr(SyPlanChoices) choices = sy_plan_choices_recall (settings);

  g_set_object (&self->settings, settings);
  apply (self, choices);

  return self;
}
