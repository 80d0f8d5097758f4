/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-chart-look.h"

#include <adwaita.h>

static SyTheme
get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean is_dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return is_dark ? SY_THEME_HIGH_CONTRAST_DARK : SY_THEME_HIGH_CONTRAST;

  return is_dark ? SY_THEME_DARK : SY_THEME_LIGHT;
}

SyLook
sy_chart_look_new (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  SyLook look = sy_look_new (get_theme ());
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  look.family = pango_font_description_get_family (font);
  /* Of a chart's text, whose normal size is 12, a little less than the window's is enough. */
  look.font_scale = size > 0 ? size * 0.9 / 12 : 1;
  look.is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  look.has_background = FALSE;

  return look;
}

void
sy_chart_look_watch (GtkWidget *widget)
{
  static const char *const changes[] = { "notify::dark", "notify::high-contrast" };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (adw_style_manager_get_default (), changes[i],
                             G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
}
