(format t "loading~%")
(defun area (w h) (* w h))
(format t "area ~a~%" (area 2 3))
(format t "volume ~a~%" (volume 2 3 4))
