#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema of saved runs describes what is written, and asks for what the reader asks for.

Usage: check-run-schema.py SCHEMA RUN_TOOL
"""

import sys

import schemas

# Without its mark a voided turn is one too many, which a schema cannot say.
sys.exit(schemas.main(*sys.argv[1:], is_beyond=lambda path: path.endswith(".voided")))
