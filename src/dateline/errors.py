"""Every error that Dateline raises on purpose.

DatelineError
├── InputError        the user's file, row or argument is at fault: name it, say what to do
│   ├── UnreadableDocument   one document cannot be read; the run goes on without it
│   └── QuoteError           a quote does not stand in its document
├── ConfigError       dateline.toml, or an option, is wrong
├── StoreError        the casebook's store is missing, locked, or of another version
├── FetchRefused      an address that may not be fetched (offline, private, robots.txt)
└── InstallationError something that ships with Dateline is missing or altered
"""


class DatelineError(Exception):
    """The root: catch this to catch everything that Dateline raises on purpose."""


class InputError(DatelineError):
    """What the user gave cannot be used; the message names the file, row or field and the remedy."""


class UnreadableDocument(InputError):  # noqa: N818 - it reads as what it is
    """One document cannot be read. A run records it and goes on."""


class QuoteError(InputError):
    """A quote does not stand in its document at the place it names."""


class ConfigError(DatelineError):
    """A setting is missing or wrong; the message names the file, the field and the values that it takes."""


class StoreError(DatelineError):
    """The store cannot be opened, written or understood."""


class FetchRefused(DatelineError):  # noqa: N818 - it reads as what it is
    """An address that Dateline will not fetch, and why."""


class InstallationError(DatelineError):
    """A file that ships with Dateline is missing or is not the one that was built."""
