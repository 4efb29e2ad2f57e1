"""The version, once."""

from importlib.util import find_spec

__version__ = "0.1.0"


def is_compiled() -> bool:
    """Whether what reads an article is compiled, or pure Python."""
    spec = find_spec("communique.document")
    return spec is not None and not str(spec.origin).endswith(".py")
