"""Exceptions in one line, for people."""


def reason(fault: OSError) -> str:
    """The system's words for it: no such file or directory."""
    words = fault.strerror or str(fault)
    return words[:1].lower() + words[1:]


def bug(fault: Exception) -> str:
    """What a user can do about a bug: report it, with the place in the code."""
    return f"bug in planparse, please report it: {_where(fault)}"


def _where(fault: Exception) -> str:
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" ({trace.tb_frame.f_code.co_filename}:{trace.tb_lineno})" if trace is not None else ""
    return f"{type(fault).__name__}: {' '.join(str(fault).split())}{place}"
