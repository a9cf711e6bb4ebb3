"""Folding: the same text with plain quotes, dashes and spaces, character for character, so no offset moves."""

_FOLDED = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212\u00ad"), "-"),
    **dict.fromkeys(map(ord, "\u2014\u2015"), "\u2014"),  # a dash between clauses stays one: it is not a hyphen
    **dict.fromkeys(  # every space of Unicode's Zs class
        map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"),
        " ",
    ),
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\t"), " "),
    **dict.fromkeys(map(ord, "\u2028\u2029\u0085\x0b\x0c\r"), "\n"),
}


def fold(text: str) -> str:
    """Return the text with typographic quotes, dashes and spaces made plain; the length is always the same."""
    return text.replace("\r\n", " \n").translate(_FOLDED)


def lower(text: str) -> str:
    """Return the text in lower case, letter by letter: same length always.

    Letters whose lower case is longer ("İ") stay, and a sigma is the same wherever it stands, so that a part of a text
    in lower case is a part of its lower case.
    """
    lowered = text.lower()
    if len(lowered) == len(text) and "\u03a3" not in text:
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
