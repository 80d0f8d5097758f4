#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema of saved decisions describes what is written, and asks for what the reader asks for.

Usage: check-dossier-schema.py SCHEMA DOSSIER_TOOL
"""

import sys

import schemas


def is_beyond(path):
    """Which objectives there are is a matter of the knowledge base, and what is within a profile
    one of its own schema."""
    return path.startswith((".weights.", ".profile."))


sys.exit(schemas.main(*sys.argv[1:], is_beyond))
