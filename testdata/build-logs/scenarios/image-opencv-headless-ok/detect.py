import sys

import cv2
import numpy as np

image = cv2.imread(sys.argv[1]) if len(sys.argv) > 1 else np.zeros((64, 64), np.uint8)
if image is None:
    sys.exit(f"error: cannot read {sys.argv[1]}")
print("edges:", int(cv2.Canny(image, 50, 150).sum()))
