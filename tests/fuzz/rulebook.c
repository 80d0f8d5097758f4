/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rulebook.h"

const SyRulebook *
fuzz_get_rulebook (void)
{
  static SyRulebook *rulebook;

  if (rulebook == NULL)
    rulebook = sy_rulebook_load (sy_knowledge_load (NULL, NULL), NULL, NULL);

  return rulebook;
}
