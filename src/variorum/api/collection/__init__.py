"""A collection: what each verb of the class does is a module of its own, imported when it is asked for."""

from variorum.api.collection.collection import Collection

__all__ = ["Collection"]
