"""Official documents: what they say, where it stands on the page, and the PDF of it.

From facts to paper, in the order of use:

- ``kinds.letters.write(kind, facts, issue)`` → ``Written`` (the model, its template and digest);
  ``required``, ``missing``, ``kinds_for(matter, side, author, receiver)``; ``kinds.facts`` holds
  what each letter is written from, ``kinds.mark.check_code(document)`` the 校验码.
- ``model.OfficialDocument`` knows no millimetre; ``model.digest(document)`` is its identity.
- ``fonts.chain.bundled()`` → the faces of the program, with ``fingerprint()``;
  ``fonts.office.chain(chosen)`` → those of an office, found by ``fonts.locate``;
  ``fonts.chain.uncovered(text, fonts)`` names what nobody draws, when it is typed.
- ``compose.compose(document, fonts)`` → ``Composed``; ``compose.paint_pdf(composed, document)`` →
  the bytes of the PDF; ``paint.preview`` → its pages as images. ``paint_ofd(composed, document)``
  is the same as OFD, ``paint_docx(composed, document, fonts)`` the model for WPS.
- ``audit.audit(document, composed, issuing)`` is the check before issue: the pages against the
  standard and what they say; ``Finding.blocks`` tells what may not be issued.
- ``verify.audit(pdf, document)`` measures the PDF against GB/T 9704-2012.

Fonts, ReportLab and PDFium are slow to load and are for one worker, not for the windows' thread.
"""
