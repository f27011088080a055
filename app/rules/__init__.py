"""Pure functions and data about the law: no tables, no windows, no clock.

steps        ``StepKind`` ``State`` ``Side`` ``FieldKind`` ``FieldSpec`` ``StepRule`` ``Crossing``
             ``CrossingRule`` ``Opening``; ``faults(rule, fields) -> tuple[str, ...]``
procedures   ``PROCEDURES: Mapping[MatterKind, Procedure]``; ``Procedure.towards(role)``,
             ``Procedure.opening(opener, counterpart) -> Opening``,
             ``approver_fits(counterpart, post) -> bool``
fold         ``StepFacts``; ``fold(procedure, steps) -> Folded(state, order, crossed, heads,
             waiting, moments)``; ``allowed(procedure, folded, side)`` own acts for the buttons,
             ``recordable(procedure, folded, side)`` all the generic form offers (据来文 included),
             ``unreceived(procedure, folded, side)`` notices whose 签收 is not recorded yet
packs        ``parse(data) -> Pack`` (``RulePack CalendarPack ViolationPack OffencePack
             RoutingPack``), raises ``BadPackError``
calendar     ``Calendars.of(packs)``: ``is_working(day)``, ``knows(day)``
deadlines    ``reckon(calendars, start, period, roll=…) -> Reckoned``
duties       ``duties(pack, calendars, folded, setting) -> tuple[DutyFacts, ...]`` with
             ``Setting(flow, viewer, economic_crime)``; ``standing(duty, now) -> Standing``
identifiers  ``credit_code_fault(text)``, ``resident_id_fault(text, today)``, ``masked(text)``
numbering    ``DocumentNumber(code, year, serial)``: ``parse(text)``, ``str(number)``
routing      ``suggest(pack, answers) -> tuple[Route, ...]``
particulars  what each kind of matter tells
"""
