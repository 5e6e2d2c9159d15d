"""Long lists with a card beside them: what Mentors, Young people and Matches have in common."""
