"""The rules coder's face."""

from dateline.claims.coders.rules.coder import RulesCoder

__all__ = ["RulesCoder"]
