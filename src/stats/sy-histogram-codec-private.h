/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/sy-histogram-private.h"

/*
 * HdrHistogram's "V2 encoding" (Tene, HdrHistogram 2.1, 2014), big-endian:
 *
 *   wrapper   cookie, length, then zlib: header, counts
 *   header    cookie, length of the counts, normalising offset, digits (32 bits each),
 *             lowest, highest, ratio of a double (64 bits each)
 *   counts    one number a slot from the lowest on; a negative one stands for as many empty slots
 *
 * Numbers are ZigZag LEB128 in at most 9 bytes: the ninth carries 8 bits.  The word bits of a
 * cookie told the word size in an older encoding; readers of this one ignore them.  The offset and
 * the ratio are ignored as well: counts are written in logical order whatever the offset, and
 * writers disagree on what they put there.
 */
#define SY_HISTOGRAM_COOKIE_PLAIN 0x1c849303u
#define SY_HISTOGRAM_COOKIE_COMPRESSED 0x1c849304u
#define SY_HISTOGRAM_COOKIE_WORD 0x10u
#define SY_HISTOGRAM_COOKIE_WORD_MASK 0xf0u

#define SY_HISTOGRAM_WRAPPER_SIZE 8
#define SY_HISTOGRAM_HEADER_SIZE 40
#define SY_HISTOGRAM_NUMBER_SIZE 9
