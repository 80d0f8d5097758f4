/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "decision/sy-rulebook.h"

/* Changes one file of the data; @file is such as "verdicts.json". */
typedef void (*Alter) (const char *file,
                       JsonObject *document);

/* The program's own data, altered; they are kept until the test ends. */
SyRulebook *load_altered (Alter alter);

/* Frees what was loaded. */
void        free_altered (void);

/* What is said for one side is said for the other, in articles and options alike. */
void        swap_articles (const char *file,
                           JsonObject *document);
void        swap_all      (const char *file,
                           JsonObject *document);

/* Without the third option. */
void        keep_two      (const char *file,
                           JsonObject *document);
void        swap_two      (const char *file,
                           JsonObject *document);

/* Without the source "creole-studios". */
void        drop_source   (const char *file,
                           JsonObject *document);

/* With the criterion "syntax" a second time; or with another one that is judged likewise. */
void        repeat_syntax (const char *file,
                           JsonObject *document);
void        add_criterion (const char *file,
                           JsonObject *document);
