/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SyPage:
 *
 * One of the nouns between which the window switches.  The window shows what the page says of
 * itself and hands on what a person asks for:
 *
 * "can-go-back": whether it shows something that was opened within it
 *
 * "can-search": whether there is anything to search
 *
 * "narrow": set by the window, where there is little room
 *
 * "searching": whether its search bar is open
 *
 * "title": what to write over it where there is no room to switch pages there; %NULL to leave that
 * place to measuring
 */
#define SY_TYPE_PAGE (sy_page_get_type ())

G_DECLARE_INTERFACE (SyPage, sy_page, SY, PAGE, GtkWidget)

struct _SyPageInterface
{
  GTypeInterface parent;

  void (*act)    (SyPage     *self,
                  const char *action);
  void (*back)   (SyPage *self);
  void (*search) (SyPage *self);
};

gboolean  sy_page_can_go_back  (SyPage *self);
gboolean  sy_page_can_search   (SyPage *self);
gboolean  sy_page_is_searching (SyPage *self);
/* (nullable) */
char     *sy_page_dup_title    (SyPage *self) G_GNUC_WARN_UNUSED_RESULT;

/* Does what the window's action of that name is for, with what it shows; it says itself in
 * properties such as "can-delete" what can be done.
 */
void      sy_page_act          (SyPage     *self,
                                const char *action);
/* Leaves what was opened within it, with the keyboard where it was before. */
void      sy_page_back         (SyPage *self);
/* Opens its search bar and takes the keyboard there. */
void      sy_page_search       (SyPage *self);

G_END_DECLS
