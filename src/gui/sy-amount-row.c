/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-amount-row.h"

struct _SyAmountRow
{
  AdwEntryRow  parent_instance;

  SyQuantity   quantity;
  char        *bare_unit;
  double       min;
  double       max;
};

G_DEFINE_FINAL_TYPE (SyAmountRow, sy_amount_row, ADW_TYPE_ENTRY_ROW)

static void
sy_amount_row_finalize (GObject *object)
{
  g_free (SY_AMOUNT_ROW (object)->bare_unit);

  G_OBJECT_CLASS (sy_amount_row_parent_class)->finalize (object);
}

static void
sy_amount_row_class_init (SyAmountRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sy_amount_row_finalize;
}

static void
sy_amount_row_init (SyAmountRow *self)
{
}

void
sy_amount_row_set_up (SyAmountRow *self,
                      SyQuantity   quantity,
                      const char  *bare_unit,
                      double       min,
                      double       max)
{
  g_return_if_fail (SY_IS_AMOUNT_ROW (self));

  self->quantity = quantity;
  g_free (self->bare_unit);
  self->bare_unit = g_strdup (bare_unit);
  self->min = min;
  self->max = max;
}

/* As a person would write it: with all its digits, in the unit they left out. */
static char *
format_amount (SyAmountRow *self,
               double       amount)
{
  double one = 1;

  sy_units_parse (self->quantity, "1", self->bare_unit, 0, G_MAXDOUBLE, &one, NULL);
  return g_strdup_printf (*self->bare_unit != '\0' ? "%.12g %s" : "%.12g%s", amount / one,
                          self->bare_unit);
}

static void
mark (SyAmountRow *self,
      gboolean     is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                        : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

void
sy_amount_row_set (SyAmountRow *self,
                   double       amount)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SY_IS_AMOUNT_ROW (self));

  text = amount > 0 ? format_amount (self, amount) : g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  mark (self, FALSE);
}

gboolean
sy_amount_row_get (SyAmountRow  *self,
                   double       *amount,
                   GError      **error)
{
  g_autofree char *text = NULL;
  gboolean is_right;

  g_return_val_if_fail (SY_IS_AMOUNT_ROW (self), FALSE);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  *amount = 0;
  is_right = *text == '\0' || sy_units_parse (self->quantity, text, self->bare_unit, self->min,
                                              self->max, amount, error);
  mark (self, !is_right);

  return is_right;
}
