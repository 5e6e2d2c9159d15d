"""The wire: records, partitions, ids, merge rules."""
