"""Chinese text as such: segmentation, sentences, width, pinyin, Markdown."""
