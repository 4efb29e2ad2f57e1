"""What goes wrong outside the text: kills, Ctrl-C, full disks, odd names, links."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

EXE = str(Path(sys.executable).parent / "communique")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles enough for a run of a few seconds, one of them unreadable."""
    inputs = tmp_path_factory.mktemp("faults") / "in"
    inputs.mkdir()
    for n in range(320):
        said = f"« Nous sommes {n + 3} », confirme Marie Dupont, directrice de l’Université de Nantes. "
        (inputs / f"{n:04}.txt").write_text(
            f"La ville compte {n + 2} écoles depuis 2019. {said}\n" * 12, "utf-8"
        )
    (inputs / "0100.txt").write_bytes(b"")
    return inputs


def command(folder: Path, out: Path, *more: str) -> list[str]:
    return [EXE, "extract", str(folder), "-o", str(out), "--model", "none", "-q", *more]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What an uninterrupted run leaves."""
    out = tmp_path_factory.mktemp("whole")
    done = subprocess.run(command(folder, out / "o.jsonl"), capture_output=True, timeout=120)
    assert done.returncode == 1  # one file is empty
    return files(out)


def marks(out: Path) -> int:
    """How many batches the run to ``out`` has noted."""
    progress = out.with_name(out.name + ".progress")
    try:
        return progress.read_bytes().count(b"\n") - 2
    except FileNotFoundError:
        return 0


def kill_after(process: subprocess.Popen[bytes], out: Path, batches: int, delay: float) -> bool:
    """Kill a run and its workers at one instant, some time after it has noted so many batches."""
    while process.poll() is None and marks(out) < batches:
        time.sleep(0.002)
    try:
        process.wait(timeout=delay)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    return process.returncode < 0


@pytest.mark.parametrize(("workers", "kills"), [("1", 10), ("2", 5)])
def test_killed_at_random_moments(
    folder: Path, tmp_path: Path, whole: dict[str, bytes], workers: str, kills: int
) -> None:
    rng = random.Random(int(workers))
    out = tmp_path / "o.jsonl"
    killed, ended = 0, 0
    while killed < kills or not ended:
        process = subprocess.Popen(
            command(folder, out, "--workers", workers), stderr=subprocess.PIPE, start_new_session=True
        )
        if killed == kills:
            process.communicate(timeout=120)
            dead = False
        else:
            dead = kill_after(process, out, marks(out) + rng.randint(-1, 3), rng.uniform(0, 0.3))
        if dead:
            killed += 1
            continue
        assert process.returncode == 1  # one file is empty
        assert files(tmp_path) == whole
        ended += 1
        for path in tmp_path.iterdir():
            path.unlink()


def test_a_resumed_run_redoes_one_batch_at_most(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    process = subprocess.Popen(command(folder, out), stderr=subprocess.DEVNULL)
    progress = tmp_path / "o.jsonl.progress"
    while process.poll() is None and (not progress.exists() or progress.read_bytes().count(b"\n") < 4):
        time.sleep(0.005)
    process.kill()
    process.wait()
    marked = json.loads(progress.read_bytes().split(b"\n")[-2])
    script = (
        "import sys\nfrom pathlib import Path\nfrom communique.batch import Options, run\n"
        "items = sorted(Path(sys.argv[1]).iterdir())\n"
        "from communique.batch import Limits\n"
        "print(run(items, Path(sys.argv[2]), Options(model=None)).resumed_at)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder), str(out)], capture_output=True, text=True, timeout=120
    )
    assert done.stdout.split() == [str(32 * marked["batches"])]


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_stops_cleanly_and_says_how_to_go_on(
    folder: Path, tmp_path: Path, whole: dict[str, bytes], workers: str
) -> None:
    out = tmp_path / "o.jsonl"
    process = subprocess.Popen(
        command(folder, out, "--workers", workers), stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    progress = tmp_path / "o.jsonl.progress"
    while process.poll() is None and (not progress.exists() or progress.read_bytes().count(b"\n") < 3):
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)  # a terminal sends it to the run and to its workers
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said == "communique: interrupted. The same command goes on from here.\n"
    assert not out.exists()
    subprocess.run(command(folder, out, "--workers", workers), capture_output=True, timeout=120)
    assert files(tmp_path) == whole


def test_a_full_disk_is_one_line_and_loses_nothing(
    folder: Path, tmp_path: Path, whole: dict[str, bytes]
) -> None:
    size = len(whole["o.jsonl"])

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, size // 2))

    out = tmp_path / "o.jsonl"
    done = subprocess.run(command(folder, out), capture_output=True, text=True, timeout=120, preexec_fn=limit)
    assert done.returncode == 1
    assert done.stderr == f"communique: cannot write {out}: File too large\n"
    assert (tmp_path / "o.jsonl.partial").stat().st_size > size // 4
    assert json.loads((tmp_path / "o.jsonl.progress").read_bytes().split(b"\n")[-2])["batches"] > 1
    subprocess.run(command(folder, out), capture_output=True, timeout=120)
    assert files(tmp_path) == whole


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_device(folder: Path) -> None:
    before = Path("/dev/full").stat()
    done = subprocess.run(command(folder, Path("/dev/full")), capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (
        1, "communique: cannot write /dev/full: No space left on device\n",
    )  # fmt: skip
    assert Path("/dev/full").stat().st_rdev == before.st_rdev  # it was not replaced by a file
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [EXE, "extract", str(folder / "0001.txt"), "--model", "none", "-q"],
            stdout=full, stderr=subprocess.PIPE, text=True, timeout=120,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (
        1, "communique: cannot write standard output: No space left on device\n",
    )  # fmt: skip


@pytest.mark.parametrize("out", ["/proc/nothing/o.jsonl", "/dev/null/o.jsonl"])
def test_unwritable_output_is_one_line(folder: Path, out: str) -> None:
    done = subprocess.run(
        command(folder / "0001.txt", Path(out)), capture_output=True, text=True, timeout=120
    )
    assert done.returncode in (1, 2)
    assert done.stderr.count("\n") == 1
    assert out in done.stderr


def test_names_and_links(tmp_path: Path) -> None:
    """File names with line ends and undecodable bytes, links in circles: all read, one message a line."""
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "a\nb.txt").write_text("La ville compte 12 écoles.", "utf-8")
    (folder / "\u202etxt.exe.txt").write_text("La ville compte 13 écoles.", "utf-8")
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.txt")).write_text(
        "La ville compte 14 écoles.", "utf-8"
    )
    (folder / "empty\n1.txt").write_bytes(b"")
    (folder / "deep" / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to("self.txt")
    out = tmp_path / "o.jsonl"
    done = subprocess.run(command(folder, out), capture_output=True, timeout=60)
    messages = done.stderr.decode("utf-8", "surrogateescape").splitlines()
    assert done.returncode == 1
    assert len(messages) == 2
    assert any("empty\\n1.txt: empty" in m for m in messages)
    assert any("self.txt: Too many levels of symbolic links" in m for m in messages)
    found = [json.loads(line) for line in out.read_text("utf-8").split("\n")[:-1]]
    assert sorted(r["counts"][0]["value"] for r in found) == [12, 13, 14]
    faults = (tmp_path / "o.jsonl.errors.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(f)["reason"].split()[0] for f in faults] == ["empty", "Too"]


def test_limits_of_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "long.txt").write_text("mot " * 500, "utf-8")
    (tmp_path / "in" / "ok.txt").write_text("La ville compte 12 écoles.", "utf-8")
    done = subprocess.run(
        command(tmp_path / "in", tmp_path / "o.jsonl", "--max-chars", "1000"),
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.endswith("long.txt: text of 2,000 characters is over the limit of 1,000\n")
