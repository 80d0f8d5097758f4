/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-template-row.h"

#include <glib/gi18n-lib.h>

#include "decision/sy-profile.h"
#include "gui/sy-rules.h"

struct _SyTemplateRow
{
  AdwActionRow  parent_instance;

  GtkWidget    *menu;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SyTemplateRow, sy_template_row, ADW_TYPE_ACTION_ROW)

static void
choose_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CHOSEN], 0, g_variant_get_string (parameter, NULL));
}

static void
sy_template_row_class_init (SyTemplateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", SY_TYPE_TEMPLATE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "template.choose", "s", choose_cb);
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; sy_profile_examples[i] != NULL; i++)
    {
      g_autoptr(SyProfile) profile = sy_profile_load_example (sy_profile_examples[i],
                                                              sy_rules_get (NULL), NULL);
      g_autoptr(GMenuItem) item = NULL;

      if (profile == NULL)
        continue;
      item = g_menu_item_new (profile->name, NULL);
      g_menu_item_set_action_and_target (item, "template.choose", "s", sy_profile_examples[i]);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static void
sy_template_row_init (SyTemplateRow *self)
{
  g_autoptr(GMenuModel) menu = create_menu ();

  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->menu), _("Choose"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), menu);
  gtk_widget_set_valign (self->menu, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose a Template"),
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->menu);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Template"));
}
