/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* A client that knows just enough of HTTP to look a server in the mouth. */
typedef struct
{
  guint status;
  char  check[16];
  gsize length;
  char *body;
} HttpAnswer;

/* Fails the test where the port cannot be reached; a descriptor. */
int      http_connect      (guint16      port);
void     http_send         (int          fd,
                            const char  *method,
                            const char  *target);

/* %FALSE if the server closed the connection instead. */
gboolean http_receive      (int          fd,
                            const char  *method,
                            HttpAnswer  *answer);

/* Sends and receives; fails the test if there is no answer. */
void     http_ask          (int          fd,
                            const char  *method,
                            const char  *target,
                            HttpAnswer  *answer);

/* Waits until the server closes the connection without a word. */
void     http_expect_close (int          fd);
void     http_answer_clear (HttpAnswer  *answer);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HttpAnswer, http_answer_clear)
