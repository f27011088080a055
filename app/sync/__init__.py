"""Bundles: bytes to facts and back, who may be believed, and the folders they travel in.

Knows no tables and no register. What other rooms call:

cards
    ``card.write(card: Card, seed: bytes, vouchers: Sequence[bytes]) -> bytes``,
    ``card.read(data: bytes) -> Card``, ``Card.fingerprint -> tuple[str, ...]``,
    ``card.compare(card, heard: Mapping[int, str])``, ``card.file_name(card) -> str``
keys
    ``signature.new_seed() -> bytes``, ``signature.public_of(seed) -> str``,
    ``signature.fingerprint(public: str) -> str``,
    ``signature.allowed_signer(principal, public) -> str``; age keys are in ``kernel.age``
entries
    ``stream.extend(outbox: Outbox, drafts) -> tuple[Outbox, tuple[Entry, ...]]``,
    ``entry.restore(head: bytes, blind: str | None, body: bytes | None) -> Entry``,
    ``Entry(head, head_bytes, hash, blind, body)`` with ``seq``, ``content`` and ``plain``
sealing
    ``series.plan(attachments, written, limit, taken) -> tuple[tuple[Share, ...], ...]``,
    ``series.items(shares, digest) -> tuple[Item, ...]``, then
    ``sealing.seal(draft: BundleDraft, *, seed, to, attachments, target, scratch, watch)
    -> SealedBundle``
opening
    ``opening.inspect(file, path, watch) -> Inspected``, then
    ``trust.accept(found, ourselves, sender) -> KnownSender`` (or ``trust.vouched`` alone), then
    ``node.foresee(book, routing) -> Outcome``, then
    ``opening.unpack(file, inspected, identities, store, watch) -> Opened``, then
    ``node.take(book, routing, entries) -> Outcome``
folders
    ``mailbox.bundles(folder)``, ``mailbox.cards(folder) -> tuple[Found, ...]``,
    ``mailbox.reading(path)`` (a context manager giving the open file),
    ``mailbox.write(folder, name, source, watch) -> Written``,
    ``mailbox.limits(folder) -> MediumLimits``, ``mailbox.clear_leftovers(folder, ours)``

Every refusal of a file is a BundleError with the fact ``path``; every refusal of a medium a
MediumError.
"""
