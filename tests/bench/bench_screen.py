# SPDX-License-Identifier: GPL-3.0-or-later
"""When a bare screen has its first picture, for benchmarks of how a window starts."""

import ctypes
import time

# What a window does without, so that nothing but itself is measured.
PLAIN = {"GDK_DEBUG": "gl-disable", "GSK_RENDERER": "cairo", "GTK_A11Y": "none"}

# Somewhere in every window, which a bare screen puts into its corner; and how long one may take.
PLACE = (300, 300)
PATIENCE_S = 60
ALL_PLANES = ctypes.c_ulong(-1)
Z_PIXMAP = 2


class Screen:
    """Tells whether anything but the black of the bare screen is there."""

    def __init__(self):
        self.x = ctypes.CDLL("libX11.so.6")
        for name in ["XOpenDisplay", "XGetImage"]:
            getattr(self.x, name).restype = ctypes.c_void_p
        for name in ["XDefaultRootWindow", "XGetPixel"]:
            getattr(self.x, name).restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(None))
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))

    def is_bare(self):
        image = ctypes.c_void_p(self.x.XGetImage(self.display, self.root, *PLACE, 1, 1,
                                                 ALL_PLANES, Z_PIXMAP))
        pixel = self.x.XGetPixel(image, 0, 0) & 0xffffff
        self.x.XFree(image)
        return pixel == 0

    def wait_until(self, is_bare):
        limit = time.monotonic() + PATIENCE_S
        while self.is_bare() != is_bare:
            if time.monotonic() > limit:
                raise TimeoutError("the screen never changed")
            time.sleep(0.001)
