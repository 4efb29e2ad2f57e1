"""Many articles: folders and tables, workers, resumable output, errors that cost one article each."""

from communique.batch.pool import WorkerStartError, extract_parallel
from communique.batch.run import OutputError, Summary, run
from communique.batch.work import Limits, Options

__all__ = ["Limits", "Options", "OutputError", "Summary", "WorkerStartError", "extract_parallel", "run"]
