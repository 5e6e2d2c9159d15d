"""What travels between a laptop and the centre: record shapes, messages, rules and codes both sides know."""
