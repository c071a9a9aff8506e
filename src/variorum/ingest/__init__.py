"""Bytes from files, folders and addresses to captures."""
