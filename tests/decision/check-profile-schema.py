#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema of profiles describes what is written, and asks for what the reader asks for.

Usage: check-profile-schema.py SCHEMA PROFILE_TOOL
"""

import sys

import schemas

sys.exit(schemas.main(*sys.argv[1:]))
