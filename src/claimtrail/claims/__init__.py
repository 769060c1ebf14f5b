"""Reading to claims: pure functions from the linguistic analysis of one article to what it asserts."""
