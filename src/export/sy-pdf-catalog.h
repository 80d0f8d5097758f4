/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Says in @pdf, which cairo wrote, which language it is in, a BCP 47 code, for whoever has it read
 * aloud, and that its title is to be shown and not its file name.  cairo itself cannot say either
 * (ISO 32000-1, 7.7.2).  A file that is not as cairo writes it stays as it is.
 */
void sy_pdf_set_language (GByteArray *pdf,
                          const char *language);

G_END_DECLS
