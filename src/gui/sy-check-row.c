/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-check-row.h"

struct _SyCheckRow
{
  AdwActionRow  parent_instance;

  char         *id;
  GtkWidget    *check;
};

G_DEFINE_FINAL_TYPE (SyCheckRow, sy_check_row, ADW_TYPE_ACTION_ROW)

static void
sy_check_row_finalize (GObject *object)
{
  g_free (SY_CHECK_ROW (object)->id);

  G_OBJECT_CLASS (sy_check_row_parent_class)->finalize (object);
}

static void
sy_check_row_class_init (SyCheckRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sy_check_row_finalize;
}

static void
sy_check_row_init (SyCheckRow *self)
{
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->check);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

GtkWidget *
sy_check_row_new (const char *id,
                  const char *title,
                  const char *subtitle)
{
  SyCheckRow *self = g_object_new (SY_TYPE_CHECK_ROW, NULL);
  g_autofree char *escaped = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;

  self->id = g_strdup (id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), escaped != NULL ? escaped : "");

  return GTK_WIDGET (self);
}

GtkWidget *
sy_check_row_get_check (SyCheckRow *self)
{
  g_return_val_if_fail (SY_IS_CHECK_ROW (self), NULL);

  return self->check;
}

void
sy_check_rows_show (GPtrArray *rows,
                    GPtrArray *ids)
{
  for (guint i = 0; i < rows->len; i++)
    {
      SyCheckRow *row = rows->pdata[i];

      gtk_check_button_set_active (GTK_CHECK_BUTTON (row->check),
                                   g_ptr_array_find_with_equal_func (ids, row->id, g_str_equal,
                                                                     NULL));
    }
}

void
sy_check_rows_answer (GPtrArray *rows,
                      GPtrArray *ids)
{
  g_ptr_array_set_size (ids, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      SyCheckRow *row = rows->pdata[i];

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (row->check)))
        g_ptr_array_add (ids, g_strdup (row->id));
    }
}
