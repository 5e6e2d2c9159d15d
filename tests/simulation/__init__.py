"""The deterministic simulator: several laptops and a centre on one thread, from one seed, with every fault we know."""
