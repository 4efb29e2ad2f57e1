"""How good is it: annotated articles, the scorer, quality floors."""

from communique.evaluate.gold import GoldArticle, GoldError, load_gold
from communique.evaluate.score import HEADS, Error, Scores, Tally, score

__all__ = ["HEADS", "Error", "GoldArticle", "GoldError", "Scores", "Tally", "load_gold", "score"]
