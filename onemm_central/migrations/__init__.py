"""The schema's history, one file per step; written by hand, run by ``onemm_central.schema.migrate``."""
