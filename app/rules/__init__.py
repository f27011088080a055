"""Pure functions and data about the law: no tables, no windows, no clock.

steps        ``StepKind`` ``State`` ``Side`` ``FieldKind`` ``FieldSpec`` ``StepRule`` ``Crossing``
             ``CrossingRule`` ``Opening``; ``faults(rule, fields) -> tuple[str, ...]`` of a form,
             ``readable(rule, fields) -> (fields, faults)`` of a step that arrived
procedures   ``PROCEDURES: Mapping[MatterKind, Procedure]``; ``Procedure.towards(role)``,
             ``Procedure.opening(opener, counterpart) -> Opening``,
             ``approver_fits(counterpart, post) -> bool``
fold         ``StepFacts``; ``fold(procedure, steps) -> Folded(state, order, crossed, heads,
             waiting, corrections)``; ``allowed(procedure, folded, side)`` own acts for the buttons,
             ``recordable(procedure, folded, side)`` all the generic form offers (据来文 included),
             ``unreceived(procedure, folded, side)`` notices whose 签收 is not recorded yet
packs        ``parse(data) -> Pack`` (``RulePack CalendarPack ViolationPack OffencePack
             RoutingPack``), raises ``BadPackError``
calendar     ``Calendars.of(packs)``: ``is_working(day)``, ``unknown_year(day)``
deadlines    ``reckon(calendars, start, Period(3, Unit.NATURAL), roll=True) -> Due(due, rolled,
             unknown_years)``; ``end_of(day)``
duties       ``duties(pack, calendars, folded, Setting(flow_of(role), viewer, economic_crime))
             -> tuple[DutyFacts, ...]``; ``standing(duty, now) -> Standing``
identifiers  ``credit_code_fault(text)``, ``resident_id_fault(text, today)``, ``masked(text)``
numbering    ``DocumentNumber(code, year, serial)``: ``parse(text)``, ``str(number)``
routing      ``suggest(pack, Answers(sender, …)) -> tuple[Route, ...]``
particulars  what each kind of matter tells
"""
