"""Distinct failures, each kept once with the smallest input that shows it, and the counts."""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from fuzzing.judging import Complaint
from fuzzing.trial import Trial, as_typed


@dataclass(slots=True)
class Report:
    """What was found so far. `folder` is where failures are kept; None: nowhere."""

    folder: Path | None
    tried: Counter[str] = field(default_factory=Counter)
    seen: Counter[Complaint] = field(default_factory=Counter)
    first: dict[Complaint, str] = field(default_factory=dict)

    def add(self, trial: Trial, complaints: list[Complaint], name: str) -> list[Complaint]:
        """Count a trial; gives the complaints that are new."""
        self.tried[trial.kind] += 1
        new = [complaint for complaint in complaints if complaint not in self.seen]
        self.seen.update(set(complaints))
        for complaint in new:
            self.first[complaint] = name
        return new

    @property
    def failures(self) -> list[Complaint]:
        """What was found but warnings."""
        return [complaint for complaint in self.seen if not complaint.warning]

    def keep(self, complaint: Complaint, trial: Trial) -> None:
        """Write down a failure: what it is, how to see it, and its files."""
        if self.folder is None:
            return
        words = re.sub(r"\W+", "-", f"{complaint.what} {complaint.detail}").strip("-").lower()
        folder = self.folder / f"{len(self.first):03}-{words[:70]}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "command.txt").write_text(as_typed(trial), "utf-8", "surrogateescape")
        about = f"{complaint.what}: {complaint.detail}\ntrial {self.first[complaint]}\n"
        (folder / "what.txt").write_text(about, "utf-8", "surrogateescape")
        if trial.stdin:
            (folder / "stdin").write_bytes(trial.stdin)
        for name, data in trial.files.items():
            path = folder / "files" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                path.write_bytes(data)
            except OSError:  # its name is the point
                (folder / "files" / "an-odd-name").write_bytes(os.fsencode(name) + b"\n" + data)

    def table(self) -> str:
        """The counts by kind, and each distinct failure with how often it was seen."""
        lines = [
            f"{'tried':>6}  kind",
            *(f"{n:6}  {kind}" for kind, n in sorted(self.tried.items())),
        ]
        lines += ["", f"{'seen':>6}  failure (first trial)"]
        for complaint, number in sorted(self.seen.items(), key=lambda item: (item[0], item[1])):
            mark = "warning: " if complaint.warning else ""
            about = f"{mark}{complaint.what}: {complaint.detail} ({self.first[complaint]})"
            lines.append(f"{number:6}  {about}")
        if not self.seen:
            lines.append("     0  none")
        return "\n".join(lines)
