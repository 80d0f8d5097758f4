/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SyWire SyWire;

/**
 * SyWire:
 * @fd: of the connected, non-blocking socket
 * @receive: as recv(2): 0 at the end, -1 with errno (EAGAIN if there is nothing yet)
 * @send: as send(2)
 * @close: closes the socket; called once, as the last of the three
 *
 * How the bytes of one connection travel: the part in which the servers on libsoup differ.
 */
struct _SyWire
{
  int      fd;
  gssize (*receive) (SyWire     *self,
                     void       *buffer,
                     gsize       size);
  gssize (*send)    (SyWire     *self,
                     const void *data,
                     gsize       size);
  void   (*close)   (SyWire     *self);
};

#define SY_TYPE_SOUP_STREAM (sy_soup_stream_get_type ())

G_DECLARE_FINAL_TYPE (SySoupStream, sy_soup_stream, SY, SOUP_STREAM, GIOStream)

/**
 * sy_soup_stream_new:
 * @wire: must stay until its close() was called
 *
 * The connection as libsoup sees it, to be given to soup_server_accept_iostream().
 */
GIOStream *sy_soup_stream_new (SyWire *wire) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
