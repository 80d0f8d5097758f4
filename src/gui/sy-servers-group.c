/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-servers-group.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/sy-field.h"

struct _SyServersGroup
{
  AdwPreferencesGroup  parent_instance;

  GPtrArray           *switches;

  GtkWidget           *addresses_row;
  GtkWidget           *message_label;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SyServersGroup, sy_servers_group, ADW_TYPE_PREFERENCES_GROUP)

static void
changed_cb (SyServersGroup *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
sy_servers_group_dispose (GObject *object)
{
  SyServersGroup *self = SY_SERVERS_GROUP (object);

  g_clear_pointer (&self->switches, g_ptr_array_unref);

  G_OBJECT_CLASS (sy_servers_group_parent_class)->dispose (object);
}

static void
sy_servers_group_class_init (SyServersGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_servers_group_dispose;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", SY_TYPE_SERVERS_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-servers-group.ui");
  gtk_widget_class_bind_template_child (widget_class, SyServersGroup, addresses_row);
  gtk_widget_class_bind_template_child (widget_class, SyServersGroup, message_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
add_row (SyServersGroup *self,
         const SyArm    *arm)
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
  g_ptr_array_add (self->switches, chosen);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/* Their own servers stand last, after those that come with the program. */
static void
sy_servers_group_init (SyServersGroup *self)
{
  guint n_arms;
  const SyArm *arms = sy_arms_get (&n_arms);

  self->switches = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < n_arms; i++)
    add_row (self, &arms[i]);
  g_object_ref (self->addresses_row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->addresses_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->addresses_row);
  g_object_unref (self->addresses_row);
}

void
sy_servers_group_choose (SyServersGroup    *self,
                         const char *const *ids,
                         const char        *addresses)
{
  guint n_arms;
  const SyArm *arms = sy_arms_get (&n_arms);

  g_return_if_fail (SY_IS_SERVERS_GROUP (self));

  for (guint i = 0; i < n_arms; i++)
    gtk_switch_set_active (self->switches->pdata[i], g_strv_contains (ids, arms[i].id));
  gtk_editable_set_text (GTK_EDITABLE (self->addresses_row), addresses);
}

char **
sy_servers_group_list (SyServersGroup *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint n_arms;
  const SyArm *arms = sy_arms_get (&n_arms);

  g_return_val_if_fail (SY_IS_SERVERS_GROUP (self), NULL);

  for (guint i = 0; i < n_arms; i++)
    if (gtk_switch_get_active (self->switches->pdata[i]))
      g_strv_builder_add (builder, arms[i].id);

  return g_strv_builder_end (builder);
}

const char *
sy_servers_group_get_addresses (SyServersGroup *self)
{
  g_return_val_if_fail (SY_IS_SERVERS_GROUP (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->addresses_row));
}

/* A word without a colon would be taken for the name of a server of the program. */
static gboolean
add_address (SyPlan      *plan,
             const char  *word,
             GError     **error)
{
  g_autofree char *address = g_str_has_prefix (word, "http://") || strchr (word, ':') != NULL
                               ? g_strdup (word) : g_strdup_printf ("%s:", word);

  return *word == '\0' || sy_plan_add_arm (plan, address, error);
}

gboolean
sy_servers_group_add_to (SyServersGroup  *self,
                         SyPlan          *plan,
                         GError         **error)
{
  g_auto(GStrv) ids = NULL;
  g_auto(GStrv) addresses = NULL;

  g_return_val_if_fail (SY_IS_SERVERS_GROUP (self), FALSE);

  ids = sy_servers_group_list (self);
  addresses = g_strsplit_set (sy_servers_group_get_addresses (self), ", ", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    if (!sy_plan_add_arm (plan, ids[i], error))
      return FALSE;
  for (guint i = 0; addresses[i] != NULL; i++)
    if (!add_address (plan, addresses[i], error))
      return FALSE;

  if (plan->arms->len > 0)
    return TRUE;

  g_set_error (error, SY_PLAN_ERROR, SY_PLAN_ERROR_INVALID, _("Choose a server, or better two"));
  return FALSE;
}

GtkWidget *
sy_servers_group_get_first_row (SyServersGroup *self)
{
  g_return_val_if_fail (SY_IS_SERVERS_GROUP (self), NULL);

  return gtk_widget_get_ancestor (self->switches->pdata[0], GTK_TYPE_LIST_BOX_ROW);
}

void
sy_servers_group_tell (SyServersGroup *self,
                       const char     *message)
{
  g_return_if_fail (SY_IS_SERVERS_GROUP (self));

  sy_field_tell (self->addresses_row, self->message_label, message);
}
