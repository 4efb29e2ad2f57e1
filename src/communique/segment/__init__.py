"""Text to sections and sentences, by rules alone."""

from communique.segment.sections import find_sections
from communique.segment.sentences import find_sentences

__all__ = ["find_sections", "find_sentences"]
