"""What is kept on this laptop: encrypted tables, and a journal of every change that has yet to be sent."""
