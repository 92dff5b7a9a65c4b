"""The gallery: every loss as plain data, and the page that shows them."""
