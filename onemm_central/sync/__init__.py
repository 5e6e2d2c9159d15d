"""Push, pull and first-sync pages, as ``onemm_wire.protocol`` words them."""
