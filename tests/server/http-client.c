/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "http-client.h"

#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

int
http_connect (guint16 port)
{
  struct sockaddr_in address = {
    .sin_family = AF_INET,
    .sin_port = g_htons (port),
    .sin_addr.s_addr = g_htonl (INADDR_LOOPBACK),
  };
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (connect (fd, (struct sockaddr *) &address, sizeof address), ==, 0);

  return fd;
}

void
http_send (int         fd,
           const char *method,
           const char *target)
{
  g_autofree char *request = NULL;
  gssize size;

  request = g_strdup_printf ("%s %s HTTP/1.1\r\nHost: localhost\r\n\r\n", method, target);
  size = (gssize) strlen (request);
  g_assert_cmpint (send (fd, request, (gsize) size, MSG_NOSIGNAL), ==, size);
}

/* Reads byte by byte up to the empty line, so as to leave what follows alone. */
static gboolean
receive_head (int      fd,
              GString *head)
{
  char byte;

  while (!g_str_has_suffix (head->str, "\r\n\r\n"))
    {
      gssize n_received = recv (fd, &byte, 1, 0);

      if (n_received == 0 || (n_received < 0 && errno == ECONNRESET))
        return FALSE;
      g_assert_cmpint (n_received, ==, 1);
      g_string_append_c (head, byte);
    }

  return TRUE;
}

static const char *
find_header (const char *head,
             const char *name)
{
  g_autofree char *start = g_strdup_printf ("\r\n%s: ", name);
  const char *found = strstr (head, start);

  return found != NULL ? found + strlen (start) : NULL;
}

static void
receive_body (int         fd,
              HttpAnswer *answer)
{
  gsize n_received = 0;

  answer->body = g_malloc0 (answer->length + 1);
  while (n_received < answer->length)
    {
      gssize n = recv (fd, answer->body + n_received, answer->length - n_received, 0);

      g_assert_cmpint (n, >, 0);
      n_received += (gsize) n;
    }
}

gboolean
http_receive (int         fd,
              const char *method,
              HttpAnswer *answer)
{
  g_autoptr(GString) head = g_string_new (NULL);
  const char *check;
  const char *length;

  *answer = (HttpAnswer) { 0 };
  if (!receive_head (fd, head))
    return FALSE;

  g_assert_true (g_str_has_prefix (head->str, "HTTP/1.1 "));
  answer->status = (guint) g_ascii_strtoull (head->str + strlen ("HTTP/1.1 "), NULL, 10);
  check = find_header (head->str, "Steelyard-Check");
  if (check != NULL)
    g_strlcpy (answer->check, check, 1 + MIN (sizeof answer->check - 1, strcspn (check, "\r")));
  length = find_header (head->str, "Content-Length");
  g_assert_nonnull (length);
  answer->length = g_ascii_strtoull (length, NULL, 10);
  if (strcmp (method, "HEAD") != 0)
    receive_body (fd, answer);

  return TRUE;
}

void
http_ask (int         fd,
          const char *method,
          const char *target,
          HttpAnswer *answer)
{
  http_send (fd, method, target);
  g_assert_true (http_receive (fd, method, answer));
}

void
http_expect_close (int fd)
{
  char byte;
  gssize n_received = recv (fd, &byte, 1, 0);

  g_assert_true (n_received == 0 || (n_received < 0 && errno == ECONNRESET));
}

void
http_answer_clear (HttpAnswer *answer)
{
  g_clear_pointer (&answer->body, g_free);
}
