/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-plan-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/sy-clock.h"
#include "gui/sy-request-preview.h"
#include "gui/sy-steps-editor.h"

/* What is composed begins as, where nothing is remembered. */
#define FIRST_STEPS "c200,w5,b2048"

struct _SyPlanDialog
{
  AdwWindow         parent_instance;

  GSettings        *settings;
  double            unit_ns;
  gboolean          is_filling;
  GPtrArray        *server_switches;

  GtkWidget        *clients_spin;
  GtkWidget        *load_group;
  GtkWidget        *load_row;
  GtkWidget        *measure_button;
  GtkWidget        *pairs_spin;
  SyRequestPreview *preview;
  GtkWidget        *rate_row;
  GtkWidget        *rate_spin;
  GtkWidget        *servers_group;
  SyStepsEditor    *steps_editor;
  GtkWidget        *summary_label;
  GtkWidget        *window_spin;
  GtkWidget        *workload_group;
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

static gboolean
is_open_load (SyPlanDialog *self)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (self->load_row)) > 0;
}

static double
get_spin (GtkWidget *spin)
{
  return gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin));
}

static gboolean
add_servers (SyPlanDialog *self,
             SyPlan       *plan,
             GError      **error)
{
  guint n_arms;
  const SyArm *arms = sy_arms_get (&n_arms);

  for (guint i = 0; i < n_arms; i++)
    if (gtk_switch_get_active (self->server_switches->pdata[i]) &&
        !sy_plan_add_arm (plan, arms[i].id, error))
      return FALSE;

  if (plan->arms->len > 0)
    return TRUE;

  g_set_error (error, SY_PLAN_ERROR, SY_PLAN_ERROR_INVALID, _("Choose a server, or better two"));
  return FALSE;
}

SyPlan *
sy_plan_dialog_make_plan (SyPlanDialog *self,
                          GError      **error)
{
  g_autoptr(SyPlan) plan = sy_plan_new ();
  g_auto(SyPhasePlan) phase = sy_phase_plan_default ();

  g_return_val_if_fail (SY_IS_PLAN_DIALOG (self), NULL);

  plan->seed = (guint64) g_random_int () << 32 | g_random_int ();
  phase.n_connections = (guint) get_spin (self->clients_spin);
  phase.n_rounds = (guint) get_spin (self->pairs_spin);
  phase.window_ns = (gint64) (get_spin (self->window_spin) * SY_NS_PER_S);
  if (is_open_load (self))
    {
      phase.load = SY_LOAD_OPEN_POISSON;
      phase.rate_per_s = get_spin (self->rate_spin);
    }

  if (!add_servers (self, plan, error) || !get_workload (self, &phase.workload, error))
    return NULL;

  sy_plan_add_phase (plan, &phase);

  return sy_plan_validate (plan, error) ? g_steal_pointer (&plan) : NULL;
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

static void
show_summary (SyPlanDialog *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyPlan) plan = sy_plan_dialog_make_plan (self, &error);
  g_autofree char *text = NULL;

  if (plan == NULL)
    text = g_strdup (error->message);
  else
    text = say_duration (sy_plan_get_duration_ns (plan));

  if (plan != NULL && plan->arms->len < 2)
    {
      g_autofree char *duration = g_steal_pointer (&text);

      text = g_strjoin (" ", duration, _("One server alone has figures, but no verdict."), NULL);
    }
  gtk_label_set_label (GTK_LABEL (self->summary_label), text);
  gtk_widget_set_sensitive (self->measure_button, plan != NULL);
}

static void
describe (GtkWidget  *group,
          const char *text)
{
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
}

/* Everything shown follows from the choices, so that nothing can be forgotten. */
static void
changed_cb (SyPlanDialog *self)
{
  const SyNamedWorkload *named = get_named_workload (self);
  SyWorkload workload;
  gboolean has_workload;

  if (self->is_filling)
    return;

  has_workload = get_workload (self, &workload, NULL);
  describe (self->workload_group, named != NULL ? _(named->summary)
                                                : _("Step by step, as your own endpoint works"));
  gtk_widget_set_visible (GTK_WIDGET (self->steps_editor), named == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), has_workload);
  if (has_workload)
    sy_request_preview_set_workload (self->preview, &workload, self->unit_ns);
  describe (self->load_group, is_open_load (self)
                                ? _("They come whether answers do or not, as from many people")
                                : _("Each client waits for its answer before it asks again"));
  gtk_widget_set_visible (self->rate_row, is_open_load (self));
  show_summary (self);
}

static char **
list_servers (SyPlanDialog *self)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  guint n_arms;
  const SyArm *arms = sy_arms_get (&n_arms);
  char **servers;

  for (guint i = 0; i < n_arms; i++)
    if (gtk_switch_get_active (self->server_switches->pdata[i]))
      g_strv_builder_add (builder, arms[i].id);
  servers = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return servers;
}

