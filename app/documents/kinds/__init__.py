"""The letters this program writes: facts and a template become a document model.

``letters`` has one row per letter; ``facts`` what they are written from; ``templates`` and
``markup`` how a template is filled and read; ``mark`` the check code over the result.
"""
