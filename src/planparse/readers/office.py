"""DOC, WPS, RTF and ODT: an installed LibreOffice makes a DOCX of them, which ``word`` reads."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from planparse.readers import word
from planparse.readers.decoded import Extract, UnreadableInput

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # ECMA-376 documents with a password are such containers
_TEXT = "WordDocument"
_OTHERS = {"Workbook": "a spreadsheet (XLS or ET)", "PowerPoint Document": "a presentation (PPT or DPS)"}
_OTHERWISE = "open it in its own program and save it as DOCX or plain text (UTF-8)"


def read(data: bytes) -> Extract:
    """The text of such a document; raises :class:`UnreadableInput` where no LibreOffice is installed."""
    if _ENCRYPTED in data:
        raise UnreadableInput("the document is protected by a password; save a copy without one")
    for stream, kind in _OTHERS.items():
        if _holds(data, stream) and not _holds(data, _TEXT):
            raise UnreadableInput(f"this is {kind}, no text document; save what the notice says as DOCX or plain text")
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise UnreadableInput(
            f"DOC, WPS, RTF and ODT are read through LibreOffice; install it (soffice), or {_OTHERWISE}"
        )
    return word.read(_converted(program, data))


def _holds(data: bytes, stream: str) -> bool:
    """Whether a compound file ([MS-CFB]) names such a stream."""
    return stream.encode("utf-16-le") in data


def _converted(program: str, data: bytes) -> bytes:
    """The document as DOCX, made in a folder and with a profile of its own, so that several can run at once."""
    with TemporaryDirectory(prefix="planparse-") as folder:
        source, target = Path(folder, "notice.doc"), Path(folder, "notice.docx")
        source.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "docx", "--outdir", folder, str(source)]
        try:
            _run(command)
            return target.read_bytes()
        except (OSError, subprocess.SubprocessError) as fault:
            raise UnreadableInput(f"LibreOffice cannot read the document; {_OTHERWISE}") from fault


def _run(command: list[str]) -> None:
    """Run a program to its end; when it takes too long, or this process is told to end, all that it started ends."""
    nothing = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True) as process:
        try:
            process.wait(_SECONDS)
        finally:
            if process.poll() is None:
                _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """``soffice`` is a script that waits for the program proper: both are in its session."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
