"""The real stages, loaded once a process: what `load_stages` is replaced by where commands are tested."""

from dateline.pipeline.stages import load_stages

_LOADED = {}


def load(config=None):
    chosen = (config.coding.coder, config.coding.count_policy, config.coding.gate) if config else None
    if chosen not in _LOADED:
        _LOADED[chosen] = load_stages(config)
    return _LOADED[chosen]


def replace_loading(monkeypatch):
    for room in ("dateline.pipeline", "dateline.pipeline.casebook", "dateline.pipeline.text"):
        monkeypatch.setattr(f"{room}.load_stages", load)
