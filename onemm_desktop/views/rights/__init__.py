"""Requests by people about their data, and how long there is to answer them."""
