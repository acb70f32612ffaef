import sys

import cv2

print(cv2.__version__, sys.argv)
