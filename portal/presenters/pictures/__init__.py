"""Pictures, for whoever would rather look: plain values become places on a sheet, in words.

Each is drawn by the macro of the same name in ``templates/components/pictures.html``; everything in
it is also said by its summary and by the table behind it (WCAG 2.2, 1.1.1 and 1.4.1).
"""
