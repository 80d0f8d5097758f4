/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-page.h"

G_DEFINE_INTERFACE (SyPage, sy_page, GTK_TYPE_WIDGET)

static void
add_flag (SyPageInterface *iface,
          const char      *name,
          GParamFlags      access)
{
  g_object_interface_install_property (
    iface, g_param_spec_boolean (name, NULL, NULL, FALSE,
                                 access | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
}

static void
sy_page_default_init (SyPageInterface *iface)
{
  add_flag (iface, "can-go-back", G_PARAM_READABLE);
  add_flag (iface, "can-search", G_PARAM_READABLE);
  add_flag (iface, "narrow", G_PARAM_READWRITE);
  add_flag (iface, "searching", G_PARAM_READWRITE);
  g_object_interface_install_property (
    iface, g_param_spec_string ("title", NULL, NULL, NULL,
                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                  G_PARAM_STATIC_STRINGS));
}

static gboolean
get_flag (SyPage     *self,
          const char *name)
{
  gboolean flag;

  g_object_get (self, name, &flag, NULL);

  return flag;
}

gboolean
sy_page_can_go_back (SyPage *self)
{
  g_return_val_if_fail (SY_IS_PAGE (self), FALSE);

  return get_flag (self, "can-go-back");
}

gboolean
sy_page_can_search (SyPage *self)
{
  g_return_val_if_fail (SY_IS_PAGE (self), FALSE);

  return get_flag (self, "can-search");
}

gboolean
sy_page_is_searching (SyPage *self)
{
  g_return_val_if_fail (SY_IS_PAGE (self), FALSE);

  return get_flag (self, "searching");
}

char *
sy_page_dup_title (SyPage *self)
{
  char *title;

  g_return_val_if_fail (SY_IS_PAGE (self), NULL);

  g_object_get (self, "title", &title, NULL);

  return title;
}

void
sy_page_act (SyPage     *self,
             const char *action)
{
  g_return_if_fail (SY_IS_PAGE (self));

  if (SY_PAGE_GET_IFACE (self)->act != NULL)
    SY_PAGE_GET_IFACE (self)->act (self, action);
}

void
sy_page_back (SyPage *self)
{
  g_return_if_fail (SY_IS_PAGE (self));

  SY_PAGE_GET_IFACE (self)->back (self);
}

void
sy_page_search (SyPage *self)
{
  g_return_if_fail (SY_IS_PAGE (self));

  SY_PAGE_GET_IFACE (self)->search (self);
}