static void
remember (SyPlanDialog *self)
{
  const SyNamedWorkload *named = get_named_workload (self);
  SyProgram program = sy_steps_editor_get_program (self->steps_editor);
  g_autofree char *steps = sy_program_format (&program);
  g_auto(GStrv) servers = list_servers (self);

  if (self->settings == NULL)
    return;

  g_settings_set_strv (self->settings, "servers", (const char *const *) servers);
  g_settings_set_string (self->settings, "workload", named != NULL ? named->id : "");
  g_settings_set_string (self->settings, "steps", steps);
}

static void
measure_clicked_cb (SyPlanDialog *self)
{
  remember (self);
  g_signal_emit (self, signals[SIGNAL_MEASURE], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
sy_plan_dialog_dispose (GObject *object)
{
  SyPlanDialog *self = SY_PLAN_DIALOG (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->server_switches, g_ptr_array_unref);

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
  g_type_ensure (SY_TYPE_STEPS_EDITOR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, clients_spin);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, load_group);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, load_row);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, measure_button);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, pairs_spin);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, rate_row);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, rate_spin);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, servers_group);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, steps_editor);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, window_spin);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, workload_group);
  gtk_widget_class_bind_template_child (widget_class, SyPlanDialog, workload_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, measure_clicked_cb);
}

static void
add_server_row (SyPlanDialog *self,
                const SyArm  *arm)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *chosen = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(arm->name));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(arm->summary));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (chosen, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chosen);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), chosen);
  g_signal_connect_object (chosen, "notify::active", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->server_switches, chosen);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->servers_group), row);
}

static void
fill_lists (SyPlanDialog *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint n_arms, n_workloads;
  const SyArm *arms = sy_arms_get (&n_arms);
  const SyNamedWorkload *workloads = sy_workloads_get (&n_workloads);

  for (guint i = 0; i < n_arms; i++)
    add_server_row (self, &arms[i]);
  for (guint i = 0; i < n_workloads; i++)
    gtk_string_list_append (names, _(workloads[i].name));
  gtk_string_list_append (names, _("Composed by you"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->workload_row), G_LIST_MODEL (names));
}

static void
sy_plan_dialog_init (SyPlanDialog *self)
{
  self->server_switches = g_ptr_array_new ();
  self->unit_ns = sy_request_preview_time_unit ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  fill_lists (self);
}

static void
choose_servers (SyPlanDialog      *self,
                const char *const *ids)
{
  guint n_arms;
  const SyArm *arms = sy_arms_get (&n_arms);

  for (guint i = 0; i < n_arms; i++)
    gtk_switch_set_active (self->server_switches->pdata[i], g_strv_contains (ids, arms[i].id));
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
bind_spin (SyPlanDialog *self,
           const char   *key,
           GtkWidget    *spin)
{
  GtkAdjustment *adjustment = gtk_spin_button_get_adjustment (GTK_SPIN_BUTTON (spin));

  g_settings_bind (self->settings, key, adjustment, "value", G_SETTINGS_BIND_DEFAULT);
}

/* What is remembered was sound once, but another version may have other names for things. */
static void
recall (SyPlanDialog *self)
{
  static const char *const servers[] = { "event-loop", "lock-threaded", NULL };
  g_auto(GStrv) chosen = NULL;
  g_autofree char *workload = NULL;
  g_autofree char *steps = NULL;
  SyProgram program;

  if (self->settings != NULL)
    {
      chosen = g_settings_get_strv (self->settings, "servers");
      workload = g_settings_get_string (self->settings, "workload");
      steps = g_settings_get_string (self->settings, "steps");
      bind_spin (self, "clients", self->clients_spin);
      bind_spin (self, "pairs", self->pairs_spin);
      bind_spin (self, "rate", self->rate_spin);
      bind_spin (self, "turn-seconds", self->window_spin);
    }

  choose_servers (self, chosen != NULL ? (const char *const *) chosen : servers);
  choose_workload (self, workload != NULL ? workload : "waiting");
  if (steps == NULL || !sy_program_parse (steps, -1, &program, NULL))
    sy_program_parse (FIRST_STEPS, -1, &program, NULL);
  sy_steps_editor_set_program (self->steps_editor, &program, self->unit_ns);
}

SyPlanDialog *
sy_plan_dialog_new (GtkWindow *parent,
                    GSettings *settings)
{
  SyPlanDialog *self = g_object_new (SY_TYPE_PLAN_DIALOG, "transient-for", parent, NULL);

  g_set_object (&self->settings, settings);
  recall (self);
  self->is_filling = FALSE;
  changed_cb (self);

  return self;
}
