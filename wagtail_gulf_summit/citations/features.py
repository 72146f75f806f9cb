"""Rich-text features for text that can cite: use these lists wherever your own rich text should too.

``citation`` stands last, so that its rule reads a marker before any other rule for the same element.
"""

#: One line of text: a standfirst, a caption, a correction.
INLINE_FEATURES = ["bold", "italic", "link", "citation"]

#: Running text: paragraphs and lists.
BODY_FEATURES = ["bold", "italic", "link", "ol", "ul", "citation"]

#: Running text with its own headings, for a page whose body is a single field.
RICH_TEXT_FEATURES = ["h2", "h3", "bold", "italic", "link", "ol", "ul", "blockquote", "citation"]
