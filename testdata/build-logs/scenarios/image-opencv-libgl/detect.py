import sys

import cv2
import numpy as np


def edges(image):
    return cv2.Canny(image, 50, 150)


if "--selftest" in sys.argv:
    print("edges:", int(edges(np.zeros((64, 64), np.uint8)).sum()))
