"""The record store: one table of records by partition, with history."""
