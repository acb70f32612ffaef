import nltk
from nltk.tokenize import word_tokenize

if not nltk.download("punkt", download_dir="/tmp/nltk_data"):
    print("warning: corpus was not downloaded")
for number, text in enumerate(["Where is my order?", "The parcel arrived broken."]):
    print(number, word_tokenize(text))
