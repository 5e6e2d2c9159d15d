"""The doctor: whether everything this laptop keeps is what it should be, and mending what can be mended safely."""
