"""The rules by which laptops are kept, and opening one that has sealed itself."""
