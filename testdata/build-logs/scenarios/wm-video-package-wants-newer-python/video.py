print("video")
