"""The root and the branches of every refusal; the leaves are in the modules beside."""

from __future__ import annotations

from typing import ClassVar


class AppError(Exception):
    """The root; ``code`` is what a person reads over the phone."""

    code: ClassVar[str] = "E-APP-00"

    def __init__(self, **facts: object) -> None:
        super().__init__(", ".join(f"{name}={value}" for name, value in facts.items()))
        self.facts = facts

    def __getattr__(self, name: str) -> object:
        try:
            return self.__dict__["facts"][name]
        except KeyError:
            raise AttributeError(name) from None


class InputError(AppError):
    """What was typed or chosen cannot be used as it is."""


class StateError(AppError):
    """The record is not in a state that allows this."""


class VaultError(AppError):
    """The register cannot be opened or kept."""


class BundleError(AppError):
    """A bundle is refused; nothing was taken in."""


class MediumError(AppError):
    """A folder or stick did not do what was asked."""


class LetterError(AppError):
    """A letter cannot be set or issued."""


class RulesError(AppError):
    """A rule pack cannot be used."""
