"""``python -m communique``."""

from communique.cli import app

if __name__ == "__main__":
    app(prog_name="communique")
